// Keys of roles, units, organisations, unions and households.
#include <fmt/format.h>

#include "scenario/forms.h"
#include "scenario/tables.h"

namespace relco::scenario {

const Table& role_table() {
  using O = RoleFacts;
  using F = Of<O>;
  static const O defaults;
  static const Table table{
      "role",
      "What a role is, wherever it works. Roles need not be declared: the usual ones are known "
      "(see Standard roles), any other takes the defaults.",
      {F::special<&O::name>("name", new_name_form(), "what staff, teams and pairs call the role"),
       F::special<&O::id>("id", new_name_form(),
                          "identity for the luck it gets; default: its name"),
       F::fact<&O::status>("status", kShare, "", "standing in the hierarchy of professions"),
       F::fact<&O::skill>("skill", kShare, "", "individual expertise"),
       F::number<&O::hours>("hours", {1, 80}, "hours per week", "capacity of one post"),
       F::number<&O::wage>("wage", {0, 10000}, "money per hour", "what an hour costs"),
       F::number<&O::leaving>("leaving", {0, 3}, "share per year",
                              "who leave under ordinary strain"),
       F::number<&O::rotation>("rotation", kShare, "share per week", "who rotate to another unit"),
       F::flag<&O::coordinator>("coordinator", "a boundary spanner by function"),
       F::fact<&O::identity>("identity", kShare, "", "strength of the professional identity"),
       F::text<&O::group>("group",
                          "label beyond role and place, such as a language group; none if empty")},
      &defaults};
  return table;
}

const Table& pair_start_table() {
  using O = PairStart;
  using F = Of<O>;
  static const O defaults;
  static const Table table{
      "pair of ties",
      "Where ties of one role towards another start. A lone fact is the index.",
      {F::fact<&O::index>(
           "index", kScore, "1-5",
           "RC index as the second role rates the first; default: that of the place"),
       F::fact<&O::goals>("goals", kScore, "1-5", "shared goals, where they differ from the index"),
       F::fact<&O::knowledge>("knowledge", kScore, "1-5", "shared knowledge, likewise"),
       F::fact<&O::respect>("respect", kScore, "1-5", "mutual respect, likewise"),
       F::fact<&O::communication>("communication", kScore, "1-5",
                                  "the four items of communication as the second role remembers "
                                  "them, likewise")},
      &defaults,
      "index"};
  return table;
}

const Table& ties_table() {
  using O = TieStart;
  using F = Of<O>;
  static const O defaults;
  Field pairs = example(
      F::special<&O::pairs>("pairs", tie_pairs_form(),
                            "ties of single roles: nurse-surgeon are those of nurses here towards "
                            "surgeons, as surgeons rate them",
                            kScore),
      "{nurse-surgeon: 3.4, surgeon-nurse: {mean: 3.9, sd: 0.1}}");
  pairs.table = pair_start_table;
  static const Table table{
      "ties",
      "Where ties start, on the survey scale. What is left out starts where the structures, "
      "leaders "
      "and payment of the place would hold it.",
      {F::fact<&O::within>("within", kScore, "1-5", "RC index inside a unit and role"),
       F::fact<&O::between>("between", kScore, "1-5",
                            "RC index across roles, units, organisations"),
       F::fact<&O::family>("family", kScore, "1-5", "RC index between providers and families"),
       F::fact<&O::goals>("goals", kScore, "1-5", "shared goals, where they differ from the index"),
       F::fact<&O::knowledge>("knowledge", kScore, "1-5", "shared knowledge, likewise"),
       F::fact<&O::respect>("respect", kScore, "1-5", "mutual respect, likewise"), pairs},
      &defaults};
  return table;
}

const Table& leadership_table() {
  using O = LeadershipFacts;
  using F = Of<O>;
  static const O defaults;
  static const Table table{
      "leadership",
      "How an organisation is led.",
      {F::fact<&O::support>("support", kShare, "",
                            "support for relational work: 0 hostile, 1 full"),
       F::fact<&O::inquiry>("inquiry", kShare, "", "humble inquiry: leaders ask instead of tell"),
       F::fact<&O::imprint>("imprint", kShare, "",
                            "how much of an earlier leader's stance outlasts a change of leader"),
       F::fact<&O::trade_off_belief>("trade_off_belief", kShare, "",
                                     "belief that cost and relationships are at odds")},
      &defaults};
  return table;
}

const Table& unit_table() {
  using O = UnitFacts;
  using F = Of<O>;
  static const O defaults;
  static const Table table{
      "unit",
      "A ward, team or office: where people of several roles work together.",
      {F::special<&O::name>("name", new_name_form(), "unique within the organisation"),
       F::special<&O::id>("id", new_name_form(),
                          "identity for the luck it gets; default: its name"),
       F::number<&O::copies>("copies", {1, 1e6}, "", "this many of the kind in each organisation"),
       F::flag<&O::sampled>("sampled",
                            "the copies share out the teams that the organisation serves, and a "
                            "sample keeps its share of them"),
       required(example(F::special<&O::staff>("staff", staff_form(), "posts by role", {0, 1e6}),
                        "{surgeon: 4, nurse: 14}")),
       F::fact<&O::safety>("safety", kShare, "",
                           "psychological safety; default: the organisation's"),
       F::fact<&O::workload>("workload", {0, 3}, "share of capacity",
                             "what ordinary demand takes; default: the organisation's"),
       F::fact<&O::leader_support>("leader_support", kShare, "",
                                   "support of the unit's leader; default: the organisation's"),
       F::flag<&O::embedded>("embedded", "how we work is held by roles, not by persons"),
       F::section<&O::ties>("ties", ties_table, "where ties start in this unit")},
      &defaults};
  return table;
}

const Table& structures_table() {
  using O = OrganisationFacts;
  static const O defaults;
  static const Table table{
      "structures",
      "The twelve structures that support relational coordination: 0 absent, 1 fully there; 0.3 "
      "where nothing is said.",
      structure_fields<O, &O::structures>(), &defaults};
  return table;
}

const Table& organisation_table() {
  using O = OrganisationFacts;
  using F = Of<O>;
  static const O defaults;
  Field sector = F::special<&O::sector>("sector", label_form(),
                                        "such as acute, community, primary, social, school");
  sector.thing = Thing::sector;
  static const Table table{
      "organisation",
      "A hospital, practice, municipality, school: an employer with leaders, structures and units.",
      {F::special<&O::name>("name", new_name_form(), "what the rest of the file calls it"),
       F::special<&O::id>("id", new_name_form(),
                          "identity for the luck it gets; default: its name"),
       sector,
       F::number<&O::copies>("copies", {1, 1e6}, "",
                             "this many of the kind; those of a kind with fewer copies each lie "
                             "around several of a kind with more"),
       F::flag<&O::sampled>("sampled", "a sample keeps its share of the copies"),
       F::name<&O::payer>("payer", Thing::payer, "who pays for it; default: the system's payment"),
       F::section<&O::leadership>("leadership", leadership_table, "how it is led"),
       example(F::group("structures", structures_table,
                        "levels of the twelve structures; default 0.3 each"),
               "{team_meetings: 0.3, shared_rewards: 0.1}"),
       F::fact<&O::workload>("workload", {0, 3}, "share of capacity", "what ordinary demand takes"),
       F::fact<&O::safety>("safety", kShare, "", "psychological safety"),
       F::fact<&O::vacancies>("vacancies", kShare, "share of posts", "empty at the start"),
       F::fact<&O::slack>("slack", kShare, "", "spare budget for improvement"),
       F::fact<&O::control>("control", kShare, "", "control put above coordination"),
       F::fact<&O::identity>("identity", kShare, "", "strength of the organisation's own identity"),
       F::fact<&O::permanence>("permanence", kShare, "", "belief that change is here to stay"),
       F::fact<&O::conflict_debt>("conflict_debt", kShare, "", "conflicts left unsettled"),
       F::fact<&O::cost_pressure>("cost_pressure", kShare, "", "pressure to cut cost"),
       F::number<&O::horizon_years>("horizon_years", {0, 50}, "years", "planning horizon"),
       F::flag<&O::punitive>("punitive", "accountability that punishes"),
       F::section<&O::ties>("ties", ties_table, "where ties start in this organisation"),
       required(F::things<&O::units>("units", Thing::unit, unit_table, "where its people work"))},
      &defaults};
  return table;
}

const Table& coverage_table() {
  using O = UnionFacts;
  using F = Of<O>;
  static const O defaults;
  static const Table table{
      "covers",
      "Who a union covers; all that is given must fit, nothing given covers everyone.",
      {F::name<&O::covers_role>("role", Thing::role, "only this role"),
       F::name<&O::covers_organisation>("organisation", Thing::organisation,
                                        "only in this organisation"),
       F::name<&O::covers_sector>("sector", Thing::sector, "only in this sector")},
      &defaults,
      "role"};
  return table;
}

const Table& household_table() {
  using O = HouseholdFacts;
  using F = Of<O>;
  static const O defaults;
  static const Table table{
      "household",
      "Who stands around the person cared for.",
      {example(F::special<&O::carers>("carers", carers_form(),
                                      "expected number of carers by kind, in words of your own",
                                      {0, 50}),
               "{spouse: 0.7, adult_child: 1.2}"),
       F::fact<&O::engagement>("engagement", kShare, "", "taking part in care"),
       F::fact<&O::capacity>("capacity", kShare, "", "for paperwork and chasing"),
       F::fact<&O::strain>("strain", kShare, "", "strain at the start"),
       F::fact<&O::preparedness>("preparedness", kShare, "", "preparedness at the start"),
       F::number<&O::harm>("harm", kShare, "share", "of carers whose influence harms"),
       F::flag<&O::in_team>("in_team", "the family is a member of the team from the start")},
      &defaults};
  return table;
}

const Table& family_table() {
  using F = Of<HouseholdFacts>;
  static const HouseholdFacts defaults;
  static const Table table = [] {
    Table t{"families",
            "Households of the persons cared for.",
            {F::group("household", household_table, "facts of every household")},
            &defaults};
    // There is one kind of household, so its keys may stand right here.
    for (const Field& field : household_table().fields) t.fields.push_back(other_spelling(field));
    return t;
  }();
  return table;
}

const Table& union_table() {
  using O = UnionFacts;
  using F = Of<O>;
  static const O defaults;
  static const Table table{
      "union",
      "A union or professional association. Strength and stance are independent.",
      {F::special<&O::name>("name", new_name_form(), "what the rest of the file calls it"),
       F::special<&O::id>("id", new_name_form(),
                          "identity for the luck it gets; default: its name"),
       example(F::group("covers", coverage_table, "who it covers; default: everyone"),
               "{role: nurse}"),
       F::fact<&O::strength>("strength", kShare, "", "power to act"),
       F::fact<&O::stance>("stance", kStance, "", "-1 adversarial, 1 partnership"),
       F::fact<&O::process>("process", kShare, "", "fairness of the process between the sides")},
      &defaults};
  return table;
}

}  // namespace relco::scenario
