#include "support/worlds.h"

#include <cstring>

#include "engine/simulation.h"

namespace relco::test {
namespace {

Named named(const std::string& name) {
  return {name, ""};
}

RoleFacts role(const std::string& name, double status, bool coordinator = false) {
  RoleFacts out;
  static_cast<Named&>(out) = named(name);
  out.status = {status};
  out.coordinator = coordinator;
  return out;
}

UnitFacts unit(const std::string& name, std::map<std::string, double> staff) {
  UnitFacts out;
  static_cast<Named&>(out) = named(name);
  out.staff = std::move(staff);
  return out;
}

OrganisationFacts organisation(const std::string& name, const std::string& sector,
                               std::vector<UnitFacts> units) {
  OrganisationFacts out;
  static_cast<Named&>(out) = named(name);
  out.sector = sector;
  out.units = std::move(units);
  return out;
}

PathwayFacts pathway(const std::string& name, std::map<std::string, double> team) {
  PathwayFacts out;
  static_cast<Named&>(out) = named(name);
  out.team = std::move(team);
  return out;
}

ChannelFacts channel(const std::string& name, double share, double price) {
  ChannelFacts out;
  static_cast<Named&>(out) = named(name);
  out.share = share;
  out.price = price;
  return out;
}

UnionFacts labour_union(const std::string& name, double stance) {
  UnionFacts out;
  static_cast<Named&>(out) = named(name);
  out.strength = {0.7};
  out.stance = {stance};
  return out;
}

ArmFacts arm(const std::string& name, std::vector<std::string> changes) {
  ArmFacts out;
  static_cast<Named&>(out) = named(name);
  out.changes = std::move(changes);
  return out;
}

std::array<std::optional<Fact>, kStructures> all_structures(double mean, double sd) {
  std::array<std::optional<Fact>, kStructures> out;
  out.fill(Fact{mean, sd, 0, 1});
  return out;
}

// What both worlds of a hospital and home care have in common.
PathwayFacts hip() {
  PathwayFacts out =
      pathway("hip", {{"surgeon", 1}, {"nurse", 1.5}, {"therapist", 0.7}, {"home_nurse", 1}});
  out.starts_per_week = 2;
  out.length_days = 5;
  out.follow_up_weeks = 4;
  out.adverse_rate = 0.2;
  out.readmission_rate = 0.3;
  out.interdependence = {{{"surgeon", "nurse"}, 0.9}, {{"nurse", "home_nurse"}, 0.7}};
  ChannelFacts institution = channel("institution", 0.35, 9500);
  institution.institutional = true;
  ChannelFacts visit = channel("visit", 0.3, 600);
  visit.exempt = true;
  ChannelFacts ward = channel("ward", 0.2, 7000);
  ward.admission = true;
  out.channels = {institution, visit, ward};
  out.organisations = {"hospital", "homecare"};
  return out;
}

void shape_rich_organisations(Facts& facts) {
  OrganisationFacts& hospital = facts.organisations[0];
  hospital.leadership.support = {0.5, 0.1, 0, 1};
  hospital.structures = all_structures(0.4, 0.1);
  hospital.vacancies = {0.15};
  hospital.workload = {1.05};
  hospital.ties.within = Fact{4.1, 0.1, 1, 5};
  hospital.units.push_back(unit("clinic", {{"nurse", 2}, {"clerk", 2}}));
  hospital.units.back().copies = 2;
  OrganisationFacts& homecare = facts.organisations[1];
  homecare.payer = "municipality";
  homecare.leadership.support = {0.35};
  homecare.punitive = true;
  homecare.units[0].embedded = true;
  homecare.units[0].safety = Fact{0.45, 0.05, 0, 1};
}

void shape_rich_roles(Facts& facts) {
  for (RoleFacts& one : facts.roles) {
    one.leaving = 0.6;
    one.skill = {0.75, 0.1, 0, 1};
    if (one.name == "nurse") one.rotation = 0.03;
    if (one.name == "nurse" || one.name == "helper") one.group = "north";
  }
}

void add_rich_changes(Facts& facts) {
  ChangeFacts redesign = change("redesign", StructureChange{});
  auto& structure = std::get<StructureChange>(redesign.verbs[0]);
  structure.to.fill(0.8);
  redesign.verbs.push_back(InterventionChange{
      {Intervention::coaching, Intervention::survey_feedback, Intervention::family_in_team,
       Intervention::shared_vision, Intervention::separate_away_day, Intervention::it_programme},
      true});
  redesign.mandated = true;
  redesign.framing = Framing::cost;
  ChangeFacts bundle = change("bundle", PaymentChange{});
  std::get<PaymentChange>(bundle.verbs[0]).to.model = PaymentModel::bundled;
  ChangeFacts liaison = change("liaison", AddRoleChange{"liaison", "ward", 1, true, 0.8});
  liaison.where.organisation = "hospital";
  ChangeFacts politics = change("politics", PolicyChange{0.7, 0.8, true});
  politics.verbs.push_back(UnionChange{0.9, 0.8, 0.9});
  politics.verbs.push_back(MergeChange{"hospital", "homecare", 0.5});
  politics.verbs.push_back(IdentityChange{0.4, 0.6});
  politics.to = 15;
  ChangeFacts means = change("means", StaffingChange{0.9, true});
  means.verbs.push_back(DemandChange{1.4});
  means.verbs.push_back(SurveyChange{});
  means.verbs.push_back(ColocateChange{{"hospital", "homecare"}, 0.5});
  means.verbs.push_back(GovernanceChange{{"hospital", "homecare"}, 0.5});
  ChangeFacts teams = change("teams", ReassignChange{"therapist", "ward", 0.6});
  teams.where.organisation = "hospital";
  facts.changes = {redesign, bundle, liaison, politics, means, teams};
  facts.arms = {arm("as_is", {}),
                arm("reform", {"redesign", "bundle", "liaison", "politics", "means", "teams"})};
}

// The organisations "a far clinic" and "z far ward", as said in the header.
void add_island_of(Facts& facts, std::map<std::string, double> team) {
  facts.roles.push_back(role("a_doctor", 0.8));
  facts.roles.push_back(role("z_nurse", 0.4));
  facts.payers.push_back({});
  static_cast<Named&>(facts.payers.back()) = named("a far payer");
  facts.organisations.insert(
      facts.organisations.begin(),
      organisation("a far clinic", "far", {unit("far clinic", {{"a_doctor", 3}, {"z_nurse", 2}})}));
  facts.organisations.push_back(
      organisation("z far ward", "far", {unit("far ward", {{"z_nurse", 4}, {"a_doctor", 1}})}));
  facts.organisations.front().payer = facts.organisations.back().payer = "a far payer";
  UnionFacts far = labour_union("a far union", 0.5);
  far.covers_sector = "far";
  facts.unions.push_back(far);
  PathwayFacts island = pathway("a far pathway", std::move(team));
  island.starts_per_week = 1.5;
  island.organisations = {"a far clinic", "z far ward"};
  island.channels = {channel("far channel", 0.5, 100)};
  facts.pathways.insert(facts.pathways.begin(), island);
}

ChangeFacts scoped(const std::string& name, VerbChange verb) {
  ChangeFacts out = change(name, std::move(verb));
  out.where.organisation = "hospital";
  return out;
}

void add_every_payment(std::vector<ChangeFacts>& out) {
  for (std::size_t k = 0; k < kPaymentModels; ++k) {
    PaymentChange verb;
    verb.to.model = static_cast<PaymentModel>(k);
    verb.to.share = 0.3;
    verb.to.partners = {"hospital", "homecare"};
    out.push_back(change("payment " + std::string(payment_model_words()[k].name), verb));
  }
}

void add_every_intervention(std::vector<ChangeFacts>& out) {
  for (std::size_t k = 0; k < kInterventions; ++k) {
    const auto kind = static_cast<Intervention>(k);
    out.push_back(scoped("intervention " + std::string(intervention_words()[k].name),
                         InterventionChange{{kind}, true}));
  }
}

template <class T>
bool same_bits(const std::vector<T>& a, const std::vector<T>& b) {
  return a.size() == b.size() &&
         (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(T)) == 0);
}

template <class T>
void give_ids_to(std::vector<T>& things) {
  for (T& thing : things) {
    if (thing.id.empty()) thing.id = thing.name;
  }
}

}  // namespace

