#include "world/world.h"

#include <algorithm>

namespace relco {

bool is_named(const Plan& plan, std::uint32_t organisation, const std::vector<std::string>& names) {
  if (names.empty()) return true;
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    return plan.organisation_names[organisation] == name ||
           plan.declared_names[organisation] == name;
  });
}

std::uint32_t find_pair(const Plan& plan, const Pairs& pairs, std::uint32_t a, std::uint32_t b) {
  const auto partner = [&](std::uint32_t pair) {
    return pairs.lower[pair] == a ? pairs.upper[pair] : pairs.lower[pair];
  };
  const auto first = plan.adjacency.begin() + plan.offsets[a];
  const auto last = plan.adjacency.begin() + plan.offsets[a + 1];
  const auto found = std::lower_bound(
      first, last, b,
      [&](std::uint32_t pair, std::uint32_t wanted) { return partner(pair) < wanted; });
  return found != last && partner(*found) == b ? *found : kNone;
}

}  // namespace relco
