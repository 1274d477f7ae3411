// Parameters of the rule 'payment'; each is one row of payment.def.
#pragma once

namespace relco {

struct PaymentParameters {
#define X(field, default_value, low, high, unit, origin, source, meaning) \
  float field = default_value;
#include "rules/payment/payment.def"
#undef X
};

}  // namespace relco
