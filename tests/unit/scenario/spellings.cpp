// Everything the format's page shows, in each spelling that a person may try.
#include "unit/scenario/files.h"

using namespace relco;
using namespace relco::test;
using Catch::Approx;

namespace {

const ChangeFacts& change_named(const Facts& facts, const std::string& name) {
  for (const ChangeFacts& change : facts.changes) {
    if (change.name == name) return change;
  }
  FAIL("no change " << name);
  return facts.changes.front();
}

// The only verb of a change written as `body`.
template <class Verb>
Verb verb_of(const std::string& body) {
  const Facts facts =
      load_text(changed(kSmall, "fidelity: 0.8, intervention: coaching", body)).facts;
  const ChangeFacts& change = change_named(facts, "redesign");
  REQUIRE(change.verbs.size() == 1);
  REQUIRE(std::holds_alternative<Verb>(change.verbs.front()));
  return std::get<Verb>(change.verbs.front());
}

ExpectationFacts claim(const std::string& body) {
  const Facts facts =
      load_text(small_with("expect:\n  - {id: V1, evidence: D01, " + body + "}\n")).facts;
  REQUIRE(facts.expectations.size() == 1);
  return facts.expectations.front();
}

}  // namespace

TEST_CASE("The example of the format's page loads on the library's facts") {
  const Folder folder;
  const std::string path = folder.write("page.yaml", R"(relco: 1
title: Bundled payment for hip and knee replacement
extends: )" RELCO_SOURCE_DIR R"(/scenarios/baseline/joint-replacement.yaml
horizon: 208 weeks
replicates: 64
seed: 2026
system:
  payment: {model: fee_for_service}
organisations:
  - name: hospital
    sector: acute
    copies: 1
    leadership: {support: 0.45}
    structures: {team_meetings: 0.3, shared_rewards: 0.1, shared_information_systems: 0.4}
    units:
      - {name: orthopaedics, copies: 2, staff: {surgeon: 4, nurse: 14, physiotherapist: 5, social_worker: 2}}
unions:
  - {name: nurses_association, covers: {role: nurse}, strength: 0.7, stance: -0.2}
families:
  household: {carers: {spouse: 0.7, adult_child: 1.2}}
pathways:
  - name: joint_replacement
    starts_per_week: 24
    team: {surgeon: 1, nurse: 4, physiotherapist: 1, social_worker: 0.5, family: all}
    interdependence: {surgeon-nurse: 0.9, nurse-physiotherapist: 0.8, default: 0.4}
    uncertainty: 0.3
    time_pressure: 0.5
changes:
  bundle:   {from: week 26, payment: {model: bundled, partners: [hospital, home_care]}}
  redesign: {from: week 26, to: week 78, fidelity: 0.8, hours_per_person: 0.5,
             interventions: [huddles, shared_protocol, coaching], where: {organisation: hospital}}
arms:
  as_is: []
  bundle_alone: [bundle]
  bundle_and_redesign: [bundle, redesign]
expect:
  - id: V20
    says: The bundle alone saves a little.
    evidence: [E08, E10]
    effect: {outcome: episode_cost, arm: bundle_alone, versus: as_is, relative: [-0.05, -0.02]}
  - id: V20b
    says: With redesign it saves several times as much.
    evidence: [E08, E14]
    ratio: {outcome: episode_cost, of: bundle_and_redesign, to: bundle_alone, at_least: 2.5}
)");
  const LoadedScenario loaded = load(path);
  const Facts& facts = loaded.facts;
  CHECK(loaded.files.size() == 2);
  CHECK(facts.horizon == 208);
  CHECK(facts.arms.size() == 3);
  CHECK(facts.arms.front().name == "as_is");
  CHECK(facts.pathways.front().starts_per_week == 24);
  CHECK(facts.pathways.front().interdependence.at({"nurse", "surgeon"}) == 0.9);
  CHECK(facts.pathways.front().team.at("home_nurse") == 1);  // inherited
  const auto& kinds = std::get<InterventionChange>(change_named(facts, "redesign").verbs[0]).kinds;
  CHECK(kinds ==
        std::vector{Intervention::coaching, Intervention::huddles, Intervention::protocol_rollout});
  CHECK(facts.expectations[0].scale == EffectScale::relative);
  CHECK(facts.expectations[0].band.low == -0.05);
  CHECK(facts.expectations[1].band.low == 2.5);
}

