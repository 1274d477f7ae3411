#include "measure/asked_plan.h"

#include <algorithm>

#include "base/errors.h"
#include "world/canonical.h"

namespace relco {
namespace {

// The facts that each row was made from, in canonical order.
struct Origins {
  std::vector<const OrganisationFacts*> organisations;
  std::vector<const UnitFacts*> units;
  std::vector<const UnionFacts*> unions;
};

Origins origins_of(const Facts& facts) {
  Origins out;
  out.unions = by_id(facts.unions);
  for (const OrganisationFacts* organisation : by_id(facts.organisations)) {
    for (int copy = 0; copy < organisation->copies; ++copy) {
      out.organisations.push_back(organisation);
      for (const UnitFacts* unit : by_id(organisation->units)) {
        for (int n = 0; n < unit->copies; ++n) out.units.push_back(unit);
      }
    }
  }
  return out;
}

bool fits(const std::string& wanted, const std::string& name) {
  return wanted.empty() || wanted == name;
}

// Finds the rows of one question.
class Resolver {
 public:
  Resolver(const World& world, const Origins& origins, const Asked& asked)
      : world_(world), plan_(*world.plan), origins_(origins), scope_(asked.scope) {
    out_.asked = asked;
    out_.roles = static_cast<std::uint32_t>(plan_.roles.size()) + 1;
    out_.rater = role_row(scope_.rater);
    out_.rated = role_row(scope_.rated);
    out_.of_people =
        !scope_.role.empty() || !scope_.labour_union.empty() || !scope_.pathway.empty();
  }

