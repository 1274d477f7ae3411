// Texts from outside (file names, arguments) may hold any bytes; HDF5 texts end at the first zero
// byte, and readers in other languages refuse what is not UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace relco::record {

// The text itself when it is sound UTF-8 without zero bytes; else with U+FFFD for what is not.
[[nodiscard]] std::string to_utf8(std::string_view text);

}  // namespace relco::record
