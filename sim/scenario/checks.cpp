#include "scenario/checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "measure/asked.h"
#include "scenario/check_spread.h"
#include "scenario/check_where.h"
#include "scenario/roles.h"

namespace relco::scenario {
namespace {

constexpr double kMaxPeople = 2e7;

class Checks {
 public:
  Checks(const Facts& facts, Week horizon, Reading& reading)
      : facts_(facts), horizon_(horizon), reading_(reading) {
    // What could not be read was said already, and must not make findings of its own.
    staff_is_known_ = !reading.wrong([](std::string_view path) {
      const bool thing = std::count(path.begin(), path.end(), '.') <= 1;
      return path.starts_with("organisations") &&
             (thing || path.find(".unit") != std::string_view::npos);
    });
    care_is_known_ = !reading.wrong([](std::string_view path) {
      return path.starts_with("pathways") || path.starts_with("changes");
    });
    horizon_is_known_ = !reading.wrong([](std::string_view path) { return path == "horizon"; });
  }

  void run() {
    find_roles();
    if (staff_is_known_) check_people();
    for (const PathwayFacts& pathway : facts_.pathways) check_pathway(pathway);
    for (const ChangeFacts& change : facts_.changes) check_change(change);
    for (const ChangeFacts& change : facts_.changes) change_ids_[change.name] = change.id;
    for (const ArmFacts& arm : facts_.arms) check_arm(arm);
    for (const ExpectationFacts& claim : facts_.expectations) check_claim(claim);
    check_roles();
  }

 private:
  void say(const std::string& path, std::string message) {
    reading_.finding_at(path, std::move(message));
  }

  void check_people() {
    double people = 0;
    for (const OrganisationFacts& organisation : facts_.organisations) {
      const std::string path = "organisations." + organisation.name;
      if (organisation.units.empty()) say(path, "has no units");
      for (const UnitFacts& unit : organisation.units) {
        double posts = 0;
        for (const auto& [role, n] : unit.staff) posts += n;
        if (posts <= 0) say(path + ".units." + unit.name, "has no posts");
        people += posts * unit.copies * organisation.copies;
      }
    }
    if (people > kMaxPeople) {
      say("organisations",
          fmt::format("makes {:.0f} people; allowed are at most {:.0f}", people, kMaxPeople));
    }
  }

  using Names = std::set<std::string, std::less<>>;

  // Who has posts where; roles that a change brings are everywhere.
  void find_roles() {
    for (const OrganisationFacts& organisation : facts_.organisations) {
      Names& here = roles_in_[organisation.name];
      for (const UnitFacts& unit : organisation.units) {
        for (const auto& [role, posts] : unit.staff) {
          if (posts > 0) here.insert(role);
        }
      }
      roles_.insert(here.begin(), here.end());
    }
    for (const ChangeFacts& change : facts_.changes) {
      for (const VerbChange& verb : change.verbs) {
        if (const auto* add = std::get_if<AddRoleChange>(&verb)) added_.insert(add->role);
      }
    }
    roles_.insert(added_.begin(), added_.end());
  }

  [[nodiscard]] bool staffed(const std::string& role, const PathwayFacts& pathway) const {
    if (pathway.organisations.empty()) return roles_.contains(role);
    return added_.contains(role) ||
           std::any_of(pathway.organisations.begin(), pathway.organisations.end(),
                       [&](const std::string& name) {
                         const auto at = roles_in_.find(name);
                         return at != roles_in_.end() && at->second.contains(role);
                       });
  }

  void check_pathway(const PathwayFacts& pathway) {
    const std::string path = "pathways." + pathway.name;
    if (!staff_is_known_) return;
    for (const auto& [role, n] : pathway.team) {
      if (staffed(role, pathway)) continue;
      say(path + ".team." + role,
          fmt::format("no unit {}has posts for the role '{}'{}",
                      pathway.organisations.empty() ? "" : "of its organisations ", role,
                      hint(role, {roles_.begin(), roles_.end()})));
    }
    for (const auto& [pair, x] : pathway.interdependence) {
      for (const std::string& role : {pair.first, pair.second}) {
        if (role == "family" || pathway.team.contains(role)) continue;
        say(path + ".interdependence",
            fmt::format("the role '{}' of the pair {}-{} is not in the team", role, pair.first,
                        pair.second));
      }
    }
  }

