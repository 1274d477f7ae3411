#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "survey/twin.h"

namespace relco::survey {
namespace {

constexpr std::size_t kMostPlaces = 32;  // of a team
constexpr std::string_view kFamilyGroup = "family";

// A name as scenarios allow it, in quotes.
std::string yaml_name(std::string_view name) {
  std::string out = "\"";
  for (const char c : name) {
    const bool strange = static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\' || c == '/';
    out += strange ? '_' : c;
  }
  return out + '"';
}

// In a comment: one line.
std::string plain(std::string_view text) {
  std::string out(text);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return out;
}

std::string fact(const Estimate& estimate) {
  const double mean = std::clamp(estimate.mean, 1.0, 5.0);
  return fmt::format("{{mean: {:.2f}, sd: {:.2f}}}", mean, estimate.sd);
}

struct Unit {
  std::string name;
  std::map<std::string, std::size_t> staff;
};
struct Organisation {
  std::string name, sector;
  std::vector<Unit> units;
  std::set<std::string> groups;
  std::size_t people = 0;
};

template <class T>
T& named(std::vector<T>& things, const std::string& name) {
  const auto at = std::find_if(things.begin(), things.end(),
                               [&](const T& thing) { return thing.name == name; });
  if (at != things.end()) return *at;
  things.emplace_back();
  things.back().name = name;
  return things.back();
}

std::vector<Organisation> organisations_of(const std::vector<RosterRow>& roster) {
  std::vector<Organisation> out;
  for (const RosterRow& row : roster) {
    if (row.group == kFamilyGroup || row.people == 0) continue;
    Organisation& place = named(out, row.organisation.empty() ? "organisation" : row.organisation);
    if (!row.sector.empty()) place.sector = row.sector;
    named(place.units, row.unit.empty() ? "unit" : row.unit).staff[row.group] += row.people;
    place.groups.insert(row.group);
    place.people += row.people;
  }
  return out;
}

class Writer {
 public:
  Writer(const Twin& twin, const std::vector<RosterRow>& roster, const TwinTexts& texts)
      : twin_(twin), texts_(texts), places_(organisations_of(roster)) {
    for (const Organisation& place : places_)
      staffed_.insert(place.groups.begin(), place.groups.end());
  }

  std::string text() {
    head();
    out_ += "\norganisations:\n";
    for (const Organisation& place : places_) organisation(place);
    pathways();
    out_ +=
        "\n# An example to start from; see the guide for what changes can say.\n"
        "changes:\n"
        "  redesign:\n"
        "    from: week 26\n"
        "    to: week 78\n"
        "    interventions: [huddles, coaching]\n"
        "\narms:\n"
        "  as_is: []\n"
        "  redesign: [redesign]\n";
    return std::move(out_);
  }

 private:
  void head() {
    out_ += fmt::format(
        "# Written by relco survey twin from {} and {}.\n"
        "# Ties start where the survey found them: nurse-surgeon is how nurses are oriented "
        "towards\n"
        "# surgeons, which is what surgeons say of nurses. Levels are in points of the survey, "
        "after\n"
        "# taking out what a scale that ends at 1 and 5 does to answers. sd says how sure the "
        "survey\n"
        "# is, so that replicates differ as much as it is unsure. What is marked as assumed is "
        "from\n"
        "# neither file: put in what you know.\n"
        "relco: 1\n"
        "title: {}\n"
        "question: What would a reform do here?\n"
        "horizon: 104 weeks\n"
        "replicates: 32\n"
        "seed: 1\n",
        plain(texts_.scores_file), plain(texts_.roster_file), yaml_name(texts_.title));
  }

  void organisation(const Organisation& place) {
    out_ += fmt::format("  - name: {}\n", yaml_name(place.name));
    if (!place.sector.empty()) out_ += fmt::format("    sector: {}\n", yaml_name(place.sector));
    ties(place);
    out_ += "    units:\n";
    for (const Unit& unit : place.units) {
      out_ += fmt::format("      - name: {}\n        staff: {{", yaml_name(unit.name));
      std::string between;
      for (const auto& [group, people] : unit.staff) {
        out_ += fmt::format("{}{}: {}", between, yaml_name(group), people);
        between = ", ";
      }
      out_ += "}\n";
    }
  }

