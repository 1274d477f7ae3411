// RC-mini's people, teams and ties.
#include <algorithm>
#include <array>
#include <bit>

#include "base/hash.h"
#include "engine/rc_mini/rc_mini.h"
#include "engine/tie_lanes.h"

namespace relco {
namespace {

using mini::kCases, mini::kNeighbourhood, mini::kTeam, mini::kTeamPairs;

using Team = std::array<std::uint32_t, kTeam>;  // places within the neighbourhood, rising

Team choose_team(const Luck& luck, std::uint64_t which) {
  std::array<std::uint32_t, kNeighbourhood> people;
  for (std::uint32_t i = 0; i < kNeighbourhood; ++i) people[i] = i;
  Team team;
  for (std::uint32_t i = 0; i < kTeam; ++i) {
    const float uniform =
        luck.draw(Purpose::team_choice, which, 0, i / 4).uniform(static_cast<int>(i % 4));
    const auto other = static_cast<std::uint32_t>(uniform * static_cast<float>(kNeighbourhood - i));
    std::swap(people[i], people[i + other]);
    team[i] = people[i];
  }
  std::sort(team.begin(), team.end());
  return team;
}

// The pairs of one neighbourhood while it is built: how often each is in a team.
struct Counted {
  std::uint32_t lower = 0, upper = 0, times = 0, row = 0;
};

class Builder {
 public:
  Builder(RcMini& world, std::uint64_t seed) : world_(world), luck_(seed, 0) {
    world_.key = luck_.key(Purpose::communication);
  }

  void add(std::uint32_t neighbourhood) {
    std::array<Team, kCases> teams;
    for (std::uint32_t c = 0; c < kCases; ++c) {
      teams[c] = choose_team(luck_, std::uint64_t{neighbourhood} * kCases + c);
    }
    count(teams);
    const std::vector<std::uint32_t> first_slot = add_levels();
    add_pairs(neighbourhood * kNeighbourhood);
    add_told(teams, first_slot);
  }

 private:
  template <class Visit>
  static void for_each_pair(const Team& team, Visit&& visit) {
    for (std::uint32_t a = 0; a < kTeam; ++a) {
      for (std::uint32_t b = a + 1; b < kTeam; ++b) visit(team[a], team[b]);
    }
  }
  static std::size_t place(std::uint32_t a, std::uint32_t b) { return a * kNeighbourhood + b; }

  void count(const std::array<Team, kCases>& teams) {
    std::array<std::uint32_t, kNeighbourhood * kNeighbourhood> times{};
    for (const Team& team : teams) {
      for_each_pair(team, [&](auto a, auto b) { ++times[place(a, b)]; });
    }
    pairs_.clear();
    for (std::uint32_t a = 0; a < kNeighbourhood; ++a) {
      for (std::uint32_t b = a + 1; b < kNeighbourhood; ++b) {
        if (times[place(a, b)] > 0) pairs_.push_back({a, b, times[place(a, b)], 0});
      }
    }
    std::stable_sort(pairs_.begin(), pairs_.end(),
                     [](const Counted& x, const Counted& y) { return x.times > y.times; });
    for (std::uint32_t row = 0; row < pairs_.size(); ++row) {
      pairs_[row].row = row;
      row_[place(pairs_[row].lower, pairs_[row].upper)] = static_cast<std::uint16_t>(row);
    }
  }

  // Where the slots of each level begin.
  std::vector<std::uint32_t> add_levels() {
    std::vector<std::uint32_t> first_slot;
    std::uint32_t slots = 0;
    for (std::uint32_t level = 0; level < pairs_.front().times; ++level) {
      const auto end = std::find_if(pairs_.begin(), pairs_.end(),
                                    [&](const Counted& pair) { return pair.times <= level; });
      const auto in_level = static_cast<std::uint32_t>(end - pairs_.begin());
      world_.level_pairs.push_back(in_level);
      first_slot.push_back(slots);
      slots += static_cast<std::uint32_t>(whole_steps(in_level));
    }
    world_.first_level.push_back(static_cast<std::uint32_t>(world_.level_pairs.size()));
    return first_slot;
  }

