#include "measure/record_week.h"

#include <algorithm>
#include <array>
#include <limits>

namespace relco {
namespace {

constexpr float kNothing = std::numeric_limits<float>::quiet_NaN();

const std::string& identity(const Named& named) {
  return named.id.empty() ? named.name : named.id;
}

// Totals of the week rather than means over cases or people.
bool is_total(Outcome outcome) {
  switch (outcome) {
    case Outcome::admissions:
    case Outcome::substitute_use:
    case Outcome::detentions:
    case Outcome::cost_by_payer:
    case Outcome::substitute_cost: return true;
    default: return false;
  }
}

void add(OrganisationWeek& to, const OrganisationWeek& from) {
  for (std::size_t n = 0; n < kOutcomes; ++n) {
    to.outcomes[n].sum += from.outcomes[n].sum;
    to.outcomes[n].count += from.outcomes[n].count;
  }
  for (std::size_t s = 0; s < kTieScopes; ++s) {
    TieSums& a = to.ties[s];
    const TieSums& b = from.ties[s];
    for (std::size_t n = 0; n < kItems; ++n) a.items[n] += b.items[n];
    a.ties += b.ties;
    for (std::size_t t = 0; t < kTerms; ++t) {
      for (std::size_t c = 0; c < kComponents; ++c) a.terms[t][c] += b.terms[t][c];
    }
  }
  to.evaluations += from.evaluations;
}

// M3: mean survey score of items first..last over the ties in these sums.
float score(std::span<const TieSums> ties, std::size_t first, std::size_t last) {
  double sum = 0;
  std::int64_t count = 0;
  for (const TieSums& t : ties) {
    std::int64_t items = 0;
    for (std::size_t n = first; n <= last; ++n) items += t.items[n];
    sum += static_cast<double>(items);
    count += t.ties;
  }
  if (count == 0) return kNothing;
  const double mean = sum / static_cast<double>(count) / static_cast<double>(last - first + 1);
  return static_cast<float>(1.0 + 4.0 * mean / static_cast<double>(kGridUnit));
}

void write_scores(const OrganisationWeek& week, float* to) {
  const auto put = [&](Outcome outcome, float value) {
    to[static_cast<std::size_t>(outcome)] = value;
  };
  const std::span<const TieSums> all(week.ties);
  const auto one = [&](TieScope scope) { return all.subspan(static_cast<std::size_t>(scope), 1); };
  const auto providers = all.subspan(0, 2);  // within and between
  put(Outcome::rc_within, score(one(TieScope::within), 0, 6));
  put(Outcome::rc_between, score(one(TieScope::between), 0, 6));
  put(Outcome::rc_family, score(one(TieScope::family), 0, 6));
  put(Outcome::rc_index, score(providers, 0, 6));
  put(Outcome::frequent, score(providers, 0, 0));
  put(Outcome::timely, score(providers, 1, 1));
  put(Outcome::accurate, score(providers, 2, 2));
  put(Outcome::problem_solving, score(providers, 3, 3));
  put(Outcome::goals, score(providers, 4, 4));
  put(Outcome::knowledge, score(providers, 5, 5));
  put(Outcome::respect, score(providers, 6, 6));
  put(Outcome::communication_score, score(providers, 0, 3));
  put(Outcome::relationship_score, score(providers, 4, 6));
}

void write_scope(const RunAxes& axes, const OrganisationWeek& sums, Week week, std::size_t scope,
                 CellRecords& records) {
  float* to = &records.outcomes[CellRecords::index(axes, week, scope, Outcome{})];
  for (std::size_t n = 0; n < kOutcomes; ++n) {
    const Tally& t = sums.outcomes[n];
    const double sum = from_fixed(t.sum);
    if (is_total(static_cast<Outcome>(n))) {
      to[n] = static_cast<float>(sum);
    } else {
      to[n] = t.count > 0 ? static_cast<float>(sum / static_cast<double>(t.count)) : kNothing;
    }
  }
  write_scores(sums, to);
  for (std::size_t s = 0; s < kTieScopes; ++s) {
    LedgerCell& cell =
        records.ledger[CellRecords::ledger_index(axes, week, scope, static_cast<TieScope>(s))];
    for (std::size_t t = 0; t < kTerms; ++t) {
      for (std::size_t c = 0; c < kComponents; ++c) {
        cell[t][c] = sums.ties[s].terms[t][c] * (Fixed{1} << kGridToFixed);
      }
    }
  }
}

}  // namespace

std::vector<std::uint32_t> scopes_of(const Plan& plan) {
  std::vector<std::uint32_t> scopes;
  const bool by_copy = plan.organisation_names.size() <= kMostScopes;
  std::vector<const OrganisationFacts*> sorted;
  for (const OrganisationFacts& facts : plan.facts.organisations) sorted.push_back(&facts);
  std::sort(sorted.begin(), sorted.end(),
            [](const auto* a, const auto* b) { return identity(*a) < identity(*b); });
  std::uint32_t declared = 0;
  for (const OrganisationFacts* facts : sorted) {
    ++declared;
    for (int copy = 0; copy < facts->copies; ++copy) {
      scopes.push_back(by_copy ? static_cast<std::uint32_t>(scopes.size()) + 1 : declared);
    }
  }
  return scopes;
}

RunAxes axes_of(const Plan& plan) {
  RunAxes axes;
  for (const ArmFacts& arm : plan.facts.arms) axes.arms.push_back(arm.name);
  if (axes.arms.empty()) axes.arms.emplace_back("as_is");
  axes.replicates = plan.facts.replicates;
  axes.weeks = plan.facts.horizon;
  axes.scopes.emplace_back("system");
  if (plan.organisation_names.size() <= kMostScopes) {
    axes.scopes.insert(axes.scopes.end(), plan.organisation_names.begin(),
                       plan.organisation_names.end());
    return axes;
  }
  std::vector<const OrganisationFacts*> sorted;
  for (const OrganisationFacts& facts : plan.facts.organisations) sorted.push_back(&facts);
  std::sort(sorted.begin(), sorted.end(),
            [](const auto* a, const auto* b) { return identity(*a) < identity(*b); });
  for (const OrganisationFacts* facts : sorted) axes.scopes.push_back(facts->name);
  return axes;
}

CellRecords empty_records(const RunAxes& axes) {
  CellRecords records;
  const auto weeks = static_cast<std::size_t>(axes.weeks);
  records.outcomes.assign(weeks * axes.scopes.size() * kOutcomes, kNothing);
  records.ledger.assign(weeks * axes.scopes.size() * kTieScopes, LedgerCell{});
  records.digests.assign(weeks, 0);
  records.organisation_digests.assign(weeks * (axes.scopes.size() - 1), 0);
  return records;
}

void record_week(const RunAxes& axes, std::span<const std::uint32_t> scopes,
                 std::span<const OrganisationWeek> sums, Week week, CellRecords& records) {
  std::vector<OrganisationWeek> by_scope(axes.scopes.size());
  for (std::size_t o = 0; o < sums.size(); ++o) {
    add(by_scope[scopes[o]], sums[o]);
    add(by_scope[0], sums[o]);
  }
  for (std::size_t s = 0; s < by_scope.size(); ++s)
    write_scope(axes, by_scope[s], week, s, records);
}

}  // namespace relco
