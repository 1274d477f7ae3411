// What each verb of a change heeds of the change's `where`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "world/facts.h"

namespace relco::scenario {

struct Heeded {
  std::string_view verb;
  std::string_view acts_on;                 // "whole organisations"
  std::vector<std::string_view> keys = {};  // of where
  // A key that does less than it may seem to, and what it does.
  struct Partly {
    std::string_view key, what;
  };
  std::vector<Partly> partly = {};

  [[nodiscard]] bool heeds(std::string_view key) const;
};

// One row per verb, in the order of VerbChange.
[[nodiscard]] const std::vector<Heeded>& heeded_rows();
[[nodiscard]] const Heeded& heeded_by(const VerbChange& verb);

// Whether `fidelity` and `coverage` weaken the verb; what is law or money reaches all or nobody.
[[nodiscard]] bool is_delivered(const VerbChange& verb);

// The keys of `where` that are given.
[[nodiscard]] std::vector<std::string_view> keys_given(const ChangeScope& where);

// "'structure' acts on whole organisations; role is not heeded", or "" when the key is heeded.
[[nodiscard]] std::string not_heeded(const Heeded& row, std::string_view key);

// The row as sentences of the reference; "" for a word that is no verb.
[[nodiscard]] std::string heeded_sentence(std::string_view verb);

}  // namespace relco::scenario
