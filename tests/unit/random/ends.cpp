// Uniforms at the ends of their range, where rounding would let them reach 0 or 1.
#include <cmath>

#include "random/draws.h"
#include "support/catch.h"

using namespace relco;

TEST_CASE("the lowest and the highest bits give uniforms strictly between 0 and 1") {
  const Draw lowest({0, 0, 0, 0}), highest({~0u, ~0u, ~0u, ~0u});
  for (int n : {0, 1}) {
    CHECK(lowest.uniform52(n) == 0x1p-53);
    CHECK(highest.uniform52(n) == 1.0 - 0x1p-53);
    CHECK(highest.uniform52(n) < 1.0);
  }
  for (int n : {0, 1, 2, 3}) {
    CHECK(lowest.uniform(n) == 0.0f);
    CHECK(highest.uniform(n) < 1.0f);
    CHECK(highest.uniform16(n, 0) < 1.0f);
    CHECK(highest.uniform16(n, 1) < 1.0f);
  }
}

TEST_CASE("values made of the extreme uniforms are finite") {
  for (const double u : {0x1p-53, 1.0 - 0x1p-53}) {
    CHECK(std::isfinite(gumbel(u)));
    CHECK(std::isfinite(normal(u)));
    CHECK(poisson(3.0, u) >= 0);
    CHECK(poisson(3.0, u) < 500);
  }
}

TEST_CASE("a larger mean never makes fewer arrivals of the same luck") {
  for (int n = 0; n < 200; ++n) {
    const double u = (n + 0.5) / 200;
    int before = 0;
    for (double mean = 0; mean < 40; mean += 0.5) {
      const int count = poisson(mean, u);
      CHECK(count >= before);
      before = count;
    }
  }
}
