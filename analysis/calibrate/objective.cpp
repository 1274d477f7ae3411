#include "calibrate/objective.h"

#include <fmt/format.h>

#include <cmath>

namespace relco::calibrate {
namespace {

record::Bytes encode(const Evaluation& evaluation) {
  record::ByteWriter writer;
  writer.put_all(evaluation.values);
  writer.put_all(evaluation.agreed);
  return writer.take();
}

Evaluation decode(std::span<const std::byte> bytes, std::size_t claims) {
  record::ByteReader reader(bytes, "evaluation of a calibration");
  Evaluation evaluation;
  evaluation.values = reader.get_all<double>();
  evaluation.agreed = reader.get_all<double>();
  reader.expect_end();
  if (evaluation.values.size() != claims || evaluation.agreed.size() != claims) {
    reader.damaged("it is about other claims");
  }
  return evaluation;
}

}  // namespace

Objective::Objective(std::vector<Target> targets, Pass pass, record::PartialStore* store,
                     std::function<void(std::size_t)> told)
    : targets_(std::move(targets)), pass_(pass), store_(store), told_(std::move(told)) {
  for (const Target& target : targets_) {
    claims_.insert(claims_.end(), target.facts.expectations.begin(),
                   target.facts.expectations.end());
  }
}

std::optional<Evaluation> Objective::evaluate(const Parameters& parameters) {
  const std::uint64_t digest = digest_of(parameters);
  if (const auto known = known_.find(digest); known != known_.end()) return known->second;
  const std::string key = fmt::format("evaluation-{}-{:016x}", pass_.first_replicate, digest);
  if (store_ != nullptr && store_->has_cell(key)) {
    if (const auto bytes = store_->get_cell(key)) {
      ++found_;
      return known_[digest] = decode(*bytes, claims_.size());
    }
  }
  const auto results = measure(targets_, parameters, pass_);
  if (results.empty()) return std::nullopt;
  Evaluation evaluation;
  for (const contracts::ContractResult& result : results) {
    evaluation.values.push_back(result.evaluated ? result.value : stats::kUnknown);
    evaluation.agreed.push_back(result.claim.agree > 0 ? result.agreed : stats::kUnknown);
  }
  if (store_ != nullptr) store_->append_cell(key, encode(evaluation));
  ++ran_;
  if (told_) told_(ran_ + found_);
  return known_[digest] = std::move(evaluation);
}

bool Objective::aim(const Parameters& parameters) {
  const auto results = measure(targets_, parameters, pass_);
  if (results.empty()) return false;
  aims_.clear();
  counted_.clear();
  for (std::size_t k = 0; k < results.size(); ++k) {
    aims_.push_back(aim_of(results[k]));
    if (results[k].evaluated) counted_.push_back(k);
  }
  return true;
}

std::vector<double> Objective::errors(const Evaluation& evaluation) const {
  std::vector<double> errors;
  for (const std::size_t k : counted_) {
    contracts::ContractResult result;
    result.claim = claims_[k];
    result.evaluated = true;
    result.value = evaluation.values[k];
    result.agreed = evaluation.agreed[k];
    errors.push_back(error_of(result, aims_[k]));
  }
  return errors;
}

double Objective::misfit(const Evaluation& evaluation) const {
  double sum = 0;
  for (const double error : errors(evaluation)) sum += error * error;
  return sum;
}

}  // namespace relco::calibrate
