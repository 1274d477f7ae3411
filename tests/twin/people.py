"""What the week does to people and units: I1, I2, I5, W1 to W3, W7, W8, K1 to K3, K5, D5."""

from types import SimpleNamespace

import numpy as np

from arithmetic import F, ONE, ZERO, clamp, grid, positive, sigma, uniform
from tables import COORDINATOR
from ties import ACCURATE, ACTIVE, CONTACT, EXCESS, PROBLEM, SOLVED, TIMELY
from workload import lever, people_of

BOUNDARIES = ("role", "unit", "organisation", "label")
COMPONENTS = ("goals", "knowledge", "respect")


def crossed(world, i, j):
    """The boundaries between two people."""
    people = world.people
    units = people.unit[i], people.unit[j]
    organisations = [world.units.organisation[u] for u in units]
    return {"role": people.role[i] != people.role[j], "unit": units[0] != units[1],
            "organisation": organisations[0] != organisations[1],
            "label": people.label[i] != people.label[j]}


def lived_through(world, i):
    """What a person heard in the week from partners it still shares need with, and its ties."""
    pairs, people = world.pairs, world.people
    week = SimpleNamespace(exchanges=0, failed=0, problems=0, solved=0, blamed=0, needless=0,
                           contacts=0, spanners=0.0, received=np.zeros(3), partners=0,
                           own=np.zeros(3), own_count=0, between=np.zeros(3), between_count=0)
    week.across = {b: SimpleNamespace(exchanges=0, contacts=0, good=0, bad=0) for b in BOUNDARIES}
    for j, k, side in world.partners[i]:
        if pairs.need[k] <= 0:
            continue
        boundaries = crossed(world, i, j)
        tie = np.array(world.tie(k, side), dtype=np.float64)
        if boundaries["role"] or boundaries["unit"]:
            week.between += tie
            week.between_count += 1
        else:
            week.own += tie
            week.own_count += 1
        week.received += np.array(world.tie(k, 1 - side), dtype=np.float64)
        week.partners += 1
        heard = int(world.events(k, 1 - side))
        if not heard & ACTIVE:
            continue
        well = heard & (CONTACT | TIMELY | ACCURATE) == CONTACT | TIMELY | ACCURATE
        problem, solved = bool(heard & PROBLEM), bool(heard & SOLVED)
        week.exchanges += 1
        week.failed += not well
        week.problems += problem
        week.solved += solved
        week.blamed += problem and not solved
        week.needless += bool(heard & EXCESS)
        if people.functions[j] & COORDINATOR and heard & CONTACT:
            week.spanners += float(people.neutrality[j])
        for boundary in BOUNDARIES:
            if boundaries[boundary]:
                to = week.across[boundary]
                to.exchanges += 1
                to.contacts += bool(heard & CONTACT)
                to.good += solved or (well and not problem)
                to.bad += problem and not solved
    week.spanners = F(week.spanners)
    goals, knowledge, respect = (float(sum_of) for sum_of in week.received)
    week.received = F((goals + knowledge + respect) * (1 / 3))
    return week


def bias_after(p, kept, across, conditions, negativity, distance, threat, harden):   # I1
    contacts = F(across.contacts)
    good = F(across.good) / F(across.exchanges) if across.exchanges else ZERO
    bad = F(across.bad) / F(across.exchanges) if across.exchanges else ZERO
    few = positive(ONE - contacts / p.anxiety_until) if across.contacts else ZERO
    gained = (p.bad_contact * negativity * bad + p.anxiety * few + p.threat_gain * threat +
              p.harden * positive(harden))
    lost = (p.good_contact * good * (ONE + (p.conditions - ONE) * conditions) +
            p.harden * positive(-harden))
    return grid(kept + gained * (ONE - kept) - lost * kept + p.restore * (distance - kept))


def identity_week(p, world, u, i, week):   # I5, I2
    people, units = world.people, world.units
    o = units.organisation[u]
    d = p.identity
    goals = F(0.5)
    if week.between_count:
        goals = F(week.between[0]) / F(week.between_count)
    conditions = clamp(goals) * clamp(world.organisations.support[o])
    harden = world.delivered[u] * lever(units.levers[u], "harden")
    threat = units.threat[u]
    profession = threat * people.identity_profession[i]
    employer = threat * world.organisations.identity[o]
    label = d.distance_label + units.salience[u] * (ONE - d.distance_label)
    for boundary, distance, felt in (("role", d.distance_role, profession),
                                     ("unit", d.distance_unit, profession),
                                     ("organisation", d.distance_organisation, employer),
                                     ("label", label, ZERO)):
        column = getattr(people, "bias_" + boundary)
        column[i] = bias_after(d, column[i], week.across[boundary], conditions,
                               p.learning.negativity, distance, felt, harden)
    dose = units.shared_identity[u] + world.delivered[u] * lever(units.levers[u], "larger")
    spanners = week.spanners / F(week.exchanges) if week.exchanges else ZERO
    larger = people.larger[i]
    gain = d.larger_gain * positive(dose) + d.coordinator * spanners
    loss = d.larger_gain * positive(-dose)
    people.larger[i] = grid(larger + gain * (ONE - larger) - loss * larger -
                            d.larger_fade * (larger - d.larger_start))


