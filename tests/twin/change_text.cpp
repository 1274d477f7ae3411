#include "change_text.h"

#include <boost/json.hpp>
#include <stdexcept>

namespace relco::twin {
namespace {

namespace json = boost::json;

json::array rows(const std::vector<std::uint32_t>& from) {
  return json::array(from.begin(), from.end());
}

json::value maybe(const std::optional<double>& value) {
  return value ? json::value(*value) : json::value(nullptr);
}

std::string word(std::span<const Word> words, auto value) {
  return std::string(words[static_cast<std::size_t>(value)].name);
}

// Says what a verb sets, under its own name.
class Verb {
 public:
  Verb(const World& world, json::object& out) : world_(world), out_(out) {}

  void operator()(const PaymentChange& v) const {
    say("payment", {{"model", word(payment_model_words(), v.to.model)},
                    {"share", v.to.share},
                    {"partners", named(v.to.partners)}});
  }
  void operator()(const LeaderChange& v) const {
    say("leader",
        {{"support", maybe(v.support)}, {"inquiry", maybe(v.inquiry)}, {"replace", v.replace}});
  }
  void operator()(const StructureChange& v) const {
    json::array to;
    for (const std::optional<double>& level : v.to) to.push_back(maybe(level));
    say("structure", {{"to", to}});
  }
  void operator()(const InterventionChange& v) const {
    json::array kinds;
    for (const Intervention kind : v.kinds) {
      kinds.emplace_back(word(intervention_words(), kind));
    }
    say("intervention", {{"kinds", kinds}, {"facilitated", v.facilitated}});
  }
  void operator()(const GovernanceChange& v) const {
    say("governance", {{"partners", named(v.partners)}, {"authority", v.authority}});
  }
  void operator()(const MergeChange& v) const {
    say("merge",
        {{"partners", named({v.first, v.second})}, {"shared_identity", v.shared_identity}});
  }
  void operator()(const ColocateChange& v) const {
    say("colocate", {{"partners", named(v.organisations)}, {"degree", v.degree}});
  }
  void operator()(const StaffingChange& v) const {
    say("staffing", {{"factor", v.factor}, {"layoff", v.layoff}});
  }
  void operator()(const ShockChange& v) const {
    say("shock", {{"load", v.load}, {"safety", v.safety}});
  }
  void operator()(const IdentityChange& v) const {
    say("identity", {{"shared", v.shared}, {"salience", v.salience}});
  }
  void operator()(const UnionChange& v) const {
    say("union", {{"strength", maybe(v.strength)},
                  {"stance", maybe(v.stance)},
                  {"process", maybe(v.process)}});
  }
  template <class Other>
  void operator()(const Other&) const {
    throw std::runtime_error("the twin does not know this verb of a change");
  }

 private:
  void say(std::string_view verb, json::object what) const {
    out_["verb"] = verb;
    out_["what"] = std::move(what);
  }
  [[nodiscard]] json::array named(const std::vector<std::string>& names) const {
    std::vector<std::uint32_t> found;
    for (std::uint32_t o = 0; o < world_.organisations.id.size(); ++o) {
      if (is_named(*world_.plan, o, names)) found.push_back(o);
    }
    return rows(found);
  }

  const World& world_;
  json::object& out_;
};

json::object text_of(const World& world, const PlannedChange& change) {
  if (change.role != kNone) {
    throw std::runtime_error("the twin knows no changes for single roles");
  }
  const ChangeFacts& facts = *change.facts;
  json::object out{{"from", facts.from},
                   {"to", facts.to},
                   {"dose", facts.dose},
                   {"fidelity", facts.fidelity},
                   {"coverage", facts.coverage},
                   {"hours_per_person", maybe(facts.hours_per_person)},
                   {"mandated", facts.mandated},
                   {"framing", word(framing_words(), facts.framing)},
                   {"organisations", rows(change.organisations)},
                   {"units", rows(change.units)},
                   {"unions", rows(change.unions)},
                   {"lanes", rows(change.lanes)}};
  std::visit(Verb(world, out), *change.verb);
  return out;
}

}  // namespace

std::string facts_text(const World& world) {
  const Facts& facts = world.plan->facts;
  if (!facts.payers.empty()) throw std::runtime_error("the twin knows no payer but the system's");
  json::array changes;
  for (const PlannedChange& change : world.plan->arms[world.arm]) {
    changes.push_back(text_of(world, change));
  }
  json::array with_families;
  for (const std::uint32_t pathway : world.lanes.pathway) {
    with_families.push_back(world.plan->pathways[pathway].facts->family);
  }
  return json::serialize(json::object{
      {"seed", facts.seed},
      {"places", world.plan->places},
      {"with_families", with_families},
      {"family_in_team", facts.families.in_team},
      {"budget_years", facts.budget_years},
      {"blame_risk", facts.blame_risk},
      {"payment",
       {{"model", word(payment_model_words(), facts.system.model)}, {"share", facts.system.share}}},
      {"changes", changes}});
}

}  // namespace relco::twin
