// The state of a world as columns. Index of a row = position; rows are in canonical order (by
// stable id), so that the order of a scenario file never matters.
#pragma once

#include <array>
#include <cstdint>

#include "base/week.h"
#include "world/column.h"
#include "world/vocabulary.h"

namespace relco {

using Triple = std::array<float, 3>;  // goals, knowledge, respect
using StructureLevels = std::array<float, kStructures>;

// The levers of interventions; each row of change/interventions.def gives their strengths.
#define RELCO_LEVERS(X) \
  X(goals)              \
  X(knowledge)          \
  X(respect)            \
  X(solving)            \
  X(contact) X(safety) X(inquiry) X(larger) X(harden) X(family) X(systems) X(threat) X(checking)
#define RELCO_DECLARE_LEVER(name) name,
enum class Lever : std::uint8_t { RELCO_LEVERS(RELCO_DECLARE_LEVER) };
#undef RELCO_DECLARE_LEVER
inline constexpr std::size_t kLevers = 13;
using Levers = std::array<float, kLevers>;

// Functions a person may have beside the role (bits).
namespace person_function {
inline constexpr std::uint8_t coordinator = 1;
inline constexpr std::uint8_t dormant = 2;  // the post exists only while a change adds it
}  // namespace person_function

// Posts and their present occupants.
#define RELCO_PEOPLE(X)                                                                            \
  X(std::uint64_t, id, fixed, "1", "genesis", "stable id of the post")                             \
  X(std::uint32_t, unit, reference, "row", "genesis", "unit of the post")                          \
  X(std::uint16_t, role, reference, "row", "genesis", "role of the post, row of the plan's roles") \
  X(std::uint16_t, label, fixed, "1", "genesis", "label beyond role and place; 0 is none")         \
  X(std::uint8_t, functions, fixed, "bits", "genesis", "coordinator, dormant")                     \
  X(std::uint32_t, labour_union, reference, "row", "genesis", "union that covers the post")        \
  X(float, status, fixed, "share", "genesis", "standing among professions")                        \
  X(float, hours, fixed, "hours/week", "genesis", "capacity")                                      \
  X(float, wage, fixed, "money/hour", "genesis", "wage")                                           \
  X(float, neutrality, fixed, "share", "genesis", "a coordinator's neutrality in behaviour")       \
  X(float, leaving_rate, fixed, "1/week", "genesis", "hazard of leaving at resting burnout")       \
  X(float, rotation_rate, fixed, "1/week", "genesis", "hazard of rotating")                        \
  X(float, full_skill, fixed, "share", "genesis", "expertise of an experienced occupant")          \
  X(float, identity_profession, fixed, "share", "genesis", "strength of professional identity")    \
  X(float, need_reference, fixed, "cases", "genesis", "ordinary need of the post's cases")         \
  X(float, skill, stock, "share", "workforce", "expertise")                                        \
  X(float, burnout, stock, "share", "workforce", "burnout")                                        \
  X(float, larger, stock, "share", "identity", "identification with the larger whole")             \
  X(float, bias_role, stock, "share", "identity", "in-group bias against other professions")       \
  X(float, bias_unit, stock, "share", "identity", "in-group bias against other units")             \
  X(float, bias_organisation, stock, "share", "identity", "bias against other organisations")      \
  X(float, bias_label, stock, "share", "identity", "in-group bias against other labels")           \
  X(float, habit, stock, "log-odds", "identity", "of contact with others, by habit")               \
  X(std::uint32_t, occupant, stock, "1", "workforce", "number of the present occupant")            \
  X(std::uint16_t, vacant, stock, "weeks", "workforce",                                            \
    "weeks until the post is filled; 0 filled")                                                    \
  X(std::uint16_t, tenure, stock, "weeks", "workforce", "weeks of the occupant, up to 65535")      \
  X(std::uint8_t, newcomer, stock, "1", "workforce", "1 in the week an occupant starts")           \
  X(std::int32_t, need, stock, "2^-10 cases", "caseload", "sum of need over the post's pairs")     \
  X(std::uint32_t, open_cases, stock, "cases", "caseload", "cases whose team the post is in")      \
  X(float, attached, flow, "share", "change", "attachment to its pathway's teams, face to face")   \
  X(float, checking, flow, "share", "workload", "work of others that the person checks")           \
  X(float, presence, flow, "share", "change", "1 filled and working, 0 not")                       \
  X(float, load, stock, "1", "workload", "work over hours")                                        \
  X(float, rework, stock, "hours", "workforce", "hours of repair and needless contact, last week") \
  X(float, satisfaction, stock, "share", "workforce", "job satisfaction")

// Ties between two units in one relation: all pairs of a link share what the link brings.
#define RELCO_LINKS(X)                                                                            \
  X(std::uint32_t, first, reference, "row", "genesis", "unit of the lower side")                  \
  X(std::uint32_t, second, reference, "row", "genesis", "unit of the upper side")                 \
  X(std::uint32_t, across, reference, "row", "genesis", "link of organisations; none inside one") \
  X(std::uint8_t, own_group, fixed, "1", "genesis", "1: pairs of one unit and role")              \
  X(float, uncertainty, fixed, "share", "genesis", "mean uncertainty of the pathways shared")     \
  X(std::uint32_t, begin, reference, "row", "genesis", "first pair")                              \
  X(std::uint32_t, end, reference, "row", "genesis", "one past the last pair")

// Standing pairs of providers; 0 is the tie of the lower towards the upper person, 1 the other.
#define RELCO_PAIRS(X)                                                                             \
  X(std::uint32_t, lower, reference, "row", "genesis", "one person")                               \
  X(std::uint32_t, upper, reference, "row", "genesis", "the other")                                \
  X(std::uint8_t, daily, fixed, "1", "genesis", "1: colleagues who meet in daily work")            \
  X(std::int32_t, need, stock, "2^-10 cases", "caseload", "need from daily work and shared cases") \
  X(float, goals0, stock, "share", "learning", "shared goals, lower towards upper")                \
  X(float, knowledge0, stock, "share", "learning", "shared knowledge, lower towards upper")        \
  X(float, respect0, stock, "share", "learning", "respect, lower towards upper")                   \
  X(float, goals1, stock, "share", "learning", "shared goals, upper towards lower")                \
  X(float, knowledge1, stock, "share", "learning", "shared knowledge, upper towards lower")        \
  X(float, respect1, stock, "share", "learning", "respect, upper towards lower")                   \
  X(std::uint16_t, frequent0, stock, "2^-16", "learning", "memory of contact from the lower")      \
  X(std::uint16_t, timely0, stock, "2^-16", "learning", "memory of timeliness from the lower")     \
  X(std::uint16_t, accurate0, stock, "2^-16", "learning", "memory of accuracy from the lower")     \
  X(std::uint16_t, solving0, stock, "2^-16", "learning", "memory of solving from the lower")       \
  X(std::uint16_t, frequent1, stock, "2^-16", "learning", "memory of contact from the upper")      \
  X(std::uint16_t, timely1, stock, "2^-16", "learning", "memory of timeliness from the upper")     \
  X(std::uint16_t, accurate1, stock, "2^-16", "learning", "memory of accuracy from the upper")     \
  X(std::uint16_t, solving1, stock, "2^-16", "learning", "memory of solving from the upper")       \
  X(std::uint8_t, silent, stock, "weeks", "learning", "weeks without contact, up to 255")          \
  X(std::uint8_t, events0, flow, "bits", "communication", "what the lower sent this week")         \
  X(std::uint8_t, events1, flow, "bits", "communication", "what the upper sent this week")

#define RELCO_UNITS(X)                                                                             \
  X(std::uint64_t, id, fixed, "1", "genesis", "stable id")                                         \
  X(std::uint32_t, organisation, reference, "row", "genesis", "organisation of the unit")          \
  X(std::uint32_t, begin, reference, "row", "genesis", "first person")                             \
  X(std::uint32_t, end, reference, "row", "genesis", "one past the last person")                   \
  X(std::uint8_t, embedded, fixed, "1", "genesis", "relationships are held by roles")              \
  X(float, workload, fixed, "share", "genesis", "of capacity that ordinary demand takes")          \
  X(float, pressure, fixed, "share", "genesis", "time pressure of the pathways served")            \
  X(float, safety_start, fixed, "share", "genesis", "safety to which the unit returns")            \
  X(float, own_support, fixed, "share", "genesis", "support that the unit's leader starts with")   \
  X(float, family_start, fixed, "share", "genesis", "tie between families and staff at the start") \
  X(float, need_reference, fixed, "cases", "genesis", "ordinary need of the unit's people")        \
  X(float, support, stock, "share", "leadership", "support of the unit's leader")                  \
  X(float, inquiry, stock, "share", "leadership", "humble inquiry practised")                      \
  X(float, safety, stock, "share", "climate", "psychological safety")                              \
  X(Triple, norm_within, stock, "share", "climate", "how we work here, inside a workgroup")        \
  X(Triple, norm_between, stock, "share", "climate", "how we work here, with others")              \
  X(float, reporting, stock, "share", "climate", "adverse events that get reported")               \
  X(float, blame_share, stock, "share", "climate", "of problems that ended in blame, slow mean")   \
  X(float, load, stock, "1", "workload", "mean load of the unit's people")                         \
  X(float, hours_asked, flow, "hours/week", "change", "that all initiatives ask of a person")      \
  X(float, hours_given, flow, "hours/week", "change", "that they get")                             \
  X(Levers, levers, flow, "dose", "change", "delivered doses of interventions")                    \
  X(float, threat, flow, "share", "change", "threat to identity")                                  \
  X(float, shared_identity, flow, "share", "change", "dose of shared identity")                    \
  X(float, salience, flow, "share", "change", "labels made salient")                               \
  X(float, shock_load, flow, "1", "change", "load from outside")                                   \
  X(float, shock_safety, flow, "share", "change", "safety lost to a shock or layoff")              \
  X(float, mandate, flow, "share", "change", "dose of mandated change")

#define RELCO_ORGANISATIONS(X)                                                                     \
  X(std::uint64_t, id, fixed, "1", "genesis", "stable id")                                         \
  X(std::uint32_t, payer, reference, "row", "genesis", "payer that covers it")                     \
  X(std::uint32_t, begin, reference, "row", "genesis", "first unit")                               \
  X(std::uint32_t, end, reference, "row", "genesis", "one past the last unit")                     \
  X(float, own_support, fixed, "share", "genesis", "leaders' stance at the start")                 \
  X(float, own_inquiry, fixed, "share", "genesis", "leaders' inquiry at the start")                \
  X(float, imprint, fixed, "share", "genesis", "of an earlier leader's stance that outlasts")      \
  X(float, trade_off, fixed, "share", "genesis", "belief that cost and relationships are at odds") \
  X(StructureLevels, structures_start, fixed, "share", "genesis", "the twelve structures")         \
  X(float, control, fixed, "share", "genesis", "control intensity")                                \
  X(float, punitive_start, fixed, "share", "genesis",                                              \
    "accountability that punishes, at the start")                                                  \
  X(float, slack, fixed, "share", "genesis", "spare budget for improvement")                       \
  X(float, identity, fixed, "share", "genesis", "strength of the organisation's identity")         \
  X(float, permanence_start, fixed, "share", "genesis", "belief in change at the start")           \
  X(float, permanence, stock, "share", "change", "belief that change is here to stay")             \
  X(float, cost_pressure_start, fixed, "share", "genesis", "cost pressure at the start")           \
  X(float, horizon_years, fixed, "years", "genesis", "planning horizon")                           \
  X(float, support, stock, "share", "leadership", "leaders' support for relational work")          \
  X(float, aspiration, stock, "share", "leadership", "quality that leaders aspire to")             \
  X(float, quality, stock, "share", "leadership", "quality of care as leaders see it")             \
  X(float, labour, stock, "1", "labour", "relations between unions and management, -1 to 1")       \
  X(StructureLevels, structures, stock, "share", "structures", "the twelve structures")            \
  X(float, conflict_debt, stock, "share", "climate", "conflicts left unsettled")                   \
  X(float, programme_delay, stock, "weeks", "change", "by which planned change lags")              \
  X(StructureLevels, structures_target, flow, "share", "change", "where structures are steered")   \
  X(float, stance_support, flow, "share", "change",                                                \
    "support that the leaders in charge stand for")                                                \
  X(float, stance_inquiry, flow, "share", "change", "inquiry that the leaders in charge practise") \
  X(float, cost_pressure, flow, "share", "change", "cost pressure")                                \
  X(float, budget_years, flow, "years", "change", "that a budget binds")                           \
  X(float, punitive, flow, "share", "change", "accountability that punishes")                      \
  X(float, blame_risk, flow, "share", "change", "political blame risk")                            \
  X(float, policy, flow, "share", "change", "policy pressure above its start, over its pathways")  \
  X(float, merging, flow, "share", "change", "1 in the first year of a merger")

// Pairs of organisations that share pathways.
#define RELCO_ORGANISATION_LINKS(X)                                                            \
  X(std::uint32_t, first, reference, "row", "genesis", "one organisation")                     \
  X(std::uint32_t, second, reference, "row", "genesis", "the other")                           \
  X(float, trust_start, fixed, "share", "genesis", "trust at the start")                       \
  X(float, trust, stock, "share", "change", "trust between the organisations")                 \
  X(float, negotiation, stock, "weeks", "change", "weeks of negotiation so far")               \
  X(float, agreement, stock, "share", "change", "progress of the agreement under negotiation") \
  X(float, governance, flow, "share", "change", "joint governance with delegated authority")   \
  X(float, exposure0, flow, "share", "payment", "of the first to the second's result")         \
  X(float, exposure1, flow, "share", "payment", "of the second to the first's result")         \
  X(float, near, flow, "share", "change", "co-location")                                       \
  X(float, merged, flow, "share", "change", "1: legally one organisation")                     \
  X(float, merged_identity, flow, "share", "change", "shared identity cultivated in the merger")

#define RELCO_UNIONS(X)                                                                  \
  X(std::uint64_t, id, fixed, "1", "genesis", "stable id")                               \
  X(float, strength_start, fixed, "share", "genesis", "strength at the start")           \
  X(float, stance_start, fixed, "1", "genesis", "stance at the start, -1 to 1")          \
  X(float, process_start, fixed, "share", "genesis", "fairness of process at the start") \
  X(float, strength, flow, "share", "change", "strength")                                \
  X(float, stance, flow, "1", "change", "stance, -1 adversarial to 1 partnership")       \
  X(float, process, flow, "share", "change", "fairness of the partnership's process")    \
  X(float, relations, stock, "1", "labour", "labour relations that follow from it")

#define RELCO_PAYERS(X)                                                                          \
  X(std::uint64_t, id, fixed, "1", "genesis", "stable id")                                       \
  X(std::uint32_t, model, flow, "row", "change", "payment model in force")                       \
  X(float, dose, flow, "share", "change", "how far the model in force has replaced the old one") \
  X(float, share, flow, "share", "change", "strength of the incentive")

// A lane is one copy of a pathway: where its cases arrive and who may serve them.
#define RELCO_LANES(X)                                                                             \
  X(std::uint64_t, id, fixed, "1", "genesis", "stable id")                                         \
  X(std::uint32_t, pathway, reference, "row", "genesis", "row of the pathway's plan")              \
  X(std::uint32_t, organisation, reference, "row", "genesis", "organisation that accounts for it") \
  X(std::uint32_t, begin, reference, "row", "genesis", "first case slot")                          \
  X(std::uint32_t, end, reference, "row", "genesis", "one past the last case slot")                \
  X(float, uncertainty, fixed, "share", "genesis", "uncertainty of its cases")                     \
  X(float, pressure, fixed, "share", "genesis", "time pressure of its cases")                      \
  X(float, demand, flow, "ratio", "change", "arrivals relative to the start")                      \
  X(std::uint32_t, waiting, stock, "cases", "caseload", "arrivals that found no place")            \
  X(float, family_dose, flow, "dose", "change", "of interventions with families")

// Cases under way; a slot is reused when its case ends.
#define RELCO_CASES(X)                                                                          \
  X(std::uint64_t, id, stock, "1", "caseload", "stable id; 0: the slot is free")                \
  X(std::int32_t, start, stock, "week", "caseload", "week in which the case began")             \
  X(std::uint8_t, phase, stock, "1", "care", "1 stay, 2 follow-up")                             \
  X(std::uint8_t, team, stock, "people", "caseload", "members of the team")                     \
  X(std::uint16_t, follow_up, stock, "weeks", "care", "weeks of follow-up so far")              \
  X(float, severity, stock, "share", "caseload", "severity at the start")                       \
  X(float, length_factor, stock, "ratio", "caseload", "length of this stay relative to others") \
  X(float, engagement, stock, "share", "caseload", "engagement of the family")                  \
  X(float, capacity, stock, "share", "caseload", "capacity of the family for chasing")          \
  X(float, carers, stock, "people", "caseload", "carers")                                       \
  X(float, harm, stock, "share", "caseload", "of carers whose influence harms")                 \
  X(float, strain_start, stock, "share", "caseload", "strain of the family at the start")       \
  X(float, strain, stock, "share", "family", "strain of the family")                            \
  X(float, prepared, stock, "share", "family", "preparedness of the family")                    \
  X(float, wellness, stock, "share", "care", "wellness of the cared-for person")                \
  X(float, progress, stock, "share", "care", "of the stay's work that is done")                 \
  X(float, days, stock, "days", "care", "length of the stay so far")                            \
  X(float, coordination, stock, "share weeks", "care", "sum of coordinated shares")             \
  X(float, weeks, stock, "weeks", "care", "weeks under care")                                   \
  X(float, delay, stock, "days", "care", "days lost by waiting for each other")                 \
  X(float, duplication, stock, "1", "care", "doubled work")                                     \
  X(float, contradictory, stock, "weeks", "care", "weeks of contradictory plans")               \
  X(float, wasted, stock, "hours", "care", "hours of repair, doubling and chasing")             \
  X(float, cost, stock, "money", "care", "cost so far")                                         \
  X(std::uint8_t, adverse, stock, "events", "care", "adverse events so far")                    \
  X(std::uint8_t, readmitted, stock, "1", "care", "1: came back")                               \
  X(std::uint16_t, coherent, stock, "weeks", "care", "weeks until the plan was coherent; 0 not yet")

// Places in the teams of cases, with the ties between the case's family and the provider: 0 is the
// tie of the family towards the provider, 1 the other.
#define RELCO_MEMBERS(X)                                                                         \
  X(std::uint32_t, person, reference, "row", "caseload", "the provider; none: an empty place")   \
  X(std::uint32_t, plan, stock, "bits", "care", "slices of the whole picture that are held")     \
  X(float, goals0, stock, "share", "learning", "shared goals, family towards provider")          \
  X(float, knowledge0, stock, "share", "learning", "shared knowledge, family towards provider")  \
  X(float, respect0, stock, "share", "learning", "respect, family towards provider")             \
  X(float, goals1, stock, "share", "learning", "shared goals, provider towards family")          \
  X(float, knowledge1, stock, "share", "learning", "shared knowledge, provider towards family")  \
  X(float, respect1, stock, "share", "learning", "respect, provider towards family")             \
  X(std::uint16_t, frequent0, stock, "2^-16", "learning", "memory of contact from the family")   \
  X(std::uint16_t, timely0, stock, "2^-16", "learning", "memory of timeliness from the family")  \
  X(std::uint16_t, accurate0, stock, "2^-16", "learning", "memory of accuracy from the family")  \
  X(std::uint16_t, solving0, stock, "2^-16", "learning", "memory of solving from the family")    \
  X(std::uint16_t, frequent1, stock, "2^-16", "learning", "memory of contact from the provider") \
  X(std::uint16_t, timely1, stock, "2^-16", "learning", "memory of timeliness of the provider")  \
  X(std::uint16_t, accurate1, stock, "2^-16", "learning", "memory of accuracy of the provider")  \
  X(std::uint16_t, solving1, stock, "2^-16", "learning", "memory of solving of the provider")    \
  X(std::uint8_t, events0, flow, "bits", "communication", "what the family sent this week")      \
  X(std::uint8_t, events1, flow, "bits", "communication", "what the provider sent this week")

RELCO_TABLE(People, RELCO_PEOPLE);
RELCO_TABLE(Links, RELCO_LINKS);
RELCO_TABLE(Pairs, RELCO_PAIRS);
RELCO_TABLE(Units, RELCO_UNITS);
RELCO_TABLE(Organisations, RELCO_ORGANISATIONS);
RELCO_TABLE(OrganisationLinks, RELCO_ORGANISATION_LINKS);
RELCO_TABLE(Unions, RELCO_UNIONS);
RELCO_TABLE(Payers, RELCO_PAYERS);
RELCO_TABLE(Lanes, RELCO_LANES);
RELCO_TABLE(Cases, RELCO_CASES);
RELCO_TABLE(Members, RELCO_MEMBERS);

inline constexpr float kNeedUnit = 1024.0f;  // integer need units per case

}  // namespace relco
