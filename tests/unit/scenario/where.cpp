// A key of where that a verb does not heed is told; a place where nobody is, is refused.
#include <variant>

#include "scenario/heeded.h"
#include "unit/scenario/files.h"

using namespace relco;
using namespace relco::test;

namespace {

std::string with_change(std::string_view body) {
  return changed(kSmall, "fidelity: 0.8, intervention: coaching", body);
}

std::vector<std::string> notes(std::string_view text, const std::vector<Override>& more = {}) {
  std::vector<std::string> lines;
  for (const Finding& one : load_text(text, more).notes) {
    const std::string line = note_text(one);
    lines.push_back(line.substr(line.find("test.yaml")));
  }
  return lines;
}

std::string note(std::string_view text, const std::vector<Override>& more = {}) {
  const auto all = notes(text, more);
  CAPTURE(all);
  CHECK(all.size() == 1);
  return all.empty() ? "" : all.front();
}

}  // namespace

TEST_CASE("Each verb has a row of what it heeds, under its own name") {
  const auto& rows = scenario::heeded_rows();
  REQUIRE(rows.size() == std::variant_size_v<VerbChange>);
  for (std::size_t i = 0; i < rows.size(); ++i) CHECK(rows[i].verb == change_verb_words()[i].name);
}

TEST_CASE("A key of where that a verb does not heed gets one note at its place") {
  CHECK(note(with_change("structure: {team_meetings: 0.5}, where: {role: nurse}")) ==
        "test.yaml:19:76: note: changes.redesign.where.role: 'structure' acts on whole "
        "organisations; role is not heeded");
  check_says(note(with_change("leader: {support: 0.7}, where: {unit: ward}")),
             "unit only picks those that have such a unit");
  check_says(note(with_change("payment: bundled, where: {pathway: stroke}")), "pathway is not");
  check_says(note(with_change("intervention: coaching, where: {union: nurses}")), "union is not");
  check_says(note(with_change("union: {stance: 0.5}, where: {organisation: hospital}")),
             "acts on unions; organisation is not heeded");
  check_says(note(with_change("governance: [hospital, home_care], where: hospital")),
             "organisation is not heeded");
}

TEST_CASE("A key of where that the verb heeds gets no note") {
  CHECK(notes(with_change("intervention: coaching, where: {unit: ward, role: nurse}")).empty());
  CHECK(notes(with_change("union: {stance: 0.5}, where: {union: nurses}")).empty());
  CHECK(notes(with_change("demand: 1.2, where: {pathway: stroke}")).empty());
  CHECK(notes(with_change("rename_nothing: true, where: {role: nurse}")).empty());
  CHECK(notes(kSmall).empty());
}

TEST_CASE("A place where nobody is, is refused") {
  CHECK(finding(with_change("structure: {team_meetings: 0.5}, "
                            "where: {organisation: home_care, unit: ward}")) ==
        "test.yaml:19:69: changes.redesign.where: selects nobody for 'structure': no organisation "
        "has what is given here together");
  const auto refused = [](std::string_view body) {
    check_says(finding(with_change(body)), "selects nobody");
  };
  refused("intervention: coaching, where: {organisation: home_care, role: physician}");
  refused("shock: 0.3, where: {organisation: hospital, sector: community}");
  refused("leader: {support: 0.7}, where: {organisation: hospital, copy: 1}");
  refused("add_role: {role: coach, unit: home}, where: {organisation: hospital}");
}

TEST_CASE("A channel is refused where no pathway has it") {
  std::string text = changed(kSmall, "changes:", R"(  - name: hip
    starts_per_week: 1
    team: {nurse: 1}
    channels: [{name: rehab, share: 0.3, price: 900}]
changes:)");
  text = changed(text, "fidelity: 0.8, intervention: coaching",
                 "channel: {name: rehab, share: 0}, where: {pathway: stroke}");
  check_says(finding(text),
             "selects nobody for 'channel': no pathway here has the channel 'rehab'");
  CHECK(findings(changed(text, "pathway: stroke", "pathway: hip")).empty());
}

TEST_CASE("A role that a change brings may be anywhere") {
  CHECK(findings(with_change("add_role: {role: coach}, intervention: coaching, "
                             "where: {organisation: home_care, role: coach}"))
            .empty());
}

TEST_CASE("A change that starts at the horizon or later is accepted with a note") {
  const std::string late = changed(kSmall, "from: week 26", "from: week 104");
  CHECK(note(late) ==
        "test.yaml:19:20: note: changes.redesign.from: starts in week 104, the run ends after 104 "
        "weeks; it changes nothing");
  check_says(note(kSmall, {{"horizon", "20"}}), "starts in week 26, the run ends after 20 weeks");
  CHECK(notes(changed(kSmall, "from: week 26", "from: week 103")).empty());
}

TEST_CASE("The reference says of every verb what it heeds") {
  CHECK(scenario::heeded_sentence("structure") ==
        "Acts on whole organisations; heeds of `where` organisation, copy, sector; unit only picks "
        "those that have such a unit.");
  for (const Word& verb : change_verb_words()) CHECK(!scenario::heeded_sentence(verb.name).empty());
}

TEST_CASE("Less than whole delivery, given to what knows no such thing, gets a note") {
  CHECK(note(with_change("coverage: 0.5, payment: bundled")) ==
        "test.yaml:19:39: note: changes.redesign.coverage: 'payment' does not heed coverage: use "
        "dose to weaken it");
  CHECK(notes(with_change("coverage: 0.5, structure: {team_meetings: 0.5}")).empty());
  CHECK(notes(with_change("dose: 0.5, payment: bundled")).empty());
}
