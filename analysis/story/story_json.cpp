// The story for programs. The layout is in docs/file-formats.md.
#include <boost/json.hpp>

#include "story/explanation.h"
#include "story/sections.h"

namespace relco::story {
namespace {

namespace json = boost::json;

constexpr const char* kComponentNames[kComponents] = {"goals", "knowledge", "respect"};
constexpr const char* kStandings[] = {"alive",  "apart", "unmet", "released",
                                      "vacant", "away",  "over"};

json::array steps_of(const std::array<std::int64_t, kComponents>& steps) {
  return json::array(steps.begin(), steps.end());
}

json::object strength(const Strength& tie) {
  json::object out{{"week", tie.week < 0 ? json::value() : json::value(tie.week)}};
  for (std::size_t c = 0; c < kComponents; ++c) out[kComponentNames[c]] = tie.score(c);
  out["together"] = tie.index();
  out["steps"] = steps_of(tie.steps);
  return out;
}

json::object terms_of(const TermSteps& terms) {
  json::object out;
  for (std::size_t t = 0; t < kTerms; ++t) {
    out[term_name(t)] =
        json::object{{"points", index_points(terms[t])}, {"steps", steps_of(terms[t])}};
  }
  return out;
}

json::object direction(const Explanation& told, const TieStory& story, std::size_t n) {
  const Direction& tie = story.direction[n];
  return {
      {"from", told.who[n].compact},
      {"to", told.who[1 - n].compact},
      {"start", strength(tie.start)},
      {"year_before", tie.year_before ? json::value(strength(*tie.year_before)) : json::value()},
      {"recent_start", strength(tie.recent_start)},
      {"now", strength(tie.now)},
      {"recent_terms", terms_of(tie.recent)},
      {"all_terms", terms_of(tie.all)}};
}

json::object sent(Events events) {
  const auto has = [&](Events one) { return (events & one) != 0; };
  return {{"contact", has(event::contact)},
          {"timely", has(event::timely)},
          {"accurate", has(event::accurate)},
          {"excess", has(event::excess)},
          {"problem", has(event::problem)},
          {"solved", has(event::solved)},
          {"blamed", has(event::problem) && !has(event::solved)}};
}

json::object counts(const Contacts& of) {
  return {{"contact", of.contact}, {"timely", of.timely},  {"accurate", of.accurate},
          {"well", of.well},       {"excess", of.excess},  {"problem", of.problem},
          {"solved", of.solved},   {"blamed", of.blamed()}};
}

json::object post(const PostStory& of) {
  return {{"filled", of.filled},
          {"vacant", of.vacant},
          {"since", of.since < 0 ? json::value() : json::value(of.since)},
          {"occupants", of.occupants},
          {"taken", json::array(of.taken.begin(), of.taken.end())}};
}

// Everything that can differ between arms.
json::object story_json(const Explanation& told, const TieStory& story) {
  json::object out{{"standing", kStandings[static_cast<std::size_t>(story.standing)]},
                   {"why", why_not(story, told.who)},
                   {"posts", json::array{post(story.post[0]), post(story.post[1])}}};
  if (story.standing == Standing::apart || story.standing == Standing::unmet) {
    out["tie"] = nullptr;
    return out;
  }
  const TieWeek& last = story.last;
  out["tie"] = {
      {"began", story.from_before ? json::value() : json::value(story.began)},
      {"last_week", story.told},
      {"directions", json::array{direction(told, story, 0), direction(told, story, 1)}},
      {"week",
       {{"need", last.need},
        {"daily_need", last.daily},
        {"cases_in_stay", last.stays},
        {"cases_in_follow_up", last.follow_ups},
        {"sent", json::array{sent(last.sent[0]), sent(last.sent[1])}}}},
      {"recent",
       {{"weeks", story.recent_weeks},
        {"with_shared_case", story.together},
        {"sent", json::array{counts(story.contacts[0]), counts(story.contacts[1])}}}},
      {"met_again", json::array(story.met_again.begin(), story.met_again.end())},
      {"last_contact", story.last_contact < 0 ? json::value() : json::value(story.last_contact)}};
  return out;
}

json::object end_json(const End& end) {
  return {{"name", end.name},    {"compact", end.compact},           {"role", end.role},
          {"unit", end.unit},    {"organisation", end.organisation}, {"number", end.number},
          {"family", end.family}};
}

}  // namespace

json::value to_json(const Explanation& told) {
  json::object out{{"scenario", told.title},
                   {"file", told.file},
                   {"seed", told.seed},
                   {"arm", told.arm},
                   {"control", told.control},
                   {"replicate", told.replicate},
                   {"week", told.story.week},
                   {"overrides", json::array(told.overrides.begin(), told.overrides.end())},
                   {"settings", json::array(told.settings.begin(), told.settings.end())},
                   {"who", json::array{end_json(told.who[0]), end_json(told.who[1])}},
                   {"chosen", nullptr}};
  if (told.chosen) {
    out["chosen"] = {{"contacts", told.chosen->contacts}, {"weeks", told.chosen->weeks}};
  }
  out["story"] = story_json(told, told.story);
  out["in_control"] =
      told.in_control ? json::value(story_json(told, *told.in_control)) : json::value();
  return out;
}

}  // namespace relco::story
