// Keys of the whole document.
#include "scenario/forms.h"
#include "scenario/tables.h"

namespace relco::scenario {
namespace {

using O = Facts;
using F = Of<O>;

const Table& system_table() {
  static const O defaults;
  static const Table table{
      "system",
      "What holds for everyone.",
      {example(F::section<&O::system>("payment", payment_table,
                                      "how care is paid where no other payer is named"),
               "{model: fee_for_service}"),
       F::number<&O::policy_pressure>("policy_pressure", kShare, "", "pressure from policy"),
       F::number<&O::blame_risk>("blame_risk", kShare, "", "political blame risk"),
       F::number<&O::budget_years>("budget_years", {0.1, 50}, "years", "that a budget binds")},
      &defaults};
  return table;
}

// `extends` is done with when the tables see the document.
class ExtendsForm : public Form {
 public:
  void read(Reading&, const Field&, const Value&, void*) const override {}
  std::optional<Value> write(const Field&, const void*) const override { return {}; }
  Value schema(const Field& field) const override { return texts_form().schema(field); }
  std::string expects(const Field&) const override { return "path of a file, or list of paths"; }
};

}  // namespace

const Table& scenario_table() {
  static const O defaults;
  static const ExtendsForm extends;
  static const Table table{
      "scenario",
      "A scenario is facts, arms and claims about them.",
      {required(F::special("relco", version_form(), "version of the format")),
       F::text<&O::title>("title", "one line"),
       F::text<&O::question>("question", "what the scenario asks"),
       F::special("extends", extends,
                  "files whose facts are inherited; keys written here win, later files over "
                  "earlier ones"),
       F::special<&O::covers>("covers", rows_form(), "rows of the checklist that the claims cover"),
       example(F::special<&O::horizon>("horizon", week_form(), "how long a run is", {1, 5200}),
               "208 weeks"),
       F::special<&O::dates_reach>("dates_reach", week_form(),
                                   "weeks that dates may reach, where --set made the horizon "
                                   "shorter; default: the horizon",
                                   {1, 5200}),
       F::number<&O::replicates>("replicates", {1, 100000}, "", "runs of each arm"),
       F::special<&O::seed>("seed", seed_form(), "of all luck"),
       F::number<&O::sample>("sample", {1e-6, 1}, "share",
                             "of the copies of organisations and units that are sampled; at least "
                             "one of each stays"),
       F::group("system", system_table, "what holds for everyone"),
       F::things<&O::payers>("payers", Thing::payer, payer_table, "payers other than the system"),
       F::things<&O::roles>("roles", Thing::role, role_table, "what is particular about roles"),
       required(F::things<&O::organisations>("organisations", Thing::organisation,
                                             organisation_table, "who employs people")),
       F::things<&O::unions>("unions", Thing::labour_union, union_table, "unions and associations"),
       F::section<&O::families>("families", family_table, "households of those cared for"),
       required(F::things<&O::pathways>("pathways", Thing::pathway, pathway_table,
                                        "how cases go through the system")),
       F::things<&O::changes>("changes", Thing::change, change_table, "what may change; arms pick"),
       example(F::special<&O::arms>("arms", arms_form(),
                                    "what is compared, under the same luck; the first is the "
                                    "control; default: as_is alone"),
               "{as_is: [], bundle_alone: [bundle]}"),
       [] {
         Field claims = F::special<&O::expectations>("expect", claims_form(), "executable claims");
         claims.table = claim_table;
         claims.thing = Thing::expectation;
         claims.holds_things = true;
         return claims;
       }()},
      &defaults};
  return table;
}

namespace {

void add_tables(const Table& table, std::vector<const Table*>& tables) {
  for (const Table* known : tables) {
    if (known == &table) return;
  }
  tables.push_back(&table);
  for (const Field& field : table.fields) {
    if (field.table != nullptr) add_tables(field.table(), tables);
  }
}

}  // namespace

std::vector<const Table*> all_tables() {
  std::vector<const Table*> tables;
  add_tables(scenario_table(), tables);
  return tables;
}

}  // namespace relco::scenario
