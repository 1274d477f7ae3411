#include "calibrate/planted.h"

#include <algorithm>
#include <cmath>

#include "base/hash.h"
#include "calibrate/posterior.h"
#include "design/design.h"
#include "random/draws.h"

namespace relco::calibrate {
namespace {

constexpr int kFreshLuck = 100'000;  // replicates that no search uses

// Uniform in (0, 1), of one truth.
double unit_of_truth(std::uint64_t seed, std::uint64_t truth, std::uint64_t what) {
  const std::uint64_t bits = mix64(combine64(combine64(mix64(seed + 77), truth), what));
  return (static_cast<double>(bits >> 11) + 0.5) * 0x1p-53;
}

struct Draws {
  std::vector<std::vector<double>> units;
  std::vector<Evaluation> evaluations;
};

// What the data of one truth say about every draw.
std::vector<std::vector<double>> errors_against(const Objective& objective, const Draws& draws,
                                                const std::vector<double>& data) {
  std::vector<std::vector<double>> errors;
  for (const Evaluation& evaluation : draws.evaluations) {
    auto& row = errors.emplace_back();
    for (const std::size_t k : objective.counted()) {
      if (std::isnan(data[k])) continue;
      const double error = (evaluation.values[k] - data[k]) / objective.aims()[k].scale;
      row.push_back(std::isnan(error) ? kWorst : std::clamp(error, -kWorst, kWorst));
    }
  }
  return errors;
}

std::optional<Draws> run_draws(Objective& objective, const Parameters& base,
                               const std::vector<Dimension>& space, std::size_t count,
                               std::uint64_t seed) {
  Draws draws;
  const design::UnitPoints design = design::sobol(count, space.size(), seed);
  for (std::size_t p = 0; p < count; ++p) {
    std::vector<double> unit;
    for (std::size_t f = 0; f < space.size(); ++f) unit.push_back(design.at(p, f));
    auto evaluation = objective.evaluate(at(base, space, unit));
    if (!evaluation) return std::nullopt;
    draws.units.push_back(std::move(unit));
    draws.evaluations.push_back(std::move(*evaluation));
  }
  return draws;
}

}  // namespace

bool PlantedParameter::identifiable() const {
  return variance_left < kIdentifiableVariance;
}

double Planted::coverage() const {
  double covered = 0;
  for (const PlantedParameter& one : parameters) covered += one.covered;
  return covered / (truths * static_cast<double>(parameters.size()));
}

bool Planted::good() const {
  const bool any = std::any_of(parameters.begin(), parameters.end(),
                               [](const auto& one) { return one.identifiable(); });
  const bool narrow = std::all_of(parameters.begin(), parameters.end(), [](const auto& one) {
    return !one.identifiable() || one.width < kWidest;
  });
  return any && narrow && coverage() >= kLeastCoverage && coverage() <= kMostCoverage;
}

std::optional<Planted> plant(const std::vector<Target>& targets, const Pass& pass,
                             record::PartialStore* store, const Parameters& base,
                             const std::vector<Dimension>& space, int truths, std::size_t draws,
                             std::uint64_t seed, const std::function<void(std::size_t)>& told) {
  Objective objective(targets, pass, store, told);
  if (!objective.aim(base)) return std::nullopt;
  const auto table = run_draws(objective, base, space, draws, seed);
  if (!table) return std::nullopt;
  Planted planted{truths, draws, {}};
  for (const Dimension& one : space) planted.parameters.push_back({one.path(), 0, 0, 0});
  for (int t = 0; t < truths; ++t) {
    const auto truth = static_cast<std::uint64_t>(t);
    std::vector<double> unit;
    for (std::size_t f = 0; f < space.size(); ++f) unit.push_back(unit_of_truth(seed, truth, f));
    Pass fresh = pass;
    fresh.first_replicate = kFreshLuck + t * pass.replicates;
    Objective world(targets, fresh, store, nullptr);
    const auto evaluation = world.evaluate(at(base, space, unit));
    if (!evaluation) return std::nullopt;
    std::vector<double> data = evaluation->values;
    for (std::size_t k = 0; k < data.size(); ++k) {
      data[k] += kMeasurementError * objective.aims()[k].scale *
                 normal(unit_of_truth(seed, truth, 1000 + k));
    }
    const auto marginals =
        posterior(table->units, errors_against(objective, *table, data), seed + truth + 1);
    for (std::size_t f = 0; f < space.size(); ++f) {
      PlantedParameter& one = planted.parameters[f];
      one.covered += unit[f] >= marginals[f].low && unit[f] <= marginals[f].high ? 1 : 0;
      one.width += (marginals[f].high - marginals[f].low) / truths;
      one.variance_left += marginals[f].variance_left / truths;
    }
  }
  return planted;
}

}  // namespace relco::calibrate
