#include "survey/import.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/errors.h"
#include "survey/columns.h"

namespace relco::survey {
namespace {

// Names in the order in which they are met.
class Names {
 public:
  explicit Names(std::vector<std::string>& names) : names_(names) {}
  std::size_t of(const std::string& name) {
    const auto [at, added] = index_.try_emplace(name, names_.size());
    if (added) names_.push_back(name);
    return at->second;
  }

 private:
  std::vector<std::string>& names_;
  std::map<std::string, std::size_t> index_;
};

// Any answer to how much: 1 far too little, 3 right, 5 far too much. What it is worth (A03).
double worth_of_amount(double amount) {
  constexpr std::array<double, 5> worth{1, 3, 5, 4, 2};
  const double below = std::clamp(std::floor(amount), 1.0, 4.0);
  const auto at = static_cast<std::size_t>(below) - 1;
  return worth[at] + (amount - below) * (worth[at + 1] - worth[at]);
}

class AnswerReader {
 public:
  AnswerReader(const CsvTable& table, const ColumnMap& map)
      : table_(table), map_(map), findings_(table.file), columns_(table, map, findings_) {}

  Answers read() {
    check_map();
    respondent_ = columns_.need("respondent");
    group_ = columns_.need("group");
    site_ = columns_.find("site");
    wave_ = columns_.find("wave");
    const auto rated = columns_.find("rated");
    wide_ = rated && map_.wide.empty() ? std::vector<WideColumn>{}
                                       : wide_columns(table_, map_, columns_);
    if (!rated && wide_.empty()) {
      findings_.add(table_.header.line, 1, "",
                    "neither long (no column 'rated' for who is rated; name it by --column "
                    "rated=NAME) nor wide (no columns such as 'nurse.frequent'; give their pattern "
                    "by --wide, such as --wide \"{item} of {group}\")");
    } else if (wide_.empty()) {
      rated_ = *rated;
      for (std::size_t n = 0; n < kItems; ++n) items_.push_back(columns_.need(kItemNames[n]));
    } else {
      check_wide();
    }
    findings_.throw_if_any();
    for (const CsvRow& row : table_.rows) read_row(row);
    if (table_.rows.empty()) findings_.add("has no answers, only column names");
    findings_.throw_if_any();
    return std::move(out_);
  }

 private:
  void check_map() {
    const auto place = [this](std::string_view word) { return map_.wide.find(word); };
    if (!map_.wide.empty() &&
        (place("{item}") == std::string::npos || place("{group}") == std::string::npos)) {
      throw UserError(fmt::format(
          "--wide {}: a pattern has {{item}} and {{group}} in it, such as {{group}}.{{item}}",
          map_.wide));
    }
  }

  // Every rated group needs all seven items.
  void check_wide() {
    std::map<std::string, std::array<bool, kItems>> there;
    for (const WideColumn& column : wide_) there[column.group][column.item] = true;
    for (const auto& [group, items] : there) {
      for (std::size_t n = 0; n < kItems; ++n) {
        if (items[n]) continue;
        findings_.add(table_.header.line, 1, "",
                      fmt::format("the group '{}' has no column for the item '{}'", group,
                                  columns_.name_of(kItemNames[n])));
      }
    }
  }

  void read_row(const CsvRow& row) {
    if (!needs_text(row, *respondent_, "who answered") ||
        !needs_text(row, *group_, "the group of who answered")) {
      return;
    }
    const std::size_t wave = waves_.of(wave_ ? row.fields[*wave_].text : "");
    const std::size_t who = respondent_of(row);
    if (wide_.empty()) {
      if (!needs_text(row, rated_, "the group that is rated")) return;
      Items items{};
      for (std::size_t n = 0; n < kItems; ++n) items[n] = score_of(row, *items_[n], n);
      add(row, rated_, {who, groups_.of(row.fields[rated_].text), wave, items});
      return;
    }
    std::map<std::string, Items> ratings;
    for (const WideColumn& column : wide_) {
      ratings[column.group][column.item] = score_of(row, column.field, column.item);
    }
    for (const WideColumn& column : wide_) {  // in the order of the file
      const auto rating = ratings.find(column.group);
      if (rating == ratings.end()) continue;
      const bool any = std::any_of(rating->second.begin(), rating->second.end(), answered);
      if (any) add(row, *respondent_, {who, groups_.of(column.group), wave, rating->second});
      ratings.erase(rating);
    }
  }

