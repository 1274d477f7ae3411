#include "scenario/check_where.h"

#include <fmt/format.h>

#include <algorithm>

#include "scenario/heeded.h"

namespace relco::scenario {
namespace {

bool fits(const std::string& wanted, const std::string& name) {
  return wanted.empty() || wanted == name;
}

// Who is in the place of one change, as one of its verbs sees it.
class PlaceOfVerb {
 public:
  PlaceOfVerb(const Facts& facts, const ChangeScope& where, const VerbChange& verb,
              const std::set<std::string, std::less<>>& added)
      : facts_(facts), where_(where), verb_(verb), heeded_(heeded_by(verb)), added_(added) {}

  // "" when somebody is there, else why nobody is.
  [[nodiscard]] std::string emptiness() const {
    if (!heeded_.heeds("organisation"))
      return "";  // unions and partners are names, checked as such
    if (!anyone()) return "no organisation has what is given here together";
    if (!heeded_.heeds("pathway")) return "";
    if (const auto* channel = std::get_if<ChannelChange>(&verb_)) {
      return any_pathway(channel->channel)
                 ? ""
                 : fmt::format("no pathway here has the channel '{}'", channel->channel);
    }
    return any_pathway("") ? "" : "the pathway is not served here";
  }

 private:
  [[nodiscard]] bool in_place(const OrganisationFacts& organisation) const {
    return fits(where_.organisation, organisation.name) &&
           fits(where_.sector, organisation.sector) && where_.copy < organisation.copies;
  }

  [[nodiscard]] bool in_place(const UnitFacts& unit) const {
    if (!fits(where_.unit, unit.name)) return false;
    if (const auto* add = std::get_if<AddRoleChange>(&verb_)) return fits(add->unit, unit.name);
    if (const auto* remove = std::get_if<RemoveRoleChange>(&verb_)) {
      return fits(remove->unit, unit.name) && has(unit, remove->role);
    }
    if (const auto* move = std::get_if<ReassignChange>(&verb_)) return has(unit, move->role);
    return !heeded_.heeds("role") || where_.role.empty() || has(unit, where_.role);
  }

  // Posts that changes add count as there.
  [[nodiscard]] bool has(const UnitFacts& unit, const std::string& role) const {
    const auto posts = unit.staff.find(role);
    return added_.contains(role) || (posts != unit.staff.end() && posts->second > 0);
  }

  [[nodiscard]] bool anyone(const OrganisationFacts& organisation) const {
    return in_place(organisation) &&
           std::any_of(organisation.units.begin(), organisation.units.end(),
                       [this](const UnitFacts& unit) { return in_place(unit); });
  }

  [[nodiscard]] bool anyone() const {
    return std::any_of(facts_.organisations.begin(), facts_.organisations.end(),
                       [this](const OrganisationFacts& one) { return anyone(one); });
  }

  [[nodiscard]] bool served(const PathwayFacts& pathway) const {
    return std::any_of(facts_.organisations.begin(), facts_.organisations.end(),
                       [&](const OrganisationFacts& one) {
                         const auto& by = pathway.organisations;
                         return anyone(one) && (by.empty() || std::find(by.begin(), by.end(),
                                                                        one.name) != by.end());
                       });
  }

  [[nodiscard]] bool any_pathway(const std::string& channel) const {
    return std::any_of(
        facts_.pathways.begin(), facts_.pathways.end(), [&](const PathwayFacts& pathway) {
          const bool has =
              channel.empty() || std::any_of(pathway.channels.begin(), pathway.channels.end(),
                                             [&](const auto& one) { return one.name == channel; });
          return fits(where_.pathway, pathway.name) && has && served(pathway);
        });
  }

  const Facts& facts_;
  const ChangeScope& where_;
  const VerbChange& verb_;
  const Heeded& heeded_;
  const std::set<std::string, std::less<>>& added_;
};

// Less than whole delivery, given to what knows no such thing.
void note_delivery(const ChangeFacts& change, Reading& reading) {
  static const ChangeFacts usual;
  for (const auto& [key, given] : {std::pair{"fidelity", change.fidelity != usual.fidelity},
                                   std::pair{"coverage", change.coverage != usual.coverage}}) {
    if (!given) continue;
    for (const VerbChange& verb : change.verbs) {
      if (is_delivered(verb) || std::holds_alternative<NullChange>(verb)) continue;
      reading.note_at(
          fmt::format("changes.{}.{}", change.name, key),
          fmt::format("'{}' does not heed {}: use dose to weaken it", heeded_by(verb).verb, key));
    }
  }
}

}  // namespace

void check_where(const Facts& facts, const ChangeFacts& change,
                 const std::set<std::string, std::less<>>& added, Reading& reading) {
  note_delivery(change, reading);
  const std::string path = "changes." + change.name + ".where";
  const std::vector<std::string_view> given = keys_given(change.where);
  if (given.empty()) return;
  for (const VerbChange& verb : change.verbs) {
    if (std::holds_alternative<NullChange>(verb)) continue;  // does nothing, and anywhere
    const Heeded& row = heeded_by(verb);
    for (const std::string_view key : given) {
      if (std::string note = not_heeded(row, key); !note.empty()) {
        reading.note_at(fmt::format("{}.{}", path, key), std::move(note));
      }
    }
    if (const std::string why = PlaceOfVerb(facts, change.where, verb, added).emptiness();
        !why.empty()) {
      reading.finding_at(path, fmt::format("selects nobody for '{}': {}", row.verb, why));
    }
  }
}

}  // namespace relco::scenario
