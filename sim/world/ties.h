// One directed tie, what its two ends bring to it, and the bits of what happened on it.
#pragma once

#include <cstdint>

// Rules on ties are functions of one tie that the engine runs in lanes of many; they must vanish
// into the loop over lanes, whatever instructions it is compiled for.
#define RELCO_LANE_RULE [[nodiscard]] [[gnu::always_inline]] inline
#define RELCO_LANE_STEP [[gnu::always_inline]] inline

namespace relco {

// Orientation of one person towards another; each component in [0, 1] on the storage grid.
// A component x reads on the survey scale as 1 + 4x.
struct Tie {
  float goals = 0;
  float knowledge = 0;
  float respect = 0;
};

[[nodiscard]] constexpr float survey_score(float x) noexcept {
  return 1.0f + 4.0f * x;
}
[[nodiscard]] constexpr float tie_value(float score) noexcept {
  return (score - 1.0f) * 0.25f;
}

// Event bits of one direction and week; stored as bytes, wider in arithmetic so that lanes need no
// narrowing.
using Events = std::int32_t;
namespace event {
inline constexpr std::uint8_t contact = 1;
inline constexpr std::uint8_t timely = 2;
inline constexpr std::uint8_t accurate = 4;
inline constexpr std::uint8_t problem = 8;
inline constexpr std::uint8_t solved = 16;
inline constexpr std::uint8_t active = 32;  // the pair needed each other this week
inline constexpr std::uint8_t excess = 64;  // contact beyond what was needed
inline constexpr std::uint8_t well = contact | timely | accurate;
}  // namespace event

// What one side (a provider or a family) brings to its ties this week: a flow of the workload
// phase, packed so that a partner costs one or two cache lines.
//   X(type, name, resting value, meaning)
#define RELCO_PROFILE(X)                                                                     \
  X(float, strain, 0.0f, "strain, mean over the week")                                       \
  X(float, weekday_strain, 0.0f, "further strain per day after Wednesday")                   \
  X(float, presence, 1.0f, "0 while the post is empty")                                      \
  X(float, contact, 0.0f, "log-odds of contact: coordinators, meetings")                     \
  X(float, solving, 0.0f, "log-odds of solving: labour, safety, coaching")                   \
  X(float, status, 0.5f, "standing among professions")                                       \
  X(float, inquiry, 0.0f, "humble inquiry, takes the edge off status")                       \
  X(float, structures, 0.0f, "felt structures, exposure of the role applied")                \
  X(float, bias_role, 0.0f, "in-group bias that acts (identity and support applied): roles") \
  X(float, bias_unit, 0.0f, "the same across units")                                         \
  X(float, bias_organisation, 0.0f, "the same across organisations")                         \
  X(float, bias_label, 0.0f, "the same across labels")                                       \
  X(float, leader, 0.0f, "support of leaders beyond the usual")                              \
  X(float, anchor_labour, 0.0f, "log-odds")                                                  \
  X(float, learn_goals, 0.0f, "dose of direct learning in interventions; may be negative")   \
  X(float, learn_knowledge, 0.0f, "the same for knowledge")                                  \
  X(float, learn_respect, 0.0f, "the same for respect")                                      \
  X(float, own_effort, 0.0f, "log-odds of contact from payment of the own result")           \
  X(float, attached, 0.0f, "face to face with the teams served, 0-1")                        \
  X(std::uint32_t, luck, 0u, "32 bits of the stable id, for keyed draws")                    \
  X(std::uint32_t, role, 0u, "hash of the role")                                             \
  X(std::uint32_t, label, 0u, "label beyond role and place")

struct Profile {
#define RELCO_PROFILE_MEMBER(type, name, rest, meaning) type name = rest;
  RELCO_PROFILE(RELCO_PROFILE_MEMBER)
#undef RELCO_PROFILE_MEMBER
};

// What a link (the ties between two units) adds for every pair on it; constant over a block.
//   X(type, name, resting value, meaning)
#define RELCO_LINK_VIEW(X)                                                                    \
  X(float, other_unit, 0.0f, "1 across units")                                                \
  X(float, other_organisation, 0.0f, "1 across organisations, also after a merger (legacy)")  \
  X(float, structures_reach, 1.0f, "share of the structures that works across this boundary") \
  X(float, leader_reach, 1.0f, "share of a leader's support that works across this boundary") \
  X(float, shared_systems, 0.0f, "shared information systems and protocols, 0-1")             \
  X(float, near, 0.0f, "face to face, 0-1")                                                   \
  X(float, distrust, 0.0f, "missing trust between the organisations, 0-1; 0 inside")          \
  X(float, exposure, 0.0f, "of the sender's side to the partner's result, 0-1")               \
  X(float, one_sided, 0.0f, "exposure that only one side has")                                \
  X(float, own_group, 0.0f, "1 inside one workgroup: same unit and role")

struct LinkView {
#define RELCO_LINK_MEMBER(type, name, rest, meaning) type name = rest;
  RELCO_LINK_VIEW(RELCO_LINK_MEMBER)
#undef RELCO_LINK_MEMBER
};

}  // namespace relco