  bool needs_text(const CsvRow& row, std::size_t field, std::string_view what) {
    if (!row.fields[field].text.empty()) return true;
    findings_.add(row, field, header(field), fmt::format("is empty; {} is needed", what));
    return false;
  }

  std::size_t respondent_of(const CsvRow& row) {
    const std::string& id = row.fields[*respondent_].text;
    const std::size_t group = groups_.of(row.fields[*group_].text);
    const std::size_t site = sites_.of(site_ ? row.fields[*site_].text : "");
    const auto [at, added] = known_.try_emplace(id, Known{out_.respondents.size(), row.line});
    if (added) {
      out_.respondents.push_back({id, group, site});
      return at->second.index;
    }
    const Respondent& before = out_.respondents[at->second.index];
    const auto differs = [&](std::size_t field, const std::string& was) {
      findings_.add(row, field, header(field),
                    fmt::format("'{}' is of '{}' here and of '{}' in line {}", id,
                                row.fields[field].text, was, at->second.line));
    };
    if (before.group != group) differs(*group_, out_.groups[before.group]);
    if (before.site != site) differs(*site_, out_.sites[before.site]);
    return at->second.index;
  }

  void add(const CsvRow& row, std::size_t field, const Rating& rating) {
    const std::array key{rating.respondent, rating.rated, rating.wave};
    const auto [at, added] = rated_before_.try_emplace(key, row.line);
    if (added) {
      out_.ratings.push_back(rating);
    } else {
      findings_.add(row, field, header(field),
                    fmt::format("'{}' has rated '{}' already, in line {}",
                                out_.respondents[rating.respondent].id, out_.groups[rating.rated],
                                at->second));
    }
  }

  double score_of(const CsvRow& row, std::size_t field, std::size_t item) {
    const std::string& text = row.fields[field].text;
    if (means_nothing(text)) return kNoAnswer;
    const auto score = csv_number(text);
    if (!score || *score < 1 || *score > 5) {
      findings_.add(
          row, field, header(field),
          fmt::format("'{}' is no score from 1 to 5{}", text,
                      score ? fmt::format(" (if it stands for no answer: --missing {})", text)
                            : ", nor empty for no answer"));
      return kNoAnswer;
    }
    return item == 0 && map_.frequency_is_amount ? worth_of_amount(*score) : *score;
  }

  [[nodiscard]] bool means_nothing(const std::string& text) const {
    constexpr std::string_view kUsual[] = {"", ".", "-", "na", "n/a", "nan", "null", "#n/a"};
    return std::find(std::begin(kUsual), std::end(kUsual), plain_name(text)) != std::end(kUsual) ||
           text == "-" ||
           std::find(map_.missing.begin(), map_.missing.end(), text) != map_.missing.end();
  }

  [[nodiscard]] const std::string& header(std::size_t field) const {
    return table_.header.fields[field].text;
  }

  struct Known {
    std::size_t index = 0;
    int line = 0;
  };
  const CsvTable& table_;
  const ColumnMap& map_;
  CsvFindings findings_;
  Columns columns_;
  Answers out_;
  Names groups_{out_.groups}, sites_{out_.sites}, waves_{out_.waves};
  std::optional<std::size_t> respondent_, group_, site_, wave_;
  std::size_t rated_ = 0;
  std::vector<std::optional<std::size_t>> items_;
  std::vector<WideColumn> wide_;
  std::map<std::string, Known> known_;
  std::map<std::array<std::size_t, 3>, int> rated_before_;
};

}  // namespace

Answers read_answers(const CsvTable& table, const ColumnMap& map) {
  return AnswerReader(table, map).read();
}

}  // namespace relco::survey
