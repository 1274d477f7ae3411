// The pages of the reference about equations, and the week and the luck they run on.
#pragma once

#include <string>

namespace relco::app {

[[nodiscard]] std::string equations_page();
[[nodiscard]] std::string symbols_page();
[[nodiscard]] std::string schedule_page();
[[nodiscard]] std::string draws_page();

}  // namespace relco::app
