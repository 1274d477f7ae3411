#include "rules/change/role_doses.h"

#include <algorithm>

namespace relco {

std::span<const RoleDose> doses_of(const std::vector<RoleDose>& doses, std::uint32_t unit) {
  const auto first = std::lower_bound(
      doses.begin(), doses.end(), unit,
      [](const RoleDose& dose, std::uint32_t wanted) { return dose.unit < wanted; });
  auto last = first;
  while (last != doses.end() && last->unit == unit) ++last;
  return {first, last};
}

}  // namespace relco
