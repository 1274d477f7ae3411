#include "measure/record_week.h"

#include <algorithm>
#include <limits>
#include <set>

#include "measure/scores.h"
#include "world/canonical.h"

namespace relco {
namespace {

constexpr float kNothing = std::numeric_limits<float>::quiet_NaN();

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

void write_outcomes(const OrganisationWeek& sums, float* to) {
  const ItemsByKind ties{&sums.ties[0], &sums.ties[1], &sums.ties[2]};
  for (std::size_t n = 0; n < kOutcomes; ++n) {
    const auto outcome = static_cast<Outcome>(n);
    to[n] = is_score(outcome) ? tie_score(outcome, ties) : tallied_value(outcome, sums.outcomes[n]);
  }
}

void write_scope(const RunAxes& axes, const OrganisationWeek& sums, Week week, std::size_t scope,
                 CellRecords& records) {
  write_outcomes(sums, &records.outcomes[CellRecords::index(axes, week, scope, Outcome{})]);
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

// Kinds of organisations that are reported as one.
std::set<std::string> pooled_organisations(const Facts& facts) {
  std::vector<const OrganisationFacts*> kinds = by_id(facts.organisations);
  std::stable_sort(kinds.begin(), kinds.end(),
                   [](const auto* a, const auto* b) { return a->copies > b->copies; });
  std::size_t scopes = 0;
  for (const OrganisationFacts* kind : kinds) scopes += static_cast<std::size_t>(kind->copies);
  std::set<std::string> pooled;
  for (const OrganisationFacts* kind : kinds) {
    if (scopes <= kMostScopes) break;
    pooled.insert(kind->name);
    scopes -= static_cast<std::size_t>(kind->copies - 1);
  }
  return pooled;
}

}  // namespace

std::vector<std::uint32_t> scopes_of(const Plan& plan) {
  const std::set<std::string> pooled = pooled_organisations(plan.facts);
  std::vector<std::uint32_t> scopes;
  std::uint32_t scope = 0;
  for (const OrganisationFacts* facts : by_id(plan.facts.organisations)) {
    const bool by_copy = pooled.count(facts->name) == 0;
    for (int copy = 0; copy < facts->copies; ++copy) {
      if (by_copy || copy == 0) ++scope;
      scopes.push_back(scope);
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
  const std::vector<std::uint32_t> scopes = scopes_of(plan);
  for (std::size_t o = 0; o < scopes.size(); ++o) {
    if (scopes[o] < axes.scopes.size()) {  // a further copy of a kind that is reported as one
      axes.scopes.back() = plan.declared_names[o];
    } else {
      axes.scopes.push_back(plan.organisation_names[o]);
    }
  }
  return axes;
}

CellRecords empty_records(const RunAxes& axes) {
  CellRecords records;
  const auto weeks = static_cast<std::size_t>(axes.weeks);
  records.outcomes.assign(weeks * axes.scopes.size() * kOutcomes, kNothing);
  records.ledger.assign(weeks * axes.scopes.size() * kTieScopes, LedgerCell{});
  records.digests.assign(weeks, 0);
  records.organisation_digests.assign(weeks * (axes.scopes.size() - 1), 0);
  records.state_digests.assign(axes.scopes.size(), 0);
  return records;
}

void record_week(const RunAxes& axes, std::span<const std::uint32_t> scopes,
                 std::span<const OrganisationWeek> sums, Week week,
                 std::vector<OrganisationWeek>& by_scope, CellRecords& records) {
  by_scope.assign(axes.scopes.size(), {});
  for (std::size_t o = 0; o < sums.size(); ++o) {
    add(by_scope[scopes[o]], sums[o]);
    add(by_scope[0], sums[o]);
  }
  for (std::size_t s = 0; s < by_scope.size(); ++s)
    write_scope(axes, by_scope[s], week, s, records);
}

}  // namespace relco