  AskedPlaces resolve() {
    find_pathway();
    find_quantities();
    number_points();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::uint32_t role_row(const std::string& name) const {
    if (name == kTheFamily) return out_.roles - 1;
    for (std::uint32_t r = 0; r < plan_.roles.size(); ++r) {
      if (plan_.roles[r].name == name) return r;
    }
    return name.empty() ? kNone : out_.roles;  // a role that nobody has
  }

  [[nodiscard]] bool fits_organisation(std::uint32_t o) const {
    return (fits(scope_.organisation, plan_.organisation_names[o]) ||
            fits(scope_.organisation, plan_.declared_names[o])) &&
           fits(scope_.sector, origins_.organisations[o]->sector);
  }
  [[nodiscard]] bool fits_unit(std::uint32_t u) const {
    return fits_organisation(world_.units.organisation[u]) &&
           fits(scope_.unit, origins_.units[u]->name);
  }
  [[nodiscard]] bool fits_person(std::uint32_t i) const {
    const People& people = world_.people;
    if (!fits_unit(people.unit[i])) return false;
    if (!fits(scope_.role, plan_.roles[people.role[i]].name)) return false;
    if (!scope_.pathway.empty() && lanes_of_[i].empty()) return false;
    const std::uint32_t covered = people.labour_union[i];
    return scope_.labour_union.empty() ||
           (covered != kNone && origins_.unions[covered]->name == scope_.labour_union);
  }

  // Lanes of the pathway, the people who may sit in their teams, and the pairs who may meet there.
  void find_pathway() {
    if (scope_.pathway.empty()) return;
    lanes_of_.resize(world_.people.id.size());
    for (std::uint32_t l = 0; l < world_.lanes.id.size(); ++l) {
      if (plan_.pathways[world_.lanes.pathway[l]].facts->name != scope_.pathway) continue;
      for (std::uint32_t place = 0; place < plan_.places; ++place) {
        const CandidateRange range = plan_.lane_candidates[std::size_t{l} * plan_.places + place];
        for (std::uint32_t n = range.begin; n < range.end; ++n) {
          auto& lanes = lanes_of_[plan_.candidates[n]];
          if (lanes.empty() || lanes.back() != l) lanes.push_back(l);
        }
      }
    }
    const Pairs& pairs = world_.pairs;
    out_.pairs.resize(pairs.lower.size());
    for (std::size_t k = 0; k < pairs.lower.size(); ++k) {
      const auto& a = lanes_of_[pairs.lower[k]];
      const auto& b = lanes_of_[pairs.upper[k]];
      out_.pairs[k] = std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
    }
  }

  void find_quantities() {
    const bool family_pairs = scope_.is_about_families();
    for (const std::string& name : out_.asked.quantities) {
      const auto quantity = find_quantity(name);
      RELCO_CHECK(quantity, "{} was asked for and is no quantity", name);
      RELCO_CHECK(no_meaning(*quantity, scope_, out_.asked.points).empty(),
                  "{} was asked for where it has no meaning", name);
      out_.quantities.push_back(*quantity);
      const auto* outcome = std::get_if<Outcome>(&*quantity);
      if (outcome == nullptr || row_of(*outcome).level != OutcomeLevel::tie) continue;
      const bool family = family_pairs || *outcome == Outcome::rc_family;
      (family ? out_.with_family : out_.with_ties) = true;
    }
  }

  // Numbers what fits, in the order of rows, one point each or all the same one.
  template <class Fits>
  std::vector<std::uint32_t> number(std::size_t rows, bool each, Fits&& fits_row) {
    std::vector<std::uint32_t> point(rows, kNone);
    for (std::uint32_t row = 0; row < rows; ++row) {
      if (fits_row(row)) point[row] = each ? out_.points++ : 0;
    }
    return point;
  }

  void number_points() {
    const Points points = out_.asked.points;
    const auto people = [&](std::uint32_t i) { return fits_person(i); };
    const std::size_t staff = world_.people.id.size();
    out_.point_of_person = number(staff, points == Points::person, people);
    // A place counts when somebody in it does.
    std::vector<std::uint8_t> units(world_.units.id.size());
    std::vector<std::uint8_t> organisations(world_.organisations.id.size());
    for (std::uint32_t i = 0; i < staff; ++i) {
      if (out_.point_of_person[i] == kNone) continue;
      units[world_.people.unit[i]] = 1;
      organisations[plan_.organisation_of_person[i]] = 1;
    }
    out_.point_of_unit = number(units.size(), points == Points::unit,
                                [&](std::uint32_t u) { return units[u] != 0; });
    out_.point_of_organisation = number(organisations.size(), points == Points::organisation,
                                        [&](std::uint32_t o) { return organisations[o] != 0; });
    out_.point_of_lane = number(world_.lanes.id.size(), false, [&](std::uint32_t l) {
      return fits_organisation(world_.lanes.organisation[l]) &&
             fits(scope_.pathway, plan_.pathways[world_.lanes.pathway[l]].facts->name);
    });
    if (points == Points::none) out_.points = 1;
    if (points == Points::role) {
      for (std::uint32_t i = 0; i < staff; ++i) {
        if (out_.point_of_person[i] != kNone) out_.point_of_person[i] = world_.people.role[i];
      }
      out_.points = out_.roles;
    }
    if (points == Points::role_pair) out_.points = out_.roles * out_.roles;
    pass_down(points);
  }

  // People are at the point of their unit or organisation, cases at that of their organisation.
  void pass_down(Points points) {
    if (points == Points::organisation) {
      for (std::size_t l = 0; l < out_.point_of_lane.size(); ++l) {
        if (out_.point_of_lane[l] == kNone) continue;
        out_.point_of_lane[l] = out_.point_of_organisation[world_.lanes.organisation[l]];
      }
      for (std::size_t u = 0; u < out_.point_of_unit.size(); ++u) {
        if (out_.point_of_unit[u] == kNone) continue;
        out_.point_of_unit[u] = out_.point_of_organisation[world_.units.organisation[u]];
      }
    }
    if (points != Points::unit && points != Points::organisation) return;
    for (std::size_t i = 0; i < out_.point_of_person.size(); ++i) {
      if (out_.point_of_person[i] == kNone) continue;
      out_.point_of_person[i] = out_.point_of_unit[world_.people.unit[i]];
    }
  }

  const World& world_;
  const Plan& plan_;
  const Origins& origins_;
  const AskedScope& scope_;
  AskedPlaces out_;
  std::vector<std::vector<std::uint32_t>> lanes_of_;  // of people, of the pathway asked for
};

bool needs_cases(const AskedPlaces& places) {
  return !places.asked.scope.pathway.empty() &&
         std::any_of(places.quantities.begin(), places.quantities.end(), [](const Quantity& q) {
           const auto* outcome = std::get_if<Outcome>(&q);
           return outcome != nullptr && row_of(*outcome).level == OutcomeLevel::pathway;
         });
}

}  // namespace

std::uint32_t AskedPlaces::point_of_tie(std::uint32_t who, std::uint32_t own,
                                        std::uint32_t other) const {
  if (point_of_person[who] == kNone) return kNone;
  if ((rated != kNone && rated != own) || (rater != kNone && rater != other)) return kNone;
  if (asked.points == Points::role) return own;
  return asked.points == Points::role_pair ? other * roles + own : point_of_person[who];
}

std::vector<Asked> AskedPlan::asked() const {
  std::vector<Asked> out;
  for (const AskedPlaces& one : places) out.push_back(one.asked);
  return out;
}

AskedPlan plan_asked(const World& prototype, const std::vector<Asked>& asked) {
  AskedPlan plan;
  const Origins origins = origins_of(prototype.plan->facts);
  for (const Asked& one : asked) {
    plan.places.push_back(Resolver(prototype, origins, one).resolve());
    plan.with_cases |= needs_cases(plan.places.back());
  }
  return plan;
}

}  // namespace relco