TEST_CASE("Every verb of change loads, in short and in full") {
  CHECK(verb_of<PaymentChange>("payment: capitation").to.model == PaymentModel::capitation);
  CHECK(verb_of<PaymentChange>("payment: {model: co_financing}").to.share == 0.2);
  CHECK(verb_of<PaymentChange>("payment: {model: co_financing, share: 0.4}").to.share == 0.4);
  CHECK(verb_of<LeaderChange>("leader: {support: 0.9, replace: true}").support == 0.9);
  CHECK(verb_of<StructureChange>("structure: {team_meetings: 0.6}")
            .to[static_cast<std::size_t>(Structure::team_meetings)] == 0.6);
  CHECK(verb_of<InterventionChange>("intervention: coaching").kinds.size() == 1);
  CHECK(verb_of<InterventionChange>("interventions: [coaching, huddles]").kinds.size() == 2);
  CHECK(verb_of<InterventionChange>("intervention: {kinds: [survey_feedback], facilitated: true}")
            .facilitated);
  CHECK(verb_of<GovernanceChange>("governance: {partners: [hospital], authority: 0.7}").authority ==
        0.7);
  CHECK(verb_of<MergeChange>("merge: [hospital, home_care]").second == "home_care");
  CHECK(verb_of<MergeChange>("merge: {first: hospital, second: home_care, shared_identity: 0.2}")
            .shared_identity == 0.2);
  CHECK(verb_of<SplitChange>("split: hospital").organisation == "hospital");
  CHECK(verb_of<ReassignChange>("reassign: {role: nurse, to_unit: home}").to_unit == "home");
  CHECK(verb_of<ReassignChange>("reassign: {role: nurse, to_unit: stroke}").to_unit == "stroke");
  CHECK(verb_of<AddRoleChange>("add_role: {role: coordinator, unit: ward, posts: 2}").posts == 2);
  CHECK(verb_of<RemoveRoleChange>("remove_role: {role: nurse, unit: ward}").role == "nurse");
  CHECK(verb_of<ColocateChange>("colocate: [hospital, home_care]").organisations.size() == 2);
  CHECK(verb_of<StaffingChange>("staffing: 0.8").factor == 0.8);
  CHECK(verb_of<StaffingChange>("staffing: {factor: 0.8, layoff: true}").layoff);
  CHECK(verb_of<DemandChange>("demand: 1.3").factor == 1.3);
  CHECK(verb_of<ShockChange>("shock: {load: 0.5, safety: -0.2}").safety == -0.2);
  CHECK(verb_of<IdentityChange>("identity: {shared: 0.6}").shared == 0.6);
  CHECK(verb_of<UnionChange>("union: {stance: 0.6}, where: {union: nurses}").stance == 0.6);
  CHECK(verb_of<SurveyChange>("survey: {feedback: true}").feedback);
  CHECK_FALSE(verb_of<SurveyChange>("survey: true").feedback);
  CHECK(verb_of<SurveyChange>("survey: {mode: paper}").mode == "paper");
  CHECK(verb_of<PolicyChange>("policy: {pressure: 0.8}").pressure == 0.8);
  CHECK(verb_of<BudgetCycleChange>("budget_cycle: 4 years").years == 4);
  static_cast<void>(verb_of<NullChange>("rename_nothing: true"));
  static_cast<void>(verb_of<NullChange>("rename_nothing: {}"));
}

TEST_CASE("A channel is changed by its name") {
  const std::string text = changed(kSmall, "fidelity: 0.8, intervention: coaching",
                                   "channel: {channel: rehab, share: 0.1, exempt: true}");
  const Facts facts = load_text(changed(text, "starts_per_week: 3",
                                        "starts_per_week: 3\n    channels: [{name: rehab}]"))
                          .facts;
  CHECK(std::get<ChannelChange>(facts.changes.front().verbs.front()).share == 0.1);
}

