#include <fmt/format.h>

#include <algorithm>

#include "base/errors.h"
#include "survey/columns.h"
#include "survey/import.h"

namespace relco::survey {
namespace {

constexpr double kMostPeople = 1e6;

std::optional<std::size_t> people_in(const CsvRow& row, std::size_t field, const std::string& name,
                                     CsvFindings& findings) {
  const auto number = csv_number(row.fields[field].text);
  if (number && *number >= 0 && *number <= kMostPeople &&
      *number == static_cast<double>(static_cast<std::size_t>(*number))) {
    return static_cast<std::size_t>(*number);
  }
  findings.add(row, field, name,
               fmt::format("'{}' is no whole number of people", row.fields[field].text));
  return std::nullopt;
}

// Rows of one group and place are one.
void add(std::vector<RosterRow>& roster, RosterRow row) {
  const auto same = std::find_if(roster.begin(), roster.end(), [&](const RosterRow& other) {
    return other.organisation == row.organisation && other.unit == row.unit &&
           other.group == row.group;
  });
  if (same == roster.end()) {
    roster.push_back(std::move(row));
  } else {
    same->people += row.people;
  }
}

std::string score_text(double score) {
  return answered(score) ? fmt::format("{:.6g}", score) : "";
}

}  // namespace

std::vector<RosterRow> read_roster(const CsvTable& table, const ColumnMap& map) {
  CsvFindings findings(table.file);
  Columns columns(table, map, findings);
  const auto group = columns.need("group"), people = columns.find("people");
  const auto organisation = columns.find("organisation"), sector = columns.find("sector"),
             unit = columns.find("unit");
  findings.throw_if_any();
  std::vector<RosterRow> roster;
  for (const CsvRow& row : table.rows) {
    const auto text = [&](const std::optional<std::size_t>& field) {
      return field ? row.fields[*field].text : std::string();
    };
    if (text(group).empty()) {
      findings.add(row, *group, table.header.fields[*group].text, "is empty; a group is needed");
      continue;
    }
    std::optional<std::size_t> count = 1;
    if (people) count = people_in(row, *people, table.header.fields[*people].text, findings);
    if (count) add(roster, {text(organisation), text(sector), text(unit), text(group), *count});
  }
  if (table.rows.empty()) findings.add("has nobody in it, only column names");
  findings.throw_if_any();
  return roster;
}

void set_asked(Answers& answers, const std::vector<RosterRow>& roster, const std::string& file) {
  std::vector<std::string_view> known;
  for (const RosterRow& row : roster) known.push_back(row.group);
  CsvFindings findings(file);
  std::vector<bool> answers_exist(answers.groups.size());
  for (const Respondent& one : answers.respondents) answers_exist[one.group] = true;
  for (std::size_t g = 0; g < answers.groups.size(); ++g) {
    if (!answers_exist[g] ||
        std::find(known.begin(), known.end(), answers.groups[g]) != known.end()) {
      continue;
    }
    const std::string_view near = nearest_name(answers.groups[g], known);
    findings.add(fmt::format("nobody of the group '{}', which has answered{}", answers.groups[g],
                             near.empty() ? "" : fmt::format("; is '{}' the same?", near)));
  }
  findings.throw_if_any();
  for (const RosterRow& row : roster) {
    if (std::find(answers.groups.begin(), answers.groups.end(), row.group) ==
        answers.groups.end()) {
      answers.groups.push_back(row.group);
    }
  }
  answers.asked.assign(answers.groups.size(), 0);
  for (const RosterRow& row : roster) {
    const auto at = std::find(answers.groups.begin(), answers.groups.end(), row.group);
    answers.asked[static_cast<std::size_t>(at - answers.groups.begin())] += row.people;
  }
}

std::string to_csv(const Answers& answers) {
  const bool sites = answers.sites.size() > 1, waves = answers.waves.size() > 1;
  std::string text = "respondent,";
  if (sites) text += "site,";
  text += "group,rated";
  if (waves) text += ",wave";
  for (const std::string_view item : kItemNames) text += fmt::format(",{}", item);
  text += '\n';
  for (const Rating& rating : answers.ratings) {
    const Respondent& who = answers.respondents[rating.respondent];
    text += csv_field(who.id) + ',';
    if (sites) text += csv_field(answers.sites[who.site]) + ',';
    text += csv_field(answers.groups[who.group]) + ',' + csv_field(answers.groups[rating.rated]);
    if (waves) text += ',' + csv_field(answers.waves[rating.wave]);
    for (const double score : rating.items) text += ',' + score_text(score);
    text += '\n';
  }
  return text;
}

std::string to_csv(const std::vector<RosterRow>& roster) {
  std::string text = "organisation,sector,unit,group,people\n";
  for (const RosterRow& row : roster) {
    text += fmt::format("{},{},{},{},{}\n", csv_field(row.organisation), csv_field(row.sector),
                        csv_field(row.unit), csv_field(row.group), row.people);
  }
  return text;
}

}  // namespace relco::survey
