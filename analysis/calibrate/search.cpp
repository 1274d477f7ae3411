#include "calibrate/search.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <nlopt.hpp>
#include <numeric>

#include "design/design.h"

namespace relco::calibrate {
namespace {

constexpr double kFirstStep = 0.15;  // of BOBYQA, in units of the box

class Searcher {
 public:
  Searcher(Objective& objective, const Parameters& base, const std::vector<Dimension>& space,
           std::uint64_t seed)
      : objective_(objective), base_(base), space_(space), home_(unit_of(base, space)) {
    nlopt::srand(static_cast<unsigned long>(seed));
  }

  Search run(const Budget& budget, std::uint64_t seed) {
    found_.start = sample(home_);
    found_.best = found_.start;
    spread(budget.spread, seed);
    const std::size_t dimensions = space_.size();
    if (budget.global > 2 * (dimensions + 1)) {
      nlopt::opt global(nlopt::GN_CRS2_LM, static_cast<unsigned>(dimensions));
      global.set_population(static_cast<unsigned>(2 * (dimensions + 1)));
      minimise(global, budget.global);
    }
    if (budget.local > 2 * dimensions + 1) {
      // BOBYQA builds its first model from 2n + 1 points; one dimension it does not know.
      nlopt::opt local(dimensions > 1 ? nlopt::LN_BOBYQA : nlopt::LN_COBYLA,
                       static_cast<unsigned>(dimensions));
      local.set_initial_step(kFirstStep);
      minimise(local, budget.local);
    }
    profile(budget.profile);
    return std::move(found_);
  }

 private:
  Sample sample(const std::vector<double>& unit) {
    Sample sample{unit, {}, std::numeric_limits<double>::infinity()};
    if (found_.stopped) return sample;
    auto evaluation = objective_.evaluate(at(base_, space_, unit));
    if (!evaluation) {
      found_.stopped = true;
      return sample;
    }
    sample.objective = objective_.misfit(*evaluation);
    for (std::size_t i = 0; i < unit.size(); ++i) {
      const double away = (unit[i] - home_[i]) / 0.5;
      sample.objective += kPull * away * away;
    }
    sample.evaluation = std::move(*evaluation);
    if (sample.objective < found_.best.objective) found_.best = sample;
    return sample;
  }

  void spread(std::size_t points, std::uint64_t seed) {
    const design::UnitPoints design = design::sobol(points, space_.size(), seed);
    for (std::size_t p = 0; p < points && !found_.stopped; ++p) {
      std::vector<double> unit;
      for (std::size_t f = 0; f < space_.size(); ++f) unit.push_back(design.at(p, f));
      Sample one = sample(unit);
      if (!found_.stopped) found_.spread.push_back(std::move(one));
    }
  }

  // What NLopt calls: it can only be left by a forced stop.
  static double call(const std::vector<double>& unit, std::vector<double>&, void* data) {
    auto& [self, opt] = *static_cast<std::pair<Searcher*, nlopt::opt*>*>(data);
    const Sample sample = self->sample(unit);
    if (self->found_.stopped) opt->force_stop();
    return std::min(sample.objective, 1e12);
  }

  void minimise(nlopt::opt& opt, std::size_t evaluations) {
    if (found_.stopped) return;
    std::pair<Searcher*, nlopt::opt*> data{this, &opt};
    opt.set_lower_bounds(0.0);
    opt.set_upper_bounds(1.0);
    opt.set_maxeval(static_cast<int>(evaluations));
    opt.set_xtol_abs(1e-3);
    opt.set_min_objective(&Searcher::call, &data);
    std::vector<double> unit = found_.best.unit;
    for (double& x : unit) x = std::clamp(x, 0.0, 1.0);
    double ignored = 0;
    try {
      opt.optimize(unit, ignored);
    } catch (const nlopt::forced_stop&) {
      // stopped: found_ says so
    } catch (const std::runtime_error&) {
      // It cannot go on from here (steps below rounding): the best point so far is the answer.
    }
  }

  void profile(std::size_t points) {
    const Sample best = found_.best;
    for (std::size_t f = 0; f < space_.size() && points > 1; ++f) {
      Profile profile;
      for (std::size_t i = 0; i < points && !found_.stopped; ++i) {
        std::vector<double> unit = best.unit;
        unit[f] = static_cast<double>(i) / static_cast<double>(points - 1);
        profile.unit.push_back(unit[f]);
        profile.objective.push_back(sample(unit).objective);
      }
      found_.profiles.push_back(std::move(profile));
    }
  }

  Objective& objective_;
  const Parameters& base_;
  const std::vector<Dimension>& space_;
  std::vector<double> home_;
  Search found_;
};

}  // namespace

Budget budget_of(std::size_t evaluations, std::size_t dimensions) {
  Budget budget;
  budget.profile = evaluations >= 30 * dimensions ? 5 : 3;
  const std::size_t profiles = budget.profile * dimensions;
  const std::size_t left = evaluations > profiles + 1 ? evaluations - profiles - 1 : 0;
  budget.spread = left / 2;
  budget.global = left / 4;
  budget.local = left - budget.spread - budget.global;
  return budget;
}

Search search(Objective& objective, const Parameters& base, const std::vector<Dimension>& space,
              const Budget& budget, std::uint64_t seed) {
  return Searcher(objective, base, space, seed).run(budget, seed);
}

std::vector<Dimension> screen(Objective& objective, const Parameters& base,
                              const std::vector<Dimension>& space, std::size_t most) {
  if (space.size() <= most) return space;
  const auto start = objective.evaluate(base);
  if (!start) return {};
  const std::vector<double> before = objective.errors(*start), home = unit_of(base, space);
  std::vector<double> moved(space.size(), 0);
  for (std::size_t f = 0; f < space.size(); ++f) {
    std::vector<double> unit = home;
    unit[f] += unit[f] <= 0.5 ? 0.5 : -0.5;
    const auto evaluation = objective.evaluate(at(base, space, unit));
    if (!evaluation) return {};
    const std::vector<double> after = objective.errors(*evaluation);
    for (std::size_t k = 0; k < after.size(); ++k) {
      moved[f] += (after[k] - before[k]) * (after[k] - before[k]);
    }
  }
  std::vector<std::size_t> order(space.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return moved[a] > moved[b]; });
  order.resize(most);
  std::sort(order.begin(), order.end());
  std::vector<Dimension> chosen;
  for (const std::size_t f : order) chosen.push_back(space[f]);
  return chosen;
}

}  // namespace relco::calibrate
