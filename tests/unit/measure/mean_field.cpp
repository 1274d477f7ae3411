// The expected week against weeks that are drawn: the mean field is what a simulation of pairs
// gives when everything around them is held.
#include "measure/mean_field.h"

#include <cmath>
#include <vector>

#include "rules/learning/learning.h"
#include "support/catch.h"
#include "unit/stats/approx.h"

using namespace relco;
using test::Approx;

namespace {

struct Pair {
  Tie tie[2];
};

// Pairs that all live under what the case holds, drawn week by week.
class HeldPairs {
 public:
  HeldPairs(const MeanFieldCase& held, float start, std::size_t count)
      : case_(held), held_(held_pair(parameters_, held)), pairs_(count) {
    for (Pair& pair : pairs_) pair.tie[0] = pair.tie[1] = {start, start, start};
  }

  void live(Week weeks) {
    for (Week week = 0; week < weeks; ++week) {
      for (std::size_t n = 0; n < pairs_.size(); ++n) live(pairs_[n], n, week_ + week);
    }
    week_ += weeks;
  }

  [[nodiscard]] double index() const {
    double sum = 0;
    for (const Pair& pair : pairs_) {
      for (const Tie& tie : pair.tie) {
        sum += static_cast<double>(expected_index(parameters_, case_, tie));
      }
    }
    return sum / (2.0 * static_cast<double>(pairs_.size()));
  }
  [[nodiscard]] Tie mean() const {
    double sum[3] = {};
    for (const Pair& pair : pairs_) {
      for (const Tie& tie : pair.tie) {
        sum[0] += static_cast<double>(tie.goals);
        sum[1] += static_cast<double>(tie.knowledge);
        sum[2] += static_cast<double>(tie.respect);
      }
    }
    const double all = 2.0 * static_cast<double>(pairs_.size());
    return {static_cast<float>(sum[0] / all), static_cast<float>(sum[1] / all),
            static_cast<float>(sum[2] / all)};
  }

 private:
  void live(Pair& pair, std::size_t n, Week week) {
    Events sent[2];
    for (std::size_t side : {0, 1}) {
      const Draw draw = luck_.draw(Purpose::communication, 2 * n + side, week);
      const Chances c = chances(parameters_.communication, pair.tie[side], case_.need, held_.person,
                                held_.partner, held_.link, held_.person.strain);
      sent[side] = happen(c, luck_of(draw, 0), 1.0f);
    }
    const auto ignore = [](Term, Component, std::int32_t) {};
    const float custom = logistic(parameters_.learning.anchor_custom);
    const float respect[2] = {pair.tie[0].respect, pair.tie[1].respect};
    for (std::size_t side : {0, 1}) {
      learn(at_pace(parameters_.learning), custom, pair.tie[side], respect[1 - side],
            sent[1 - side], sent[side], held_.person, held_.partner, held_.link, ignore);
    }
  }

  Parameters parameters_;
  MeanFieldCase case_;
  HeldPair held_;
  Luck luck_{4711, 0};
  std::vector<Pair> pairs_;
  Week week_ = 0;
};

}  // namespace

TEST_CASE("the expected week is the mean of weeks that are drawn") {
  const Parameters parameters;
  const MeanFieldCase held;
  for (const float start : {0.3f, 0.55f, 0.8f}) {
    HeldPairs pairs(held, start, 20000);
    pairs.live(1);
    const Tie drawn = pairs.mean(),
              expected = expected_week(parameters, held, {start, start, start});
    CHECK(drawn.goals == Approx(expected.goals).margin(0.001));
    CHECK(drawn.knowledge == Approx(expected.knowledge).margin(0.001));
    CHECK(drawn.respect == Approx(expected.respect).margin(0.001));
  }
}

TEST_CASE("held pairs settle at the fixed points, within 0.15 points of the index") {
  for (const float support : {0.45f, 0.9f}) {
    MeanFieldCase held;
    held.support = support;
    const MeanField field = mean_field(Parameters{}, held);
    REQUIRE(field.separatrix);
    HeldPairs low(held, 0.2f, 200), high(held, 0.9f, 200);
    low.live(400);
    high.live(400);
    CHECK(std::abs(low.index() - static_cast<double>(field.low.index)) < 0.15);
    CHECK(std::abs(high.index() - static_cast<double>(field.high.index)) < 0.15);
  }
}
