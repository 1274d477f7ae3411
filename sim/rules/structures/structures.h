// The twelve structures: how they follow what is decided, how far each pair of people feels them,
// and what they do to closeness and clarity (model equations S1-S8).
#pragma once

#include "base/numerics.h"
#include "rules/structures/structures_parameters.h"
#include "world/tables.h"

namespace relco {

[[nodiscard]] inline float level(const StructureLevels& s, Structure which) noexcept {
  return s[static_cast<std::size_t>(which)];
}

// S1: mean level, 0-1.
[[nodiscard]] inline float structures_index(const StructureLevels& s) noexcept {
  float sum = 0;
  for (float x : s) sum += x;
  return sum / static_cast<float>(kStructures);
}

// S2: structures as a person of some status feels them. The whole bundle is worth more than the
// sum of its parts; high-status roles are covered least (A25).
[[nodiscard]] inline float structures_felt(const StructuresParameters& p, const StructureLevels& s,
                                           float status) noexcept {
  const float index = structures_index(s);
  const float exposure = 1.0f - p.status_exposure * max0(2.0f * (status - 0.5f));
  return index * (1.0f - p.synergy + p.synergy * index) * exposure;
}

// S8: of a structure that was decided on, the share that leaders of this support put into practice
// (S0-27: changed structures need the top behind them).
[[nodiscard]] inline float enacted(const StructuresParameters& p, float support) noexcept {
  return clamp01(support / p.leader_enacts);
}

// S3: one week of one structure from `start`, which needs nobody, towards its target as far as it
// is enacted, shifted by leaders' support above its own start.
[[nodiscard]] inline float structure_after(const StructuresParameters& p, float now, float start,
                                           float target, float support,
                                           float own_support) noexcept {
  const float steered = start + enacted(p, support) * (target - start);
  return clamp01(now + p.adapt * (steered + p.leader_pull * (support - own_support) - now));
}

// S4: shared systems and protocols as clarity, 0-1.
[[nodiscard]] inline float clarity_of(const StructureLevels& s) noexcept {
  return 0.5f *
         (level(s, Structure::shared_information_systems) + level(s, Structure::shared_protocols));
}

}  // namespace relco
