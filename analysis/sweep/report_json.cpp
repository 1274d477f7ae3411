#include <fmt/format.h>

#include <cmath>

#include "sweep/report.h"
#include "sweep/smallest.h"

namespace relco::sweep {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

value number(double x) {
  return std::isfinite(x) ? value(x) : value(nullptr);
}

value level_json(const Level& level) {
  return std::isnan(level.value) ? value(level.text) : value(level.value);
}

array texts(const std::vector<std::string>& all) {
  return array(all.begin(), all.end());
}

object pool_json(const Plan& plan, const Pool& pool, const std::string& arm) {
  object regimes, outcomes;
  for (std::size_t i = 0; i < kRegimes; ++i) {
    const stats::Proportion& share = pool.regimes[i];
    regimes[kRegimeNames[i]] = {{"p", number(share.p)},
                                {"low", number(share.interval.low)},
                                {"high", number(share.interval.high)},
                                {"at_lower_cutoffs", number(pool.at_lower_cutoffs[i])},
                                {"at_higher_cutoffs", number(pool.at_higher_cutoffs[i])}};
  }
  for (std::size_t o = 0; o < plan.outcomes.size(); ++o) {
    const stats::Estimate& estimate = pool.outcomes[o];
    const OutcomeRow& row = row_of(plan.outcomes[o]);
    outcomes[row.name] = {{"mean", number(estimate.mean)},
                          {"sd", number(estimate.sd)},
                          {"low", number(estimate.interval.low)},
                          {"high", number(estimate.interval.high)},
                          {"unit", row.unit}};
  }
  return {{"name", arm},
          {"runs", pool.runs},
          {"regimes", std::move(regimes)},
          {"outcomes", std::move(outcomes)}};
}

object point_json(const Plan& plan, const Run& run, std::size_t point) {
  object factors;
  for (std::size_t f = 0; f < plan.factors.size(); ++f) {
    factors[plan.factors[f].name] = level_json(plan.points[point][f]);
  }
  array arms;
  for (std::size_t arm = 0; arm < plan.arms(); ++arm) {
    arms.push_back(pool_json(plan, pool(plan, run, {point}, arm), plan.facts().arms[arm]));
  }
  object out{{"point", point},
             {"factors", std::move(factors)},
             {"settings", texts(settings_at(plan, point))},
             {"arms", std::move(arms)}};
  if (!run.problems[point].empty()) out["problem"] = run.problems[point];
  return out;
}

object smallest_row_json(const Plan& plan, const Smallest& answer, const SmallestRow& row) {
  object others;
  for (std::size_t f = 0; f < plan.factors.size(); ++f) {
    if (f != answer.factor) others[plan.factors[f].name] = level_json(plan.points[row.point][f]);
  }
  array levels;
  for (std::size_t level = 0; level < answer.levels.size(); ++level) {
    const stats::Proportion& share = row.shares[level];
    levels.push_back({{"level", level_json(answer.levels[level])},
                      {"p", number(share.p)},
                      {"low", number(share.interval.low)},
                      {"high", number(share.interval.high)}});
  }
  return {{"others", std::move(others)},
          {"enough", row.enough ? level_json(answer.levels[*row.enough]) : value(nullptr)},
          {"levels", std::move(levels)}};
}

array smallest_json(const Plan& plan, const Run& run) {
  array answers;
  for (std::size_t arm = 0; arm < plan.arms(); ++arm) {
    for (const Smallest& answer : smallest(plan, run, arm)) {
      array rows;
      for (const SmallestRow& row : answer.rows) {
        rows.push_back(smallest_row_json(plan, answer, row));
      }
      answers.push_back({{"arm", plan.facts().arms[arm]},
                         {"factor", plan.factors[answer.factor].name},
                         {"wanted", wanted_text(plan)},
                         {"share", plan.facts().smallest.share},
                         {"rows", std::move(rows)}});
    }
  }
  return answers;
}

}  // namespace

value to_json(const Plan& plan, const Run& run) {
  const ExperimentFacts& facts = plan.facts();
  const char* const designs[] = {"grid", "latin_hypercube", "sobol"};
  array factors, points;
  for (const Factor& factor : plan.factors) {
    factors.push_back({{"name", factor.name},
                       {"paths", texts(factor.paths)},
                       {"unit", factor.unit},
                       {"meaning", factor.meaning}});
  }
  for (std::size_t point = 0; point < plan.points.size(); ++point) {
    points.push_back(point_json(plan, run, point));
  }
  return {{"experiment", facts.file},
          {"title", facts.title},
          {"scenario", plan.experiment.scenario_file},
          {"seed", facts.seed},
          {"weeks", facts.horizon},
          {"window", facts.window},
          {"design", designs[static_cast<std::size_t>(facts.design)]},
          {"factors", std::move(factors)},
          {"arms", texts(facts.arms)},
          {"replicates", facts.replicates},
          {"digest", fmt::format("{:016x}", run.digest)},
          {"points", std::move(points)},
          {"smallest", smallest_json(plan, run)},
          {"cells", {{"all", plan.cells()}, {"found", run.found}, {"ran", run.ran}}},
          {"failed_points", run.failed_points()},
          {"bookkeeping", number(run.bookkeeping())}};
}

}  // namespace relco::sweep
