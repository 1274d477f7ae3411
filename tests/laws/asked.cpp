// Values at finer scopes: exact, the same in any number of threads, and without a trace in the
// world that is asked.
#include <algorithm>
#include <bit>
#include <cmath>

#include "base/fixed.h"
#include "engine/run.h"
#include "engine/simulation.h"
#include "support/catch.h"
#include "support/worlds.h"

using namespace relco;

namespace {

Asked ask(AskedScope scope, std::vector<std::string> quantities, Points points = Points::none) {
  Asked asked;
  asked.scope = std::move(scope);
  asked.points = points;
  asked.to = points == Points::none ? 0 : 10000;
  asked.quantities = std::move(quantities);
  return asked;
}

std::vector<std::string> outcomes_where(bool (*wanted)(OutcomeLevel)) {
  std::vector<std::string> names;
  for (const OutcomeRow& row : outcome_rows()) {
    if (wanted(row.level)) names.emplace_back(row.name);
  }
  return names;
}

std::vector<std::string> all_outcomes() {
  return outcomes_where([](OutcomeLevel) { return true; });
}

RunRecords run(const Facts& facts, std::vector<Asked> asked, int threads = 2) {
  RunOptions options;
  options.threads = threads;
  options.asked = std::move(asked);
  return run_scenario(facts, {}, options).records;
}

Facts short_rich() {
  Facts facts = test::rich();
  facts.horizon = 30;
  facts.replicates = 2;
  return facts;
}

// Many questions of every kind about rich().
std::vector<Asked> many_questions() {
  AskedScope everyone, nurses, pair, hip, members, within;
  nurses.role = "nurse";
  pair.rater = "surgeon";
  pair.rated = "nurse";
  hip.pathway = "hip";
  within.ties = TieScope::within;
  std::vector<Asked> out{ask(everyone, all_outcomes()),
                         ask(nurses, {"rc_index", "burnout", "suggestion_acceptance"}),
                         ask(pair, {"respect", "problem_solving"}),
                         ask(hip, {"rc_between", "episode_length", "burnout", "rc_family"}),
                         ask(within, {"knowledge"})};
  for (const Points points :
       {Points::organisation, Points::unit, Points::role, Points::role_pair}) {
    out.push_back(ask(everyone, {"rc_index"}, points));
  }
  out.push_back(ask(everyone, {"burnout", "rc_index", "safety", "leader_support"}, Points::person));
  return out;
}

bool same_floats(const std::vector<float>& a, const std::vector<float>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](float x, float y) {
    return std::bit_cast<std::uint32_t>(x) == std::bit_cast<std::uint32_t>(y);
  });
}

}  // namespace

TEST_CASE("Questions leave no trace in the world that is asked, nor in its records") {
  const Facts facts = short_rich();
  const RunRecords plain = run(facts, {});
  const RunRecords asked = run(facts, many_questions());
  CHECK(plain.cells.front().asked.empty());
  REQUIRE(asked.cells.front().asked.size() == many_questions().size());
  for (std::size_t n = 0; n < plain.cells.size(); ++n) {
    CHECK(test::same(plain.cells[n], asked.cells[n]));
  }
}

TEST_CASE("Answers are the same to the bit for any number of threads") {
  const RunRecords one = run(short_rich(), many_questions(), 1);
  const RunRecords three = run(short_rich(), many_questions(), 3);
  for (std::size_t cell = 0; cell < one.cells.size(); ++cell) {
    for (std::size_t n = 0; n < one.cells[cell].asked.size(); ++n) {
      const AskedRecord& a = one.cells[cell].asked[n];
      const AskedRecord& b = three.cells[cell].asked[n];
      CHECK(same_floats(a.weekly, b.weekly));
      CHECK(a.sums == b.sums);
      CHECK(a.weeks == b.weeks);
    }
  }
}

