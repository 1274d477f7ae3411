// The survey held in a world: who is asked and who answers, and what they tick. A pure function of
// the world as committed at the start of its week and of the luck of the world's seed and
// replicate, so arms share the luck of their surveys too.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "survey/answers.h"
#include "survey/import.h"
#include "survey/survey_parameters.h"
#include "world/world.h"

namespace relco::survey {

enum class Mode : std::uint8_t { web, post, in_person };
inline constexpr std::array<std::string_view, 3> kModeNames{"web", "post", "in_person"};
[[nodiscard]] std::optional<Mode> mode_named(std::string_view name);

// How those of a unit and role are asked in this world: as the last survey of its arm says that has
// begun, has a dose and reaches them; by web before the first. kNone stands for families.
[[nodiscard]] Mode mode_in(const World& world, std::uint32_t unit, std::uint32_t role);

struct SurveyPlan {
  std::string pathway;       // the work process asked about: only those who may serve it; "" is all
  bool families = false;     // families rate and are rated as one more group
  std::optional<Mode> mode;  // none: as the scenario's surveys ask each, see mode_in()
  int waves = 1;  // further waves ask those who answered again; nothing has changed since
};

// Chance that somebody answers, from the leader's support and the own load.
[[nodiscard]] float response_chance(const SurveyParameters& p, Mode mode, float support,
                                    float load) noexcept;

// An answer before it is ticked, and the tick: the nearest of 1, 2, 3, 4, 5.
[[nodiscard]] double ticked(double score) noexcept;

// Standard deviation of one answer around what the rater perceives: all of the instrument's spread.
[[nodiscard]] double answer_spread(const SurveyParameters& p) noexcept;

// Mean of the ticks that a perceived score leads to: near 1 and 5 the scale cuts the spread off, so
// high scores come out lower than they are and low ones higher. `spread` is the standard deviation
// of what would be ticked if the scale were open.
[[nodiscard]] double expected_tick(double score, double spread) noexcept;

[[nodiscard]] Answers hold_survey(const World& world, const SurveyParameters& parameters,
                                  const SurveyPlan& plan);

// Everyone whom hold_survey() asks, by place and group.
[[nodiscard]] std::vector<RosterRow> roster_of(const World& world, const SurveyPlan& plan);

}  // namespace relco::survey
