#include "survey/scores.h"

#include <cmath>
#include <map>

namespace relco::survey {
namespace {

// Mean of the items from `first` to before `last`, if at least half of them were answered.
double mean_of_items(const Items& items, std::size_t first, std::size_t last) {
  double sum = 0;
  std::size_t there = 0;
  for (std::size_t n = first; n < last; ++n) {
    if (!answered(items[n])) continue;
    sum += items[n];
    ++there;
  }
  return 2 * there >= last - first ? sum / static_cast<double>(there) : kNoAnswer;
}

// Numbers and who gave them, summarised once all are there.
struct Column {
  std::vector<double> values;
  std::vector<std::size_t> respondent;
  void add(double value, std::size_t who) {
    if (!answered(value)) return;
    values.push_back(value);
    respondent.push_back(who);
  }
  [[nodiscard]] Summary summary() const { return summary_of(values, respondent); }
};

struct Columns {
  Column index, communication, relationship;
  std::array<Column, kItems> items;
  void add(const Rating& rating) {
    const RatingScore score = score_of(rating.items);
    index.add(score.index, rating.respondent);
    communication.add(score.communication, rating.respondent);
    relationship.add(score.relationship, rating.respondent);
    for (std::size_t n = 0; n < kItems; ++n) items[n].add(rating.items[n], rating.respondent);
  }
  [[nodiscard]] CellScore summary() const {
    CellScore out{index.summary(), communication.summary(), relationship.summary(), {}};
    for (std::size_t n = 0; n < kItems; ++n) out.items[n] = mean_of(items[n].values);
    return out;
  }
};

// One respondent over all groups rated in a wave.
struct Person {
  std::array<std::vector<double>, kItems> items;
  std::vector<double> index;
  [[nodiscard]] Items item_means() const {
    Items out{};
    for (std::size_t n = 0; n < kItems; ++n) out[n] = mean_of(items[n]);
    return out;
  }
};

std::vector<Person> people_of(const Answers& answers, std::size_t wave) {
  std::vector<Person> people(answers.respondents.size());
  for (const Rating& rating : answers.ratings) {
    if (rating.wave != wave) continue;
    Person& who = people[rating.respondent];
    for (std::size_t n = 0; n < kItems; ++n) {
      if (answered(rating.items[n])) who.items[n].push_back(rating.items[n]);
    }
    const double index = score_of(rating.items).index;
    if (answered(index)) who.index.push_back(index);
  }
  return people;
}

// Who took part in the wave, and which groups may be shown.
std::vector<GroupScore> groups_of(const Answers& answers, const std::vector<Person>& people,
                                  std::size_t smallest) {
  std::vector<GroupScore> groups(answers.groups.size());
  for (std::size_t g = 0; g < groups.size(); ++g) {
    groups[g].name = answers.groups[g];
    if (!answers.asked.empty()) groups[g].asked = answers.asked[g];
  }
  for (std::size_t r = 0; r < people.size(); ++r) {
    if (!people[r].index.empty()) ++groups[answers.respondents[r].group].respondents;
  }
  for (GroupScore& group : groups) {
    group.shown = group.respondents > 0 && group.respondents >= smallest;
  }
  return groups;
}

// Too few people stand behind all that is not shown: totals with them would tell it by subtraction.
bool must_leave_out(const std::vector<GroupScore>& groups, std::size_t smallest) {
  std::size_t hidden = 0;
  for (const GroupScore& group : groups) hidden += group.shown ? 0 : group.respondents;
  return hidden > 0 && hidden < smallest;
}

void add_reliability(const Answers& answers, const std::vector<Person>& people, std::size_t wave,
                     const std::vector<bool>& counts, Reliability& to) {
  std::vector<Items> rows;
  std::vector<double> own;
  std::vector<std::size_t> cluster;
  const bool sites = answers.sites.size() > 1;
  for (std::size_t r = 0; r < people.size(); ++r) {
    if (!counts[r] || people[r].index.empty()) continue;
    rows.push_back(people[r].item_means());
    own.push_back(mean_of(people[r].index));
    cluster.push_back(sites ? answers.respondents[r].site : answers.respondents[r].group);
  }
  to.alpha = alpha_of(rows);
  to.agreement = agreement_of(own, cluster);
  to.agreement_within = sites ? "site" : "group";
  if (wave == 0) return;
  const std::vector<Person> before = people_of(answers, wave - 1);
  std::vector<std::pair<double, double>> pairs;
  for (std::size_t r = 0; r < people.size(); ++r) {
    if (!counts[r] || people[r].index.empty() || before[r].index.empty()) continue;
    pairs.emplace_back(mean_of(before[r].index), mean_of(people[r].index));
  }
  to.retest = correlation_of(pairs);
  to.retest_respondents = pairs.size();
}

}  // namespace

RatingScore score_of(const Items& items) {
  return {mean_of_items(items, 0, kItems), mean_of_items(items, 0, kCommunicationItems),
          mean_of_items(items, kCommunicationItems, kItems)};
}

Summary summary_of(std::span<const double> values, std::span<const std::size_t> respondent) {
  Summary out{mean_of(values), std::sqrt(variance_of(values)), kNoAnswer, values.size()};
  std::map<std::size_t, double> apart;  // a respondent's distances from the mean, summed
  for (std::size_t n = 0; n < values.size(); ++n) apart[respondent[n]] += values[n] - out.mean;
  if (apart.size() < 2) return out;
  double squares = 0;
  for (const auto& [who, distance] : apart) squares += distance * distance;
  const auto people = static_cast<double>(apart.size());
  out.error = std::sqrt(squares * people / (people - 1)) / static_cast<double>(values.size());
  return out;
}

bool SurveyScores::shows(std::size_t rater, std::size_t rated) const {
  const std::size_t raters = cell(rater, rated).index.count;
  return groups[rater].shown && raters > 0 && raters >= smallest;
}

std::optional<double> SurveyScores::response() const {
  if (!asked || *asked == 0) return std::nullopt;
  std::size_t all = 0;
  for (const GroupScore& group : groups) all += group.respondents;
  return static_cast<double>(all) / static_cast<double>(*asked);
}

SurveyScores score(const Answers& answers, const ScoreOptions& options) {
  const std::size_t wave = options.wave.value_or(answers.waves.size() - 1);
  const std::vector<Person> people = people_of(answers, wave);
  SurveyScores out;
  out.smallest = options.smallest;
  out.wave = answers.waves[wave];
  out.groups = groups_of(answers, people, options.smallest);
  out.totals_leave_out = must_leave_out(out.groups, options.smallest);

  std::vector<bool> counts(people.size());
  for (std::size_t r = 0; r < people.size(); ++r) {
    counts[r] = out.groups[answers.respondents[r].group].shown || !out.totals_leave_out;
    out.respondents += counts[r] && !people[r].index.empty() ? 1 : 0;
  }
  if (!answers.asked.empty()) {
    out.asked = 0;
    for (const std::size_t asked : answers.asked) *out.asked += asked;
  }

  std::vector<Columns> cells(out.groups.size() * out.groups.size());
  Columns all, within, between;
  for (const Rating& rating : answers.ratings) {
    if (rating.wave != wave) continue;
    const std::size_t rater = answers.respondents[rating.respondent].group;
    cells[rater * out.groups.size() + rating.rated].add(rating);
    if (!counts[rating.respondent]) continue;
    all.add(rating);
    (rater == rating.rated ? within : between).add(rating);
  }
  for (const Columns& cell : cells) out.matrix.push_back(cell.summary());
  out.index = all.index.summary();
  out.communication = all.communication.summary();
  out.relationship = all.relationship.summary();
  out.within = within.index.summary();
  out.between = between.index.summary();
  for (std::size_t n = 0; n < kItems; ++n) out.items[n] = all.items[n].summary();
  add_reliability(answers, people, wave, counts, out.reliability);
  return out;
}

}  // namespace relco::survey