  void ties(const Organisation& place) {
    std::string text;
    // Where single cells say nothing; also what newcomers meet.
    if (twin_.within.known()) text += fmt::format("      within: {}\n", fact(twin_.within));
    if (twin_.between.known()) text += fmt::format("      between: {}\n", fact(twin_.between));
    if (twin_.family.known()) text += fmt::format("      family: {}\n", fact(twin_.family));
    std::string pairs;
    for (const TwinTies& one : twin_.ties) {
      if (!place.groups.contains(twin_.groups[one.holder]) ||
          !staffed_.contains(twin_.groups[one.towards])) {
        continue;
      }
      pairs += fmt::format(
          "        {}:\n          {{index: {}, goals: {:.2f}, knowledge: {:.2f}, respect: {:.2f},\n"
          "           communication: {:.2f}}}\n",
          yaml_name(twin_.groups[one.holder] + '-' + twin_.groups[one.towards]), fact(one.index),
          one.goals, one.knowledge, one.respect, one.communication);
    }
    if (!pairs.empty()) text += "      pairs:\n" + pairs;
    if (!text.empty()) out_ += "    ties:\n" + text;
  }

  // Organisations that share a group are sites of their own; those that do not are partners.
  void pathways() {
    std::map<std::string, int> employers;
    for (const Organisation& place : places_) {
      for (const std::string& group : place.groups) ++employers[group];
    }
    const bool sites = std::any_of(employers.begin(), employers.end(),
                                   [](const auto& one) { return one.second > 1; });
    out_ += "\npathways:   # assumed: one of each group shares a case\n";
    if (!sites) {
      std::size_t people = 0;
      for (const Organisation& place : places_) people += place.people;
      pathway("shared_work", "", staffed_, people);
      return;
    }
    for (const Organisation& place : places_) {
      pathway("shared_work of " + place.name, place.name, place.groups, place.people);
    }
    const std::set<std::string> groups = across();
    if (groups.empty()) return;
    std::size_t people = 0;
    for (const Organisation& place : places_) {
      for (const Unit& unit : place.units) {
        for (const auto& [group, count] : unit.staff) people += groups.contains(group) ? count : 0;
      }
    }
    out_ += "  # Groups that were surveyed about each other and work at no site together.\n";
    pathway("shared_work across", "", groups, people);
  }

  // Groups that were surveyed about each other and have no organisation in common.
  [[nodiscard]] std::set<std::string> across() const {
    std::set<std::string> groups;
    for (const TwinTies& one : twin_.ties) {
      const std::string &a = twin_.groups[one.holder], &b = twin_.groups[one.towards];
      if (!staffed_.contains(a) || !staffed_.contains(b)) continue;
      const bool together = std::any_of(places_.begin(), places_.end(), [&](const auto& place) {
        return place.groups.contains(a) && place.groups.contains(b);
      });
      if (!together) groups.insert({a, b});
    }
    return groups;
  }

  void pathway(const std::string& name, const std::string& organisation,
               const std::set<std::string>& groups, std::size_t people) {
    out_ += fmt::format("  - name: {}\n", yaml_name(name));
    if (!organisation.empty()) {
      out_ += fmt::format("    organisations: [{}]\n", yaml_name(organisation));
    }
    out_ += fmt::format("    standing: {}\n    team: {{", std::max<std::size_t>(1, people / 3));
    std::size_t places = 0;
    for (const std::string& group : groups) {
      if (++places > kMostPlaces) break;
      out_ += fmt::format("{}: 1, ", yaml_name(group));
    }
    out_ += fmt::format("family: {}}}\n", twin_.family.known() ? "all" : "none");
  }

  const Twin& twin_;
  const TwinTexts& texts_;
  std::vector<Organisation> places_;
  std::set<std::string> staffed_;
  std::string out_;
};

}  // namespace

std::string scenario_text(const Twin& twin, const std::vector<RosterRow>& roster,
                          const TwinTexts& texts) {
  return Writer(twin, roster, texts).text();
}

}  // namespace relco::survey
