# Version, commit, compiler and build type, compiled into base.
#
# The commit is asked for at every build, by this file run as a script; build_info.cpp is written
# anew only when it changed, so a build without a new commit compiles nothing.

if(CMAKE_SCRIPT_MODE_FILE)
  set(commit "${COMMIT}")
  if(NOT commit AND GIT AND EXISTS "${SOURCE_DIR}/.git")
    execute_process(
      COMMAND "${GIT}" -c "safe.directory=${SOURCE_DIR}" -C "${SOURCE_DIR}"
              describe --always --abbrev=12 --exclude=* --dirty=+changes
      OUTPUT_VARIABLE commit OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  endif()
  if(NOT commit)
    set(commit "unknown")
  endif()
  configure_file("${SOURCE_DIR}/sim/base/build_info.cpp.in" "${OUTPUT}" @ONLY)
  return()
endif()

set(RELCO_COMMIT "" CACHE STRING "Commit to report; empty asks git")
find_program(RELCO_GIT git)
mark_as_advanced(RELCO_GIT)
if(NOT RELCO_GIT)
  set(RELCO_GIT "")
endif()

string(TOLOWER "${CMAKE_BUILD_TYPE}" relco_build_type)
if(RELCO_SANITIZE)
  string(APPEND relco_build_type " with ${RELCO_SANITIZE}")
endif()
string(REPLACE "GNU" "g++" relco_compiler "${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}")
string(REPLACE "Clang" "clang++" relco_compiler "${relco_compiler}")

set(relco_build_info "${CMAKE_CURRENT_BINARY_DIR}/build_info.cpp")
add_custom_target(relco_build_info
  COMMAND "${CMAKE_COMMAND}" "-DSOURCE_DIR=${PROJECT_SOURCE_DIR}" "-DOUTPUT=${relco_build_info}"
          "-DGIT=${RELCO_GIT}" "-DCOMMIT=${RELCO_COMMIT}" "-DVERSION=${PROJECT_VERSION}"
          "-DCOMPILER=${relco_compiler}" "-DBUILD_TYPE=${relco_build_type}"
          -P "${CMAKE_CURRENT_LIST_FILE}"
  BYPRODUCTS "${relco_build_info}"
  COMMENT "" VERBATIM)
target_sources(relco_base PRIVATE "${relco_build_info}")
add_dependencies(relco_base relco_build_info)
