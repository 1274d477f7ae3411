// The documents that are made from the code, so that they cannot say anything else.
#pragma once

#include <string>
#include <vector>

namespace relco::app {

struct GeneratedDocument {
  std::string name;  // file name in the folder of the reference
  std::string text;
};

[[nodiscard]] std::vector<GeneratedDocument> generated_documents();

}  // namespace relco::app
