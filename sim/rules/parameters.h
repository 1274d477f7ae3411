// The one global set of behavioural parameters: a struct per rule, and a row per parameter.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "params/row.h"
#include "rules/care/care_parameters.h"
#include "rules/caseload/caseload_parameters.h"
#include "rules/change/change_parameters.h"
#include "rules/climate/climate_parameters.h"
#include "rules/communication/communication_parameters.h"
#include "rules/family/family_parameters.h"
#include "rules/identity/identity_parameters.h"
#include "rules/labour/labour_parameters.h"
#include "rules/leadership/leadership_parameters.h"
#include "rules/learning/learning_parameters.h"
#include "rules/payment/payment_parameters.h"
#include "rules/structures/structures_parameters.h"
#include "rules/workforce/workforce_parameters.h"
#include "survey/survey_parameters.h"

namespace relco {

struct Parameters {
  CommunicationParameters communication;
  LearningParameters learning;
  IdentityParameters identity;
  StructuresParameters structures;
  PaymentParameters payment;
  LeadershipParameters leadership;
  LabourParameters labour;
  FamilyParameters family;
  WorkforceParameters workforce;
  CaseloadParameters caseload;
  CareParameters care;
  ClimateParameters climate;
  ChangeParameters change;
  SurveyParameters survey;
};

// All rows, rule by rule in the order above; offsets are into Parameters.
[[nodiscard]] std::span<const ParameterRow> parameter_rows();

// The row with the dotted path "rule.field", or null.
[[nodiscard]] const ParameterRow* find_parameter(std::string_view path);

[[nodiscard]] float& parameter(Parameters& parameters, const ParameterRow& row);
[[nodiscard]] float parameter(const Parameters& parameters, const ParameterRow& row);

// Digest of all values by path: equal sets, equal number; enters snapshots and provenance.
[[nodiscard]] std::uint64_t digest_of(const Parameters& parameters);

}  // namespace relco