TEST_CASE(
    "Asked about everyone, or about a whole organisation, the answer is that of the records") {
  const Facts facts = short_rich();
  const auto names = all_outcomes();
  std::vector<Asked> asked{ask({}, names)};
  const std::string organisation = facts.organisations.front().name;
  REQUIRE(facts.organisations.front().copies == 1);
  AskedScope one;
  one.organisation = organisation;
  asked.push_back(ask(one, names));
  const RunRecords records = run(facts, asked);
  const auto& scopes = records.axes.scopes;
  const auto row = static_cast<std::size_t>(std::find(scopes.begin(), scopes.end(), organisation) -
                                            scopes.begin());
  REQUIRE(row < scopes.size());
  int values = 0;
  for (const CellRecords& cell : records.cells) {
    for (Week week = 0; week < records.axes.weeks; ++week) {
      for (std::size_t q = 0; q < names.size(); ++q) {
        const auto outcome = *find_outcome(names[q]);
        // Units count once each in the records of organisations; leaders are those of the top.
        if (outcome == Outcome::leader_support) continue;
        for (std::size_t n = 0; n < 2; ++n) {
          const std::size_t scope = n == 0 ? 0 : row;
          const float recorded =
              cell.outcomes[CellRecords::index(records.axes, week, scope, outcome)];
          const float answer =
              cell.asked[n].weekly[static_cast<std::size_t>(week) * names.size() + q];
          INFO(names[q] << " in week " << week << " of scope " << scope);
          if (std::isnan(recorded)) {
            CHECK(std::isnan(answer));
          } else if (outcome == Outcome::suggestion_acceptance) {
            CHECK(answer == Approx(recorded).margin(1e-6));  // recorded: rounded once a block
          } else {
            CHECK(answer == recorded);
          }
          values += std::isnan(recorded) ? 0 : 1;
        }
      }
    }
  }
  CHECK(values > 1000);
}

TEST_CASE("Pathways share out what cases of an organisation do") {
  Facts facts = short_rich();
  std::vector<Asked> asked;
  for (const PathwayFacts& pathway : facts.pathways) {
    AskedScope scope;
    scope.pathway = pathway.name;
    asked.push_back(ask(scope, {"cost_by_payer", "admissions", "detentions"}));
  }
  REQUIRE(asked.size() > 1);
  const RunRecords records = run(facts, asked);
  const Outcome totals[] = {Outcome::cost_by_payer, Outcome::admissions, Outcome::detentions};
  double seen = 0;
  for (Week week = 0; week < records.axes.weeks; ++week) {
    for (std::size_t q = 0; q < 3; ++q) {
      double sum = 0;
      for (std::size_t n = 0; n < asked.size(); ++n) {
        sum += static_cast<double>(
            records.cells[0].asked[n].weekly[static_cast<std::size_t>(week) * 3 + q]);
      }
      const auto whole = static_cast<double>(
          records.cells[0].outcomes[CellRecords::index(records.axes, week, 0, totals[q])]);
      CHECK(sum == Approx(whole).epsilon(1e-5));
      seen += whole;
    }
  }
  CHECK(seen > 0);
}

TEST_CASE(
    "surgeon-nurse is what surgeons say about nurses: raising only the ties of nurses to "
    "surgeons moves only that") {
  Facts facts = test::one_ward();
  facts.horizon = 4;
  Parameters frozen;
  frozen.learning.pace = 0;
  const Blueprint blueprint = make_blueprint(facts, frozen);
  AskedScope forth, back, nurses, surgeons;
  forth.rater = back.rated = "surgeon";
  forth.rated = back.rater = "nurse";
  nurses.role = "nurse";
  surgeons.role = "surgeon";
  const std::vector<std::string> respect{"respect"};
  const std::vector<Asked> asked{ask(forth, respect), ask(back, respect), ask(nurses, respect),
                                 ask(surgeons, respect)};
  const auto answers = [&](bool raise) {
    Simulation simulation(blueprint, frozen, 0, 0);
    World& world = simulation.world();
    const auto is = [&](std::uint32_t person, const char* role) {
      return world.plan->roles[world.people.role[person]].name == role;
    };
    for (std::size_t k = 0; raise && k < world.pairs.lower.size(); ++k) {
      const std::uint32_t a = world.pairs.lower[k], b = world.pairs.upper[k];
      if (is(a, "nurse") && is(b, "surgeon")) world.pairs.respect0[k] = 1.0f;
      if (is(b, "nurse") && is(a, "surgeon")) world.pairs.respect1[k] = 1.0f;
    }
    simulation.ask(std::make_shared<const AskedPlan>(plan_asked(blueprint.prototype, asked)));
    simulation.step();
    std::vector<float> out;
    for (const AskedRecord& record : simulation.records().asked) out.push_back(record.weekly[0]);
    return out;
  };
  const auto before = answers(false), after = answers(true);
  CHECK(after[0] == 5.0f);
  CHECK(before[0] < 5.0f);
  CHECK(after[1] == before[1]);
  CHECK(after[2] > before[2]);   // nurses, as their partners rate them
  CHECK(after[3] == before[3]);  // surgeons
}

