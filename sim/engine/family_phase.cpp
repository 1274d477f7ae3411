// Ties between the families of cases and the providers in their teams: the same exchange, over the
// case-lived store.
#include <algorithm>
#include <vector>

#include "engine/family_week.h"
#include "parallel/parallel.h"
#include "rules/family/family.h"

namespace relco {

Profile profile_of_family(const World& world, const FamilyParameters& p, std::uint32_t lane,
                          std::uint32_t slot) {
  const Cases& cases = world.cases;
  Profile out =
      family_profile(p, {cases.strain[slot], cases.engagement[slot], world.lanes.family_dose[lane],
                         world.plan->facts.families.in_team});
  out.luck =
      static_cast<std::uint32_t>(cases.id[slot] >> 32) ^ static_cast<std::uint32_t>(cases.id[slot]);
  return out;
}

float need_of(const World& world, const Parameters& p, std::uint32_t lane, std::uint32_t slot) {
  const float phase = world.cases.phase[slot] == 1 ? 1.0f : p.caseload.follow_up_need;
  return p.family.need * (1.0f + world.lanes.uncertainty[lane]) * phase;
}

ExchangeSetting setting_of_families(const World& world, const Parameters& parameters,
                                    float sigma_custom) {
  ExchangeSetting setting;
  setting.parameters = &parameters;
  setting.sigma_custom = sigma_custom;
  setting.key = world.luck.key(Purpose::family_communication);
  setting.week = world.week;
  setting.view[0].structures_reach = setting.view[1].structures_reach = 0.5f;
  return setting;
}

namespace {

// What the family of one case brings to all its ties of the week.
struct Family {
  Profile profile;
  float need = 0;
};

// Places in teams that are lived through together; all of one organisation.
struct Chunk {
  std::uint32_t slot[kLanes];  // of the case, counted from the lane's first
  std::size_t row[kLanes];
  std::size_t used = 0;
};

template <class From, class To>
void fetch(const std::vector<From>& column, const Chunk& chunk, To* lanes) {
  const std::size_t lanes_in_use = whole_steps(chunk.used);
  for (std::size_t l = 0; l < lanes_in_use; ++l) lanes[l] = column[chunk.row[l]];
}

template <class From, class To>
void put_back(const From* lanes, const Chunk& chunk, std::vector<To>& column) {
  for (std::size_t l = 0; l < chunk.used; ++l) column[chunk.row[l]] = static_cast<To>(lanes[l]);
}

void load(const Members& m, const Chunk& chunk, TieLanes& t) {
  SideLanes &family = t.side[0], &provider = t.side[1];
  fetch(m.goals0, chunk, family.goals);
  fetch(m.knowledge0, chunk, family.knowledge);
  fetch(m.respect0, chunk, family.respect);
  fetch(m.frequent0, chunk, family.memory.frequent);
  fetch(m.timely0, chunk, family.memory.timely);
  fetch(m.accurate0, chunk, family.memory.accurate);
  fetch(m.solving0, chunk, family.memory.solving);
  fetch(m.goals1, chunk, provider.goals);
  fetch(m.knowledge1, chunk, provider.knowledge);
  fetch(m.respect1, chunk, provider.respect);
  fetch(m.frequent1, chunk, provider.memory.frequent);
  fetch(m.timely1, chunk, provider.memory.timely);
  fetch(m.accurate1, chunk, provider.memory.accurate);
  fetch(m.solving1, chunk, provider.memory.solving);
}

void store(Members& m, const Chunk& chunk, const TieLanes& t) {
  const SideLanes &family = t.side[0], &provider = t.side[1];
  put_back(family.goals, chunk, m.goals0);
  put_back(family.knowledge, chunk, m.knowledge0);
  put_back(family.respect, chunk, m.respect0);
  put_back(family.memory.frequent, chunk, m.frequent0);
  put_back(family.memory.timely, chunk, m.timely0);
  put_back(family.memory.accurate, chunk, m.accurate0);
  put_back(family.memory.solving, chunk, m.solving0);
  put_back(family.events, chunk, m.events0);
  put_back(provider.goals, chunk, m.goals1);
  put_back(provider.knowledge, chunk, m.knowledge1);
  put_back(provider.respect, chunk, m.respect1);
  put_back(provider.memory.frequent, chunk, m.frequent1);
  put_back(provider.memory.timely, chunk, m.timely1);
  put_back(provider.memory.accurate, chunk, m.accurate1);
  put_back(provider.memory.solving, chunk, m.solving1);
  put_back(provider.events, chunk, m.events1);
}

void add_up(const ExchangeSums& chunk, OrganisationWeek& sums) {
  TieSums& to = sums.ties[static_cast<std::size_t>(TieScope::family)];
  for (std::size_t t = 0; t < kTerms; ++t) {
    for (std::size_t c = 0; c < kComponents; ++c) {
      const std::int64_t steps = chunk.books[0].terms[t][c] + chunk.books[1].terms[t][c];
      if (steps != 0) add_shared(to.terms[t][c], steps);
    }
  }
  for (std::size_t n = 0; n < kItems; ++n) {
    add_shared(to.items[n], chunk.items[0][n] + chunk.items[1][n]);
  }
  add_shared(to.ties, 2 * chunk.ties);
}

// The families of one lane's cases.
class LaneFamilies {
 public:
  // `families` is scratch of the thread.
  LaneFamilies(World& world, const Parameters& parameters, WeekFlows& flows, std::uint32_t lane,
               std::vector<Family>& families)
      : world_(world),
        flows_(flows),
        lane_(lane),
        setting_(setting_of_families(world, parameters, flows.sigma_custom)) {
    setting_.lanes = &*flows.lanes;
    const std::uint32_t begin = world.lanes.begin[lane], end = world.lanes.end[lane];
    families.resize(std::max<std::size_t>(families.size(), end - begin));
    for (std::uint32_t slot = begin; slot < end; ++slot) {
      if (world.cases.id[slot] == 0) continue;
      families[slot - begin] = {profile_of_family(world, parameters.family, lane, slot),
                                need_of(world, parameters, lane, slot)};
    }
    families_ = families.data();
  }

