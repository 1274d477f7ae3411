// The order of a scenario's lists, and the names of things that keep their ids, change no byte.
#include <algorithm>
#include <map>

#include "engine/run.h"
#include "genesis/genesis.h"
#include "random/draws.h"
#include "support/catch.h"
#include "support/worlds.h"

using namespace relco;

namespace {

RunResult run(const Facts& facts) {
  RunOptions options;
  options.threads = 2;
  return run_scenario(facts, {}, options);
}

template <class T>
void shuffle(std::vector<T>& things, std::uint64_t seed) {
  for (std::size_t k = things.size(); k > 1; --k) {
    const Draw luck = Luck(seed, 0).draw(Purpose::facts, k, 0);
    std::swap(things[k - 1], things[luck.word(0) % k]);
  }
}

void shuffle_all(Facts& facts, std::uint64_t seed) {
  shuffle(facts.roles, seed);
  shuffle(facts.payers, seed);
  shuffle(facts.organisations, seed);
  for (OrganisationFacts& one : facts.organisations) shuffle(one.units, seed);
  shuffle(facts.unions, seed);
  shuffle(facts.pathways, seed);
  for (PathwayFacts& one : facts.pathways) shuffle(one.organisations, seed);
  shuffle(facts.changes, seed);
  for (ArmFacts& one : facts.arms) shuffle(one.changes, seed);
}

void check_same(const RunRecords& a, const RunRecords& b) {
  REQUIRE(a.cells.size() == b.cells.size());
  for (std::size_t k = 0; k < a.cells.size(); ++k) CHECK(test::same(a.cells[k], b.cells[k]));
}

Facts world() {
  Facts facts = test::rich();
  test::add_island(facts);
  return facts;
}

// Gives every thing another name, everywhere it is named; ids stay. New names sort in another
// order than the ids, and one begins like another.
class Renaming {
 public:
  explicit Renaming(Facts& facts) : facts_(facts) { test::give_ids(facts); }

  void everything() {
    for (RoleFacts& one : facts_.roles) rename(one, roles_);
    for (PayerFacts& one : facts_.payers) rename(one, payers_);
    for (OrganisationFacts& one : facts_.organisations) rename(one, organisations_);
    for (UnionFacts& one : facts_.unions) rename(one, unions_);
    for (PathwayFacts& one : facts_.pathways) rename(one, pathways_);
    for (ChangeFacts& one : facts_.changes) rename(one, changes_);
    for (OrganisationFacts& one : facts_.organisations) organisation(one);
    for (UnionFacts& one : facts_.unions) {
      use(roles_, one.covers_role);
      use(organisations_, one.covers_organisation);
    }
    for (PathwayFacts& one : facts_.pathways) pathway(one);
    for (ChangeFacts& one : facts_.changes) change(one);
    for (ArmFacts& one : facts_.arms) {
      for (std::string& name : one.changes) use(changes_, name);
    }
  }

 private:
  using Names = std::map<std::string, std::string>;

  static void rename(Named& thing, Names& names) {
    const std::string fresh(30 - names.size(), 'x');
    names[thing.name] = fresh;
    thing.name = fresh;
  }
  static std::string used(const Names& names, const std::string& name) {
    const auto found = names.find(name);
    return found != names.end() ? found->second : name;
  }
  static void use(const Names& names, std::string& name) { name = used(names, name); }
  void use_roles(std::map<std::string, double>& staff) const {
    std::map<std::string, double> out;
    for (const auto& [name, posts] : staff) out[used(roles_, name)] = posts;
    staff = out;
  }
  void organisation(OrganisationFacts& one) {
    use(payers_, one.payer);
    for (UnitFacts& unit : one.units) {
      rename(unit, units_);
      use_roles(unit.staff);
    }
  }
  void pathway(PathwayFacts& one) {
    use_roles(one.team);
    for (std::string& name : one.organisations) use(organisations_, name);
    std::map<std::pair<std::string, std::string>, double> pairs;
    for (const auto& [roles, value] : one.interdependence) {
      pairs[{used(roles_, roles.first), used(roles_, roles.second)}] = value;
    }
    one.interdependence = pairs;
    for (ChannelFacts& channel : one.channels) rename(channel, channels_);
  }
  void change(ChangeFacts& one) {
    use(organisations_, one.where.organisation);
    use(units_, one.where.unit);
    use(roles_, one.where.role);
    use(pathways_, one.where.pathway);
    use(unions_, one.where.union_name);
    for (VerbChange& verb : one.verbs) use_in(verb);
  }
  void use_in(VerbChange& verb) const {
    if (auto* payment = std::get_if<PaymentChange>(&verb)) all(payment->to.partners);
    if (auto* governance = std::get_if<GovernanceChange>(&verb)) all(governance->partners);
    if (auto* colocate = std::get_if<ColocateChange>(&verb)) all(colocate->organisations);
    if (auto* channel = std::get_if<ChannelChange>(&verb)) use(channels_, channel->channel);
    if (auto* split = std::get_if<SplitChange>(&verb)) use(organisations_, split->organisation);
    if (auto* merge = std::get_if<MergeChange>(&verb)) {
      use(organisations_, merge->first);
      use(organisations_, merge->second);
    }
    if (auto* reassign = std::get_if<ReassignChange>(&verb))
      place(reassign->role, reassign->to_unit);
    if (auto* added = std::get_if<AddRoleChange>(&verb)) place(added->role, added->unit);
    if (auto* removed = std::get_if<RemoveRoleChange>(&verb)) place(removed->role, removed->unit);
  }
  void all(std::vector<std::string>& names) const {
    for (std::string& name : names) use(organisations_, name);
  }
  void place(std::string& role, std::string& unit) const {
    use(roles_, role);
    use(units_, unit);
  }