Facts one_ward() {
  Facts facts;
  facts.horizon = 12;
  facts.replicates = 2;
  facts.roles = {role("surgeon", 0.9), role("nurse", 0.4)};
  facts.organisations = {
      organisation("hospital", "acute", {unit("ward", {{"surgeon", 3}, {"nurse", 6}})})};
  facts.arms = {arm("as_is", {})};
  return facts;
}

Facts one_child() {
  Facts facts;
  facts.horizon = 12;
  facts.replicates = 2;
  facts.roles = {role("teacher", 0.5), role("psychologist", 0.8), role("case_worker", 0.5, true)};
  facts.organisations = {
      organisation("school", "education", {unit("class", {{"teacher", 3}, {"aide", 2}})}),
      organisation("clinic", "health", {unit("team", {{"psychologist", 2}})}),
      organisation("council", "social", {unit("office", {{"case_worker", 2}})}),
      organisation("club", "civil", {unit("club", {{"trainer", 1}})})};
  facts.families.carers = {{"parent", {1.6}}, {"grandparent", {0.5}}};
  facts.families.in_team = true;
  PathwayFacts child = pathway(
      "child",
      {{"teacher", 2}, {"aide", 1}, {"psychologist", 1}, {"case_worker", 1}, {"trainer", 1}});
  child.standing = 1;
  facts.pathways = {child};
  facts.arms = {arm("as_is", {})};
  return facts;
}

