// Values that are kept only where somebody asks for them: of units, roles, pairs of roles, members
// of unions, pathways and kinds of ties, and of every point of a slope or spread. Records without a
// question hold the system and its organisations.
//
// Direction. A tie belongs to whom it starts from, and its score is what the other end says: the
// ties of a unit or role are that unit or role as its partners rate it, as for organisations. A
// pair of roles reads like a row of the survey: surgeon-nurse is what surgeons say about nurses.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/week.h"
#include "world/facts.h"
#include "world/ledger_terms.h"
#include "world/outcomes.h"

namespace relco {

// The word for the family of the person cared for wherever a role may stand.
inline constexpr std::string_view kTheFamily = "family";

// Whose values. Empty fields match everything, all that is given must fit, and whatever fits is
// pooled, over copies as well.
struct AskedScope {
  std::string organisation, sector, unit, role, pathway, labour_union;
  std::string rater, rated;  // roles of a pair: whom the first says something about
  std::optional<TieScope> ties;

  // A part of organisations, or a part of their ties or cases.
  [[nodiscard]] bool is_finer() const;
  [[nodiscard]] bool is_about_families() const {
    return rater == kTheFamily || rated == kTheFamily || ties == TieScope::family;
  }
  bool operator==(const AskedScope&) const = default;
};

// One value for the whole scope every week; or, for every point in it, the mean over some weeks.
// The order is that of point_words().
enum class Points : std::uint8_t { none, organisation, unit, role, role_pair, person };

struct Asked {
  AskedScope scope;
  Points points = Points::none;
  Week from = 0, to = 0;                // weeks from .. to - 1 of the means of points; else 0
  std::vector<std::string> quantities;  // names; see find_quantity
  [[nodiscard]] bool same_place(const Asked& other) const {
    return scope == other.scope && points == other.points && from == other.from && to == other.to;
  }
  bool operator==(const Asked&) const = default;
};

// A fact of organisations or units that a slope may be taken on, read from the world as it stands.
struct FactQuantity {
  std::size_t index = 0;  // row of the table in asked_facts.cpp
  bool operator==(const FactQuantity&) const = default;
};
using Quantity = std::variant<Outcome, Structure, FactQuantity>;
struct World;
// Its value in a unit; an organisation's own facts are those of all its units.
[[nodiscard]] double fact_in_unit(const World& world, FactQuantity fact, std::uint32_t unit);

// Outcomes; structures, with or without "structures." before; facts of organisations and units,
// with or without "leadership." before. An outcome wins over a fact of the same name.
[[nodiscard]] std::optional<Quantity> find_quantity(std::string_view name);

// Why the quantity has no meaning there, completing "burnout ..."; "" when it has one.
[[nodiscard]] std::string no_meaning(const Quantity& quantity, const AskedScope& scope,
                                     Points points);

// The scope of a claim, and what its points are (`across`).
[[nodiscard]] AskedScope scope_of(const Facts& facts, const ExpectationFacts& claim);
[[nodiscard]] Points points_of(const ExpectationFacts& claim);
// The claim whose value `minus` takes away: the same, of the other outcome and scope.
[[nodiscard]] std::optional<ExpectationFacts> subtracted_by(const ExpectationFacts& claim);

// The two roles of "surgeon-nurse": split at the hyphen where both sides are roles of the facts or
// the family, else at the first one; empty strings when there is none.
[[nodiscard]] std::pair<std::string, std::string> roles_of_pair(const Facts& facts,
                                                                std::string_view text);

}  // namespace relco
