// The closed tables of words that scenario files may use. Words are added, never renamed: schema,
// reader, reference and results all read these tables.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace relco {

// One word and what it means, for the generated reference.
struct Word {
  std::string_view name;
  std::string_view meaning;
};

// The twelve structures of relational coordination theory; C01 to C14 tell what is known of them.
#define RELCO_STRUCTURES(X)                                                          \
  X(hiring_for_teamwork, "hiring selects for the ability to work with others")       \
  X(training_for_teamwork, "training covers working with other professions")         \
  X(shared_accountability, "performance is assessed across functions, not in silos") \
  X(shared_rewards, "rewards depend on the joint result")                            \
  X(shared_conflict_resolution, "conflicts are brought up and settled together")     \
  X(boundary_spanner_role, "posts whose job is to connect others around the case")   \
  X(relational_job_design, "jobs leave room and duty to work with others")           \
  X(supportive_supervision, "supervisors coach instead of control")                  \
  X(team_meetings, "inclusive meetings of all who care for the case")                \
  X(shared_protocols, "written procedures that span the professions")                \
  X(shared_information_systems, "one record that everyone can read and write")       \
  X(shared_space, "people work where they can see each other")

#define RELCO_PAYMENT_MODELS(X)                                                               \
  X(fee_for_service, "each service is paid by itself")                                        \
  X(pay_for_performance, "a bonus on the organisation's own measured quality")                \
  X(bundled, "one price for the whole episode, shared by the partners")                       \
  X(shared_savings, "partners keep part of what they save (accountable care)")                \
  X(capitation, "a fixed sum per person and year")                                            \
  X(pooled_budget, "one joint budget of the partners")                                        \
  X(co_financing, "one partner pays a share of what the other charges; some channels exempt") \
  X(per_day_charge, "a charge per day for a bed that waits for the next partner")

#define RELCO_CHANGE_VERBS(X)                                                \
  X(payment, "another payment model")                                        \
  X(leader, "another leader, or another stance of the leader")               \
  X(structure, "new levels of the twelve structures")                        \
  X(intervention, "people spend time on named interventions")                \
  X(governance, "joint governance of partners, with delegated authority")    \
  X(merge, "two organisations become one")                                   \
  X(split, "a merged organisation comes apart again")                        \
  X(reassign, "posts of a role move to another unit or to pathway teams")    \
  X(add_role, "posts of a role are added to a unit")                         \
  X(remove_role, "posts of a role are taken from a unit")                    \
  X(colocate, "units move under one roof")                                   \
  X(staffing, "capacity changes by a factor; layoffs when below 1")          \
  X(demand, "arrivals change by a factor")                                   \
  X(shock, "a sudden strain on workload and safety")                         \
  X(identity, "a shared identity is cultivated, or labels are made salient") \
  X(union, "strength, stance or process quality of a union changes")         \
  X(survey, "the survey is run, with or without facilitated feedback")       \
  X(channel, "a channel of care is opened, closed, exempted or repriced")    \
  X(policy, "policy pressure, political blame risk, mode of accountability") \
  X(budget_cycle, "how many years a budget binds")                           \
  X(rename_nothing, "the null change: computed as its own world, does nothing")

#define RELCO_INTERVENTIONS(X)                                                        \
  X(coaching, "coaching of teams and leaders in relational practice")                 \
  X(humble_inquiry, "leaders ask instead of tell")                                    \
  X(role_modelling, "leaders show the behaviour at their own level")                  \
  X(huddles, "short daily meetings across roles")                                     \
  X(shadowing, "people follow another profession's working day")                      \
  X(bedside_rounds, "structured rounds with patient and family")                      \
  X(joint_away_day, "partners' staff meet for a day")                                 \
  X(separate_away_day, "each organisation meets alone about the partnership")         \
  X(separate_pre_meeting, "each side prepares its position before the joint meeting") \
  X(survey_feedback, "survey results are shown to those surveyed")                    \
  X(conflict_resolution, "conflicts are surfaced and settled quickly and openly")     \
  X(shared_vision, "an overarching vision, patient or cost framed")                   \
  X(team_training, "simulation and team training")                                    \
  X(family_in_team, "the family is a full member of the team")                        \
  X(family_preparation, "the family is prepared for its part of the care")            \
  X(advocate, "an advocate stands beside the citizen")                                \
  X(alert_channel, "services can alert each other about a citizen")                   \
  X(course, "group courses for citizens")                                             \
  X(home_visit, "preventive visits at home")                                          \
  X(positive_deviance, "the front line finds and spreads its own good practice")      \
  X(champions, "respected colleagues lead by example")                                \
  X(sanctions, "breaches of agreed behaviour have consequences")                      \
  X(protocol_rollout, "a written protocol is rolled out")                             \
  X(lean, "a lean programme")                                                         \
  X(it_programme, "an information technology programme")                              \
  X(hr_programme, "a human resources programme")

// What a change appeals to.
#define RELCO_FRAMINGS(X)                       \
  X(neutral, "no particular appeal")            \
  X(patient, "for the sake of those cared for") \
  X(cost, "for the sake of cost")

// How a survey asks people; `paper` is another word for post.
#define RELCO_SURVEY_MODES(X)                           \
  X(web, "a link by mail")                              \
  X(post, "a form by post")                             \
  X(in_person, "handed out, and filled in on the spot") \
  X(paper, "the same as post")

