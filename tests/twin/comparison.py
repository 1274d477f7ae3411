"""The twin's run of a world beside relco's, week by week."""

import os
import subprocess
from types import SimpleNamespace

import numpy as np

import tables
import world as twin

MOST_ULPS = 0   # both compute the same in the same order

# Everything that the twin computes. Whole numbers (events, memories, weeks) must be equal, floats
# within MOST_ULPS of each other.
COMPARED = {
    "Pairs": "goals0 knowledge0 respect0 goals1 knowledge1 respect1 frequent0 timely0 accurate0 "
             "solving0 frequent1 timely1 accurate1 solving1 silent events0 events1",
    "People": "skill burnout larger bias_role bias_unit bias_organisation bias_label habit occupant "
              "vacant tenure newcomer load rework satisfaction attached presence",
    "Units": "support inquiry safety norm_within norm_between reporting blame_share load levers "
             "hours_asked hours_given threat shared_identity salience shock_load shock_safety "
             "mandate",
    "Organisations": "support aspiration quality labour structures conflict_debt programme_delay "
                     "permanence structures_target stance_support stance_inquiry cost_pressure "
                     "budget_years punitive blame_risk merging",
    "OrganisationLinks": "trust negotiation agreement governance exposure0 exposure1 near merged "
                         "merged_identity",
    "Unions": "strength stance process relations",
    "Lanes": "family_dose",
}

OF_FAMILIES = ("goals0 knowledge0 respect0 goals1 knowledge1 respect1 frequent0 timely0 accurate0 "
               "solving0 frequent1 timely1 accurate1 solving1 events0 events1")


def trace_of(name, folder="."):
    """relco's run of worlds/NAME.yaml."""
    scenario = tables.SOURCE / "tests/twin/worlds" / f"{name}.yaml"
    file = os.path.join(folder, f"{name}.trace")
    subprocess.run([os.environ["TRACE"], scenario, file], check=True)
    return tables.read_trace(file)


def ulps(mine, theirs):
    """Steps of float32 between two arrays, through zero where the signs differ."""
    def line(x):
        bits = x.view(np.int32).astype(np.int64)
        return np.where(bits < 0, -(bits & 0x7FFFFFFF), bits)
    return np.abs(line(mine) - line(theirs))


class Comparison:
    """Of relco's run with the twin that has these parameters."""

    def __init__(self, trace, parameters):
        self.trace, self.parameters = trace, parameters
        self.world = twin.World(trace["start"])
        self.largest = 0      # ulps
        self.numbers = 0      # compared
        self.complaints = []

    @property
    def horizon(self):
        return max(int(moment) for moment in self.trace if moment.isdigit()) + 1

    def step(self):
        """A week of the twin, from its own last week, and how it differs."""
        week = str(self.world.week)
        told = self.trace[week]
        twin.week(self.parameters, self.world, self.cases_of(week))
        for table, columns in COMPARED.items():
            for column in columns.split():
                mine = getattr(self.world.tables[table], column)
                self.hold(f"week {week}, {table}.{column}", mine, told[f"{table}.{column}"])

        open_rows = self.cases_of(week).teams.person != tables.NONE
        for column in OF_FAMILIES.split():
            self.hold(f"week {week}, Members.{column}",
                      getattr(self.world.members, column)[open_rows],
                      told[f"Members.{column}"][open_rows])

    def cases_of(self, week):
        """What the twin is told of a week."""
        early, late = self.trace[week + ".cases"], self.trace[week]
        teams = SimpleNamespace(
            case=early["Cases.id"], phase=early["Cases.phase"], strain=early["Cases.strain"],
            engagement=early["Cases.engagement"], person=early["Members.person"])
        return SimpleNamespace(need=early["Pairs.need"], teams=teams,
                               need_after_care=late["Pairs.need"],
                               quality_of_cases=late["care.quality"])

    def hold(self, place, mine, theirs):
        if mine.shape != theirs.shape or mine.dtype != theirs.dtype:
            self.complaints.append(f"{place}: {mine.dtype}{mine.shape} against "
                                   f"{theirs.dtype}{theirs.shape}")
            return
        if mine.dtype.kind == "f":
            apart = ulps(mine, theirs)
            wrong = apart > MOST_ULPS
            self.largest = max(self.largest, apart.max(initial=0))
        else:
            wrong = mine != theirs
        self.numbers += mine.size
        for at in np.argwhere(wrong)[:3]:
            at = tuple(int(n) for n in at)
            self.complaints.append(f"{place}, row {at[0]}: {mine[at]} against {theirs[at]}")

    def run(self, weeks):
        """Up to so many weeks, or to the first that differs. Is everything equal?"""
        while self.world.week < weeks and not self.complaints:
            self.step()
        return not self.complaints
