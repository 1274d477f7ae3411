#include "rules/parameters.h"

#include <array>
#include <bit>
#include <cstddef>
#include <vector>

#include "base/hash.h"

namespace relco {
namespace {

// One table of rows per rule, each from the .def file that also made the struct.
#define X(field, default_value, low, high, unit, origin, source, meaning) \
  ParameterRow{RELCO_RULE,     #field,                                    \
               default_value,  low,                                       \
               high,           unit,                                      \
               Origin::origin, source,                                    \
               meaning,        RELCO_BASE + offsetof(RELCO_STRUCT, field)},

const std::vector<ParameterRow>& rows() {
  static const std::vector<ParameterRow> all = {
#define RELCO_RULE "communication"
#define RELCO_STRUCT CommunicationParameters
#define RELCO_BASE offsetof(Parameters, communication)
#include "rules/communication/communication.def"
#undef RELCO_RULE
#undef RELCO_STRUCT
#undef RELCO_BASE
#define RELCO_RULE "learning"
#define RELCO_STRUCT LearningParameters
#define RELCO_BASE offsetof(Parameters, learning)
#include "rules/learning/learning.def"
#undef RELCO_RULE
#undef RELCO_STRUCT
#undef RELCO_BASE
#define RELCO_RULE "identity"
#define RELCO_STRUCT IdentityParameters
#define RELCO_BASE offsetof(Parameters, identity)
#include "rules/identity/identity.def"
#undef RELCO_RULE
#undef RELCO_STRUCT
#undef RELCO_BASE
#define RELCO_RULE "structures"
#define RELCO_STRUCT StructuresParameters
#define RELCO_BASE offsetof(Parameters, structures)
#include "rules/structures/structures.def"
#undef RELCO_RULE
#undef RELCO_STRUCT
#undef RELCO_BASE
#define RELCO_RULE "payment"
#define RELCO_STRUCT PaymentParameters
#define RELCO_BASE offsetof(Parameters, payment)
#include "rules/payment/payment.def"
#undef RELCO_RULE
#undef RELCO_STRUCT
#undef RELCO_BASE
#define RELCO_RULE "leadership"
#define RELCO_STRUCT LeadershipParameters
#define RELCO_BASE offsetof(Parameters, leadership)
#include "rules/leadership/leadership.def"
#undef RELCO_RULE
#undef RELCO_STRUCT
#undef RELCO_BASE
#define RELCO_RULE "labour"
#define RELCO_STRUCT LabourParameters
#define RELCO_BASE offsetof(Parameters, labour)
#include "rules/labour/labour.def"
#undef RELCO_RULE
#undef RELCO_STRUCT
#undef RELCO_BASE
#define RELCO_RULE "family"
#define RELCO_STRUCT FamilyParameters
#define RELCO_BASE offsetof(Parameters, family)
#include "rules/family/family.def"
#undef RELCO_RULE
#undef RELCO_STRUCT
#undef RELCO_BASE
#define RELCO_RULE "workforce"
#define RELCO_STRUCT WorkforceParameters
#define RELCO_BASE offsetof(Parameters, workforce)
#include "rules/workforce/workforce.def"
#undef RELCO_RULE
#undef RELCO_STRUCT
#undef RELCO_BASE
#define RELCO_RULE "caseload"
#define RELCO_STRUCT CaseloadParameters
#define RELCO_BASE offsetof(Parameters, caseload)
#include "rules/caseload/caseload.def"
#undef RELCO_RULE
#undef RELCO_STRUCT
#undef RELCO_BASE
#define RELCO_RULE "care"
#define RELCO_STRUCT CareParameters
#define RELCO_BASE offsetof(Parameters, care)
#include "rules/care/care.def"
#undef RELCO_RULE
#undef RELCO_STRUCT
#undef RELCO_BASE
#define RELCO_RULE "climate"
#define RELCO_STRUCT ClimateParameters
#define RELCO_BASE offsetof(Parameters, climate)
#include "rules/climate/climate.def"
#undef RELCO_RULE
#undef RELCO_STRUCT
#undef RELCO_BASE
#define RELCO_RULE "change"
#define RELCO_STRUCT ChangeParameters
#define RELCO_BASE offsetof(Parameters, change)
#include "rules/change/change.def"
#undef RELCO_RULE
#undef RELCO_STRUCT
#undef RELCO_BASE
#define RELCO_RULE "survey"
#define RELCO_STRUCT SurveyParameters
#define RELCO_BASE offsetof(Parameters, survey)
#include "survey/survey.def"
#undef RELCO_RULE
#undef RELCO_STRUCT
#undef RELCO_BASE
  };
  return all;
}
#undef X

}  // namespace

std::span<const ParameterRow> parameter_rows() {
  return rows();
}

const ParameterRow* find_parameter(std::string_view path) {
  const std::size_t dot = path.find('.');
  if (dot == std::string_view::npos) return nullptr;
  for (const ParameterRow& row : rows()) {
    if (row.rule == path.substr(0, dot) && row.field == path.substr(dot + 1)) return &row;
  }
  return nullptr;
}

float& parameter(Parameters& parameters, const ParameterRow& row) {
  return *reinterpret_cast<float*>(reinterpret_cast<std::byte*>(&parameters) + row.offset);
}

float parameter(const Parameters& parameters, const ParameterRow& row) {
  return *reinterpret_cast<const float*>(reinterpret_cast<const std::byte*>(&parameters) +
                                         row.offset);
}

std::uint64_t digest_of(const Parameters& parameters) {
  std::uint64_t sum = 0;
  for (const ParameterRow& row : rows()) {
    const std::uint64_t path = combine64(hash_text(row.rule), hash_text(row.field));
    sum += combine64(path, std::bit_cast<std::uint32_t>(parameter(parameters, row)));
  }
  return sum;
}

}  // namespace relco
