// Approx has another home in each version of Catch2.
#pragma once

#include "support/catch.h"

namespace relco::test {

#if defined(CATCH_VERSION_MAJOR) && CATCH_VERSION_MAJOR < 3
using Catch::Detail::Approx;
#else
using Catch::Approx;
#endif

}  // namespace relco::test