  // Place by place, for a place's people are mostly of one organisation.
  void run() {
    const std::uint32_t places = world_.plan->places, begin = world_.lanes.begin[lane_];
    for (std::uint32_t place = 0; place < places; ++place) {
      for (std::uint32_t slot = begin; slot < world_.lanes.end[lane_]; ++slot) {
        const std::size_t row = std::size_t{slot} * places + place;
        if (world_.cases.id[slot] != 0 && world_.members.person[row] != kNone) {
          take(slot - begin, row);
        }
      }
    }
    live();
    commit();
  }

 private:
  void take(std::uint32_t slot, std::size_t row) {
    const std::uint32_t organisation =
        world_.plan->organisation_of_person[world_.members.person[row]];
    if (chunk_.used == kLanes || organisation != organisation_) live();
    if (organisation != organisation_) commit();
    organisation_ = organisation;
    chunk_.slot[chunk_.used] = slot;
    chunk_.row[chunk_.used++] = row;
  }

  void live() {
    if (chunk_.used == 0) return;
    const std::size_t used = chunk_.used;
    const std::size_t lanes = whole_steps(used);
    for (std::size_t l = used; l < lanes; ++l) {
      chunk_.slot[l] = chunk_.slot[used - 1];
      chunk_.row[l] = chunk_.row[used - 1];
    }
    load(world_.members, chunk_, lanes_);
    for (std::size_t l = 0; l < lanes; l += 4) seat_four(l);
    for (std::size_t l = 0; l < lanes; ++l) {
      lanes_.side[1].contact[l] += lanes_.side[0].contact[l];  // the team's door is open for both
      lanes_.need[l] = families_[chunk_.slot[l]].need;
      lanes_.daily[l] = 0.0f;
      lanes_.silent[l] = 0;
    }
    lanes_.use(used);
    exchange(lanes_, setting_, sums_);
    store(world_.members, chunk_, lanes_);
    chunk_.used = 0;
  }

  void seat_four(std::size_t l) {
    const Profile *family[4], *provider[4];
    for (std::size_t n = 0; n < 4; ++n) {
      family[n] = &families_[chunk_.slot[l + n]].profile;
      provider[n] = &flows_.profiles[world_.members.person[chunk_.row[l + n]]];
    }
    lanes_.seat_four(0, l, family);
    lanes_.seat_four(1, l, provider);
  }

  void commit() {
    if (organisation_ == kNone) return;
    sums_.settle();
    add_up(sums_, flows_.sums[organisation_]);
    sums_ = {};
  }

  World& world_;
  WeekFlows& flows_;
  std::uint32_t lane_;
  std::uint32_t organisation_ = kNone;
  ExchangeSetting setting_;
  Chunk chunk_;
  const Family* families_ = nullptr;
  TieLanes lanes_;
  ExchangeSums sums_;
};

}  // namespace

void phase_family_ties(World& world, const Parameters& parameters, WeekFlows& flows) {
  for_each_task(world.lanes.id.size(), 4, [&](std::size_t n) {
    const auto lane = static_cast<std::uint32_t>(n);
    if (!world.plan->pathways[world.lanes.pathway[lane]].facts->family) return;
    static thread_local std::vector<Family> families;  // grows once, to the longest lane
    LaneFamilies(world, parameters, flows, lane, families).run();
  });
}

}  // namespace relco
