// The registry of evidence as a page of the reference.
#pragma once

#include <string>

namespace relco::app {

[[nodiscard]] std::string evidence_page();

}  // namespace relco::app