Facts storm() {
  Facts facts = rich();
  add_island(facts);
  facts.horizon = 60;
  for (ChangeFacts one : every_change()) {
    one.from = static_cast<Week>(facts.changes.size());
    facts.changes.push_back(one);
    facts.arms[1].changes.push_back(one.name);
  }
  return facts;
}

Facts two_partners() {
  Facts facts;
  facts.horizon = 16;
  facts.replicates = 2;
  facts.seed = 7;
  facts.roles = {role("surgeon", 0.9), role("nurse", 0.4), role("therapist", 0.5),
                 role("home_nurse", 0.35)};
  facts.organisations = {
      organisation("hospital", "acute",
                   {unit("ward", {{"surgeon", 2}, {"nurse", 6}, {"therapist", 2}})}),
      organisation("homecare", "community", {unit("district", {{"home_nurse", 4}})})};
  UnionFacts nurses = labour_union("nurses", 0.2);
  nurses.covers_role = "nurse";
  facts.unions = {nurses};
  facts.families.carers = {{"spouse", {0.7}}, {"adult_child", {1.2}}};
  facts.pathways = {hip()};
  facts.arms = {arm("as_is", {})};
  return facts;
}

Facts rich() {
  Facts facts = two_partners();
  facts.horizon = 20;
  facts.roles.push_back(role("case_manager", 0.5, true));
  facts.roles.push_back(role("helper", 0.2));
  shape_rich_roles(facts);
  facts.organisations[0].units[0].staff["case_manager"] = 1;
  facts.organisations[1].units[0].staff["helper"] = 3;
  facts.organisations[1].units[0].staff["therapist"] = 1;
  shape_rich_organisations(facts);
  facts.payers.push_back({});
  static_cast<Named&>(facts.payers.back()) = named("municipality");
  facts.payers.back().model = PaymentModel::co_financing;
  facts.payers.back().share = 0.2;
  UnionFacts helpers = labour_union("helpers", -0.4);
  helpers.covers_organisation = "homecare";
  facts.unions.push_back(helpers);
  facts.pathways[0].team["case_manager"] = 0.6;
  facts.pathways[0].uncertainty = {0.4, 0.1, 0, 1};
  facts.pathways[0].time_pressure = {0.8};
  facts.pathways[0].severity = {0.5, 0.15, 0, 1};
  PathwayFacts chronic = pathway("chronic", {{"nurse", 1}, {"home_nurse", 1}, {"helper", 1}});
  chronic.standing = 4;
  chronic.organisations = {"hospital", "homecare"};
  PathwayFacts triage = pathway("triage", {{"surgeon", 1}, {"clerk", 1}});
  triage.starts_per_week = 1;
  triage.follow_up_weeks = 2;
  triage.family = false;
  triage.organisations = {"hospital"};
  facts.pathways.push_back(chronic);
  facts.pathways.push_back(triage);
  facts.families.engagement = {0.5, 0.2, 0, 1};
  add_rich_changes(facts);
  return facts;
}

