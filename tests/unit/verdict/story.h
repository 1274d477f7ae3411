// A small made-up run for the verdict: eight seeds, two arms, two organisations.
#pragma once

#include "unit/measure/synthetic_records.h"
#include "world/facts.h"

namespace relco::test {

inline Facts story_facts() {
  Facts facts;
  facts.title = "One price for the whole episode";
  facts.question = "Does it turn the cycle?";
  facts.seed = 2026;
  return facts;
}

// As it is, half of the seeds end vicious (2.5) and half contested (3.4), give or take luck. The
// reform lifts all by 0.2, and in six seeds up to 4.2 from week 52 on; it makes the clinic dearer.
inline SyntheticRun story() {
  SyntheticRun run({"as_is", "one_price"}, 8, 104, {"hospital", "clinic"});
  for (int seed = 0; seed < 8; ++seed) {
    const double luck = 0.01 * (seed % 4);
    const double level = (seed % 2 == 0 ? 2.5 : 3.4) + luck;
    for (std::size_t scope = 0; scope < 3; ++scope) {
      run.fill(0, seed, Outcome::rc_between, level, scope);
      run.fill(1, seed, Outcome::rc_between, level + 0.2, scope);
      for (Week week = 52; week < 104 && seed < 6; ++week) {
        run.set(1, seed, Outcome::rc_between, week, 4.2 + luck, scope);
      }
      run.fill(0, seed, Outcome::episode_cost, 10000, scope);
      run.fill(1, seed, Outcome::episode_cost, seed % 2 == 0 ? 9480 : 9520, scope);
      run.fill(0, seed, Outcome::burnout, 0.3, scope);
      run.fill(1, seed, Outcome::burnout, 0.3, scope);
      run.fill(0, seed, Outcome::cost_by_payer, 20000, scope);
      run.fill(1, seed, Outcome::cost_by_payer, (scope == 2 ? 21000 : 19000) + 4 * seed, scope);
    }
    run.fill(0, seed, Outcome::readmissions, 0.1);
    run.fill(1, seed, Outcome::readmissions, 0.1 + 0.01 * (seed % 3 - 1));
    run.move(0, seed, Term::smooth_work, 6);
    run.move(0, seed, Term::blame, -4);
    run.move(1, seed, Term::smooth_work, 9);
    run.move(1, seed, Term::blame, -3);
  }
  return run;
}

}  // namespace relco::test
