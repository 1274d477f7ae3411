#include "survey/virtual_survey.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/hash.h"
#include "base/numerics.h"
#include "survey/perception.h"

namespace relco::survey {
namespace {

// Which draw of a rater, or of a rater about a group, decides what. What lasts is drawn for week 0,
// what does not for the week after the survey's and its wave.
constexpr std::uint32_t kLeniency = 0, kUnderstanding = 1;  // and the draw after it
constexpr std::uint32_t kImpression = 0;
constexpr std::uint32_t kMood = 0, kAnswers = 1, kBlanks = 3;  // each of the last two: two draws
constexpr std::uint32_t kWave = 8;                             // draws of one wave

double spread(const Draw& draw, std::size_t word) {
  return normal((draw.word(static_cast<int>(word)) + 0.5) * 0x1p-32);
}

// Seven numbers out of two draws of four words.
template <class Take>
std::array<double, kItems> seven(const Draw& first, const Draw& second, Take&& take) {
  std::array<double, kItems> out{};
  for (std::size_t n = 0; n < kItems; ++n) {
    out[n] = n < 4 ? take(first, n) : take(second, n - 4);
  }
  return out;
}

// Share of a standard normal below x (Abramowitz and Stegun 26.2.17, error below 1e-7).
double normal_share(double x) noexcept {
  const double size = x < 0 ? -x : x;
  const double t = 1.0 / (1.0 + 0.2316419 * size);
  const double series =
      t *
      (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const double beyond = 0.3989422804014327 * exp_d(-0.5 * size * size) * series;
  return x < 0 ? beyond : 1.0 - beyond;
}

class Respondents {
 public:
  Respondents(const World& world, const SurveyParameters& parameters, const SurveyPlan& plan)
      : world_(world), p_(parameters), plan_(plan) {}

  [[nodiscard]] bool answers(const Perceived& who) const {
    const Draw luck = world_.luck.draw(Purpose::survey_response, who.rater, world_.week);
    return luck.uniform(0) < chance(who);
  }

  // What a rater brings to every answer, in points.
  [[nodiscard]] Items habit(std::uint64_t rater) const {
    const auto draw = [&](std::uint32_t n) { return lasting(rater, n); };
    const double lenient = static_cast<double>(p_.leniency) * spread(draw(kLeniency), 0);
    return seven(draw(kUnderstanding), draw(kUnderstanding + 1), [&](const Draw& luck, auto word) {
      return lenient + static_cast<double>(p_.understanding) * spread(luck, word);
    });
  }

  [[nodiscard]] Items ticks(const Perceived& seen, const Items& habit, std::uint64_t group,
                            std::uint32_t wave) const {
    const std::uint64_t about = combine64(seen.rater, group);
    const std::uint32_t first = wave * kWave;
    const double image =
        static_cast<double>(p_.impression) * spread(lasting(about, kImpression), 0);
    const double mood = static_cast<double>(p_.mood) * spread(now(seen.rater, first + kMood), 0);
    const auto own = seven(now(about, first + kAnswers), now(about, first + kAnswers + 1), spread);
    const auto blank = seven(now(about, first + kBlanks), now(about, first + kBlanks + 1),
                             [](const Draw& luck, std::size_t word) {
                               return static_cast<double>(luck.uniform(static_cast<int>(word)));
                             });
    Items out{};
    for (std::size_t n = 0; n < kItems; ++n) {
      const double score =
          seen.items[n] + habit[n] + image + mood + static_cast<double>(p_.answer) * own[n];
      out[n] = blank[n] < static_cast<double>(p_.skipped) ? kNoAnswer : ticked(score);
    }
    return out;
  }

 private:
  [[nodiscard]] float chance(const Perceived& who) const {
    if (who.family) {
      const Mode mode = plan_.mode.value_or(mode_in(world_, kNone, kNone));
      const float usual = response_chance(p_, mode, 0.45f, 0.9f);
      const float engaged = p_.response_family * (world_.cases.engagement[who.row] - 0.5f);
      return usual / (usual + (1.0f - usual) * exp_f(-engaged));
    }
    const std::uint32_t unit = world_.people.unit[who.row];
    const Mode mode = plan_.mode.value_or(mode_in(world_, unit, world_.people.role[who.row]));
    return response_chance(p_, mode, world_.units.support[unit], world_.people.load[who.row]);
  }
  [[nodiscard]] Draw lasting(std::uint64_t id, std::uint32_t n) const {
    return world_.luck.draw(Purpose::survey_habit, id, 0, n);
  }
  [[nodiscard]] Draw now(std::uint64_t id, std::uint32_t n) const {
    return world_.luck.draw(Purpose::survey_answers, id, world_.week, n);
  }

  const World& world_;
  const SurveyParameters& p_;
  const SurveyPlan& plan_;
};

std::vector<std::string> wave_names(int waves) {
  if (waves == 1) return {""};
  std::vector<std::string> names;
  for (int w = 1; w <= waves; ++w) names.push_back(std::to_string(w));
  return names;
}

// Numbers as names: stable from run to run, and nobody's.
std::string respondent_name(const Perceived& who) {
  return (who.family ? "f" : "p") + std::to_string(who.row + 1);
}

std::size_t site_of(const World& world, const Workgroups& groups, const Perceived& who) {
  return who.family ? groups.places.size() : world.people.unit[who.row];
}

// Groups and sites of which nobody was asked have no place in the answers.
void drop_unused(Answers& answers) {
  std::vector<std::size_t> group_at(answers.groups.size(), answers.groups.size());
  std::vector<std::size_t> site_at(answers.sites.size(), answers.sites.size());
  for (std::size_t g = 0; g < answers.groups.size(); ++g) {
    if (answers.asked[g] > 0) group_at[g] = 0;
  }
  for (const Rating& rating : answers.ratings) group_at[rating.rated] = 0;
  for (const Respondent& one : answers.respondents) site_at[one.site] = 0;
  const auto close_up = [](std::vector<std::size_t>& at, auto& names) {
    const auto all = std::move(names);
    names = {};
    for (std::size_t n = 0; n < at.size(); ++n) {
      if (at[n] != 0) continue;
      at[n] = names.size();
      names.push_back(all[n]);
    }
  };
  auto asked_at = group_at;
  close_up(group_at, answers.groups);
  close_up(asked_at, answers.asked);
  close_up(site_at, answers.sites);
  for (Respondent& one : answers.respondents) {
    one.group = group_at[one.group];
    one.site = site_at[one.site];
  }
  for (Rating& rating : answers.ratings) rating.rated = group_at[rating.rated];
}

// Families are reached by what is for everybody.
bool reaches(const PlannedChange& change, std::uint32_t unit, std::uint32_t role) {
  if (unit == kNone) return change.role == kNone && change.facts->where.unit.empty();
  const bool here = std::find(change.units.begin(), change.units.end(), unit) != change.units.end();
  return here && (change.role == kNone || change.role == role);
}

}  // namespace

Mode mode_in(const World& world, std::uint32_t unit, std::uint32_t role) {
  Mode mode = Mode::web;
  Week latest = -1;
  for (const PlannedChange& change : world.plan->arms[world.arm]) {
    const auto* verb = std::get_if<SurveyChange>(change.verb);
    const Week from = change.facts->from;
    if (verb == nullptr || from > world.week || from <= latest) continue;
    if (change.facts->dose <= 0.0 || !reaches(change, unit, role)) continue;
    latest = from;
    mode = mode_named(verb->mode).value_or(Mode::web);
  }
  return mode;
}

std::optional<Mode> mode_named(std::string_view name) {
  if (name == "paper") return Mode::post;
  const auto at = std::find(kModeNames.begin(), kModeNames.end(), name);
  if (at == kModeNames.end()) return std::nullopt;
  return static_cast<Mode>(at - kModeNames.begin());
}

float response_chance(const SurveyParameters& p, Mode mode, float support, float load) noexcept {
  const float usual = mode == Mode::web    ? p.response_web
                      : mode == Mode::post ? p.response_post
                                           : p.response_in_person;
  return logistic(usual + p.response_engagement * (support - 0.45f) -
                  p.response_load * max0(load - 0.9f));
}

double ticked(double score) noexcept {
  const double nearest = std::floor(score + 0.5);
  return std::clamp(nearest, 1.0, 5.0);
}

double answer_spread(const SurveyParameters& p) noexcept {
  double variance = 0;
  for (const float part : {p.leniency, p.impression, p.understanding, p.mood, p.answer}) {
    variance += static_cast<double>(part) * static_cast<double>(part);
  }
  return std::sqrt(variance);
}

double expected_tick(double score, double spread) noexcept {
  double mean = 1;
  for (const double threshold : {1.5, 2.5, 3.5, 4.5}) {
    if (spread <= 0) {
      mean += score >= threshold ? 1.0 : 0.0;
    } else {
      mean += normal_share((score - threshold) / spread);
    }
  }
  return mean;
}

Answers hold_survey(const World& world, const SurveyParameters& parameters,
                    const SurveyPlan& plan) {
  const Workgroups groups = workgroups_of(world, plan.families);
  const Respondents respondents(world, parameters, plan);
  Answers out;
  out.groups = groups.names;
  for (const Place& place : groups.places) out.sites.push_back(place.site);
  out.sites.push_back("families");
  out.waves = wave_names(plan.waves);
  out.asked.assign(groups.names.size(), 0);

  std::uint64_t rater = 0;
  bool first = true, answers = false;
  Items habit{};
  for (const Perceived& seen : perceptions(world, groups, plan.pathway)) {
    if (first || seen.rater != rater) {  // ratings of one rater stand together
      first = false;
      rater = seen.rater;
      ++out.asked[seen.group];
      answers = respondents.answers(seen);
      if (answers) {
        habit = respondents.habit(rater);
        out.respondents.push_back(
            {respondent_name(seen), seen.group, site_of(world, groups, seen)});
      }
    }
    if (!answers) continue;
    for (std::size_t wave = 0; wave < out.waves.size(); ++wave) {
      const Items ticks =
          respondents.ticks(seen, habit, groups.ids[seen.rated], static_cast<std::uint32_t>(wave));
      out.ratings.push_back({out.respondents.size() - 1, seen.rated, wave, ticks});
    }
  }
  drop_unused(out);
  return out;
}

std::vector<RosterRow> roster_of(const World& world, const SurveyPlan& plan) {
  const Workgroups groups = workgroups_of(world, plan.families);
  std::vector<RosterRow> roster;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> row_of;  // site and group
  std::uint64_t rater = 0;
  for (const Perceived& seen : perceptions(world, groups, plan.pathway)) {
    if (!roster.empty() && seen.rater == rater) continue;  // ratings of one rater stand together
    rater = seen.rater;
    const std::size_t site = site_of(world, groups, seen);
    const auto [at, added] = row_of.try_emplace({site, seen.group}, roster.size());
    if (added) {
      const Place place = seen.family ? Place{} : groups.places[site];
      roster.push_back({place.organisation, place.sector, place.unit, groups.names[seen.group], 0});
    }
    ++roster[at->second].people;
  }
  return roster;
}

}  // namespace relco::survey
