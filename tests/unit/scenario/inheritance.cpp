// What a file takes over from others, and what its own keys do to it.
#include <algorithm>

#include "unit/scenario/files.h"

using namespace relco;
using namespace relco::test;

namespace {

const OrganisationFacts& organisation(const Facts& facts, const std::string& name) {
  const auto found = std::find_if(facts.organisations.begin(), facts.organisations.end(),
                                  [&](const auto& one) { return one.name == name; });
  REQUIRE(found != facts.organisations.end());
  return *found;
}

}  // namespace

TEST_CASE("Keys written here win over inherited ones, key by key") {
  const Folder folder;
  folder.write("base.yaml", kSmall);
  const Facts facts = load(folder.write("own.yaml", R"(relco: 1
extends: base.yaml
title: Own
organisations:
  - {name: hospital, leadership: {inquiry: 0.9}, units: [{name: ward, staff: {nurse: 12}}]}
changes: {redesign: {fidelity: 0.2}}
)"))
                          .facts;
  CHECK(facts.title == "Own");
  CHECK(facts.horizon == 104);
  const OrganisationFacts& hospital = organisation(facts, "hospital");
  CHECK(hospital.leadership.inquiry.mean == 0.9);
  CHECK(hospital.leadership.support.mean == 0.45);
  CHECK(hospital.units.front().staff.at("nurse") == 12);
  CHECK(hospital.units.front().staff.at("physician") == 3);
  CHECK(facts.changes.front().fidelity == 0.2);
  CHECK(facts.changes.front().from == 26);
}

TEST_CASE("Things merge with the thing of the same id, and new ones are added") {
  const Folder folder;
  folder.write("base.yaml", changed(kSmall, "name: hospital", "name: hospital\n    id: h1"));
  const Facts facts = load(folder.write("own.yaml", R"(relco: 1
extends: base.yaml
organisations:
  clinic: {id: h1, sector: acute}
  school: {sector: school, units: {class: {staff: {teacher: 2}}}}
)"))
                          .facts;
  CHECK(facts.organisations.size() == 3);
  CHECK(organisation(facts, "clinic").id == "h1");
  CHECK(organisation(facts, "clinic").units.front().name == "ward");
}

TEST_CASE("A key without a value takes the inherited one away") {
  const Folder folder;
  folder.write("base.yaml", kSmall);
  const Facts facts = load(folder.write("own.yaml",
                                        "relco: 1\nextends: base.yaml\nunions:\npathways: {stroke: "
                                        "{starts_per_week: , standing: 50}}\n"))
                          .facts;
  CHECK(facts.unions.empty());
  CHECK_FALSE(facts.pathways.front().starts_per_week);
  CHECK(facts.pathways.front().standing == 50);
}

TEST_CASE("Of several files, the later wins over the earlier and the own over all") {
  const Folder folder;
  folder.write("a.yaml",
               changed(kSmall, "horizon: 104 weeks", "horizon: 104 weeks\nreplicates: 5"));
  folder.write("b.yaml", "relco: 1\nhorizon: 60\nseed: 7\n");
  const LoadedScenario loaded =
      load(folder.write("own.yaml", "relco: 1\nextends: [a.yaml, b.yaml]\nseed: 9\n"));
  CHECK(loaded.facts.replicates == 5);
  CHECK(loaded.facts.horizon == 60);
  CHECK(loaded.facts.seed == 9);
  CHECK(loaded.files.size() == 3);
}

TEST_CASE("The first arm of the nearest file is the control") {
  const Folder folder;
  folder.write("base.yaml", kSmall);
  const Facts facts =
      load(folder.write("own.yaml", "relco: 1\nextends: base.yaml\narms: {nothing: []}\n")).facts;
  REQUIRE(facts.arms.size() == 3);
  CHECK(facts.arms[0].name == "nothing");
  CHECK(facts.arms[1].name == "as_is");
}

TEST_CASE("Lists and maps of things merge with each other") {
  const Folder folder;
  folder.write("list.yaml", changed(kSmall, "arms:\n  as_is: []\n  reform: [redesign]\n",
                                    "arms: [{name: as_is}, {name: reform, changes: redesign}]\n"));
  const Facts over_list =
      load(folder.write("own.yaml",
                        "relco: 1\nextends: list.yaml\narms: {more: [redesign], reform: []}\n"
                        "unions: {nurses: {stance: 0.5}, gps: {stance: 1}}\n"))
          .facts;
  REQUIRE(over_list.arms.size() == 3);
  CHECK(over_list.arms[0].changes.size() == 1);
  CHECK(over_list.arms[1].name == "reform");
  CHECK(over_list.arms[1].changes.empty());
  CHECK(over_list.unions.back().stance.mean == 0.5);
  CHECK(over_list.unions.back().strength.mean == 0.7);
  const Facts over_map =
      load(folder.write("own2.yaml",
                        "relco: 1\nextends: own.yaml\nunions: [{name: gps, strength: "
                        "0.1}]\narms: [{name: reform, changes: [redesign]}]\n"))
          .facts;
  CHECK(over_map.unions.size() == 2);
  CHECK(over_map.unions.front().strength.mean == 0.1);
  CHECK(over_map.arms[0].changes.size() == 1);
}

TEST_CASE("A short form and its map merge") {
  const Folder folder;
  folder.write("base.yaml", changed(kSmall, "title: Small", "system: {payment: bundled}"));
  const Facts facts =
      load(folder.write("own.yaml",
                        "relco: 1\nextends: base.yaml\nsystem: {payment: {share: 0.3}}\n"
                        "organisations: {hospital: {leadership: {support: {mean: 0.45, "
                        "sd: 0.1}}}}\n"))
          .facts;
  CHECK(facts.system.model == PaymentModel::bundled);
  CHECK(facts.system.share == 0.3);
  CHECK(organisation(facts, "hospital").leadership.support.sd == 0.1);
}

TEST_CASE("Inherited files are found beside the file, in baseline, and upwards") {
  const Folder folder;
  folder.write("scenarios/baseline/base.yaml", kSmall);
  for (const char* place : {"scenarios/own.yaml", "scenarios/patterns/own.yaml",
                            "scenarios/a/b/own.yaml", "elsewhere/own.yaml", "own.yaml"}) {
    for (const char* reference : {"base.yaml", "baseline/base.yaml"}) {
      CAPTURE(place, reference);
      const std::string text = std::string("relco: 1\nextends: ") + reference + "\n";
      CHECK(load(folder.write(place, text)).facts.title == "Small");
    }
  }
}

TEST_CASE("Findings point into the file where the mistake is written") {
  const Folder folder;
  folder.write("base.yaml", changed(kSmall, "support: 0.45", "support: 45"));
  const auto all =
      findings_at(folder.write("own.yaml", "relco: 1\nextends: base.yaml\nhorizon: long\n"));
  REQUIRE(all.size() == 2);
  CHECK(all[0].starts_with("base.yaml:6:27: organisations.hospital.leadership.support: is 45"));
  CHECK(all[1].starts_with("own.yaml:3:10: horizon: is 'long'"));
}

TEST_CASE("Files that extend each other in a circle are one finding") {
  const Folder folder;
  folder.write("a.yaml", "relco: 1\nextends: b.yaml\n");
  folder.write("b.yaml", "relco: 1\nextends: c.yaml\n");
  folder.write("c.yaml", "relco: 1\nextends: a.yaml\n");
  const auto all = findings_at(folder.at("a.yaml"));
  REQUIRE(all.size() == 1);
  CHECK(all[0] ==
        "c.yaml:2:10: extends: files extend each other in a circle: a.yaml -> b.yaml -> "
        "c.yaml -> a.yaml");
  const auto self = findings_at(folder.write("d.yaml", "relco: 1\nextends: d.yaml\n"));
  REQUIRE(self.size() == 1);
  check_says(self[0], "d.yaml -> d.yaml");
}

TEST_CASE("A file that is not there, or no file, is one finding where it is named") {
  CHECK(finding("relco: 1\nextends: nowhere.yaml\n") ==
        "test.yaml:2:10: extends: there is no file 'nowhere.yaml'");
  check_says(finding("relco: 1\nextends: {a: b}\n"), "the path of a file is needed here");
}
