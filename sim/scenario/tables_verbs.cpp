// Keys of the verbs that a change can have.
#include <fmt/format.h>

#include "scenario/forms.h"
#include "scenario/tables.h"

namespace relco::scenario {
namespace {

// A verb's table with the boilerplate left out.
template <class T>
Table verb_table(std::vector<Field> fields, std::string_view short_key = {},
                 void (*finish)(Reading&, const Value&, void*) = nullptr) {
  static const T defaults{};
  const Word& word = change_verb_words()[VerbChange(T{}).index()];
  return {fmt::format("change.{}", word.name),
          word.meaning,
          std::move(fields),
          &defaults,
          short_key,
          finish};
}

void needs_one_of(Reading& reading, const Value& value,
                  std::initializer_list<std::string_view> keys, std::string_view meaning) {
  for (const std::string_view key : keys) {
    if (value.find(key) != nullptr) return;
  }
  reading.finding(value, fmt::format("needs '{}': {}", *keys.begin(), meaning));
}

// The owner is the new payment itself (see owner_of in forms_nested.cpp).
const Table& payment_change() {
  static const Table table = [] {
    Table t = payment_table();
    for (Field& field : t.fields) field.required = field.key == "model";
    t.fields.push_back(Of<PayerFacts>::name<&PayerFacts::name>(
        "payer", Thing::payer, "whose payment changes; default: that of everyone in the place"));
    t.name = "change.payment";
    t.meaning = "The new payment. One word alone is the model.";
    return t;
  }();
  return table;
}

const Table& leader_change() {
  using O = LeaderChange;
  using F = Of<O>;
  static const Table table = verb_table<O>(
      {F::number<&O::support>("support", kShare, "", "new support for relational work"),
       F::number<&O::inquiry>("inquiry", kShare, "", "new humble inquiry"),
       F::flag<&O::replace>("replace", "a new person: the imprint of the old one remains")});
  return table;
}

const Table& structure_change() {
  static const Table table =
      verb_table<StructureChange>(structure_fields<StructureChange, &StructureChange::to>());
  return table;
}

const Table& intervention_change() {
  using O = InterventionChange;
  using F = Of<O>;
  static const Table table =
      verb_table<O>({required(F::special<&O::kinds>("kinds", interventions_form(),
                                                    "which; a lone list or word stands for them")),
                     F::flag<&O::facilitated>("facilitated", "survey feedback is facilitated")},
                    "kinds");
  return table;
}

const Table& governance_change() {
  using O = GovernanceChange;
  using F = Of<O>;
  static const Table table = verb_table<O>(
      {F::names<&O::partners>("partners", Thing::organisation, "who govern together; default: all"),
       F::number<&O::authority>("authority", kShare, "", "how much is delegated to them")},
      "partners");
  return table;
}

void finish_merge(Reading& reading, const Value& value, void* target) {
  const auto& merge = *static_cast<MergeChange*>(target);
  if (value.is_map() && (value.find("first") == nullptr || value.find("second") == nullptr) &&
      value.find("organisations") == nullptr) {
    reading.finding(value, "needs 'first' and 'second': the two organisations");
  }
  if (!merge.first.empty() && merge.first == merge.second) {
    reading.finding(value, "an organisation cannot merge with itself");
  }
}

const Table& merge_change() {
  using O = MergeChange;
  using F = Of<O>;
  static const Table table =
      verb_table<O>({F::name<&O::first>("first", Thing::organisation, "one organisation"),
                     F::name<&O::second>("second", Thing::organisation, "the other"),
                     F::number<&O::shared_identity>("shared_identity", kShare, "",
                                                    "how much of a shared identity is cultivated"),
                     short_form(F::special("organisations", pair_form(), "both, as a list"))},
                    "organisations", finish_merge);
  return table;
}

const Table& split_change() {
  using O = SplitChange;
  using F = Of<O>;
  static const Table table =
      verb_table<O>({required(F::name<&O::organisation>("organisation", Thing::organisation,
                                                        "one of the two that had merged"))},
                    "organisation");
  return table;
}

// The name of a unit or of a pathway (its teams).
class GoalOfReassign : public Form {
 public:
  void read(Reading& reading, const Field&, const Value& value, void* target) const override {
    const auto text = read_text(reading, value);
    constexpr Thing kGoals[] = {Thing::unit, Thing::pathway};
    if (text && reading.check_name(kGoals, *text, value.place)) {
      *static_cast<std::string*>(target) = *text;
    }
  }
  std::optional<Value> write(const Field& field, const void* target) const override {
    return text_form().write(field, target);
  }
  Value schema(const Field& field) const override { return text_form().schema(field); }
  std::string expects(const Field&) const override { return "name of a unit or pathway"; }
};

const Table& reassign_change() {
  using O = ReassignChange;
  using F = Of<O>;
  static const GoalOfReassign goal;
  static const Table table = verb_table<O>(
      {required(F::name<&O::role>("role", Thing::role, "whose posts move")),
       F::special<&O::to_unit>(
           "to_unit", goal,
           "where to: a unit, or a pathway's teams; who never meets them does not move"),
       other_spelling(F::special<&O::to_unit>("to", goal, "where to")),
       F::number<&O::face_to_face>("face_to_face", kShare, "share",
                                   "of their work that is then face to face")},
      {}, [](Reading& reading, const Value& value, void*) {
        needs_one_of(reading, value, {"to_unit", "to"}, "where the posts move to");
      });
  return table;
}

const Table& add_role_change() {
  using O = AddRoleChange;
  using F = Of<O>;
  Field role = required(F::special<&O::role>("role", label_form(), "the role, known or new"));
  role.thing = Thing::role;
  static const Table table = verb_table<O>(
      {role, F::name<&O::unit>("unit", Thing::unit, "where; default: every unit of the place"),
       F::number<&O::posts>("posts", {0, 10000}, "posts", "per unit"),
       F::flag<&O::coordinator>("coordinator", "boundary spanners by function"),
       F::number<&O::neutrality>("neutrality", kShare, "",
                                 "how neutral they act between the sides")});
  return table;
}

const Table& remove_role_change() {
  using O = RemoveRoleChange;
  using F = Of<O>;
  static const Table table = verb_table<O>(
      {required(F::name<&O::role>("role", Thing::role, "the role")),
       F::name<&O::unit>("unit", Thing::unit, "where; default: every unit of the place"),
       F::number<&O::posts>("posts", {0, 10000}, "posts", "per unit")},
      "role");
  return table;
}

const Table& colocate_change() {
  using O = ColocateChange;
  using F = Of<O>;
  static const Table table = verb_table<O>(
      {F::names<&O::organisations>("organisations", Thing::organisation,
                                   "who move under one roof; default: all of the place"),
       F::number<&O::degree>("degree", kShare, "", "how much of their work moves")},
      "organisations");
  return table;
}

const Table& staffing_change() {
  using O = StaffingChange;
  using F = Of<O>;
  static const Table table =
      verb_table<O>({F::number<&O::factor>("factor", {0, 10}, "", "capacity is multiplied by it"),
                     F::flag<&O::layoff>("layoff", "people are laid off, not just not replaced")},
                    "factor");
  return table;
}

const Table& demand_change() {
  using O = DemandChange;
  using F = Of<O>;
  static const Table table = verb_table<O>(
      {F::number<&O::factor>("factor", {0, 100}, "", "arrivals are multiplied by it")}, "factor");
  return table;
}

const Table& shock_change() {
  using O = ShockChange;
  using F = Of<O>;
  static const Table table =
      verb_table<O>({F::number<&O::load>("load", {-1, 3}, "share of capacity", "added to workload"),
                     F::number<&O::safety>("safety", kStance, "", "added to psychological safety")},
                    "load");
  return table;
}

const Table& identity_change() {
  using O = IdentityChange;
  using F = Of<O>;
  static const Table table = verb_table<O>(
      {F::number<&O::shared>("shared", kShare, "", "a larger whole that people feel part of"),
       F::number<&O::salience>("salience", kStance, "", "labels are made more or less salient")});
  return table;
}

const Table& union_change() {
  using O = UnionChange;
  using F = Of<O>;
  static const Table table = verb_table<O>(
      {F::number<&O::strength>("strength", kShare, "", "new strength"),
       F::number<&O::stance>("stance", kStance, "", "new stance: -1 adversarial, 1 partnership"),
       F::number<&O::process>("process", kShare, "", "new fairness of the process")});
  return table;
}

const Table& survey_change() {
  using O = SurveyChange;
  using F = Of<O>;
  static const Table table =
      verb_table<O>({F::flag<&O::feedback>("feedback", "results are shown to those surveyed"),
                     F::flag<&O::facilitated>("facilitated", "and talked over with a facilitator"),
                     F::word_text<&O::mode>("mode", survey_mode_words,
                                            "how people are asked; decides who answers")});
  return table;
}

const Table& channel_change() {
  using O = ChannelChange;
  using F = Of<O>;
  static const Table table = verb_table<O>(
      {F::name<&O::channel>("channel", Thing::channel, "which"),
       other_spelling(F::name<&O::channel>("name", Thing::channel, "which")),
       F::number<&O::share>("share", kShare, "share of cases", "that take it; 0 closes it"),
       F::number<&O::price>("price", kNotNegative, "money", "per use"),
       F::flag<&O::exempt>("exempt", "not touched by co-financing or bundles")},
      {}, [](Reading& reading, const Value& value, void*) {
        needs_one_of(reading, value, {"channel", "name"}, "which channel");
      });
  return table;
}

const Table& policy_change() {
  using O = PolicyChange;
  using F = Of<O>;
  static const Table table =
      verb_table<O>({F::number<&O::pressure>("pressure", kShare, "", "policy pressure"),
                     F::number<&O::blame_risk>("blame_risk", kShare, "", "political blame risk"),
                     F::flag<&O::punitive>("punitive", "accountability that punishes")});
  return table;
}

const Table& budget_cycle_change() {
  using O = BudgetCycleChange;
  using F = Of<O>;
  static const Table table = verb_table<O>(
      {F::number<&O::years>("years", {0.1, 50}, "years", "that a budget binds")}, "years");
  return table;
}

const Table& null_change() {
  static const Table table = verb_table<NullChange>({});
  return table;
}

}  // namespace

std::vector<Field> verb_fields() {
  constexpr auto kVerbs = &ChangeFacts::verbs;
  using F = Of<ChangeFacts>;
  // Two spellings that a reader of organisations' keys expects.
  Field interventions = F::verb<kVerbs, InterventionChange>(intervention_change);
  interventions.key = "interventions";
  Field structures = F::verb<kVerbs, StructureChange>(structure_change);
  structures.key = "structures";
  return {F::verb<kVerbs, PaymentChange>(payment_change),
          F::verb<kVerbs, LeaderChange>(leader_change),
          F::verb<kVerbs, StructureChange>(structure_change),
          F::verb<kVerbs, InterventionChange>(intervention_change),
          F::verb<kVerbs, GovernanceChange>(governance_change),
          F::verb<kVerbs, MergeChange>(merge_change),
          F::verb<kVerbs, SplitChange>(split_change),
          F::verb<kVerbs, ReassignChange>(reassign_change),
          F::verb<kVerbs, AddRoleChange>(add_role_change),
          F::verb<kVerbs, RemoveRoleChange>(remove_role_change),
          F::verb<kVerbs, ColocateChange>(colocate_change),
          F::verb<kVerbs, StaffingChange>(staffing_change),
          F::verb<kVerbs, DemandChange>(demand_change),
          F::verb<kVerbs, ShockChange>(shock_change),
          F::verb<kVerbs, IdentityChange>(identity_change),
          F::verb<kVerbs, UnionChange>(union_change),
          F::verb<kVerbs, SurveyChange>(survey_change),
          F::verb<kVerbs, ChannelChange>(channel_change),
          F::verb<kVerbs, PolicyChange>(policy_change),
          F::verb<kVerbs, BudgetCycleChange>(budget_cycle_change),
          F::verb<kVerbs, NullChange>(null_change),
          short_form(interventions),
          other_spelling(structures)};
}

}  // namespace relco::scenario
