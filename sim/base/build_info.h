#pragma once

#include <string_view>

namespace relco {

// What this program was built from and with. Written into every result file, so that a result can
// be traced to its code.
struct BuildInfo {
  std::string_view version;     // release, such as "0.1.0"
  std::string_view commit;      // git commit, "+changes" when the checkout had any; or "unknown"
  std::string_view compiler;    // such as "g++ 12.2.0"
  std::string_view build_type;  // such as "release"
};

const BuildInfo& build_info();

}  // namespace relco