TEST_CASE("The score of a pair of roles is the mean over its ties, counted one by one") {
  Facts facts = short_rich();
  const Parameters parameters;
  const Blueprint blueprint = make_blueprint(facts, parameters);
  AskedScope pair;
  pair.rater = "nurse";
  pair.rated = "nurse";
  Simulation simulation(blueprint, parameters, 0, 0);
  simulation.ask(std::make_shared<const AskedPlan>(
      plan_asked(blueprint.prototype, {ask(pair, {"goals"}), ask({}, {"goals"}, Points::unit)})));
  simulation.step();
  const World& world = simulation.world();
  double sum = 0, ties = 0;
  for (std::size_t k = 0; k < world.pairs.lower.size(); ++k) {
    if (world.pairs.silent[k] >= kSurveyWindow && world.pairs.need[k] <= 0) continue;
    const auto nurse = [&](std::uint32_t i) {
      return world.plan->roles[world.people.role[i]].name == "nurse";
    };
    if (!nurse(world.pairs.lower[k]) || !nurse(world.pairs.upper[k])) continue;
    sum += static_cast<double>(world.pairs.goals0[k]) + static_cast<double>(world.pairs.goals1[k]);
    ties += 2;
  }
  REQUIRE(ties > 4);
  CHECK(simulation.records().asked[0].weekly[0] == Approx(1 + 4 * sum / ties).epsilon(1e-6));
  const AskedRecord& units = simulation.records().asked[1];
  CHECK(units.sums.size() == world.units.id.size());
}

TEST_CASE("The point of a role is what is asked for that role alone; families have one of theirs") {
  const Facts facts = short_rich();
  const std::vector<std::string> names{"rc_between", "burnout", "psychological_safety"};
  std::vector<Asked> asked{ask({}, names, Points::role), ask({}, {"rc_index"}, Points::role)};
  const Blueprint blueprint = make_blueprint(facts, {});
  const auto& roles = blueprint.prototype.plan->roles;
  for (const auto& role : roles) {
    AskedScope scope;
    scope.role = role.name;
    asked.push_back(ask(scope, names));
  }
  const RunRecords records = run(facts, asked);
  const CellRecords& cell = records.cells.front();
  const AskedRecord& points = cell.asked[0];
  REQUIRE(points.sums.size() == (roles.size() + 1) * names.size());
  int compared = 0;
  for (std::size_t r = 0; r < roles.size(); ++r) {
    for (std::size_t q = 0; q < names.size(); ++q) {
      double sum = 0;
      std::int32_t weeks = 0;
      const std::vector<float>& weekly = cell.asked[2 + r].weekly;
      for (std::size_t at = q; at < weekly.size(); at += names.size()) {
        if (std::isnan(weekly[at])) continue;
        sum += static_cast<double>(weekly[at]);
        ++weeks;
      }
      CHECK(points.weeks[r * names.size() + q] == weeks);
      CHECK(points.sums[r * names.size() + q] == Approx(sum));
      compared += weeks > 0 ? 1 : 0;
    }
  }
  CHECK(compared > 6);
  CHECK(cell.asked[1].weeks.back() == 0);  // no index of ties between providers is the family's
}
