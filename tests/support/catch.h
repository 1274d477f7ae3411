#pragma once

// Catch2, version 2 (Debian 12) or 3 (everywhere newer). Write to what both have: TEST_CASE,
// SECTION, REQUIRE, CHECK, CHECK_THROWS_AS, Catch::Approx, GENERATE, INFO, CAPTURE.

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif
