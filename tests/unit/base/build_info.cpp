#include "base/build_info.h"

#include "support/catch.h"

using relco::build_info;

TEST_CASE("a build says which version and commit it is, and what made it") {
  CHECK(build_info().version.find('.') != std::string_view::npos);
  CHECK_FALSE(build_info().commit.empty());
  CHECK((build_info().compiler.starts_with("g++ ") ||
         build_info().compiler.find("clang++") != std::string_view::npos));
  CHECK_FALSE(build_info().build_type.empty());
}