// Kinds of executable claims; the order is that of ExpectationKind (facts.h).
#define RELCO_EXPECTATION_KINDS(X)                                                              \
  X(level, "the outcome lies in the band")                                                      \
  X(effect, "arm minus versus lies in the band, paired by luck")                                \
  X(order, "the outcome rises strictly along the list of arms")                                 \
  X(ratio, "effect of one arm over effect of the other lies in the band")                       \
  X(share_of_replicates, "the share of replicates in the regime lies in the band")              \
  X(trend, "the slope over the weeks, per year, lies in the band")                              \
  X(time_to, "the first week at the value lies in the band; with versus, its ratio does")       \
  X(slope, "the slope of the outcome on another quantity lies in the band")                     \
  X(correlation, "the correlation of the outcome with another quantity lies in the band")       \
  X(interaction, "the difference of differences over two factors lies in the band")             \
  X(mediated_share, "the share of the effect lost when a path is blocked or held, in the band") \
  X(survey, "a statistic of the virtual survey lies in the band")                               \
  X(persists, "the share of the gain at `ends` that is still there at `at` lies in the band")

// How an effect is measured; the order is that of EffectScale (facts.h).
#define RELCO_EFFECT_SCALES(X)                                                                     \
  X(absolute, "in the unit of the outcome")                                                        \
  X(relative, "as a share of the value in the arm compared with")                                  \
  X(standardised,                                                                                  \
    "in standard deviations: of an effect, between seeds; of a slope, between the points, and of " \
    "what single cases have, between cases")

// What the points of a slope, a correlation or a spread are.
#define RELCO_POINTS(X)                      \
  X(organisation, "copies of organisations") \
  X(unit, "units")                           \
  X(role, "roles")                           \
  X(role_pair, "pairs of roles")             \
  X(person, "members of staff")              \
  X(week, "weeks")                           \
  X(replicate, "replicates of the run")

// How far points lie apart.
#define RELCO_SPREADS(X)                              \
  X(range, "the largest minus the smallest of them")  \
  X(sd, "their standard deviation, that of a sample") \
  X(drift, "of weeks: the largest distance of any from the first")

#define RELCO_STATISTICS(X)                                                        \
  X(alpha, "Cronbach's alpha of the seven items")                                  \
  X(icc1, "share of variance that lies between units")                             \
  X(icc2, "reliability of unit means")                                             \
  X(response_rate, "share of those asked who answer")                              \
  X(retest, "correlation of two waves without change")                             \
  X(within_between_gap, "RC index within roles minus between roles, scale points") \
  X(survey_index, "RC index as the survey sees it, 1-5")

#define RELCO_TIE_SCOPES(X)                                \
  X(within, "ties inside one unit and role")               \
  X(between, "ties across roles, units and organisations") \
  X(family, "ties between providers and families")

// A band that was fitted cannot be tested by the same claim.
#define RELCO_EVIDENCE_USES(X)                    \
  X(fit, "parameters may have been fitted to it") \
  X(test, "kept apart: parameters were never fitted to it")

#define RELCO_DECLARE_ENUM(name, meaning) name,
#define RELCO_COUNT_WORD(name, meaning) +1

enum class Structure : std::uint8_t { RELCO_STRUCTURES(RELCO_DECLARE_ENUM) };
enum class PaymentModel : std::uint8_t { RELCO_PAYMENT_MODELS(RELCO_DECLARE_ENUM) };
enum class Intervention : std::uint8_t { RELCO_INTERVENTIONS(RELCO_DECLARE_ENUM) };

inline constexpr std::size_t kStructures = 0 RELCO_STRUCTURES(RELCO_COUNT_WORD);
inline constexpr std::size_t kPaymentModels = 0 RELCO_PAYMENT_MODELS(RELCO_COUNT_WORD);
inline constexpr std::size_t kChangeVerbs = 0 RELCO_CHANGE_VERBS(RELCO_COUNT_WORD);
inline constexpr std::size_t kInterventions = 0 RELCO_INTERVENTIONS(RELCO_COUNT_WORD);

// The words of each table, in the order of the enum.
[[nodiscard]] std::span<const Word> structure_words();
[[nodiscard]] std::span<const Word> payment_model_words();
// Change verbs have no enum: their order is that of the alternatives of VerbChange (facts.h).
[[nodiscard]] std::span<const Word> change_verb_words();
[[nodiscard]] std::span<const Word> intervention_words();
[[nodiscard]] std::span<const Word> framing_words();
[[nodiscard]] std::span<const Word> survey_mode_words();
[[nodiscard]] std::span<const Word> expectation_kind_words();
[[nodiscard]] std::span<const Word> effect_scale_words();
[[nodiscard]] std::span<const Word> point_words();
[[nodiscard]] std::span<const Word> place_words();  // of them those at one moment of one run
[[nodiscard]] std::span<const Word> apart_words();  // those, and weeks
[[nodiscard]] std::span<const Word> spread_words();
[[nodiscard]] std::span<const Word> statistic_words();
[[nodiscard]] std::span<const Word> tie_scope_words();
[[nodiscard]] std::span<const Word> evidence_use_words();

// Index of `name` in `words`, or nothing.
[[nodiscard]] std::optional<std::size_t> find_word(std::span<const Word> words,
                                                   std::string_view name);

}  // namespace relco
