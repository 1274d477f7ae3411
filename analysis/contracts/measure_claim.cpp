#include "contracts/measure_claim.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "stats/paired.h"
#include "stats/readable.h"

namespace relco::contracts {
namespace {

using stats::words_of;

Measured measure_level(const Sample& sample) {
  const std::string arm = sample.arm();
  const bool spread = !sample.claim().spread.empty();
  return over_seeds(values_of(sample, arm), spread ? Measure::spread : Measure::outcome,
                    fmt::format("{} in {}", subject_of(sample.claim()), words_of(arm)));
}

// What a difference is divided by, the same for all seeds: one seed whose control happens to be
// zero must not decide.
double scale_of(EffectScale scale, const std::vector<double>& versus) {
  const stats::Estimate control = stats::estimate(versus);
  switch (scale) {
    case EffectScale::absolute: return 1;
    case EffectScale::relative: return control.mean;
    case EffectScale::standardised: return control.sd;
  }
  return 1;
}

// The effect of an arm on its control, seed by seed, on the scale of the claim.
std::vector<double> effect_of(const Sample& sample, const std::string& arm,
                              const std::string& versus) {
  const EffectScale scale = sample.claim().scale;
  const std::vector<double> control = values_of(sample, versus);
  std::vector<double> effect = stats::differences(values_of(sample, arm), control);
  const double unit = scale_of(scale, control);
  if (!(std::abs(unit) > 0)) {
    throw CannotTell(fmt::format("{} of {} is zero, so there is no {} effect",
                                 scale == EffectScale::relative ? "the mean" : "the spread", versus,
                                 scale == EffectScale::relative ? "relative" : "standardised"));
  }
  for (double& value : effect) value /= unit;
  return effect;
}

Measured measure_effect(const Sample& sample) {
  const EffectScale scale = sample.claim().scale;
  const std::string arm = sample.arm();
  const std::string versus = sample.versus();
  const Measure measure = scale == EffectScale::absolute   ? Measure::change
                          : scale == EffectScale::relative ? Measure::share
                                                           : Measure::plain;
  return over_seeds(
      effect_of(sample, arm, versus), measure,
      fmt::format("{}, {} against {}{}", subject_of(sample.claim()), words_of(arm),
                  words_of(versus), measure == Measure::plain ? ", in standard deviations" : ""));
}

Measured measure_order(const Sample& sample) {
  const std::vector<std::string>& arms = sample.claim().arms;
  if (arms.size() < 2) throw CannotTell("an order needs at least two arms");
  Measured order;
  order.measure = Measure::change;
  order.about = subject_of(sample.claim()) + " rises";
  order.value = std::numeric_limits<double>::infinity();
  std::vector<double> lower = values_of(sample, arms[0]);
  order.per_seed.assign(lower.size(), std::numeric_limits<double>::infinity());
  for (std::size_t i = 1; i < arms.size(); ++i) {
    const std::vector<double> upper = values_of(sample, arms[i]);
    const double step = stats::median(upper) - stats::median(lower);
    const std::vector<double> steps = stats::differences(upper, lower);
    if (step < order.value) {
      order.value = step;
      order.interval = stats::median_interval(steps);
      if (arms.size() > 2) {
        order.note =
            fmt::format("smallest step: {} to {}", words_of(arms[i - 1]), words_of(arms[i]));
      }
    }
    for (std::size_t seed = 0; seed < steps.size(); ++seed) {
      double& smallest = order.per_seed[seed];
      if (std::isnan(steps[seed]) || steps[seed] < smallest) smallest = steps[seed];
    }
    order.about += (i == 1 ? ": " + words_of(arms[0]) : "") + " < " + words_of(arms[i]);
    lower = upper;
  }
  return order;
}

std::string_view scale_words(EffectScale scale) {
  switch (scale) {
    case EffectScale::absolute: return "";
    case EffectScale::relative: return "relative ";
    case EffectScale::standardised: return "standardised ";
  }
  return "";
}

Measured measure_ratio(const Sample& sample) {
  const ExpectationFacts& claim = sample.claim();
  const bool own_controls = !claim.to_versus.empty();
  const std::string& to_versus = own_controls ? claim.to_versus : sample.versus();
  Measured ratio = ratio_over_seeds(effect_of(sample, claim.of, sample.versus()),
                                    effect_of(sample, claim.to, to_versus),
                                    fmt::format("the effect of {}", words_of(claim.to)));
  const auto named = [&](const std::string& arm, const std::string& control) {
    return own_controls ? fmt::format("{} against {}", words_of(arm), words_of(control))
                        : words_of(arm);
  };
  ratio.about =
      fmt::format("{}effect on {}, {} over {}", scale_words(claim.scale), words_of(claim.outcome),
                  named(claim.of, sample.versus()), named(claim.to, to_versus));
  return ratio;
}

Measured measure_share(const Sample& sample) {
  const std::string& wanted = sample.claim().regime;
  const auto found = std::find(std::begin(kRegimeNames), std::end(kRegimeNames), wanted);
  if (found == std::end(kRegimeNames)) throw CannotTell(fmt::format("{} is no regime", wanted));
  const auto regime = static_cast<Regime>(found - std::begin(kRegimeNames));
  const std::string arm = sample.arm();
  double in_regime = 0, judged = 0;
  for (int seed = 0; seed < sample.seeds(); ++seed) {
    // Copies share a world and so their luck: a seed counts once, with the share of its copies.
    double copies = 0, copies_in_regime = 0;
    for (const RegimeOfCell& cell : judged_in(sample, arm, seed, sample.weeks())) {
      copies += cell.known() ? 1 : 0;
      copies_in_regime += cell.known() && cell.regime == regime ? 1 : 0;
    }
    if (copies == 0) continue;
    in_regime += copies_in_regime / copies;
    judged += 1;
  }
  if (judged == 0) throw CannotTell("there are no ties to judge");
  const stats::Proportion share = stats::wilson(in_regime, judged);
  return {share.p,
          share.interval,
          {},
          Measure::share,
          fmt::format("share of {} runs in {}", wanted, words_of(arm)),
          sample.is_asked()
              ? "rising or falling is read from the ledger of the organisations around"
              : ""};
}

}  // namespace

Measured over_seeds(std::vector<double> per_seed, Measure measure, std::string about) {
  Measured measured;
  measured.value = stats::median(per_seed);
  measured.interval = stats::median_interval(per_seed);
  measured.per_seed = std::move(per_seed);
  measured.measure = measure;
  measured.about = std::move(about);
  return measured;
}

Measured ratio_over_seeds(const std::vector<double>& numerator,
                          const std::vector<double>& denominator, const std::string& what) {
  Measured measured;
  for (std::size_t i = 0; i < numerator.size(); ++i) {
    const bool none = denominator[i] == 0;
    measured.per_seed.push_back(none ? stats::kUnknown : numerator[i] / denominator[i]);
  }
  const double whole = stats::median(denominator);
  if (whole == 0) {
    measured.note = what + " is zero: there is no ratio";
    return measured;
  }
  measured.value = stats::median(numerator) / whole;
  const stats::Ratio means = stats::ratio_of_means(numerator, denominator);
  if (means.determined)
    measured.interval = stats::ratio_of_medians_interval(numerator, denominator);
  if (!means.determined) {
    const stats::Interval weak = stats::estimate(denominator).interval;
    measured.note = what + (weak.known() ? fmt::format(" may be zero ({:.3g} to {:.3g}): the ratio "
                                                       "is not well determined",
                                                       weak.low, weak.high)
                                         : " rests on one seed");
  }
  return measured;
}

namespace {

Measured measure_alone(const Sample& sample) {
  switch (sample.claim().kind) {
    case ExpectationKind::level: return measure_level(sample);
    case ExpectationKind::effect: return measure_effect(sample);
    case ExpectationKind::order: return measure_order(sample);
    case ExpectationKind::ratio: return measure_ratio(sample);
    case ExpectationKind::share_of_replicates: return measure_share(sample);
    case ExpectationKind::trend: return measure_trend(sample);
    case ExpectationKind::time_to: return measure_time_to(sample);
    case ExpectationKind::slope:
    case ExpectationKind::correlation: return measure_across(sample);
    case ExpectationKind::interaction: return measure_interaction(sample);
    case ExpectationKind::persists: return measure_persists(sample);
    case ExpectationKind::mediated_share:
      throw CannotTell("a mediated share needs runs with the path blocked");
    case ExpectationKind::survey: throw CannotTell("the virtual survey is not part of the records");
  }
  throw CannotTell("this kind of expectation is not known");
}

}  // namespace

Measured measure_claim(const Sample& sample) {
  const auto other = subtracted_by(sample.claim());
  if (!other) return measure_alone(sample);
  return difference(measure_alone(sample),
                    measure_alone(Sample(sample.facts(), sample.records(), *other)));
}

}  // namespace relco::contracts
