// The twelve structures: how they follow what is decided, how far each pair of people feels them,
// and what they do to closeness and clarity (model equations S1-S9).
#pragma once

#include "base/numerics.h"
#include "rules/structures/structures_parameters.h"
#include "world/tables.h"

namespace relco {

[[nodiscard]] inline float level(const StructureLevels& s, Structure which) noexcept {
  return s[static_cast<std::size_t>(which)];
}

// S1: mean level of the twelve, 0-1 (C01).
[[nodiscard]] inline float structures_index(const StructureLevels& s) noexcept {
  float sum = 0;
  for (float x : s) sum += x;
  return sum / static_cast<float>(kStructures);
}

// S2: structures as a person of some status feels them, 0-1. The whole bundle is worth more than
// the sum of its parts; high-status roles are covered least (A25).
[[nodiscard]] inline float structures_felt(const StructuresParameters& p, const StructureLevels& s,
                                           float status) noexcept {
  const float index = structures_index(s);
  const float exposure = 1.0f - p.status_exposure * max0(2.0f * (status - 0.5f));
  return index * (1.0f - p.synergy + p.synergy * index) * exposure;
}

// S8: of a structure that was decided on, the share, 0-1, that leaders of this support put into
// practice (S0-27: changed structures need the top behind them).
[[nodiscard]] inline float enacted(const StructuresParameters& p, float support) noexcept {
  return clamp01(support / p.leader_enacts);
}

// S3: one structure after the week, 0-1 (S1-26, S0-27): from `start`, which needs nobody, towards
// its target as far as it is enacted, shifted by leaders' support above its own start. Building up
// is an investment: it goes as fast as budgets and plans reach (`investing`, X14).
[[nodiscard]] inline float structure_after(const StructuresParameters& p, float now, float start,
                                           float target, float support, float own_support,
                                           float investing = 1.0f) noexcept {
  const float steered = start + enacted(p, support) * (target - start);
  const float gap = steered + p.leader_pull * (support - own_support) - now;
  const float rate = gap > 0.0f ? p.adapt * investing : p.adapt;
  return clamp01(now + (rate < 1.0f ? rate : 1.0f) * gap);
}

// Uncertainty at which structures matter as much as they do on average.
inline constexpr float kOrdinaryUncertainty = 0.3f;

// S9: structures matter more where work is uncertain (C02). `reach` is the share that works across
// the boundary, `uncertainty` that of the pathways which the tie serves.
[[nodiscard]] inline float reach_under(const StructuresParameters& p, float reach,
                                       float uncertainty) noexcept {
  return reach * (1.0f + p.uncertainty_gain * (uncertainty - kOrdinaryUncertainty));
}

// S4: shared systems and protocols as clarity, 0-1 (C05).
[[nodiscard]] inline float clarity_of(const StructureLevels& s) noexcept {
  return 0.5f *
         (level(s, Structure::shared_information_systems) + level(s, Structure::shared_protocols));
}

}  // namespace relco
