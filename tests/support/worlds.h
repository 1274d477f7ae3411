// Tiny worlds made in code, for tests of laws: small enough to run in milliseconds, rich enough
// that every mechanism has something to do. All of them are facts only; nothing here sets
// behaviour.
#pragma once

#include <string>
#include <vector>

#include "measure/results.h"
#include "rules/parameters.h"
#include "world/facts.h"

namespace relco::test {

// One ward with nurses and surgeons and no pathway at all: daily work only.
[[nodiscard]] Facts one_ward();

// Ten people around one child: a standing case of four organisations, and its family.
[[nodiscard]] Facts one_child();

// A hospital and the home care that takes over from it: one pathway with families, follow-up and
// channels of after-care. 15 people.
[[nodiscard]] Facts two_partners();

// Two organisations with everything the facts can say: several units and copies, distributions,
// vacancies, leaving and rotation, labels, a coordinator, unions, payers, three pathways (one
// standing, one without families), and changes. Arms: as_is, reform. About 30 people.
[[nodiscard]] Facts rich();

// rich() with an island and, in the arm reform, a further change of every kind, one after another.
[[nodiscard]] Facts storm();

// Adds two organisations with a payer, a union, roles and a pathway of their own, which share
// nothing with anybody else. Their names sort before and after all others.
void add_island(Facts& facts);
// The same, with larger teams than any other pathway has.
void add_wide_island(Facts& facts);
[[nodiscard]] bool is_island(const std::string& organisation);

// A change of one verb from week 2 at full dose and fidelity.
[[nodiscard]] ChangeFacts change(const std::string& name, VerbChange verb);

// Adds the change, and an arm of its name that picks it (a control arm first, if there is none).
void add_arm(Facts& facts, const ChangeFacts& change);

// Every alternative of VerbChange, every payment model and every intervention, one change each,
// about the organisations of two_partners() and rich() only: scoped to them or naming them.
[[nodiscard]] std::vector<ChangeFacts> every_change();

// Names without ids get them, so that things can be renamed and stay who they are.
void give_ids(Facts& facts);

// The whole run of one arm and replicate, as it would be by itself.
[[nodiscard]] CellRecords run_cell(const Facts& facts, const Parameters& parameters = {},
                                   std::size_t arm = 0, int replicate = 0);

// Bit for bit, NaN included.
[[nodiscard]] bool same(const CellRecords& a, const CellRecords& b);

}  // namespace relco::test
