// What the reliability of a survey is judged by. Plain textbook formulas on columns of numbers;
// NaN where they have no value.
#pragma once

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "survey/answers.h"

namespace relco::survey {

[[nodiscard]] double mean_of(std::span<const double> values);
// With n - 1; NaN for fewer than two values.
[[nodiscard]] double variance_of(std::span<const double> values);

// Cronbach's alpha of the seven items over rows that have them all: 7/6 (1 - sum of the items'
// variances / variance of their sum).
[[nodiscard]] double alpha_of(std::span<const Items> rows);

// How far people of one cluster (a site) agree, from the one-way analysis of variance. With F
// between over within mean squares and k people a cluster (adjusted where sizes differ):
// ICC(1) = (F - 1) / (F + k - 1), the share of variance between clusters; ICC(2) = 1 - 1/F, the
// reliability of a cluster's mean.
struct Agreement {
  double icc1 = kNoAnswer, icc2 = kNoAnswer, f = kNoAnswer;
  double size = kNoAnswer;  // k
  std::size_t clusters = 0;
};
// Clusters of fewer than two people say nothing about agreement and are left out.
[[nodiscard]] Agreement agreement_of(std::span<const double> values,
                                     std::span<const std::size_t> cluster);

// Pearson's correlation of pairs; NaN for fewer than three.
[[nodiscard]] double correlation_of(std::span<const std::pair<double, double>> pairs);

}  // namespace relco::survey
