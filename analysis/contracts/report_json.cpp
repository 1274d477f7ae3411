#include <cmath>

#include "contracts/report.h"
#include "contracts/units.h"

namespace relco::contracts {
namespace {

namespace json = boost::json;

// JSON has neither NaN nor infinity; an open end of a band is 1e300 in memory.
json::value number_or_null(double value) {
  if (!std::isfinite(value) || std::abs(value) > 1e299) return nullptr;
  return value;
}

json::array texts(const std::vector<std::string>& list) {
  return json::array(list.begin(), list.end());
}

json::value text_or_null(const std::string& text) {
  return text.empty() ? json::value(nullptr) : json::value(text);
}

json::object contract(const ContractResult& result) {
  const ExpectationFacts& claim = result.claim;
  return {
      {"file", claim.file},
      {"line", claim.line},
      {"id", claim.id},
      {"says", claim.says},
      {"kind", kind_name(claim.kind)},
      {"held", result.held},
      {"open", result.open},
      {"evaluated", result.evaluated},
      {"value", number_or_null(result.value)},
      {"low", number_or_null(result.interval.low)},
      {"high", number_or_null(result.interval.high)},
      {"band", {number_or_null(claim.band.low), number_or_null(claim.band.high)}},
      {"sign", claim.sign},
      {"agree", claim.agree > 0 ? json::value(claim.agree) : json::value(nullptr)},
      {"agreed", number_or_null(result.agreed)},
      {"seeds", result.seeds},
      {"seeds_asked", claim.seeds},
      {"unit", unit_of(result)},
      {"about", result.about},
      {"across", text_or_null(claim.across)},
      {"spread", text_or_null(claim.spread)},
      {"minus", text_or_null(result.minus)},
      {"note", result.note},
      {"reason", claim.open},
      {"evidence", texts(claim.evidence)},
      {"use", claim.use},
      {"evidence_unverified", texts(unverified_evidence(claim))},
  };
}

}  // namespace

json::value to_json(std::span<const ContractResult> results) {
  json::array contracts;
  for (const ContractResult& result : results) contracts.push_back(contract(result));
  const Tally tally = tally_of(results);
  return json::object{{"contracts", std::move(contracts)},
                      {"held", tally.held},
                      {"broken", tally.broken},
                      {"open", tally.open}};
}

}  // namespace relco::contracts
