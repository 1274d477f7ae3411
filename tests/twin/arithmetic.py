"""Numbers as relco publishes them: float32 step by step (decision 0003), its own exponential and
logarithm (sim/base/numerics.h), the grid of 2^-23, and keyed luck (decision 0002).

Every number of the twin is a numpy float32, so that each single operation rounds as IEEE says. A
literal that slipped in as a Python float would turn its whole expression to double precision; grid()
and stored() refuse that.
"""

import math

import numpy as np

F = np.float32
ZERO, ONE = F(0), F(1)
GRID = 2**23   # steps to 1


def stored(x):
    if not isinstance(x, np.float32):
        raise TypeError(f"{x!r} is a {type(x).__name__}, and the model computes in float32")
    return x


def clamp(x):
    return stored(min(max(x, ZERO), ONE))


def positive(x):
    return x if x > ZERO else ZERO


def grid(x):
    """Cut to 0..1 and rounded to the nearest multiple of 2^-23, ties to even."""
    return clamp(stored(x) + ONE - ONE)


def moved(x, change):
    """A number on the grid after a change, on the grid again."""
    return clamp(x + ONE + stored(change) - ONE)


def odds_against(x):
    """e^-x: 2 to a whole number is added to the exponent, a polynomial does the rest."""
    x = min(max(stored(x), F(-80)), F(80))
    nearest = F(1.5 * 2**23)   # adding it rounds to a whole number
    t = x * F(-1.44269504088896341)
    n = (t + nearest) - nearest
    f = t - n
    p = F(1.326472731e-3)
    for c in (9.671512991e-3, 5.550733581e-2, 2.402224243e-1, 6.931470037e-1, 1.0):
        p = p * f + F(c)
    return p * F(2.0**int(n))


def sigma(x):
    return ONE / (ONE + odds_against(x))


def ln_1_plus(x):
    """ln(1 + x) for x >= 0: 1 + x = 2^e (1 + m) with 1 + m from sqrt(1/2) to sqrt(2)."""
    y = x + ONE
    m, e = math.frexp(float(y))
    if m < float(F(math.sqrt(0.5))):
        m, e = 2 * m, e - 1
    m = F(m) - ONE
    p = F(7.0376836292e-2)
    for c in (-1.1514610310e-1, 1.1676998740e-1, -1.2420140846e-1, 1.4249322787e-1,
              -1.6668057665e-1, 2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1):
        p = p * m + F(c)
    square = m * m
    return m + (p * m * square - F(0.5) * square) + F(e) * F(0.6931471806)


# ---- luck ----

PURPOSES = {   # sim/docs/reference/draws.md
    "communication": 2, "family_communication": 3, "leaving": 10, "habit": 12, "layoff": 13}
WORD, LONG = 2**32 - 1, 2**64 - 1


def mix64(x):
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        x = (x ^ x >> shift) * factor & LONG
    return x ^ x >> 31


def combine64(a, b):
    return mix64(a * 0x9E3779B97F4A7C15 + mix64(b + 0x632BE59BD9B4E019 & LONG) & LONG)


def philox(counter, key, rounds=7):
    a, b, c, d = counter
    low, high = key
    for _ in range(rounds):
        first, second = 0xD2511F53 * a, 0xCD9E8D57 * c
        a, b, c, d = second >> 32 ^ b ^ low, second & WORD, first >> 32 ^ d ^ high, first & WORD
        low, high = low + 0x9E3779B9 & WORD, high + 0xBB67AE85 & WORD
    return a, b, c, d


class Luck:
    def __init__(self, seed, replicate):
        self.root = combine64(mix64(seed + 1 & LONG), replicate)

    def draw(self, purpose, first, second, week, number=0):
        """The four words of one decision."""
        key = combine64(self.root, PURPOSES[purpose])
        return philox((first, second, week, number), (key & WORD, key >> 32))

    def about(self, purpose, who, week):
        """A decision of one entity: both halves of its id."""
        return self.draw(purpose, who & WORD, who >> 32, week)

    def between(self, purpose, who, whom, week):
        """A decision of one about another: the lower halves of both ids."""
        return self.draw(purpose, who & WORD, whom & WORD, week)


def uniform(word):
    return F(word >> 8) * F(2.0**-24)


