#include "base/numerics.h"

#include <cmath>

#include "random/draws.h"
#include "support/catch.h"

using namespace relco;

namespace {

// The largest relative error of `mine` against `reference` over evenly spread and odd arguments.
template <class Mine, class Reference>
double worst(double low, double high, Mine&& mine, Reference&& reference) {
  double out = 0;
  constexpr int kSteps = 400000;
  for (int n = 0; n <= kSteps; ++n) {
    const double x = low + (high - low) * (n / static_cast<double>(kSteps));
    const long double truth = reference(static_cast<long double>(x));
    const long double off = (static_cast<long double>(mine(x)) - truth) / truth;
    out = std::max(out, static_cast<double>(off < 0 ? -off : off));
  }
  return out;
}

const auto kExp = [](long double x) { return std::exp(x); };

}  // namespace

TEST_CASE("e to the x in double precision is right to one unit in the last place") {
  const auto mine = [](double x) { return exp_d(x); };
  CHECK(worst(-700, 700, mine, kExp) < 2.3e-16);
  CHECK(worst(-1, 1, mine, kExp) < 2.3e-16);
  CHECK(worst(-1e-9, 1e-9, mine, kExp) < 2.3e-16);
  CHECK(exp_d(0) == 1);
  CHECK(exp_d(1e9) == exp_d(700));
  CHECK(exp_d(-1e9) == exp_d(-700));
}

TEST_CASE("the natural logarithm in double precision is right to 6e-16") {
  const auto mine = [](double x) { return log_d(x); };
  const auto reference = [](long double x) { return std::log(x); };
  CHECK(worst(1e-6, 0.9999, mine, reference) < 6e-16);
  CHECK(worst(1.0001, 50, mine, reference) < 6e-16);
  CHECK(worst(1e3, 1e12, mine, reference) < 6e-16);
  CHECK(log_d(1) == 0);
}

TEST_CASE("e to the x in lanes is right to 3e-7, and clamped beyond 80") {
  // In float the argument itself is rounded: compare at arguments that float can hold.
  const auto mine = [](double x) { return static_cast<double>(exp_f(static_cast<float>(x))); };
  const auto reference = [](long double x) { return std::exp(std::floor(x * 64) / 64); };
  const auto held = [&](double x) { return mine(std::floor(x * 64) / 64); };
  CHECK(worst(-80, 80, held, reference) < 3e-7);
  CHECK(exp_f(1e9f) == exp_f(80));
  CHECK(exp_f(-1e9f) == exp_f(-80));
}

TEST_CASE("the logarithm of 1 + x in lanes is right to 2e-6") {
  double off = 0;
  for (int n = 0; n <= 100000; ++n) {
    const auto x = static_cast<float>(n) * 1e-3f;
    off = std::max(off,
                   std::abs(static_cast<double>(log1p_f(x)) - std::log1p(static_cast<double>(x))));
  }
  CHECK(off < 2e-6);
  CHECK(log1p_f(0) == 0);
}

TEST_CASE("the odds against are right to 3e-7, and as much again for every 5 of the log-odds") {
  const auto reference = [](long double x) { return std::exp(-x); };
  for (const double end : {5.0, 20.0, 80.0}) {
    const auto mine = [](double x) {
      return static_cast<double>(odds_against(static_cast<float>(std::floor(x * 64) / 64)));
    };
    const auto held = [&](long double x) { return reference(std::floor(x * 64) / 64); };
    CHECK(worst(-end, end, mine, held) < 3e-7 * (1 + end / 5));
  }
  CHECK(odds_against(0) == 1);
  CHECK(odds_against(1e9f) == odds_against(80));
  CHECK(odds_against(-1e9f) == odds_against(-80));
}

TEST_CASE("what is cut to 0 and 1 is cut exactly, whatever its sign") {
  const float inside[] = {0.0f, 1e-30f, 0.3f, 1.0f}, below[] = {-0.0f, -1e-30f, -3.0f};
  for (const float x : inside) CHECK((max0(x) == x && clamp01(x) == x));
  for (const float x : below) CHECK((max0(x) == 0 && clamp01(x) == 0));
  CHECK(max0(7.5f) == 7.5f);
  CHECK(clamp01(1.0000001f) == 1);
}

TEST_CASE("the logistic function rises, stays between 0 and 1, and mirrors at 0") {
  float before = 0;
  for (int n = -6000; n <= 6000; ++n) {
    const float x = static_cast<float>(n) * 0.01f, y = logistic(x);
    CHECK((y > 0 && y <= 1));
    CHECK(y >= before - 1e-6f);
    CHECK(std::abs(y + logistic(-x) - 1) < 1e-6f);
    before = y;
  }
  CHECK(logistic(0) == 0.5f);
}
