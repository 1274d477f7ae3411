// How far a claim is from being met.
#include "calibrate/error.h"

#include "support/catch.h"

using namespace relco;
using namespace relco::calibrate;

namespace {

ExpectationFacts claim(double low, double high, int sign = 0) {
  ExpectationFacts facts;
  facts.band = {low, high};
  facts.sign = sign;
  return facts;
}

constexpr double kOpen = 1e300;

}  // namespace

TEST_CASE("an error is 0 at the centre of a band, 1 in size at its ends, and grows beyond to 5") {
  const Aim aim = aim_of(claim(2, 4), 0.3);
  CHECK(error_of(aim, 3) == 0);
  CHECK(error_of(aim, 4) == 1);
  CHECK(error_of(aim, 2) == -1);
  CHECK(error_of(aim, 5.5) == 2.5);
  CHECK(error_of(aim, 1e9) == kWorst);
  CHECK(error_of(aim, stats::kUnknown) == kWorst);
}

TEST_CASE("a band with one end is met beyond the end, and all errors rise towards the wrong side") {
  const Aim least = aim_of(claim(2, kOpen), stats::kUnknown);  // at_least: 2; length 0.5
  CHECK(error_of(least, 2) == 1);
  CHECK(error_of(least, 2.5) == 0);
  CHECK(error_of(least, 100) == 0);
  CHECK(error_of(least, 1.5) == 2);
  const Aim most = aim_of(claim(-kOpen, 2), stats::kUnknown);
  CHECK(error_of(most, 2) == 1);
  CHECK(error_of(most, 1.5) == 0);
  CHECK(error_of(most, 2.5) == 2);
}

TEST_CASE("a sign takes its length from the spread of the value") {
  const Aim rises = aim_of(claim(-kOpen, kOpen, 1), 0.1);
  CHECK(error_of(rises, 0) == 1);
  CHECK(error_of(rises, 0.1) == Approx(0).margin(1e-12));
  CHECK(error_of(rises, -0.1) == 2);
  CHECK(error_of(aim_of(claim(-kOpen, kOpen, -1), 0.1), -0.1) == Approx(0).margin(1e-12));
}

TEST_CASE("seeds that disagree are missing whatever the median says") {
  contracts::ContractResult result;
  result.claim = claim(2, 4);
  result.claim.agree = 0.9;
  result.evaluated = true;
  result.value = 3;
  const Aim aim = aim_of(result.claim, 0.3);
  result.agreed = 0.9;
  CHECK(error_of(result, aim) == 0);
  result.agreed = 0.4;
  CHECK(error_of(result, aim) == Approx(2));
  result.evaluated = false;
  CHECK(error_of(result, aim) == kWorst);
}