TEST_CASE("Every kind of claim loads") {
  using K = ExpectationKind;
  CHECK(claim("level: {outcome: rc_index, arm: reform, band: [3, 4]}").kind == K::level);
  CHECK(claim("effect: {outcome: delay, arm: reform, standardised: {at_most: -0.2}}").band.high ==
        -0.2);
  CHECK(claim("order: {outcome: rc_index, arms: [reform, as_is]}").arms.front() == "reform");
  CHECK(claim("ratio: {outcome: delay, of: reform, to: reform, band: [1, null]}").kind == K::ratio);
  CHECK(claim("share_of_replicates: {regime: virtuous, arm: reform, at_least: 0.8}").regime ==
        "virtuous");
  CHECK(claim("trend: {outcome: rc_index, arm: reform, per_year: [0.1, 0.4]}").band.high == 0.4);
  CHECK(claim("time_to: {outcome: rc_index, arm: reform, reaches: 3.5, band: [10, 60]}").reaches ==
        "3.5");
  CHECK(claim("slope: {outcome: delay, on: team_meetings, across: organisation, arm: as_is, "
              "at_most: 0}")
            .scale == EffectScale::standardised);
  CHECK(
      claim("correlation: {outcome: delay, on: leadership.support, across: replicate, arm: as_is, "
            "at_most: 0}")
          .on == "leadership.support");
  CHECK(claim("mediated_share: {outcome: delay, arm: reform, blocking: [learning], at_least: 0.3}")
            .blocking.front() == "learning");
  CHECK(claim("survey: {statistic: alpha, arm: as_is, week: week 52, pathway: stroke, "
              "band: [0.7, 0.9]}")
            .week == 52);
  CHECK(claim("persists: {outcome: rc_index, arm: reform, ends: 52, at: 78, retained: [0, 0.3]}")
            .at == 78);
}

TEST_CASE("An interaction is of two changes") {
  const std::string text =
      changed(kSmall, "  reform: [redesign]",
              "  reform: [redesign]\n  more: [other]\n  both: [redesign, other]");
  const std::string claims =
      "expect:\n  - {id: V1, evidence: F01, interaction: {outcome: delay, factors: "
      "[redesign, other], band: [-1, 0]}}\n";
  const Facts facts =
      load_text(changed(text, "changes:\n", "changes:\n  other: {demand: 1.1}\n") + claims).facts;
  CHECK(facts.expectations.front().factors == std::vector<std::string>{"other", "redesign"});
  CHECK(facts.arms.back().levels == std::map<std::string, double>{{"other", 1}, {"redesign", 1}});
}

TEST_CASE("Keys of a claim may stand beside its kind or below it") {
  const ExpectationFacts below = claim(
      "effect: {outcome: delay, arm: reform, sign: -, weeks: [60, 104], agree: 0.8, seeds: 40}");
  const ExpectationFacts beside = claim(
      "outcome: delay, arm: reform, sign: -, weeks: [60, 104], agree: 0.8, seeds: 40, effect: {}");
  const ExpectationFacts flat = claim(
      "kind: effect, outcome: delay, arm: reform, sign: -, weeks: [60, 104], agree: 0.8, seeds: "
      "40");
  for (const ExpectationFacts* one : {&below, &beside, &flat}) {
    CHECK(one->kind == ExpectationKind::effect);
    CHECK(one->outcome == "delay");
    CHECK(one->sign == -1);
    CHECK(one->weeks_from == 60);
    CHECK(one->agree == 0.8);
    CHECK(one->seeds == 40);
  }
}

TEST_CASE("A claim says whether parameters may be fitted to it, and its resolved text keeps that") {
  const std::string held_out =
      "expect: [{id: V1, evidence: D01, use: test, level: {outcome: delay, arm: as_is, at_least: "
      "0}}]\n";
  const LoadedScenario once = load_text(small_with(held_out));
  CHECK(once.facts.expectations.front().use == "test");
  CHECK(load_text(once.resolved_text).facts.expectations.front().use == "test");
  CHECK(claim("level: {outcome: delay, arm: as_is, at_least: 0}").use.empty());
  CHECK_THROWS_AS(load_text(small_with(changed(held_out, "use: test", "use: tune"))), UserError);
}

