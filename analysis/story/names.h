// How the people and families of a world are called, and who is meant by a name.
//
//   nurse 3 of ward             the third post for nurses there; "of ward 2 of hospital 5" where
//   ward/nurse/3                there are several; or short: hospital 5/ward 2/nurse/3
//   nurse of ward, nurse        anybody of these
//   family 12.3 of hip          of the third case that began in week 12 on the pathway hip
//   family of hip, family       any of these; short: family/hip/12.3
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "world/world.h"

namespace relco::story {

// A case by when it began: the nth (from 1) of a week; standing cases all began in week 0.
struct CaseNumber {
  Week week = 0;
  int n = 1;
};

// Whom a name leaves possible: people, or families of cases on some lanes.
struct Meant {
  std::vector<std::uint32_t> people;
  std::vector<std::uint32_t> lanes;  // of families; empty: people are meant
  std::optional<CaseNumber> number;  // of the one family that is meant
  std::string wrong;                 // why nobody can be meant; "" is good
  [[nodiscard]] bool families() const { return !lanes.empty(); }
  [[nodiscard]] bool one() const { return families() ? number.has_value() : people.size() == 1; }
};

class Directory {
 public:
  // `world` must outlive it.
  explicit Directory(const World& world);

  [[nodiscard]] Meant meant(const std::string& name) const;

  [[nodiscard]] std::string role(std::uint32_t person) const;          // "social worker"
  [[nodiscard]] std::string unit(std::uint32_t person) const;          // "ward 2"
  [[nodiscard]] std::string organisation(std::uint32_t person) const;  // "hospital 5"
  [[nodiscard]] int number(std::uint32_t person) const { return numbers_[person]; }
  // "nurse 3", the fewest words that tell the person from all others ("nurse 3 of ward 2"), and
  // the short form ("hospital 5/ward 2/nurse/3"). The latter two can be read back.
  [[nodiscard]] std::string brief(std::uint32_t person) const;
  [[nodiscard]] std::string full(std::uint32_t person) const;
  [[nodiscard]] std::string compact(std::uint32_t person) const;
  [[nodiscard]] std::string pathway(std::uint32_t lane) const;  // "hip 2"
  [[nodiscard]] std::string family(std::uint32_t lane, CaseNumber number) const;
  [[nodiscard]] std::string compact_family(std::uint32_t lane, CaseNumber number) const;
  [[nodiscard]] bool standing(std::uint32_t lane) const;

  // Everybody, a line for each unit of a kind: "hospital / ward (2 of them): nurse 1-4, ...".
  [[nodiscard]] std::vector<std::string> everybody() const;

 private:
  struct Query;
  [[nodiscard]] static Query read(const std::string& name);
  [[nodiscard]] static Query query_of(const std::vector<std::string>& parts,
                                      const std::string& number);
  [[nodiscard]] Meant people_meant(const Query& query) const;
  [[nodiscard]] Meant families_meant(const Query& query) const;
  void number_family(const Query& query, Meant& out) const;
  [[nodiscard]] std::string nobody(const Query& query) const;
  [[nodiscard]] std::string who_is_in(std::uint32_t unit, const std::string& wanted) const;
  [[nodiscard]] bool unit_is(std::uint32_t unit, const std::string& name) const;
  [[nodiscard]] bool organisation_is(std::uint32_t organisation, const std::string& name) const;

  const World& world_;
  std::vector<std::string> unit_kinds_, unit_names_;  // without and with the number of the copy
  std::vector<int> numbers_;                          // of each post in its unit and role
  std::vector<int> lane_copies_, pathway_copies_;     // from 1; how many there are
};

// The id of the case, and back: which case of its lane it is.
[[nodiscard]] std::uint64_t id_of(const World& world, std::uint32_t lane, CaseNumber number);
[[nodiscard]] CaseNumber number_of(const World& world, std::uint32_t lane, std::uint32_t slot);

}  // namespace relco::story
