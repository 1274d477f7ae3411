// Keys of payment, payers, channels and pathways.
#include <fmt/format.h>

#include "scenario/forms.h"
#include "scenario/tables.h"

namespace relco::scenario {
namespace {

using Payment = Of<PayerFacts>;

Field model() {
  return Payment::word<&PayerFacts::model>("model", payment_model_words, "how care is paid");
}
Field partners() {
  return Payment::names<&PayerFacts::partners>(
      "partners", Thing::organisation, "who share the result; default: all that are paid for");
}
Field share() {
  Field field = Payment::number<&PayerFacts::share>(
      "share", kShare, "share",
      "strength of the incentive: co-financed share, bonus share; default: 0.2 of co_financing, 0 "
      "of fee_for_service, else 1");
  field.default_varies = true;
  return field;
}
Field exempt() {
  return Payment::names<&PayerFacts::exempt>("exempt", Thing::channel,
                                             "channels that the payment does not touch");
}

// What an incentive is where nobody says: all of the result, and a fifth where partners co-finance
// (the Danish rule, S1-02).
void finish_payment(Reading&, const Value& value, void* target) {
  auto& payment = *static_cast<PayerFacts*>(target);
  const Value* below = value.find("payment");
  if (value.find("share") != nullptr || (below != nullptr && below->find("share") != nullptr))
    return;
  payment.share = payment.model == PaymentModel::fee_for_service ? 0
                  : payment.model == PaymentModel::co_financing  ? 0.2
                                                                 : 1;
}

void finish_pathway(Reading& reading, const Value& value, void* target) {
  auto& pathway = *static_cast<PathwayFacts*>(target);
  const bool starts = value.find("starts_per_week") != nullptr;
  const bool standing = value.find("standing") != nullptr;
  if (starts == standing) {
    reading.finding(value, starts
                               ? "has both starts_per_week and standing; cases either begin and "
                                 "end, or stand open all the time"
                               : "needs starts_per_week (cases begin and end) or standing (cases "
                                 "are open all the time)");
  }
  double members = 0;
  for (const auto& [role, n] : pathway.team) members += n;
  if (!pathway.team.empty() && members <= 0) reading.finding(value, "has a team of nobody");
}

}  // namespace

const Table& payment_table() {
  static const PayerFacts defaults;
  static const Table table{"payment",
                           "How care is paid. One word alone is the model.",
                           {model(), partners(), share(), exempt()},
                           &defaults,
                           "model",
                           finish_payment};
  return table;
}

const Table& payer_table() {
  using O = PayerFacts;
  static const O defaults;
  static const Table table{
      "payer",
      "A payer of its own, for organisations or pathways that the system does not pay for.",
      {Payment::special<&O::name>("name", new_name_form(), "what the rest of the file calls it"),
       Payment::special<&O::id>("id", new_name_form(),
                                "identity for the luck it gets; default: its name"),
       model(), partners(), share(), exempt(),
       other_spelling(Payment::group("payment", payment_table, "the same keys one level down"))},
      &defaults,
      {},
      finish_payment};
  return table;
}

const Table& channel_table() {
  using O = ChannelFacts;
  using F = Of<O>;
  static const O defaults;
  static const Table table{
      "channel",
      "A priced way of giving a piece of care that can be given in more than one way.",
      {F::special<&O::name>("name", new_name_form(), "unique within the pathway"),
       F::special<&O::id>("id", new_name_form(),
                          "identity for the luck it gets; default: its name"),
       F::number<&O::share>("share", kShare, "share of cases", "that take it under habit"),
       F::number<&O::price>("price", kNotNegative, "money", "per use"),
       F::flag<&O::admission>("admission", "counts as an admission"),
       F::flag<&O::exempt>("exempt", "not touched by co-financing or bundles"),
       F::flag<&O::institutional>("institutional", "the costly after-care that incentives act on")},
      &defaults};
  return table;
}

const Table& pathway_table() {
  using O = PathwayFacts;
  using F = Of<O>;
  static const O defaults;
  static const Table table{
      "pathway",
      "The way of a kind of case through the system: who cares for it, and who depends on whom.",
      {F::special<&O::name>("name", new_name_form(), "what the rest of the file calls it"),
       F::special<&O::id>("id", new_name_form(),
                          "identity for the luck it gets; default: its name"),
       F::number<&O::starts_per_week>("starts_per_week", {0, 1e6}, "cases per week",
                                      "arrivals, per copy of the serving organisation"),
       F::number<&O::standing>("standing", {0, 1e8}, "cases",
                               "cases open all the time, in place of arrivals"),
       required(example(F::special("team", team_form(),
                                   "expected members by role; a fraction is a chance", {0, 1000}),
                        "{surgeon: 1, nurse: 4, social_worker: 0.5, family: all}")),
       F::names<&O::organisations>("organisations", Thing::organisation,
                                   "who may serve it; default: all that staff the team's roles"),
       example(F::special("interdependence", interdependence_form(),
                          "how much two roles depend on each other for this care", kShare),
               "{surgeon-nurse: 0.9, default: 0.4}"),
       F::fact<&O::uncertainty>("uncertainty", kShare, "",
                                "how little of the work can be foreseen"),
       F::fact<&O::time_pressure>("time_pressure", kShare, "", "how little time there is"),
       F::number<&O::length_days>("length_days", {0.01, 10000}, "days",
                                  "an episode takes under full coordination"),
       F::number<&O::follow_up_weeks>("follow_up_weeks", {0, 520}, "weeks",
                                      "after-care in which outcomes unfold"),
       F::number<&O::day_price>("day_price", kNotNegative, "money", "per day of the episode"),
       F::number<&O::base_price>("base_price", kNotNegative, "money", "per case, whatever happens"),
       F::number<&O::adverse_rate>("adverse_rate", kShare, "share",
                                   "of cases with an adverse event under ordinary coordination"),
       F::number<&O::readmission_rate>("readmission_rate", kShare, "share",
                                       "of cases readmitted under ordinary coordination"),
       F::number<&O::readmission_price>("readmission_price", kNotNegative, "money",
                                        "per readmission"),
       F::fact<&O::severity>("severity", kShare, "", "of the person's state at the start"),
       F::number<&O::plan_slices>("plan_slices", {1, 16}, "", "pieces of the whole picture"),
       F::name<&O::payer>("payer", Thing::payer, "who pays for it; default: the system's payment"),
       F::things<&O::channels>("channels", Thing::channel, channel_table,
                               "ways of giving a piece of the care")},
      &defaults,
      {},
      finish_pathway};
  return table;
}

}  // namespace relco::scenario
