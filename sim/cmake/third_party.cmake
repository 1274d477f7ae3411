# The libraries relco stands on. Which room may use which is said in that room's CMakeLists.txt.

function(relco_needs package)
  if(NOT ${package}_FOUND)
    message(FATAL_ERROR "relco needs ${package} and cannot find it.\n"
                        "On Debian and Ubuntu: bash sim/setup/packages.sh build")
  endif()
endfunction()

set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads QUIET)
relco_needs(Threads)

find_package(fmt QUIET)                                   # messages
relco_needs(fmt)
find_package(Boost 1.81 QUIET CONFIG COMPONENTS json)     # JSON in and out, mathematics, HTTP
relco_needs(Boost)
find_package(TBB QUIET)                                   # threads
relco_needs(TBB)
find_package(yaml-cpp QUIET)                              # scenario files
relco_needs(yaml-cpp)
if(NOT TARGET yaml-cpp::yaml-cpp)                         # its name before 0.8
  add_library(yaml-cpp::yaml-cpp ALIAS yaml-cpp)
endif()
find_package(HDF5 QUIET COMPONENTS C HL)                  # result files
relco_needs(HDF5)
find_package(NLopt QUIET)                                 # search without derivatives
relco_needs(NLopt)
find_package(CLI11 QUIET)                                 # the command line
relco_needs(CLI11)

# Its target is called after the build of the library; both have the algorithms and the header.
add_library(relco_nlopt INTERFACE)
target_link_libraries(relco_nlopt INTERFACE ${NLOPT_LIBRARIES})

# Files must open with HDF5 1.10 everywhere, and the code must compile with 1.14 too.
add_library(relco_hdf5 INTERFACE)
target_link_libraries(relco_hdf5 INTERFACE hdf5::hdf5 hdf5::hdf5_hl)
target_compile_definitions(relco_hdf5 INTERFACE H5_USE_110_API)

# Header-only, and slow to compile: one file of the studio holds asio/impl/src.hpp and beast/src.hpp.
add_library(relco_beast INTERFACE)
target_link_libraries(relco_beast INTERFACE Boost::headers Threads::Threads)
target_compile_definitions(relco_beast INTERFACE
  BOOST_ASIO_SEPARATE_COMPILATION BOOST_BEAST_SEPARATE_COMPILATION)