  Facts& facts_;
  Names roles_, payers_, organisations_, units_, unions_, pathways_, channels_, changes_;
};

// Roles that the facts do not describe get a row of their own, so that they can be renamed.
void describe_all_roles(Facts& facts) {
  const Blueprint blueprint = make_blueprint(facts, {});
  for (const RoleFacts& role : blueprint.plan->roles) {
    const bool known = std::any_of(facts.roles.begin(), facts.roles.end(),
                                   [&](const RoleFacts& one) { return one.name == role.name; });
    if (!known) facts.roles.push_back(role);
  }
}

}  // namespace

TEST_CASE("shuffling every list of the facts changes no byte of any record") {
  const Facts facts = world();
  const RunResult expected = run(facts);
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    Facts shuffled = facts;
    shuffle_all(shuffled, seed);
    const RunResult found = run(shuffled);
    CAPTURE(seed);
    CHECK(found.digest == expected.digest);
    check_same(found.records, expected.records);
  }
}

TEST_CASE("shuffling a list of many changes at once changes no byte of any record") {
  Facts facts = test::two_partners();
  ArmFacts all = facts.arms[0];
  for (const ChangeFacts& change : test::every_change()) {
    facts.changes.push_back(change);
    all.changes.push_back(change.name);
  }
  facts.arms.push_back(all);
  const RunResult expected = run(facts);
  shuffle_all(facts, 3);
  check_same(run(facts).records, expected.records);
}

TEST_CASE("the order in which a pathway lists its channels changes no byte") {
  Facts facts = test::two_partners();
  const RunResult expected = run(facts);
  std::reverse(facts.pathways[0].channels.begin(), facts.pathways[0].channels.end());
  check_same(run(facts).records, expected.records);
}

TEST_CASE("one more channel leaves the luck of the others as it was") {
  Facts facts = test::two_partners();
  const std::size_t substitute = static_cast<std::size_t>(Outcome::substitute_use);
  const RunAxes axes = run(facts).records.axes;
  const auto substitutes = [&](const CellRecords& cell) {
    std::vector<float> out;
    for (Week week = 0; week < facts.horizon; ++week) {
      out.push_back(cell.outcomes[CellRecords::index(axes, week, 0, Outcome{}) + substitute]);
    }
    return out;
  };
  const std::vector<float> before = substitutes(run(facts).records.cell(0, 0));
  ChannelFacts more;
  more.name = "a new one";
  more.share = 0.5;
  facts.pathways[0].channels.insert(facts.pathways[0].channels.begin(), more);
  CHECK(substitutes(run(facts).records.cell(0, 0)) == before);
}

TEST_CASE("renaming everything while ids are kept changes no byte of any record") {
  Facts facts = world();
  describe_all_roles(facts);
  const RunResult expected = run(facts);
  Renaming(facts).everything();
  const RunResult found = run(facts);
  CHECK(found.digest == expected.digest);
  check_same(found.records, expected.records);
}

TEST_CASE("an id that says the name changes no byte, another id is another luck") {
  Facts facts = world();
  const RunResult expected = run(facts);
  Facts same = facts;
  test::give_ids(same);
  check_same(run(same).records, expected.records);
  for (OrganisationFacts& one : facts.organisations) {
    if (one.name == "hospital") one.id = "somebody else";
  }
  CHECK(run(facts).digest != expected.digest);
}
