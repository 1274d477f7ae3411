// Other builds of relco, asked what digest they come to.
#pragma once

#include <string>
#include <vector>

#include "app/arguments.h"

namespace relco::app {

// Programs of other build folders beside that of this program (build/release, build/clang ...).
[[nodiscard]] std::vector<std::string> builds_beside_this();

// The commit that a program says it was built from.
[[nodiscard]] std::string commit_of(const std::string& program);

// The digest of the same run. Throws UserError when the program cannot be started, fails, or says
// nothing of a digest.
[[nodiscard]] std::string digest_from(const std::string& program, const VerifyArguments& arguments);

}  // namespace relco::app
