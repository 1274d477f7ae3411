#include <fmt/format.h>

#include <cmath>

#include "app/describe.h"
#include "base/printable.h"
#include "rules/change/levers.h"
#include "scenario/change_words.h"

namespace relco::app {
namespace {

std::string number(const Fact& fact) {
  if (fact.sd == 0) return fmt::format("{}", fact.mean);
  return fmt::format("{} +- {}", fact.mean, fact.sd);
}

std::string copies_text(int copies) {
  return copies == 1 ? "" : fmt::format("{} x ", copies);
}

double posts_of(const OrganisationFacts& organisation) {
  double posts = 0;
  for (const UnitFacts& unit : organisation.units) {
    for (const auto& [role, count] : unit.staff) posts += count * unit.copies;
  }
  return posts * organisation.copies;
}

template <typename Map, typename Value>
std::string listed(const Map& map, Value value) {
  std::string text;
  for (const auto& [name, item] : map) {
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", name, value(item));
  }
  return text.empty() ? "nobody" : text;
}

const auto plain = [](double value) { return fmt::format("{}", value); };

std::string payment_text(const PayerFacts& payer) {
  std::string text(payment_model_words()[static_cast<std::size_t>(payer.model)].name);
  if (payer.share > 0) text += fmt::format(", share {}", payer.share);
  if (!payer.partners.empty())
    text += fmt::format(", partners {}", fmt::join(payer.partners, ", "));
  return text;
}

std::string structures_text(const OrganisationFacts& organisation) {
  std::string text;
  for (std::size_t i = 0; i < kStructures; ++i) {
    const auto& level = organisation.structures[i];
    if (level) text += fmt::format("{} {}, ", structure_words()[i].name, number(*level));
  }
  return text.empty() ? "all 0.3" : text + "the others 0.3";
}

std::string organisations_text(const Facts& facts) {
  std::string text = "\nOrganisations\n";
  double posts = 0;
  for (const OrganisationFacts& o : facts.organisations) {
    posts += posts_of(o);
    text += fmt::format("  {}{} ({}), {} posts\n", copies_text(o.copies), o.name, o.sector,
                        posts_of(o));
    for (const UnitFacts& unit : o.units) {
      text += fmt::format("    {}{}: {}\n", copies_text(unit.copies), unit.name,
                          listed(unit.staff, plain));
    }
    text += fmt::format("    leaders' support {}, work load {}, safety {}\n",
                        number(o.leadership.support), number(o.workload), number(o.safety));
    text += fmt::format("    structures: {}\n", structures_text(o));
  }
  return text + fmt::format("  {} posts in all\n", posts);
}

std::string unions_text(const Facts& facts) {
  std::string text;
  for (const UnionFacts& u : facts.unions) {
    std::string covers;
    for (const std::string* word : {&u.covers_role, &u.covers_organisation, &u.covers_sector}) {
      if (!word->empty()) covers += (covers.empty() ? "" : ", ") + *word;
    }
    text +=
        fmt::format("  {}: covers {}; strength {}, stance {}\n", u.name,
                    covers.empty() ? "everybody" : covers, number(u.strength), number(u.stance));
  }
  return text.empty() ? "" : "\nUnions\n" + text;
}

std::string pathways_text(const Facts& facts) {
  std::string text = "\nPathways\n";
  for (const PathwayFacts& p : facts.pathways) {
    text += fmt::format("  {}: ", p.name);
    if (p.starts_per_week) text += fmt::format("{} cases start a week", *p.starts_per_week);
    if (p.standing) text += fmt::format("{} cases open all the time", *p.standing);
    text +=
        fmt::format("\n    team: {}{}\n", listed(p.team, plain), p.family ? ", the family" : "");
    text += fmt::format("    uncertainty {}, time pressure {}, interdependence {} unless said\n",
                        number(p.uncertainty), number(p.time_pressure), p.default_interdependence);
    for (const auto& [pair, level] : p.interdependence) {
      text += fmt::format("      {} - {}: {}\n", pair.first, pair.second, level);
    }
    text += fmt::format("    stay {} days under full coordination, then {} weeks of follow-up\n",
                        p.length_days, p.follow_up_weeks);
    for (const ChannelFacts& c : p.channels) {
      text += fmt::format("    channel {}: {} of cases, price {}\n", c.name, c.share, c.price);
    }
  }
  return text;
}

std::string scope_text(const ChangeScope& where) {
  std::string text;
  const auto add = [&text](const char* kind, const std::string& name) {
    if (!name.empty()) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", kind, name);
  };
  add("organisation", where.organisation);
  add("sector", where.sector);
  add("unit", where.unit);
  add("role", where.role);
  add("pathway", where.pathway);
  add("union", where.union_name);
  if (where.copy >= 0) add("copy", fmt::format("{} (from 0)", where.copy));
  return text.empty() ? "everywhere" : text;
}

// What it asks of each person's week; only interventions ask for hours of their own.
std::string hours_text(const ChangeFacts& change) {
  if (change.hours_per_person) {
    return fmt::format("asks {} hours a week of each person", *change.hours_per_person);
  }
  for (const VerbChange& verb : change.verbs) {
    const auto* intervention = std::get_if<InterventionChange>(&verb);
    if (intervention == nullptr) continue;
    float hours = 0;
    for (const Intervention kind : intervention->kinds) hours += row_of(kind).hours;
    return fmt::format("asks {:.4g} hours a week of each person, as usual for it", hours);
  }
  return "asks no hours";
}

std::string changes_text(const Facts& facts) {
  std::string text;
  for (const ChangeFacts& c : facts.changes) {
    text +=
        fmt::format("  {}: from week {}{}, {}\n", c.name, c.from,
                    c.to >= kNever ? "" : fmt::format(" to week {}", c.to), scope_text(c.where));
    text += fmt::format("    dose {}, fidelity {}, coverage {}, {}\n", c.dose, c.fidelity,
                        c.coverage, c.mandated ? "mandated" : "voluntary");
    text += fmt::format("    framing {}, {}\n",
                        framing_words()[static_cast<std::size_t>(c.framing)].name, hours_text(c));
    for (const std::string& line : change_words(c)) text += fmt::format("    {}\n", line);
  }
  return text.empty() ? "" : "\nChanges\n" + text;
}

std::string arms_text(const Facts& facts) {
  std::string text = "\nArms\n";
  for (std::size_t i = 0; i < facts.arms.size(); ++i) {
    const ArmFacts& arm = facts.arms[i];
    text += fmt::format(
        "  {}{}: {}\n", arm.name, i == 0 ? " (the control)" : "",
        arm.changes.empty() ? "nothing changes" : fmt::format("{}", fmt::join(arm.changes, ", ")));
  }
  return text;
}

std::string claims_text(const Facts& facts) {
  if (facts.expectations.empty()) return "";
  std::string text = "\nExpected (relco check tells whether it holds)\n";
  for (const ExpectationFacts& claim : facts.expectations) {
    text += fmt::format("  {}: {}{}\n", claim.id, claim.says,
                        claim.open.empty() ? "" : fmt::format(" (open: {})", claim.open));
  }
  return text;
}

}  // namespace

std::string describe_scenario(const ScenarioInput& input) {
  const Facts& facts = input.facts;
  std::string text = facts.title + '\n';
  if (!facts.question.empty()) text += facts.question + '\n';
  text += fmt::format("\n{} weeks, {} replicates of each arm, seed {}\n", facts.horizon,
                      facts.replicates, facts.seed);
  text += fmt::format("Paid by {} unless said otherwise\n", payment_text(facts.system));
  for (const PayerFacts& payer : facts.payers) {
    text += fmt::format("  payer {}: {}\n", payer.name, payment_text(payer));
  }
  text += organisations_text(facts) + unions_text(facts) + pathways_text(facts) +
          changes_text(facts) + arms_text(facts) + claims_text(facts);
  for (const std::string& setting : input.changed_parameters) {
    text += fmt::format("\nModel parameter changed: {}\n", setting);
  }
  return printable_lines(text) + "\nIn full, with everything inherited and set:\n\n" + input.text;
}

}  // namespace relco::app