TEST_CASE("A lone minus behind sign is a minus, not a list") {
  const Facts facts =
      load_text(
          small_with("expect:\n  - id: V1\n    evidence: D01\n    effect:\n      outcome: delay\n"
                     "      arm: reform\n      sign: -\n"))
          .facts;
  CHECK(facts.expectations.front().sign == -1);
}

TEST_CASE("Scopes are words, names or maps") {
  const std::string body = "level: {outcome: rc_index, arm: reform, at_least: 2}, scope: ";
  CHECK(claim(body + "system").scope_organisation.empty());
  CHECK(claim(body + "hospital").scope_organisation == "hospital");
  CHECK(claim(body + "stroke").scope_pathway == "stroke");
  CHECK(claim(body + "{organisation: hospital, pathway: stroke}").scope_pathway == "stroke");
  CHECK(claim(body + "physician-nurse").scope_role_pair == "physician-nurse");
  CHECK(claim(body + "{role_pair: [physician, home_nurse]}").scope_role_pair ==
        "physician-home_nurse");
  CHECK(claim(body + "between").outcome == "rc_between");
  CHECK(claim(body + "{sector: community, weeks: [10, 20]}").weeks_to == 20);
  const ExpectationFacts ties =
      claim("level: {outcome: respect, arm: reform, at_least: 2}, scope: family");
  CHECK(ties.outcome == "respect");
  CHECK(ties.scope_ties == "family");
  CHECK(claim("level: {outcome: family_strain, arm: reform, at_least: 0}, scope: household")
            .scope_pathway.empty());
}

TEST_CASE("Arms are a map of lists, or a list of maps with names") {
  const std::string list =
      "arms:\n  - {name: as_is, changes: []}\n  - {name: r, id: reform, changes: "
      "[redesign]}\n";
  const Facts facts =
      load_text(changed(kSmall, "arms:\n  as_is: []\n  reform: [redesign]\n", list)).facts;
  REQUIRE(facts.arms.size() == 2);
  CHECK(facts.arms[1].name == "r");
  CHECK(facts.arms[1].id == "reform");
  CHECK(facts.arms[1].changes == std::vector<std::string>{"redesign"});
  CHECK(finding(changed(kSmall, "reform: [redesign]", "reform: {id: as_is}")).size() > 10);
}

TEST_CASE("Weeks are counted the same in every spelling") {
  for (const char* horizon : {"104", "104 weeks", "week 104", "2 years"}) {
    CHECK(load_text(changed(kSmall, "104 weeks", horizon)).facts.horizon == 104);
  }
}

TEST_CASE("Facts are numbers, or distributions cut to their range") {
  const Facts facts =
      load_text(changed(kSmall, "support: 0.45", "support: {mean: 0.4, sd: 0.1}")).facts;
  const Fact& support = facts.organisations.back().leadership.support;
  CHECK(support.mean == 0.4);
  CHECK(support.sd == 0.1);
  CHECK(support.min == 0);
  CHECK(support.max == 1);
}

TEST_CASE("Role names may hold underscores and hyphens in a pair of roles") {
  std::string text = changed(kSmall, "physician: 3", "physician: 3, social-worker: 1");
  text = changed(text, "home_nurse: 0.5}",
                 "social-worker: 1, home_nurse: 0.5, family: none}\n"
                 "    interdependence: {social-worker-home_nurse: 0.7, default: 0.1}");
  const PathwayFacts pathway = load_text(text).facts.pathways.front();
  CHECK(pathway.interdependence.at({"home_nurse", "social-worker"}) == 0.7);
  CHECK(pathway.default_interdependence == 0.1);
  CHECK_FALSE(pathway.family);
}

TEST_CASE("The usual roles are known, others take the defaults") {
  const std::string text = changed(kSmall, "nurse: 8", "nurse: 8, herbalist: 1");
  for (const RoleFacts& role : load_text(text).facts.roles) {
    if (role.name == "physician") CHECK(role.status.mean == 0.9);
    if (role.name == "herbalist") CHECK(role.status.mean == RoleFacts().status.mean);
  }
  const Facts facts = load_text(text + "roles: {nurse: {hours: 30}}\n").facts;
  for (const RoleFacts& role : facts.roles) {
    if (role.name != "nurse") continue;
    CHECK(role.hours == 30);
    CHECK(role.status.mean == 0.45);  // the rest as usual
  }
}