  void check_change(const ChangeFacts& change) {
    // No mistake: the null arm, computed as a world of its own.
    if (horizon_is_known_ && change.from >= facts_.horizon) {
      reading_.note_at("changes." + change.name + ".from",
                       fmt::format("starts in week {}, the run ends after {} weeks; it changes "
                                   "nothing",
                                   change.from, facts_.horizon));
    }
    if (staff_is_known_ && care_is_known_) check_where(facts_, change, added_, reading_);
  }

  void check_arm(const ArmFacts& arm) {
    std::set<std::string> ids;
    for (const std::string& name : arm.changes) {
      const std::string& id = change_ids_[name];
      if (ids.insert(id).second) continue;
      say("arms." + arm.name, fmt::format("picks two changes with the id '{}'", id));
    }
  }

  void check_claim(const ExpectationFacts& claim) {
    const std::string path = "expect." + claim.id;
    for (const Week week : {claim.weeks_from, claim.weeks_to, claim.ends, claim.at, claim.week}) {
      if (week <= horizon_ || !horizon_is_known_) continue;
      say(path, fmt::format("speaks of week {}; the scenario ends after {} weeks", week, horizon_));
      break;
    }
    check_scope(claim, path);
    if (const auto other = subtracted_by(claim)) check_scope(*other, path);
    const std::string control = facts_.arms.empty() ? "" : facts_.arms.front().name;
    const std::string versus = claim.versus.empty() ? control : claim.versus;
    if (claim.kind == ExpectationKind::effect && !claim.arm.empty() && claim.arm == versus) {
      say(path, fmt::format("compares the arm '{}' with itself", claim.arm));
    }
    if (claim.kind == ExpectationKind::ratio) check_ratio(claim, path, versus);
  }

  void check_ratio(const ExpectationFacts& claim, const std::string& path,
                   const std::string& versus) {
    const std::string& to_versus = claim.to_versus.empty() ? versus : claim.to_versus;
    for (const auto& [arm, control] :
         {std::pair(claim.of, versus), std::pair(claim.to, to_versus)}) {
      if (!arm.empty() && arm == control) {
        say(path, fmt::format("compares the arm '{}' with itself", arm));
      }
    }
  }

  // Every quantity must have a meaning where the claim looks, and somebody must be there.
  void check_scope(const ExpectationFacts& claim, const std::string& path) {
    if (claim.kind == ExpectationKind::survey) return;
    const AskedScope scope = scope_of(facts_, claim);
    for (const std::string& name : {claim.outcome, claim.on}) {
      const auto quantity = find_quantity(name);
      if (!quantity) continue;
      const std::string why = no_meaning(*quantity, scope, points_of(claim));
      if (!why.empty()) say(path, fmt::format("{} {}", name, why));
    }
    if (staff_is_known_ && !somebody_in(scope)) {
      say(path, "nobody is in this scope: no unit has such people");
    } else if (staff_is_known_) {
      const std::string why = no_spread(facts_, claim, !added_.empty());
      if (!why.empty()) say(path, why);
    }
  }

  [[nodiscard]] bool covers(const AskedScope& scope, const std::string& role,
                            const OrganisationFacts& organisation) const {
    if (scope.labour_union.empty()) return true;
    const auto fits = [](const std::string& wanted, const std::string& name) {
      return wanted.empty() || wanted == name;
    };
    return std::any_of(facts_.unions.begin(), facts_.unions.end(), [&](const UnionFacts& one) {
      return one.name == scope.labour_union && fits(one.covers_role, role) &&
             fits(one.covers_organisation, organisation.name) &&
             fits(one.covers_sector, organisation.sector);
    });
  }

