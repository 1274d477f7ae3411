#include "support/disguise.h"

#include <algorithm>

#include "genesis/genesis.h"
#include "random/draws.h"
#include "support/worlds.h"

namespace relco::test {
namespace {

template <class T>
void shuffle(std::vector<T>& things, std::uint64_t seed) {
  for (std::size_t k = things.size(); k > 1; --k) {
    const Draw luck = Luck(seed, 0).draw(Purpose::facts, k, 0);
    std::swap(things[k - 1], things[luck.word(0) % k]);
  }
}

class Renaming {
 public:
  Renaming(Facts& facts, Ids ids) : facts_(facts), ids_(ids) { give_ids(facts); }

  std::map<std::string, std::string> everything() {
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
    std::map<std::string, std::string> old;
    for (const auto& [before, now] : organisations_) old[now] = before;
    return old;
  }

 private:
  using Names = std::map<std::string, std::string>;

  void rename(Named& thing, Names& names) const {
    const std::string fresh(30 - names.size(), 'x');
    names[thing.name] = fresh;
    thing.name = fresh;
    if (ids_ == Ids::new_ones) thing.id = fresh;
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
  Ids ids_;
  Names roles_, payers_, organisations_, units_, unions_, pathways_, channels_, changes_;
};

}  // namespace

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

void describe_all_roles(Facts& facts) {
  const Blueprint blueprint = make_blueprint(facts, {});
  for (const RoleFacts& role : blueprint.plan->roles) {
    const bool known = std::any_of(facts.roles.begin(), facts.roles.end(),
                                   [&](const RoleFacts& one) { return one.name == role.name; });
    if (!known) facts.roles.push_back(role);
  }
}

std::map<std::string, std::string> rename_all(Facts& facts, Ids ids) {
  return Renaming(facts, ids).everything();
}

}  // namespace relco::test