def habit_of(p, world, i):   # I7
    people = world.people
    words = world.luck.about("habit", int(people.id[i]), int(people.occupant[i]))
    return p.communication.contact_habit * (F(2) * uniform(words[0]) - ONE)


def new_occupant(p, world, i):   # W7
    people = world.people
    people.occupant[i] += 1
    people.habit[i] = habit_of(p, world, i)
    people.newcomer[i] = 1
    people.tenure[i] = 0
    people.skill[i] = grid(people.full_skill[i] * p.workforce.newcomer_skill)
    people.burnout[i] = grid(p.workforce.burnout_rest)
    people.larger[i] = grid(p.identity.larger_start)
    for boundary in BOUNDARIES:
        getattr(people, "bias_" + boundary)[i] = grid(getattr(p.identity, "distance_" + boundary))


def workforce_week(p, world, i, week):
    people, w = world.people, p.workforce
    people.newcomer[i] = 0
    if people.vacant[i] > 0:
        people.vacant[i] -= 1
        if people.vacant[i] == 0:
            new_occupant(p, world, i)
        return
    if people.presence[i] == ZERO:
        return
    exchanges = F(max(week.exchanges, 1))
    strain = (w.burnout_load * positive(people.load[i] - ONE) -
              w.burnout_recovery * (people.burnout[i] - w.burnout_rest) +
              w.burnout_blame * (F(week.blamed) / exchanges) -
              w.burnout_solve * (F(week.solved) / exchanges))
    people.burnout[i] = grid(people.burnout[i] + w.burnout_rate * strain)                # W1
    people.rework[i] = w.repair_hours * F(week.failed) + w.excess_hours * F(week.needless)   # W8
    received = week.received / F(week.partners) if week.partners else F(0.5)
    people.satisfaction[i] = grid(F(0.4) + w.satisfaction_ties * received -
                                  w.satisfaction_burnout * people.burnout[i])            # W3
    people.skill[i] = grid(people.skill[i] +
                           w.newcomer_gain * (people.full_skill[i] - people.skill[i]))   # W7
    people.tenure[i] += 1
    words = world.luck.about("leaving", int(people.id[i]), world.week)
    leave = clamp(people.leaving_rate[i] *
                  (ONE + F(10) * w.leaving_burnout *
                   positive(people.burnout[i] - w.burnout_rest)))                        # W2
    if uniform(words[0]) < leave:
        people.vacant[i] = int(ONE + uniform(words[2]) * F(2) * w.vacancy_weeks)
        people.rework[i] = ZERO
    elif uniform(words[1]) < people.rotation_rate[i]:
        people.occupant[i] += 1
        people.habit[i] = habit_of(p, world, i)
        people.newcomer[i] = 1
        people.tenure[i] = 0


def climate_week(p, world, u, weeks):
    """K5, K1, K2, K3, D5, from what the unit's people lived through."""
    units, organisations, c = world.units, world.organisations, p.climate
    o = units.organisation[u]
    given = units.hours_given[u] / units.hours_asked[u] if units.hours_asked[u] > ZERO else ZERO
    problems = sum(week.problems for week in weeks)
    solved = sum(week.solved for week in weeks)
    blame = ONE - F(solved) / F(problems) if problems else ONE / F(3)
    units.blame_share[u] = units.blame_share[u] + F(0.1) * (blame - units.blame_share[u])
    target = clamp(units.safety_start[u] +
                   c.safety_solve * (ONE - units.blame_share[u] - F(2) / F(3)) +
                   c.safety_inquiry * (units.inquiry[u] - F(0.3)) +
                   F(0.3) * (given * lever(units.levers[u], "safety")) -
                   c.safety_punitive * organisations.punitive[o] -
                   c.safety_blame_risk * (organisations.blame_risk[o] - F(0.3)) -
                   units.shock_safety[u])
    units.safety[u] = grid(units.safety[u] + c.safety_adapt * (target - units.safety[u]))
    units.reporting[u] = sigma(c.reporting_safety * (units.safety[u] - F(0.5)) -
                               organisations.punitive[o] -
                               (organisations.blame_risk[o] - F(0.3)))
    for norm, ties, count in (
            (units.norm_within, sum(w.own for w in weeks), sum(w.own_count for w in weeks)),
            (units.norm_between, sum(w.between for w in weeks),
             sum(w.between_count for w in weeks))):
        if count:
            for n in range(3):
                norm[u][n] = grid(norm[u][n] +
                                  c.norm_adapt * (F(ties[n] / count) - norm[u][n]))
    practised = clamp(organisations.stance_inquiry[o] + given * lever(units.levers[u], "inquiry"))
    units.inquiry[u] = grid(units.inquiry[u] +
                            p.leadership.inquiry_fade * (practised - units.inquiry[u]))


def unit_week(p, world, u):
    weeks = []
    for i in people_of(world, u):
        week = lived_through(world, i)
        identity_week(p, world, u, i, week)
        workforce_week(p, world, i, week)
        weeks.append(week)
    climate_week(p, world, u, weeks)
