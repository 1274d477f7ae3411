#include "survey/statistics.h"

#include "survey/scores.h"

namespace relco::survey {

std::optional<double> SurveyStatistics::named(std::string_view statistic) const {
#define RELCO_STATISTIC(name, meaning) \
  if (statistic == #name) return name;
  RELCO_STATISTICS(RELCO_STATISTIC)
#undef RELCO_STATISTIC
  return std::nullopt;
}

SurveyStatistics statistics_of(const World& world, const SurveyParameters& parameters,
                               SurveyPlan plan) {
  plan.waves = 2;
  const Answers answers = hold_survey(world, parameters, plan);
  const SurveyScores first = score(answers, {1, 0});
  SurveyStatistics out;
  out.alpha = first.reliability.alpha;
  out.icc1 = first.reliability.agreement.icc1;
  out.icc2 = first.reliability.agreement.icc2;
  out.response_rate = first.response().value_or(kNoAnswer);
  out.within_between_gap = first.within.mean - first.between.mean;
  out.survey_index = first.index.mean;
  out.retest = score(answers, {1, 1}).reliability.retest;
  return out;
}

}  // namespace relco::survey
