// The documents that are made from the code, so that they cannot say anything else.
#pragma once

#include <string>
#include <vector>

namespace relco::app {

inline constexpr const char* kGeneratedNotice =
    "Written by `relco docs` from the code; change it there, then write it anew.\n\n";

struct GeneratedDocument {
  std::string name;  // file name in the folder of the reference
  std::string text;
};

[[nodiscard]] std::vector<GeneratedDocument> generated_documents();

}  // namespace relco::app
