// All names that a scenario defines, gathered before its values are read, so that a reference can
// be checked where it stands, in whatever order the file is written.
#pragma once

#include <array>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace relco::scenario {

// What a name can be the name of.
enum class Thing : std::uint8_t {
  nothing,
  role,
  organisation,
  sector,
  unit,
  labour_union,
  payer,
  pathway,
  channel,
  change,
  arm,
  factor,
  outcome,
  quantity,
  rule,
  expectation,
  household
};
inline constexpr std::size_t kThings = 17;

// "organisation", "an outcome": for messages.
[[nodiscard]] std::string_view word_for(Thing thing);

class NameBook {
 public:
  void add(Thing thing, std::string name) {
    if (!name.empty()) of(thing).insert(std::move(name));
  }
  [[nodiscard]] bool knows(Thing thing, std::string_view name) const {
    return accepted_[static_cast<std::size_t>(thing)] || of(thing).find(name) != of(thing).end();
  }
  // Lets every name pass, where the names could not be made out and that was said already.
  void accept_all(Thing thing) { accepted_[static_cast<std::size_t>(thing)] = true; }
  [[nodiscard]] bool any(Thing thing) const { return !of(thing).empty(); }
  [[nodiscard]] std::vector<std::string_view> all(Thing thing) const {
    return {of(thing).begin(), of(thing).end()};
  }

 private:
  using Names = std::set<std::string, std::less<>>;
  [[nodiscard]] const Names& of(Thing thing) const {
    return names_[static_cast<std::size_t>(thing)];
  }
  [[nodiscard]] Names& of(Thing thing) { return names_[static_cast<std::size_t>(thing)]; }
  std::array<Names, kThings> names_;
  std::array<bool, kThings> accepted_{};
};

}  // namespace relco::scenario
