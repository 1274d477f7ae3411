"""The push of the way of paying on people and partners: P1 to P4, P6, P7. (P5 and P8 are about
cases, which the twin does not have.)"""

from types import SimpleNamespace

from arithmetic import F, ONE, ZERO, positive
from environment import strength_of
from organisations import payback_within, units_of

PUSHES = ("exposure", "one_sided", "own_effort", "crowding")


def force_of(p, model, share):   # P1
    force = SimpleNamespace(**dict.fromkeys(PUSHES, ZERO))
    exposures = {"bundled": p.exposure_bundled, "shared_savings": p.exposure_shared_savings,
                 "capitation": p.exposure_capitation, "pooled_budget": p.exposure_pooled}
    force.exposure = exposures.get(model, ZERO)
    charges = {"co_financing": p.one_sided_co_financing, "per_day_charge": p.one_sided_per_day}
    force.one_sided = charges.get(model, ZERO) * F(share)
    if model in ("pay_for_performance", "bundled", "shared_savings", "capitation"):
        force.own_effort = p.effort_own
    if model == "pay_for_performance":
        force.crowding = p.crowding
    return force


def forces_of_week(p, world):
    """By organisation: (force, exposure that its changes ask for, what it invests)."""
    count = len(world.organisations.id)
    system = world.facts["payment"]
    forces = [force_of(p.payment, system["model"], system["share"]) for _ in range(count)]
    wanted = [ZERO] * count
    for change in world.facts["changes"]:
        if change["verb"] != "payment":
            continue
        strength, what = strength_of(p, change, world.week), change["what"]
        if strength == ZERO:
            continue
        to = force_of(p.payment, what["model"], what["share"])
        if change["framing"] != "neutral":                                               # P6
            to.crowding = p.payment.crowding if change["framing"] == "cost" else ZERO
        for o in set(change["organisations"]) & set(what["partners"]):
            for name in PUSHES:                                                          # P2
                now = getattr(forces[o], name)
                setattr(forces[o], name, now + strength * (getattr(to, name) - now))
            wanted[o] = max(wanted[o], strength * to.exposure)
    organisations = world.organisations
    invested = [payback_within(p, organisations.budget_years[o]) *
                payback_within(p, organisations.horizon_years[o]) for o in range(count)]
    for force, investing in zip(forces, invested):                                       # P7
        force.exposure = min(ONE, force.exposure * investing)
    return forces, wanted, invested


def negotiates(p, between, k, wanted, investing):   # P4
    if wanted == ZERO or between.agreement[k] >= ONE:
        return False
    weeks = (ONE + p.negotiation_weeks * (ONE - p.negotiation_trust * between.trust[k]) *
             (ONE - p.negotiation_governance * between.governance[k]))
    step, left = investing / weeks, ONE - between.agreement[k]
    between.agreement[k] = min(ONE, between.agreement[k] + step)
    between.negotiation[k] += left / step if step > left else ONE
    return True


def settle(p, world):   # P3
    between = world.organisation_links
    forces, wanted, invested = forces_of_week(p, world)
    talking = set()
    for k in range(len(between.first)):
        a, b = between.first[k], between.second[k]
        if negotiates(p.change, between, k, min(wanted[a], wanted[b]),
                      min(invested[a], invested[b])):
            talking |= {a, b}
        anew = wanted[a] > ZERO or wanted[b] > ZERO
        signed_up = between.agreement[k] if anew else ONE
        mutual = min(forces[a].exposure, forces[b].exposure) * signed_up

        def alone(mine, other):
            return mine.one_sided + positive(mine.exposure - other.exposure)

        between.exposure0[k] = min(ONE, mutual + alone(forces[a], forces[b]))
        between.exposure1[k] = min(ONE, mutual + alone(forces[b], forces[a]))
    for o in talking:
        for u in units_of(world, o):
            world.units.hours_asked[u] += p.change.negotiation_hours
    world.own_effort = [force.own_effort for force in forces]
    world.crowding = [force.crowding for force in forces]
