// Doses of changes that name a role: they reach the people of that role and nobody else (model
// equation X13). What only a whole unit can have (safety, inquiry, shared systems) moves in
// proportion to the posts reached.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/numerics.h"
#include "rules/change/levers.h"

namespace relco {

struct RoleDose {
  std::uint32_t unit = 0, role = 0;
  float share = 0;  // of the unit's posts
  Levers levers{};
  float hours = 0;          // asked of each person of the role
  float mandate = 0;        // dose of mandated change
  float threat = 0;         // to the identity of the role's people
  std::uint32_t order = 0;  // among the doses of the week, as changes gave them
};

// The doses of one unit, of all doses sorted by unit.
[[nodiscard]] std::span<const RoleDose> doses_of(const std::vector<RoleDose>& doses,
                                                 std::uint32_t unit);

// X13: what a person of the role gets: the doses of the unit and those of the role.
[[nodiscard]] inline Levers levers_felt(Levers unit, std::span<const RoleDose> doses,
                                        std::uint32_t role) noexcept {
  for (const RoleDose& dose : doses) {
    if (dose.role != role) continue;
    for (std::size_t n = 0; n < kLevers; ++n) unit[n] += dose.levers[n];
  }
  return unit;
}

[[nodiscard]] inline float hours_asked(float unit, std::span<const RoleDose> doses,
                                       std::uint32_t role) noexcept {
  for (const RoleDose& dose : doses) unit += dose.role == role ? dose.hours : 0.0f;
  return unit;
}

[[nodiscard]] inline float threat_felt(float unit, std::span<const RoleDose> doses,
                                       std::uint32_t role) noexcept {
  for (const RoleDose& dose : doses) unit += dose.role == role ? dose.threat : 0.0f;
  return clamp01(unit);
}

// Mean over the unit's posts of what doses of roles add to one lever, and to the threat.
[[nodiscard]] inline float lever_of_roles(std::span<const RoleDose> doses, Lever which) noexcept {
  float sum = 0;
  for (const RoleDose& dose : doses) sum += dose.share * lever(dose.levers, which);
  return sum;
}
[[nodiscard]] inline float threat_of_roles(std::span<const RoleDose> doses) noexcept {
  float sum = 0;
  for (const RoleDose& dose : doses) sum += dose.share * dose.threat;
  return sum;
}

}  // namespace relco