void add_island(Facts& facts) {
  add_island_of(facts, {{"a_doctor", 1}, {"z_nurse", 1}});
}

void add_wide_island(Facts& facts) {
  add_island_of(facts, {{"a_doctor", 4}, {"z_nurse", 5}});
}

bool is_island(const std::string& organisation) {
  return organisation == "a far clinic" || organisation == "z far ward";
}

ChangeFacts change(const std::string& name, VerbChange verb) {
  ChangeFacts out;
  static_cast<Named&>(out) = named(name);
  out.from = 2;
  out.fidelity = 1;
  out.verbs = {std::move(verb)};
  return out;
}

void add_arm(Facts& facts, const ChangeFacts& change) {
  if (facts.arms.empty()) facts.arms.push_back(arm("as_is", {}));
  facts.changes.push_back(change);
  facts.arms.push_back(arm(change.name, {change.name}));
}

std::vector<ChangeFacts> every_change() {
  std::vector<ChangeFacts> out;
  const std::vector<std::string> both = {"hospital", "homecare"};
  add_every_payment(out);
  out.push_back(scoped("leader", LeaderChange{0.95, 0.95, true}));
  StructureChange structures;
  structures.to.fill(0.9);
  out.push_back(scoped("structure", structures));
  add_every_intervention(out);
  out.push_back(change("governance", GovernanceChange{both, 0.9}));
  out.push_back(change("merge", MergeChange{"hospital", "homecare", 0.2}));
  out.push_back(change("split", MergeChange{"hospital", "homecare", 0.2}));
  out.back().verbs.push_back(SplitChange{"hospital"});
  out.push_back(scoped("reassign", ReassignChange{"therapist", "ward", 0.8}));
  out.push_back(scoped("add_role", AddRoleChange{"liaison", "ward", 1, true, 0.9}));
  out.push_back(scoped("remove_role", RemoveRoleChange{"nurse", "ward", 2}));
  out.push_back(change("colocate", ColocateChange{both, 1}));
  out.back().where.organisation = "hospital";
  out.push_back(scoped("staffing", StaffingChange{0.6, true}));
  out.push_back(change("demand", DemandChange{1.8}));
  out.back().where.pathway = "hip";
  out.push_back(scoped("shock", ShockChange{0.4, 0.3}));
  out.push_back(scoped("identity", IdentityChange{0.9, 0.5}));
  out.push_back(change("union", UnionChange{0.9, -0.9, 0.9}));
  out.back().where.union_name = "nurses";
  out.push_back(scoped("survey", SurveyChange{true, true, "web"}));
  out.push_back(change("channel", ChannelChange{"institution", 0.9, 5.0, true}));
  out.back().where.pathway = "hip";
  out.push_back(scoped("policy", PolicyChange{0.9, 0.9, true}));
  out.push_back(scoped("budget_cycle", BudgetCycleChange{4}));
  out.push_back(scoped("null", NullChange{}));
  return out;
}

void give_ids(Facts& facts) {
  give_ids_to(facts.roles);
  give_ids_to(facts.payers);
  give_ids_to(facts.organisations);
  for (OrganisationFacts& one : facts.organisations) give_ids_to(one.units);
  give_ids_to(facts.unions);
  give_ids_to(facts.pathways);
  for (PathwayFacts& one : facts.pathways) give_ids_to(one.channels);
  give_ids_to(facts.changes);
  give_ids_to(facts.arms);
}

CellRecords run_cell(const Facts& facts, const Parameters& parameters, std::size_t arm_row,
                     int replicate) {
  const Blueprint blueprint = make_blueprint(facts, parameters);
  Simulation simulation(blueprint, parameters, arm_row, replicate);
  simulation.run_until(facts.horizon);
  return simulation.take_records();
}

bool same(const CellRecords& a, const CellRecords& b) {
  return same_bits(a.outcomes, b.outcomes) && same_bits(a.ledger, b.ledger) &&
         same_bits(a.digests, b.digests) && same_bits(a.state_digests, b.state_digests) &&
         same_bits(a.organisation_digests, b.organisation_digests);
}

}  // namespace relco::test
