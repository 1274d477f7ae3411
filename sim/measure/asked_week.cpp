#include "measure/asked_week.h"

#include <algorithm>
#include <limits>

#include "measure/scores.h"
#include "rules/structures/structures.h"

namespace relco {
namespace {

constexpr float kNothing = std::numeric_limits<float>::quiet_NaN();

void add(Tally& to, const Tally& from) {
  to.sum += from.sum;
  to.count += from.count;
  to.squares += from.squares;
}

// Looks at everything that is no tie for one quantity of one question.
class Look {
 public:
  Look(const AskedPlaces& places, const World& world, std::span<const OrganisationWeek> sums,
       std::span<const Tallies> lanes, std::size_t quantity, AskedWeek::Sums& to)
      : places_(places), world_(world), sums_(sums), lanes_(lanes), quantity_(quantity), to_(to) {}

  void operator()(Outcome outcome) {
    switch (row_of(outcome).level) {
      case OutcomeLevel::tie: return;  // added as ties were lived through
      case OutcomeLevel::person: return at_people(outcome);
      case OutcomeLevel::unit: return at_units(outcome);
      case OutcomeLevel::pathway: return at_cases(outcome);
      case OutcomeLevel::organisation: return at_organisations(outcome);
    }
  }
  void operator()(Structure structure) {
    of_units([&](std::uint32_t u) {
      return level(world_.organisations.structures[world_.units.organisation[u]], structure);
    });
  }
  void operator()(FactQuantity fact) {
    of_units([&](std::uint32_t u) { return fact_in_unit(world_, fact, u); });
  }

 private:
  Tally& tally(std::uint32_t point) {
    return to_.tallies[point * places_.quantities.size() + quantity_];
  }

  // The same things that organisations are told about their people (people_phase.cpp).
  void at_people(Outcome outcome) {
    const People& people = world_.people;
    for (std::uint32_t i = 0; i < people.id.size(); ++i) {
      const std::uint32_t point = places_.point_of_person[i];
      if (point == kNone || people.presence[i] <= 0.0f) continue;
      tally(point).add(value_of_person(outcome, i));
    }
  }
  [[nodiscard]] double value_of_person(Outcome outcome, std::uint32_t i) const {
    const People& people = world_.people;
    switch (outcome) {
      case Outcome::burnout: return people.burnout[i];
      case Outcome::job_satisfaction: return people.satisfaction[i];
      case Outcome::leaving: return people.vacant[i] > 0 ? 52.0 : 0.0;
      default:
        return (people.bias_role[i] + people.bias_unit[i] + people.bias_organisation[i]) / 3.0;
    }
  }

  void at_units(Outcome outcome) {
    const Units& units = world_.units;
    of_units([&](std::uint32_t u) {
      switch (outcome) {
        case Outcome::psychological_safety: return units.safety[u];
        case Outcome::error_reporting: return units.reporting[u];
        default: return units.support[u];
      }
    });
  }

  // Units count once each; where a question picks people, as often as those people.
  template <class Value>
  void of_units(Value&& value) {
    const Points points = places_.asked.points;
    if (places_.of_people || points == Points::role || points == Points::person) {
      for (std::uint32_t i = 0; i < world_.people.id.size(); ++i) {
        const std::uint32_t point = places_.point_of_person[i];
        if (point != kNone) tally(point).add(value(world_.people.unit[i]));
      }
      return;
    }
    for (std::uint32_t u = 0; u < world_.units.id.size(); ++u) {
      const std::uint32_t point = places_.point_of_unit[u];
      if (point != kNone) tally(point).add(value(u));
    }
  }

  void at_cases(Outcome outcome) {
    const auto n = static_cast<std::size_t>(outcome);
    if (places_.asked.scope.pathway.empty()) return at_organisations(outcome);
    for (std::size_t l = 0; l < lanes_.size(); ++l) {
      const std::uint32_t point = places_.point_of_lane[l];
      if (point != kNone) add(tally(point), lanes_[l][n]);
    }
  }

  // A unit, and a person, has the value of its organisation.
  void at_organisations(Outcome outcome) {
    const auto n = static_cast<std::size_t>(outcome);
    const Points points = places_.asked.points;
    const auto of = [&](std::uint32_t o) -> const Tally& { return sums_[o].outcomes[n]; };
    if (points == Points::person) {
      for (std::uint32_t i = 0; i < world_.people.id.size(); ++i) {
        if (places_.point_of_person[i] == kNone) continue;
        add(tally(places_.point_of_person[i]), of(world_.plan->organisation_of_person[i]));
      }
    } else if (points == Points::unit) {
      for (std::uint32_t u = 0; u < world_.units.id.size(); ++u) {
        if (places_.point_of_unit[u] == kNone) continue;
        add(tally(places_.point_of_unit[u]), of(world_.units.organisation[u]));
      }
    } else {
      for (std::uint32_t o = 0; o < sums_.size(); ++o) {
        const std::uint32_t point = places_.point_of_organisation[o];
        if (point != kNone) add(tally(point), of(o));
      }
    }
  }

