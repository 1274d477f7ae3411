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
  const auto [lower, upper] = std::minmax(a, b);
  const auto first = plan.pairs_of.begin() + plan.offsets[lower];
  const auto last = plan.pairs_of.begin() + plan.offsets[lower + 1];
  const auto found = std::lower_bound(
      first, last, upper,
      [&](std::uint32_t pair, std::uint32_t wanted) { return pairs.upper[pair] < wanted; });
  return found != last && pairs.upper[*found] == upper ? *found : kNone;
}

}  // namespace relco
