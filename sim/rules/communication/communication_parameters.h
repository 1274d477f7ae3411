// Parameters of the rule 'communication'; each is one row of communication.def.
#pragma once

namespace relco {

struct CommunicationParameters {
#define X(field, default_value, low, high, unit, origin, source, meaning) \
  float field = default_value;
#include "rules/communication/communication.def"
#undef X
};

}  // namespace relco
