// "Refuses, and says so in these words", for both versions of Catch2: their matchers differ.
#pragma once

#include <initializer_list>
#include <string>

#include "support/catch.h"

namespace relco::record {

template <typename Error, typename Call>
void check_refused(const Call& call, std::initializer_list<std::string> words) {
  std::string told;
  try {
    call();
    FAIL_CHECK("nothing was refused");
    return;
  } catch (const Error& error) {
    told = error.what();
  }
  for (const std::string& word : words) {
    CAPTURE(told, word);
    CHECK(told.find(word) != std::string::npos);
  }
}

}  // namespace relco::record
