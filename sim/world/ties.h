// One directed tie, what its two ends bring to it, and the bits of what happened on it.
#pragma once

#include <cstdint>

namespace relco {

// Orientation of one person towards another; each component in [0, 1] on the storage grid.
// A component x reads on the survey scale as 1 + 4x.
struct Tie {
  float goals = 0;
  float knowledge = 0;
  float respect = 0;
};

[[nodiscard]] constexpr float survey_score(float x) noexcept { return 1.0f + 4.0f * x; }
[[nodiscard]] constexpr float tie_value(float score) noexcept { return (score - 1.0f) * 0.25f; }

// Event bits of one direction and week.
namespace event {
inline constexpr std::uint8_t contact = 1;
inline constexpr std::uint8_t timely = 2;
inline constexpr std::uint8_t accurate = 4;
inline constexpr std::uint8_t problem = 8;
inline constexpr std::uint8_t solved = 16;
inline constexpr std::uint8_t active = 32;  // the pair needed each other this week
inline constexpr std::uint8_t well = contact | timely | accurate;
}  // namespace event

// What one side (a provider or a family) brings to its ties this week: a flow of the workload
// phase, packed so that a partner costs one or two cache lines.
struct Profile {
  float strain = 0;           // mean over the week
  float weekday_strain = 0;   // further strain per day after Wednesday
  float presence = 1;         // 0 while the post is empty
  float contact = 0;          // log-odds of contact: coordinators, meetings
  float solving = 0;          // log-odds of solving: leaders, labour, safety, coaching
  float status = 0.5f;
  float inquiry = 0;          // humble inquiry, takes the edge off status
  float structures = 0;       // felt structures, exposure of the role applied
  float bias_role = 0;        // in-group bias that acts, by boundary (identity and support applied)
  float bias_unit = 0;
  float bias_organisation = 0;
  float bias_label = 0;
  float anchor_leadership = 0;  // log-odds
  float anchor_labour = 0;      // log-odds
  float learn_goals = 0;      // dose of direct learning in interventions; may be negative
  float learn_knowledge = 0;
  float learn_respect = 0;
  float own_effort = 0;       // log-odds of contact from payment of the own result
  float attached = 0;         // face to face with the teams served, 0-1
  std::uint32_t luck = 0;     // 32 bits of the stable id, for keyed draws
  std::uint16_t role = 0;
  std::uint16_t label = 0;
};

// What a link (the ties between two units) adds for every pair on it; constant over a block.
struct LinkView {
  float other_unit = 0;          // 1 across units
  float other_organisation = 0;  // 1 across organisations, also after a merger (legacy identity)
  float structures_reach = 1;    // share of the structures that works across this boundary
  float shared_systems = 0;      // shared information systems and protocols, 0-1
  float near = 0;                // face to face, 0-1
  float distrust = 0;            // missing trust between the organisations, 0-1; 0 inside
  float exposure = 0;            // of the sender's side to the partner's result, 0-1
  float one_sided = 0;           // exposure that only one side has
  float own_group = 0;           // 1 inside one workgroup: same unit and role
};

}  // namespace relco