  // Roles that a change brings may be anywhere.
  [[nodiscard]] bool somebody_in(const AskedScope& scope) const {
    const std::string& rated = scope.rated == kTheFamily ? scope.rater : scope.rated;
    for (const OrganisationFacts& organisation : facts_.organisations) {
      if (!scope.organisation.empty() && scope.organisation != organisation.name) continue;
      if (!scope.sector.empty() && scope.sector != organisation.sector) continue;
      for (const UnitFacts& unit : organisation.units) {
        if (!scope.unit.empty() && scope.unit != unit.name) continue;
        for (const std::string& role : roles_) {
          const bool here = unit.staff.contains(role) || added_.contains(role);
          const bool wanted =
              (scope.role.empty() || scope.role == role) && (rated.empty() || rated == role);
          if (here && wanted && covers(scope, role, organisation)) return true;
        }
      }
    }
    return false;
  }

  // A role that is declared beside the usual ones and works nowhere is a slip of the pen.
  void check_roles() {
    if (!staff_is_known_) return;
    for (const RoleFacts& role : facts_.roles) {
      const auto usual = standard_roles();
      const bool known = std::any_of(usual.begin(), usual.end(),
                                     [&](const StandardRole& one) { return one.name == role.id; });
      if (known || roles_.contains(role.name)) continue;
      say("roles." + role.name, fmt::format("no unit has posts for this role{}",
                                            hint(role.name, {roles_.begin(), roles_.end()})));
    }
  }

  const Facts& facts_;
  Week horizon_;
  Reading& reading_;
  bool staff_is_known_ = true, care_is_known_ = true, horizon_is_known_ = true;
  std::map<std::string, Names> roles_in_;  // by organisation
  Names added_, roles_;
  std::map<std::string, std::string> change_ids_;  // by name
};

}  // namespace

void check_facts(const Facts& facts, Week longest_horizon, Reading& reading) {
  Checks(facts, longest_horizon, reading).run();
}

namespace {

// A payment that names exempt channels makes them so.
void exempt_channels(Facts& facts) {
  std::set<std::string> exempt(facts.system.exempt.begin(), facts.system.exempt.end());
  for (const PayerFacts& payer : facts.payers) {
    exempt.insert(payer.exempt.begin(), payer.exempt.end());
  }
  for (const ChangeFacts& change : facts.changes) {
    for (const VerbChange& verb : change.verbs) {
      const auto* payment = std::get_if<PaymentChange>(&verb);
      if (payment != nullptr) exempt.insert(payment->to.exempt.begin(), payment->to.exempt.end());
    }
  }
  for (PathwayFacts& pathway : facts.pathways) {
    for (ChannelFacts& channel : pathway.channels) {
      if (exempt.contains(channel.name)) channel.exempt = true;
    }
  }
}

}  // namespace

void complete_facts(Facts& facts) {
  exempt_channels(facts);
  std::set<std::string> used, declared;
  for (const RoleFacts& role : facts.roles) declared.insert(role.name);
  for (const OrganisationFacts& organisation : facts.organisations) {
    for (const UnitFacts& unit : organisation.units) {
      for (const auto& [role, posts] : unit.staff) used.insert(role);
    }
  }
  for (const ChangeFacts& change : facts.changes) {
    for (const VerbChange& verb : change.verbs) {
      if (const auto* add = std::get_if<AddRoleChange>(&verb)) used.insert(add->role);
    }
  }
  for (const std::string& name : used) {
    if (declared.contains(name) || name.empty()) continue;
    RoleFacts role = standard_role(name);
    role.id = name;
    facts.roles.push_back(std::move(role));
  }
  std::sort(facts.roles.begin(), facts.roles.end(),
            [](const RoleFacts& a, const RoleFacts& b) { return a.id < b.id; });
  if (facts.arms.empty()) {
    ArmFacts control;
    control.name = control.id = "as_is";
    facts.arms.push_back(std::move(control));
  }
}

}  // namespace relco::scenario
