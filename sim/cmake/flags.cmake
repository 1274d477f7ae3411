# Flags of every target of relco, third-party code excepted.
#
# One trajectory, anywhere: the same bits for any compiler, optimisation level and vector width. So
# no fast-math and no contraction. The two relaxations allowed change no result: math functions need
# not set errno, and nobody reads the floating-point exception flags.

add_library(relco_flags INTERFACE)
target_compile_features(relco_flags INTERFACE cxx_std_20)
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)

target_compile_options(relco_flags INTERFACE
  -ffp-contract=off -fno-math-errno -fno-trapping-math
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion)

# Only with the compilers CI uses: another one's new warnings must not keep anybody from building.
string(REGEX MATCH "^[0-9]+" major "${CMAKE_CXX_COMPILER_VERSION}")
if(RELCO_WERROR AND "${CMAKE_CXX_COMPILER_ID} ${major}" MATCHES "^(GNU 12|Clang 19)$")
  target_compile_options(relco_flags INTERFACE -Werror)
endif()

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND major LESS 15)
  # False alarms about the insides of std::string and std::vector at -O3 (GCC bugs 105651, 107852).
  target_compile_options(relco_flags INTERFACE
    -Wno-restrict -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  # libstdc++ 12's own stable_sort calls what it has deprecated; g++ does not look into system headers.
  target_compile_options(relco_flags INTERFACE -Wno-deprecated-declarations)
endif()

if(RELCO_SANITIZE)
  target_compile_options(relco_flags INTERFACE
    -fsanitize=${RELCO_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer
    -Wno-maybe-uninitialized)   # false alarms once g++ has instrumented the code
  target_link_options(relco_flags INTERFACE -fsanitize=${RELCO_SANITIZE})
endif()
