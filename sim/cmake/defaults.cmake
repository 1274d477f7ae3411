# What a plain `cmake -B build` gets when nobody says otherwise. Presets are in CMakePresets.json.

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Release, Debug or RelWithDebInfo" FORCE)
endif()
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(RELCO_CCACHE ccache)
mark_as_advanced(RELCO_CCACHE)
if(RELCO_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${RELCO_CCACHE}")
endif()

option(RELCO_WERROR "Treat warnings as errors" OFF)
set(RELCO_SANITIZE "" CACHE STRING "Value of -fsanitize=, for every target; empty for none")

# Tests are built where Catch2 is installed; tests/run installs it and asks for them by name.
find_package(Catch2 QUIET)
if(Catch2_FOUND)
  set(relco_tests_default ON)
else()
  set(relco_tests_default OFF)
endif()
option(RELCO_TESTS "Build the tests (needs Catch2)" ${relco_tests_default})
