// What can go wrong, told apart by whose move is next (see exit_codes.h for the numbers).
#pragma once

#include <fmt/format.h>

#include <source_location>
#include <stdexcept>
#include <string>

namespace relco {

// Something a person wrote or typed is wrong; the message is complete and needs no trace.
class UserError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// A results file, snapshot or output place cannot be used: missing, damaged, full, not ours.
class PlaceError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// A promise inside relco was broken. Users are asked to report it.
class BugError : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

[[noreturn]] inline void throw_bug(const std::string& what, const std::source_location& place) {
  throw BugError(
      fmt::format("this is a bug in relco: {} ({}:{})", what, place.file_name(), place.line()));
}

}  // namespace relco

// A promise that stays checked in release builds. Use where a caller could be wrong, not per tie.
#define RELCO_CHECK(condition, ...)                                                    \
  do {                                                                                 \
    if (!(condition)) {                                                                \
      ::relco::throw_bug(::fmt::format(__VA_ARGS__), std::source_location::current()); \
    }                                                                                  \
  } while (false)