  // Rows that fill up the last step of lanes stay at 0.
  void add_pairs(std::uint32_t first_person) {
    Pairs& p = world_.pairs;
    const std::size_t first = world_.first_pair.back(), rows = first + whole_steps(pairs_.size());
    p.lower.resize(rows), p.upper.resize(rows);
    for (auto* column :
         {&p.goals0, &p.knowledge0, &p.respect0, &p.goals1, &p.knowledge1, &p.respect1}) {
      column->resize(rows);
    }
    const PhiloxKey key = luck_.key(Purpose::first_ties);
    for (const Counted& pair : pairs_) {
      const std::size_t row = first + pair.row;
      p.lower[row] = first_person + pair.lower;
      p.upper[row] = first_person + pair.upper;
      const Draw luck = Luck::directed(key, p.lower[row], p.upper[row], 0);
      const auto start = [&](int n, int side) { return 0.3f + 0.4f * luck.uniform16(n, side); };
      p.goals0[row] = start(0, 0), p.knowledge0[row] = start(1, 0), p.respect0[row] = start(2, 0);
      p.goals1[row] = start(0, 1), p.knowledge1[row] = start(1, 1), p.respect1[row] = start(2, 1);
    }
    world_.first_pair.push_back(static_cast<std::uint32_t>(rows));
    world_.ties += 2 * pairs_.size();
  }

  // The cases of a pair meet it in their order.
  void add_told(const std::array<Team, kCases>& teams, const std::vector<std::uint32_t>& slot) {
    std::vector<std::uint32_t> seen(pairs_.size(), 0);
    for (const Team& team : teams) {
      for_each_pair(team, [&](auto a, auto b) {
        const std::uint32_t row = row_[place(a, b)];
        world_.told.push_back(static_cast<std::uint16_t>(slot[seen[row]++] + row));
      });
    }
  }

  RcMini& world_;
  Luck luck_;
  std::vector<Counted> pairs_;
  std::array<std::uint16_t, kNeighbourhood * kNeighbourhood> row_{};
};

}  // namespace

RcMini make_rc_mini(std::size_t people, std::uint64_t seed) {
  RcMini world;
  world.first_pair.push_back(0);
  world.first_level.push_back(0);
  Builder builder(world, seed);
  const std::size_t neighbourhoods = std::max<std::size_t>(1, people / kNeighbourhood);
  for (std::size_t n = 0; n < neighbourhoods; ++n) builder.add(static_cast<std::uint32_t>(n));
  world.quality.resize(neighbourhoods * kCases);
  return world;
}

double bytes_moved_per_pair() {
  return 2 * sizeof(std::uint32_t) + 2 * 6 * sizeof(float);
}

double bytes_stored_per_pair(const RcMini& world) {
  const double columns = static_cast<double>(world.pairs.lower.size()) *
                         (2 * sizeof(std::uint32_t) + 6 * sizeof(float));
  const double told = static_cast<double>(world.told.size() * sizeof(world.told[0]));
  const double levels =
      static_cast<double>((world.level_pairs.size() + 2 * world.first_pair.size()) * 4);
  return (columns + told + levels) / (static_cast<double>(world.ties) / 2);
}

std::uint64_t digest_of(const RcMini& world) {
  const auto hash = [](std::uint64_t digest, const auto& column) {
    return combine64(digest, hash_bytes({reinterpret_cast<const char*>(column.data()),
                                         column.size() * sizeof(column[0])}));
  };
  const Pairs& p = world.pairs;
  std::uint64_t digest = hash(hash(0, p.lower), p.upper);
  for (const auto* column :
       {&p.goals0, &p.knowledge0, &p.respect0, &p.goals1, &p.knowledge1, &p.respect1}) {
    digest = hash(digest, *column);
  }
  return hash(hash(digest, world.quality), world.weeks);
}

}  // namespace relco
