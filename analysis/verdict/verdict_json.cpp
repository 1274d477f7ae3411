#include <algorithm>
#include <cmath>

#include "base/build_info.h"
#include "verdict/verdict.h"

namespace relco::verdict {
namespace {

namespace json = boost::json;

json::value number(double value) {
  if (!std::isfinite(value)) return nullptr;
  return value;
}

std::string_view leaning_word(Leaning leaning) {
  switch (leaning) {
    case Leaning::better: return "better";
    case Leaning::worse: return "worse";
    case Leaning::higher: return "higher";
    case Leaning::lower: return "lower";
    case Leaning::unclear: return "no clear difference";
    case Leaning::same: return "no difference";
    case Leaning::unknown: return "needs more replicates";
  }
  return "";
}

json::object regimes(const stats::RegimeTable& table) {
  json::object all;
  for (std::size_t regime = 0; regime < kRegimes; ++regime) {
    const stats::RegimeShare& share = table[regime];
    all[kRegimeNames[regime]] = {
        {"p", number(share.share.p)},
        {"low", number(share.share.interval.low)},
        {"high", number(share.share.interval.high)},
        {"runs", static_cast<std::int64_t>(share.share.successes)},
        {"of", static_cast<std::int64_t>(share.share.n)},
        {"p_cutoffs_lower", number(share.at_lower_cutoffs)},
        {"p_cutoffs_higher", number(share.at_higher_cutoffs)},
    };
  }
  return all;
}

json::object tipping(const stats::TippingTable& table) {
  json::object all;
  for (std::size_t regime = 0; regime < kRegimes; ++regime) {
    const stats::Tipping& tip = table[regime];
    all[kRegimeNames[regime]] = {{"runs", tip.runs},
                                 {"from_start", tip.from_start},
                                 {"median_week", number(tip.median_week)},
                                 {"first_week", number(tip.first_week)},
                                 {"last_week", number(tip.last_week)}};
  }
  return all;
}

// An outcome that nobody had, such as a family's without families: every number is null, so that
// whoever asks for it by name finds it in every scenario.
json::object absent(json::object entry, Outcome outcome) {
  for (auto& member : entry) member.value() = nullptr;
  entry["unit"] = row_of(outcome).unit;
  entry["runs"] = 0;
  return entry;
}

// One entry per outcome, in the order of their table.
template <class Entry, class ToObject>
json::object by_outcome(const std::vector<Entry>& entries, ToObject&& to_object) {
  json::object all;
  for (std::size_t i = 0; i < kOutcomes; ++i) {
    const auto outcome = static_cast<Outcome>(i);
    const auto found = std::find_if(entries.begin(), entries.end(), [outcome](const Entry& entry) {
      return entry.outcome == outcome;
    });
    Entry none;
    none.outcome = outcome;
    all[row_of(outcome).name] =
        found == entries.end() ? absent(to_object(none), outcome) : to_object(*found);
  }
  return all;
}

json::object level(const OutcomeLevel& level) {
  const stats::Estimate& estimate = level.estimate;
  return {{"mean", number(estimate.mean)},
          {"sd", number(estimate.sd)},
          {"low", number(estimate.interval.low)},
          {"high", number(estimate.interval.high)},
          {"unit", row_of(level.outcome).unit},
          {"median", number(estimate.median)},
          {"runs", estimate.n}};
}

json::object change(const OutcomeChange& change) {
  const stats::Paired& paired = change.paired;
  return {{"difference", number(paired.difference)},
          {"low", number(paired.interval.low)},
          {"high", number(paired.interval.high)},
          {"relative", number(paired.relative)},
          {"relative_low", number(paired.relative_interval.low)},
          {"relative_high", number(paired.relative_interval.high)},
          {"standardised", number(paired.standardised)},
          {"median", number(paired.median)},
          {"sd", number(paired.sd)},
          {"unit", row_of(change.outcome).unit},
          {"reading", leaning_word(change.leaning)},
          {"correlation", number(paired.correlation)},
          {"variance_reduction", number(paired.variance_reduction)},
          {"runs", paired.n}};
}

json::array loops(const std::vector<LoopShare>& shares) {
  json::array all;
  for (const LoopShare& loop : shares) {
    json::array terms;
    for (const TermShare& term : loop.terms) {
      const auto index = static_cast<std::size_t>(term.term);
      terms.push_back({{"name", term_name(index)},
                       {"meaning", term_meaning(index)},
                       {"share", number(term.share)},
                       {"net", number(term.net)}});
    }
    all.push_back({{"name", loop.name},
                   {"share", number(loop.share)},
                   {"own", number(loop.own)},
                   {"net", number(loop.net)},
                   {"terms", std::move(terms)}});
  }
  return all;
}

// How far common luck went, in the index that regimes are judged on.
json::value common_luck(const Verdict& verdict, const ArmVerdict& arm) {
  for (const OutcomeChange& one : arm.changes) {
    if (one.outcome != verdict.judged_on) continue;
    return {{"outcome", row_of(one.outcome).name},
            {"correlation", number(one.paired.correlation)},
            {"variance_reduction", number(one.paired.variance_reduction)}};
  }
  return nullptr;
}

json::object arm_object(const Verdict& verdict, const ArmVerdict& arm) {
  const bool is_control = &arm == &verdict.arms.front();
  return {{"name", arm.name},
          {"regimes", regimes(arm.regimes)},
          {"outcomes", by_outcome(arm.outcomes, level)},
          {"paired", is_control ? json::object() : by_outcome(arm.changes, change)},
          {"loops", loops(arm.loops)},
          {"tipping", tipping(arm.tipping)},
          {"common_luck", common_luck(verdict, arm)}};
}

json::object scope_object(const Verdict& verdict, const ScopeVerdict& scope) {
  json::array arms;
  for (std::size_t i = 0; i < scope.arms.size(); ++i) {
    const OrganisationChange& one = scope.arms[i];
    json::object arm{{"name", verdict.arms[i].name}, {"regimes", regimes(one.regimes)}};
    json::object paired;
    for (const OutcomeChange* part : {&one.ties, &one.cost}) {
      if (part->paired.n > 0) paired[row_of(part->outcome).name] = change(*part);
    }
    arm["paired"] = std::move(paired);
    arms.push_back(std::move(arm));
  }
  return {{"name", scope.name}, {"arms", std::move(arms)}};
}

json::object provenance(const Verdict& verdict) {
  const BuildInfo& build = build_info();
  return {
      {"version", build.version},
      {"commit", build.commit},
      {"compiler", build.compiler},
      {"build_type", build.build_type},
      {"parameters_overridden", json::array(verdict.overrides.begin(), verdict.overrides.end())}};
}

}  // namespace

json::value to_json(const Verdict& verdict) {
  json::array arms, scopes;
  for (const ArmVerdict& arm : verdict.arms) arms.push_back(arm_object(verdict, arm));
  for (const ScopeVerdict& scope : verdict.scopes) scopes.push_back(scope_object(verdict, scope));
  return json::object{{"scenario", verdict.file.empty() ? verdict.title : verdict.file},
                      {"title", verdict.title},
                      {"question", verdict.question},
                      {"seed", verdict.seed},
                      {"replicates", verdict.replicates},
                      {"weeks", verdict.weeks},
                      {"digest", verdict.digest},
                      {"software", verdict.software},
                      {"judged_on", row_of(verdict.judged_on).name},
                      {"provenance", provenance(verdict)},
                      {"arms", std::move(arms)},
                      {"scopes", std::move(scopes)}};
}

}  // namespace relco::verdict
