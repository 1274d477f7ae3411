"""What the week does to organisations and what is between them: U1 to U3, D1, D2, D4, S3, S8, K4,
X9, X10, X14, X16."""

import numpy as np

from arithmetic import F, GRID, ONE, ZERO, clamp, grid, positive
from tables import NONE
from workload import lever, level, people_of


def labour_week(p, world):
    unions, d = world.unions, p.labour
    for k in range(len(unions.id)):                                                      # U1
        stance, strength = unions.stance[k], unions.strength[k]
        fair = min(F(1.5), unions.process[k] / d.process)
        real = stance * fair if stance > ZERO else stance
        amplified = real * (d.stance + d.strength * strength)
        by_strength = d.strength * (F(2) * strength - ONE)
        relations = amplified + d.strength_alone * (by_strength - amplified)
        relations = max(-ONE, min(ONE, relations))
        unions.relations[k] = unions.relations[k] + d.adapt * (relations - unions.relations[k])


def units_of(world, o):
    return range(world.organisations.begin[o], world.organisations.end[o])


def labour_of(world, o):   # U3
    posts = [i for u in units_of(world, o) for i in people_of(world, u)]
    unions = [world.people.labour_union[i] for i in posts]
    total = sum(float(world.unions.relations[k]) for k in unions if k != NONE)
    return F(total / len(posts)) if posts else ZERO


def quality_week(p, world, o, seen):   # D4
    organisations = world.organisations
    if seen < 0:
        units = units_of(world, o)
        solved = sum(1.0 - float(world.units.blame_share[u]) for u in units)
        seen = 0.7 * solved / len(units)
    quality, aspiration = organisations.quality[o], organisations.aspiration[o]
    quality = quality + max(F(0.1), ONE / F(world.week + 1)) * (F(seen) - quality)
    adapt = ONE if world.week < 8 else p.leadership.aspiration_adapt
    organisations.quality[o] = quality
    organisations.aspiration[o] = aspiration + adapt * (quality - aspiration)


def mean_over_units(values):
    total = ZERO
    for value in values:
        total = total + value
    return total / F(len(values))


def exposure_of(world, o):
    """The largest over partners (D1)."""
    between = world.organisation_links
    return max([ZERO] + [min(between.exposure0[k], between.exposure1[k])
                         for k in range(len(between.first))
                         if o in (between.first[k], between.second[k])])


def leaders_week(p, world, o, quality_of_cases):
    organisations, units, d = world.organisations, world.units, p.leadership
    organisations.labour[o] = labour_of(world, o)
    quality_week(p, world, o, quality_of_cases)
    threat = mean_over_units([units.threat[u] for u in units_of(world, o)])
    support = organisations.support[o]
    pull = (d.quality * (organisations.quality[o] - organisations.aspiration[o]) +
            d.payment * exposure_of(world, o) + d.labour * organisations.labour[o] -
            d.threat * threat -
            d.cost_pressure * (organisations.cost_pressure[o] -
                               organisations.cost_pressure_start[o]) *
            organisations.trade_off[o])
    organisations.support[o] = grid(support + d.adapt * pull +
                                    d.restore * (organisations.stance_support[o] - support))   # D1


def payback_within(p, years):   # X14
    return ONE + p.change.payback_years * (years - ONE) / (years + p.change.payback_years)


def structures_week(p, world, o):   # S3, S8
    organisations, s = world.organisations, p.structures
    investing = (payback_within(p, organisations.budget_years[o]) *
                 payback_within(p, organisations.horizon_years[o]))
    shift = organisations.support[o] - organisations.own_support[o]
    enacted = clamp(organisations.support[o] / s.leader_enacts)
    levels, starts = organisations.structures[o], organisations.structures_start[o]
    targets = organisations.structures_target[o]
    for n in range(len(levels)):
        steered = starts[n] + enacted * (targets[n] - starts[n])
        gap = steered + s.leader_pull * shift - levels[n]
        rate = s.adapt * investing if gap > ZERO else s.adapt
        levels[n] = clamp(levels[n] + min(ONE, rate) * gap)
    if any(targets > starts):                                                            # X9
        organisations.programme_delay[o] = (organisations.programme_delay[o] +
                                            positive(ONE - investing))


def conflicts_week(p, world, o):
    organisations, units, c = world.organisations, world.units, p.climate
    settled, asked, given = [], ZERO, ZERO
    for u in units_of(world, o):
        share = units.hours_given[u] / units.hours_asked[u] if units.hours_asked[u] > 0 else ZERO
        settled.append(share * positive(lever(units.levers[u], "solving")))
        asked, given = asked + units.hours_asked[u], given + units.hours_given[u]
    resolution = clamp(level(organisations.structures[o], "shared_conflict_resolution") +
                       mean_over_units(settled))
    blame = mean_over_units([units.blame_share[u] for u in units_of(world, o)])
    debt = organisations.conflict_debt[o]
    organisations.conflict_debt[o] = grid(debt + c.debt_gain * blame * (ONE - debt) -
                                          (c.debt_settle * resolution + c.debt_fade) * debt)  # K4
    delay = organisations.programme_delay[o]                                             # X9
    if asked > ZERO:
        delay = delay + (ONE - given / asked)
    organisations.programme_delay[o] = (
        delay + organisations.merging[o] * p.change.merger_delay_weeks / F(104))


def unit_leaders_week(p, world, o):   # D2
    organisations, units, d = world.organisations, world.units, p.leadership
    for u in units_of(world, o):
        target = units.own_support[u] + (organisations.support[o] - organisations.own_support[o])
        rate = d.unit_follows
        if target < units.support[u]:
            rate = rate * (ONE + d.hostility_erodes)
        units.support[u] = grid(units.support[u] + rate * (target - units.support[u]))


def trust_week(p, world):   # X10
    between, d = world.organisation_links, p.change
    for k in range(len(between.first)):
        values = []   # goals and respect of every tie across that the survey would ask about
        for link in np.flatnonzero(world.links.across == k):
            for pair in range(world.links.begin[link], world.links.end[link]):
                if world.is_known(pair):
                    for side in (0, 1):
                        goals, _, respect = world.tie(pair, side)
                        values += [int(float(goals) * GRID), int(float(respect) * GRID)]
        if not values:
            continue
        mean = F(sum(values) / len(values)) / F(GRID)
        exposures = between.exposure0[k], between.exposure1[k]
        target = (mean + d.trust_governance * between.governance[k] -
                  d.trust_broken * (max(exposures) - min(exposures)))
        between.trust[k] = grid(between.trust[k] + d.trust_adapt * (target - between.trust[k]))


def permanence_week(p, world, dropped):   # X16
    organisations, d = world.organisations, p.change
    for o in range(len(organisations.id)):
        belief = organisations.permanence[o]
        kept = ONE - d.permanence_dropped * min(ONE, dropped[o])
        organisations.permanence[o] = grid(
            belief * kept + d.permanence_regain * (organisations.permanence_start[o] - belief))


def organisations_week(p, world, quality_of_cases, dropped):
    labour_week(p, world)
    for o in range(len(world.organisations.id)):
        leaders_week(p, world, o, quality_of_cases[o])
        structures_week(p, world, o)
        conflicts_week(p, world, o)
        unit_leaders_week(p, world, o)
    trust_week(p, world)
    permanence_week(p, world, dropped)
