// What a run reports: one table for results files, verdicts, contracts and documentation.
//   X(name, unit, good, level, meaning)
// good: +1 more is better, -1 less is better, 0 neither. level: the smallest thing it is of; sums
// over any larger scope have a meaning too.
// Weekly rates count events of the week; per-case values are means over cases that ended in it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace relco {

#define RELCO_OUTCOMES(X)                                                                     \
  X(rc_index, "1-5", 1, tie, "mean of the seven items over all ties")                         \
  X(rc_within, "1-5", 1, tie, "RC index of ties inside one unit and role")                    \
  X(rc_between, "1-5", 1, tie, "RC index of ties across roles, units, organisations")         \
  X(rc_family, "1-5", 1, tie, "RC index of ties between providers and families")              \
  X(goals, "1-5", 1, tie, "shared goals, provider ties")                                      \
  X(knowledge, "1-5", 1, tie, "shared knowledge, provider ties")                              \
  X(respect, "1-5", 1, tie, "mutual respect, provider ties")                                  \
  X(frequent, "1-5", 1, tie, "frequency of communication, as raters feel it")                 \
  X(timely, "1-5", 1, tie, "timeliness of communication")                                     \
  X(accurate, "1-5", 1, tie, "accuracy of communication")                                     \
  X(problem_solving, "1-5", 1, tie, "problems are solved together, not blamed")               \
  X(communication_score, "1-5", 1, tie, "mean of the four communication items")               \
  X(relationship_score, "1-5", 1, tie, "mean of goals, knowledge and respect")                \
  X(care_quality, "share", 1, pathway, "skill times the coordinated share of the care")       \
  X(information_sharing, "share", 1, pathway, "needs met by contact in time and accurate")    \
  X(timely_followup, "share", 1, pathway, "needs after the stay met in time")                 \
  X(episode_length, "days", -1, pathway, "days until the episode's work is done")             \
  X(experience, "share", 1, pathway, "how well the cared-for person felt looked after")       \
  X(pain_freedom, "share", 1, pathway, "freedom from pain at the end of follow-up")           \
  X(function, "share", 1, pathway, "physical function at the end of follow-up")               \
  X(coherent_plan_weeks, "weeks", -1, pathway, "weeks from start to one coherent plan")       \
  X(delay, "days", -1, pathway, "days lost in a case by waiting for each other")              \
  X(duplication, "per case", -1, pathway, "work done twice")                                  \
  X(contradictory_plans, "share", -1, pathway, "case weeks with contradictory plans")         \
  X(adverse_events, "per case", -1, pathway, "adverse events")                                \
  X(catastrophic_events, "per 1000 cases", -1, pathway, "events with lasting harm")           \
  X(readmissions, "share", -1, pathway, "cases readmitted during follow-up")                  \
  X(admissions, "per week", -1, pathway, "use of channels that count as admission")           \
  X(substitute_use, "per week", 0, pathway, "use of exempt channels")                         \
  X(detentions, "per week", -1, pathway, "catastrophic escalations in crisis pathways")       \
  X(frequent_attendance, "share", -1, pathway, "cases that come back within follow-up")       \
  X(suggestion_acceptance, "share", 1, tie, "suggestions across roles that are accepted")     \
  X(discharge_errors, "per case", -1, pathway, "errors at hand-over when the stay ends")      \
  X(return_to_work, "share", 1, pathway, "cases that ended well within half a year")          \
  X(wellness, "share", 1, pathway, "wellness of those cared for")                             \
  X(episode_cost, "money", -1, pathway, "cost of an episode to all payers")                   \
  X(cost_by_payer, "money per week", -1, pathway,                                             \
    "what payers pay for the pathways it accounts for")                                       \
  X(substitute_cost, "money per week", -1, pathway, "cost of exempt channels")                \
  X(wasted_effort, "hours per case", -1, pathway, "hours of repair, duplication and chasing") \
  X(burnout, "share", -1, person, "mean burnout of staff")                                    \
  X(leaving, "per year", -1, person, "share of staff who leave")                              \
  X(job_satisfaction, "share", 1, person, "mean job satisfaction of staff")                   \
  X(psychological_safety, "share", 1, unit, "safe to speak up")                               \
  X(error_reporting, "share", 1, unit, "share of adverse events that get reported")           \
  X(group_bias, "share", -1, person, "in-group bias that people carry")                       \
  X(family_strain, "share", -1, pathway, "strain of families")                                \
  X(family_preparedness, "share", 1, pathway, "preparedness of families")                     \
  X(leader_support, "share", 1, unit, "support of leaders for relational work")               \
  X(structures_index, "share", 1, organisation, "mean level of the twelve structures")        \
  X(trust_between_organisations, "share", 1, organisation, "trust in partner organisations")  \
  X(programme_delay, "weeks", -1, organisation, "weeks by which planned change lags")         \
  X(negotiation_weeks, "weeks", -1, organisation, "weeks spent negotiating with partners")    \
  X(conflict_debt, "share", -1, organisation, "conflicts left unsettled")

// tie: one person about another. pathway: the cases of one pathway.
enum class OutcomeLevel : std::uint8_t { tie, person, unit, pathway, organisation };

#define RELCO_DECLARE_OUTCOME(name, unit, good, level, meaning) name,
enum class Outcome : std::uint8_t { RELCO_OUTCOMES(RELCO_DECLARE_OUTCOME) };
#undef RELCO_DECLARE_OUTCOME

#define RELCO_COUNT_OUTCOME(name, unit, good, level, meaning) +1
inline constexpr std::size_t kOutcomes = 0 RELCO_OUTCOMES(RELCO_COUNT_OUTCOME);
#undef RELCO_COUNT_OUTCOME

struct OutcomeRow {
  std::string_view name, unit;
  int good = 0;
  OutcomeLevel level = OutcomeLevel::organisation;
  std::string_view meaning;
};

[[nodiscard]] std::span<const OutcomeRow> outcome_rows();
// The smallest scope for which an outcome of the level can be asked: "pair of roles", "role", ...
[[nodiscard]] std::string_view smallest_scope(OutcomeLevel level);
[[nodiscard]] std::optional<Outcome> find_outcome(std::string_view name);
[[nodiscard]] inline const OutcomeRow& row_of(Outcome outcome) {
  return outcome_rows()[static_cast<std::size_t>(outcome)];
}

// Of what single cases have each a value of their own, known when the case ends, the unit in which
// their spread is kept; 0 of everything else.
[[nodiscard]] double case_unit(Outcome outcome);

// Which cycle won.
enum class Regime : std::uint8_t { virtuous, vicious, contested };
inline constexpr std::size_t kRegimes = 3;
inline constexpr std::string_view kRegimeNames[kRegimes] = {"virtuous", "vicious", "contested"};

}  // namespace relco
