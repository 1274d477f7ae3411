// Keys of changes: when, where and in what dose. The verbs are in tables_verbs.cpp.
#include <fmt/format.h>

#include "scenario/forms.h"
#include "scenario/tables.h"

namespace relco::scenario {
namespace {

void finish_change(Reading& reading, const Value& value, void* target) {
  const auto& change = *static_cast<ChangeFacts*>(target);
  if (change.from >= change.to) {
    reading.finding(
        value, fmt::format("ends in week {} before it starts in week {}", change.to, change.from));
  }
  bool any = false;  // a key that nobody knows may have been meant for a verb
  for (const Value& item : value.items) any = any || change_table().find(item.key) == nullptr;
  for (const Word& verb : change_verb_words()) any = any || value.find(verb.name) != nullptr;
  any = any || value.find("interventions") != nullptr || value.find("structures") != nullptr;
  if (!any) {
    reading.finding(value,
                    "changes nothing: give it a verb such as payment, leader or intervention "
                    "(or rename_nothing)");
  }
}

}  // namespace

const Table& where_table() {
  using O = ChangeScope;
  using F = Of<O>;
  static const O defaults;
  static const Table table{
      "where",
      "Where a change acts; all that is given must fit, nothing given is everywhere. A lone name "
      "stands for the organisation, unit, pathway, union, sector or role of that name. What a verb "
      "heeds of it stands with the verb; a key that it does not heed gets a note.",
      {F::name<&O::organisation>("organisation", Thing::organisation, "only there"),
       F::number<&O::copy>("copy", {0, 1e6}, "", "only this copy of the organisation, from 0"),
       F::name<&O::sector>("sector", Thing::sector, "only organisations of the sector"),
       F::name<&O::unit>("unit", Thing::unit, "only units of that name"),
       F::name<&O::role>("role", Thing::role, "only people of that role"),
       F::name<&O::pathway>("pathway", Thing::pathway, "only this pathway"),
       F::name<&O::union_name>("union", Thing::labour_union, "only this union")},
      &defaults};
  return table;
}

const Table& change_table() {
  using O = ChangeFacts;
  using F = Of<O>;
  static const O defaults;
  static const Table table = [] {
    Table t{"change",
            "A named, dated, dosed change; arms pick it. It has one or more verbs.",
            {F::special<&O::name>("name", new_name_form(), "what arms call it"),
             F::special<&O::id>("id", new_name_form(),
                                "identity for the luck it gets; default: its name"),
             F::week<&O::from>("from", "first week in which it acts"),
             F::week<&O::to>("to", "first week in which it no longer acts; default: never"),
             F::special<&O::where>("where", where_form(), "where it acts; default: everywhere"),
             F::number<&O::dose>("dose", {0, 10}, "", "0 does nothing, 1 is the full dose"),
             F::number<&O::fidelity>("fidelity", kShare, "share", "delivered as designed"),
             F::number<&O::coverage>("coverage", kShare, "share",
                                     "of those in the place that it reaches"),
             F::number<&O::hours_per_person>(
                 "hours_per_person", {0, 80}, "hours per week",
                 "that it asks of each person; default: usual for the intervention"),
             F::flag<&O::mandated>("mandated", "imposed; otherwise people opt in"),
             short_form(F::special<&O::mandated>("voluntary", opposite_flag_form(),
                                                 "the opposite of mandated")),
             F::word<&O::framing>("framing", framing_words, "what it appeals to")},
            &defaults,
            {},
            finish_change};
    t.fields[4].table = where_table;
    const std::vector<Field> verbs = verb_fields();
    t.fields.insert(t.fields.end(), verbs.begin(), verbs.end());
    return t;
  }();
  return table;
}

}  // namespace relco::scenario
