// One function per command, each in a file of its own. They print, and return an exit code; what
// goes wrong comes out as an exception (base/errors.h) and is told to people in main.cpp.
#pragma once

#include "app/arguments.h"

namespace relco::app {

[[nodiscard]] int run(const RunArguments& arguments);
[[nodiscard]] int sweep(const SweepArguments& arguments);
[[nodiscard]] int check(const CheckArguments& arguments);
[[nodiscard]] int calibrate(const CalibrateArguments& arguments);
[[nodiscard]] int verify(const VerifyArguments& arguments);
[[nodiscard]] int validate(const ValidateArguments& arguments);
[[nodiscard]] int describe(const DescribeArguments& arguments);
[[nodiscard]] int explain(const ExplainArguments& arguments);
[[nodiscard]] int params(const ParamsArguments& arguments);
[[nodiscard]] int schema(const SchemaArguments& arguments);
[[nodiscard]] int list(const ListArguments& arguments);
[[nodiscard]] int docs(const DocsArguments& arguments);
[[nodiscard]] int bench(const BenchArguments& arguments);
[[nodiscard]] int survey_simulate(const SurveySimulateArguments& arguments);
[[nodiscard]] int survey_score(const SurveyScoreArguments& arguments);
[[nodiscard]] int survey_twin(const SurveyTwinArguments& arguments);

}  // namespace relco::app
