#include "scenario/coverage.h"

#include <algorithm>
#include <map>

#include "evidence/evidence.h"

namespace relco {
namespace {

// An id names the row that it begins with ("S0-15 gap"), unless more digits make it another row.
bool names_row(const std::string& id, std::string_view row) {
  if (!id.starts_with(row)) return false;
  return id.size() == row.size() || id[row.size()] < '0' || id[row.size()] > '9';
}

bool names_row(const ListedClaim& claim, std::string_view row) {
  return names_row(claim.id, row) ||
         std::find(claim.evidence.begin(), claim.evidence.end(), row) != claim.evidence.end();
}

// "scenarios/a/x.yaml" is the listed "a/x.yaml", and "ax.yaml" is not "x.yaml".
bool same_file(std::string_view one, std::string_view other) {
  if (one.size() < other.size()) std::swap(one, other);
  if (!one.ends_with(other)) return false;
  return one.size() == other.size() || one[one.size() - other.size() - 1] == '/';
}

CoveringClaim covering(const ListedScenario& listed, const ListedClaim& claim,
                       std::span<const CheckedClaim> checked) {
  CoveringClaim one{listed.file, claim.id,
                    claim.open.empty() ? ClaimState::claimed : ClaimState::open};
  for (const CheckedClaim& found : checked) {
    if (found.id == claim.id && same_file(found.file, listed.file)) one.state = found.state;
  }
  return one;
}

bool covers(const ListedScenario& listed, std::string_view row) {
  return std::find(listed.covers.begin(), listed.covers.end(), row) != listed.covers.end();
}

Coverage coverage_of_row(std::string_view row, const std::vector<ListedScenario>& scenarios,
                         std::span<const CheckedClaim> checked) {
  Coverage coverage;
  coverage.row = row;
  coverage.known = evidence::find(row) != nullptr;
  for (const ListedScenario& listed : scenarios) {
    const auto names = [row](const ListedClaim& claim) { return names_row(claim, row); };
    const bool any = std::any_of(listed.claims.begin(), listed.claims.end(), names);
    if (!any && !covers(listed, row)) continue;
    for (const ListedClaim& claim : listed.claims) {
      if (any && !names(claim)) continue;
      coverage.claims.push_back(covering(listed, claim, checked));
    }
  }
  return coverage;
}

}  // namespace

std::size_t Coverage::count(ClaimState state) const {
  return static_cast<std::size_t>(
      std::count_if(claims.begin(), claims.end(),
                    [state](const CoveringClaim& claim) { return claim.state == state; }));
}

std::vector<std::string> Coverage::files() const {
  std::vector<std::string> files;
  for (const CoveringClaim& claim : claims) {
    if (files.empty() || files.back() != claim.file) files.push_back(claim.file);
  }
  return files;
}

std::string_view Coverage::state() const {
  if (!known) return "unknown row";
  if (claims.empty()) return "no claim";
  if (count(ClaimState::broken) > 0) return "broken";
  if (count(ClaimState::held) == claims.size()) return "holds";
  if (count(ClaimState::open) == claims.size()) return "open";
  if (count(ClaimState::claimed) == claims.size()) return "claimed";
  const bool some_unchecked = count(ClaimState::claimed) > 0 && count(ClaimState::held) > 0;
  return some_unchecked ? "partly checked" : "partly open";
}

std::vector<Coverage> coverage_of(const std::vector<ListedScenario>& scenarios,
                                  std::span<const CheckedClaim> checked) {
  std::vector<Coverage> rows;
  for (const std::string_view row : evidence::row_ids()) {
    rows.push_back(coverage_of_row(row, scenarios, checked));
  }
  std::map<std::string, bool> unknown;
  for (const ListedScenario& listed : scenarios) {
    for (const std::string& row : listed.covers) unknown[row] = evidence::find(row) == nullptr;
  }
  for (const auto& [row, is_unknown] : unknown) {
    if (is_unknown) rows.push_back(coverage_of_row(row, scenarios, checked));
  }
  return rows;
}

}  // namespace relco