  const AskedPlaces& places_;
  const World& world_;
  std::span<const OrganisationWeek> sums_;
  std::span<const Tallies> lanes_;
  std::size_t quantity_;
  AskedWeek::Sums& to_;
};

float value_at(const AskedPlaces& places, const AskedWeek::Sums& sums, std::size_t point,
               std::size_t quantity) {
  const Tally& tally = sums.tallies[point * places.quantities.size() + quantity];
  const auto* outcome = std::get_if<Outcome>(&places.quantities[quantity]);
  if (outcome == nullptr) {
    if (tally.count == 0) return kNothing;
    return static_cast<float>(from_fixed(tally.sum) / static_cast<double>(tally.count));
  }
  if (!is_score(*outcome)) return tallied_value(*outcome, tally);
  const AskedScope& scope = places.asked.scope;
  const auto& ties = sums.ties[point];
  return tie_score(*outcome, {&ties[0], &ties[1], &ties[2]},
                   scope.is_about_families() ? TieScope::family : scope.ties);
}

void add_cases(const Tally& tally, AskedRecord::Cases& to) {
  to.count += static_cast<double>(tally.count);
  to.sum += from_fixed(tally.sum);
  to.squares += from_fixed(tally.squares);
}

void write(const AskedPlaces& places, const AskedWeek::Sums& sums, Week week, AskedRecord& record) {
  const std::size_t width = places.quantities.size();
  if (places.asked.points == Points::none) {
    float* const to = &record.weekly[static_cast<std::size_t>(week) * width];
    for (std::size_t q = 0; q < width; ++q) to[q] = value_at(places, sums, 0, q);
    return;
  }
  for (std::size_t point = 0; point < places.points; ++point) {
    for (std::size_t q = 0; q < width; ++q) {
      const float value = value_at(places, sums, point, q);
      if (value != value) continue;
      record.sums[point * width + q] += static_cast<double>(value);
      ++record.weeks[point * width + q];
      add_cases(sums.tallies[point * width + q], record.cases[q]);
    }
  }
}

}  // namespace

void AskedWeek::resize_for(const AskedPlan& plan, const World& world) {
  questions.clear();
  for (const AskedPlaces& places : plan.places) {
    Sums sums;
    if (places.with_ties || places.with_family) sums.ties.resize(places.points);
    sums.tallies.resize(places.points * places.quantities.size());
    questions.push_back(std::move(sums));
  }
  lanes.resize(plan.with_cases ? world.lanes.id.size() : 0);
}

void AskedWeek::clear() {
  for (Sums& sums : questions) {
    std::fill(sums.ties.begin(), sums.ties.end(), std::array<ItemSums, kTieScopes>{});
    std::fill(sums.tallies.begin(), sums.tallies.end(), Tally{});
  }
  std::fill(lanes.begin(), lanes.end(), Tallies{});
}

std::vector<AskedRecord> empty_asked(const AskedPlan& plan, Week weeks) {
  std::vector<AskedRecord> records;
  for (const AskedPlaces& places : plan.places) {
    const std::size_t width = places.quantities.size();
    AskedRecord record;
    if (places.asked.points == Points::none) {
      record.weekly.assign(static_cast<std::size_t>(weeks) * width, kNothing);
    } else {
      record.sums.assign(places.points * width, 0.0);
      record.weeks.assign(places.points * width, 0);
      record.cases.assign(width, {});
    }
    records.push_back(std::move(record));
  }
  return records;
}

void record_asked(const AskedPlan& plan, const World& world, std::span<const OrganisationWeek> sums,
                  AskedWeek& week, std::vector<AskedRecord>& records) {
  for (std::size_t n = 0; n < plan.places.size(); ++n) {
    const AskedPlaces& places = plan.places[n];
    const Asked& asked = places.asked;
    if (asked.points != Points::none && (world.week < asked.from || world.week >= asked.to)) {
      continue;
    }
    for (std::size_t q = 0; q < places.quantities.size(); ++q) {
      std::visit(Look(places, world, sums, week.lanes, q, week.questions[n]), places.quantities[q]);
    }
    write(places, week.questions[n], world.week, records[n]);
  }
  week.clear();
}

}  // namespace relco
