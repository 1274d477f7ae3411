// Boost.Math's headers are heavy: this file alone includes them.
#include <boost/math/distributions/students_t.hpp>

#include "base/errors.h"
#include "stats/intervals.h"

namespace relco::stats {

double students_t_quantile(double probability, double degrees) {
  RELCO_CHECK(probability > 0 && probability < 1 && degrees > 0,
              "t quantile of probability {} with {} degrees of freedom", probability, degrees);
  return boost::math::quantile(boost::math::students_t(degrees), probability);
}

}  // namespace relco::stats
