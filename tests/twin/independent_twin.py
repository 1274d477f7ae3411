"""Two independent implementations of the loop agree: all discrete events of every directed tie and
week and all floats are equal, to the last bit, over the whole run of a small world (README.md here).

    independent_twin.py WORLD
"""

import sys

try:
    import numpy as np
except ImportError:
    print("skipped: the twin needs numpy (Debian: python3-numpy)")
    sys.exit(77)

import tables
import ties
from comparison import Comparison, trace_of

KINDS = {"contact": ties.CONTACT, "timely": ties.TIMELY, "accurate": ties.ACCURATE,
         "problem": ties.PROBLEM, "solved": ties.SOLVED}
FEWEST = 500   # of each kind, so that equality says something


def events_in(trace, weeks):
    sent = [trace[str(week)][f"Pairs.events{side}"] for week in range(weeks) for side in (0, 1)]
    return np.concatenate(sent)


def main(name):
    trace = trace_of(name)
    comparison = Comparison(trace, tables.parameters())
    weeks = comparison.horizon
    equal = comparison.run(weeks)
    events = events_in(trace, weeks)
    counts = {kind: int(np.count_nonzero(events & bit)) for kind, bit in KINDS.items()}
    counts["excess"] = int(np.count_nonzero(events & ties.EXCESS))
    for complaint in comparison.complaints:
        print(complaint)
    for kind in KINDS:
        if counts[kind] < FEWEST:
            print(f"{name}: only {counts[kind]} {kind}: too quiet a world for this test")
            equal = False
    people, pairs = len(comparison.world.people.id), len(comparison.world.pairs.lower)
    print(f"{name}: {people} people, {2 * pairs} directed ties, {comparison.world.week} of {weeks} "
          f"weeks; relco had " + ", ".join(f"{n} {kind}" for kind, n in counts.items()))
    print(f"{comparison.numbers} numbers compared, floats at most {comparison.largest} ulp apart")
    return 0 if equal else 1


sys.exit(main(*sys.argv[1:]))
