"""The comparison with the twin can fail: a twin with one constant, one order or one rounding
changed is told apart within some weeks."""

import sys

try:
    import numpy as np
except ImportError:
    print("skipped: the twin needs numpy (Debian: python3-numpy)")
    sys.exit(77)

import arithmetic
from arithmetic import F, ONE, ZERO
import environment
import organisations
import people
import tables
import ties
import workload
from comparison import Comparison, trace_of

WEEKS = 52


class Swap:
    """Sets attributes for the length of a block."""

    def __init__(self, owner, **values):
        self.owner, self.values = owner, values

    def __enter__(self):
        self.before = {name: getattr(self.owner, name) for name in self.values}
        vars(self.owner).update(self.values)

    def __exit__(self, *_):
        vars(self.owner).update(self.before)


def constant(rule, name, factor=1.01):
    """One parameter, by a hundredth."""
    def change(p):
        group = getattr(p, rule)
        return Swap(group, **{name: getattr(group, name) * F(factor)})
    return change


def terms(*order):
    """The terms of learning in another order."""
    return lambda p: Swap(ties, TERMS=[ties.TERMS[n] for n in order])


def library_exponential(x):
    return np.exp(-x)


def not_on_grid(x, change):
    return arithmetic.clamp(x + change)


def eight_rounds(counter, key):
    return seven_rounds(counter, key, 8)


seven_rounds = arithmetic.philox

MUTATIONS = {
    "blame weighs a hundredth more": constant("learning", "negativity"),
    "knowledge gained a hundredth faster": constant("learning", "knowledge_accurate"),
    "the anchor's rate one ulp larger": lambda p: Swap(
        p.learning, anchor_rate=np.nextafter(p.learning.anchor_rate, ONE)),
    "contact a hundredth likelier by need": constant("communication", "contact_need"),
    "safety a hundredth faster": constant("climate", "safety_adapt"),
    "bias restored a hundredth faster": constant("identity", "restore"),
    "leaders a hundredth faster": constant("leadership", "restore"),
    "trust a hundredth faster": constant("change", "trust_adapt"),
    "strain of families a hundredth more": constant("family", "load_strain"),
    "blame after the anchor": terms(0, 1, 3, 4, 5, 2, 6),
    "forgetting before learning": terms(0, 1, 2, 4, 3, 5, 6),
    "intervention before the anchor": terms(0, 1, 2, 3, 4, 6, 5),
    "ties not put on the grid": lambda p: Swap(ties, moved=not_on_grid),
    "norms and safety not put on the grid": lambda p: Swap(people, grid=arithmetic.clamp),
    "support not put on the grid": lambda p: Swap(organisations, grid=arithmetic.clamp),
    "the library's exponential": lambda p: Swap(ties, odds_against=library_exponential),
    "eight rounds of the generator": lambda p: Swap(arithmetic, philox=eight_rounds),
    "hours given to improvement cost nothing": lambda p: Swap(
        workload, delivered_share=lambda *_: ZERO),
    "changes act at once": lambda p: Swap(environment, strength_of=lambda p, change, week:
                                          environment.dose_now(change, week)),
}


def main():
    trace = trace_of("reform")
    if not Comparison(trace, tables.parameters()).run(WEEKS):
        print("the twin as it is differs already: independent_twin.py says where")
        return 1
    undetected = []
    for says, change in MUTATIONS.items():
        p = tables.parameters()
        with change(p):
            comparison = Comparison(trace, p)
            if comparison.run(WEEKS):
                undetected.append(says)
                print(f"{says}: not noticed in {WEEKS} weeks ({comparison.largest} ulp)")
            else:
                print(f"{says}: {comparison.complaints[0]}")
    print(f"{len(MUTATIONS)} mutations, {len(undetected)} not noticed")
    return 1 if undetected else 0


sys.exit(main())
