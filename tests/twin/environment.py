"""What changes and the way of paying do to the week: X1 to X3, X7, X8, X11, X15, X17 to X19, and P1
to P4, P6, P7; the table of verbs is in sim/docs/odd.md, 7."""

from arithmetic import F, ONE, ZERO, clamp, positive, uniform
from tables import DORMANT, LEVERS, STRUCTURES, interventions
from workload import people_of, support_felt
from organisations import units_of

INTERVENTIONS = interventions()
REFORMS = ("intervention", "structure", "governance")   # what is remembered when dropped (X16)
AT_ONCE = ("shock", "staffing", "demand")               # X19


def towards(value, to, strength):
    return value + strength * (F(to) - value)


def dose_now(change, week):   # X19
    return F(change["dose"]) if change["from"] <= week < change["to"] else ZERO


def strength_of(p, change, week):   # X1
    if change["verb"] in AT_ONCE:
        return dose_now(change, week)
    ramp = (F(week - change["from"]) + ONE) / (p.change.ramp_weeks + ONE)
    return dose_now(change, week) * min(ONE, ramp)


def delivered_dose(p, change, strength):   # X2
    lost = 1.0 - float(p.change.fidelity)
    as_designed = change["fidelity"] * change["coverage"]
    return strength * F(as_designed + lost * (1.0 - as_designed))


class Week:
    """The flows of one week: everything as without changes, then change by change."""

    def __init__(self, p, world):
        self.p, self.world = p, world
        self.reset()
        for change in world.facts["changes"]:
            strength = strength_of(p, change, world.week)
            if strength > ZERO:
                self.delivered = delivered_dose(p, change, strength)
                getattr(self, change["verb"])(change, change["what"], strength)
        self.squeeze()
        self.threats()

    def reset(self):
        units, organisations = self.world.units, self.world.organisations
        between, unions = self.world.organisation_links, self.world.unions
        people = self.world.people
        for column in (units.levers, units.hours_asked, units.threat, units.shared_identity,
                       units.salience, units.shock_load, units.shock_safety, units.mandate,
                       organisations.merging, between.governance, between.near, between.merged,
                       between.merged_identity, people.attached, self.world.lanes.family_dose):
            column[:] = ZERO
        organisations.structures_target[:] = organisations.structures_start
        organisations.stance_support[:] = organisations.own_support
        organisations.stance_inquiry[:] = organisations.own_inquiry
        organisations.cost_pressure[:] = organisations.cost_pressure_start
        organisations.punitive[:] = organisations.punitive_start
        organisations.budget_years[:] = F(self.world.facts["budget_years"])
        organisations.blame_risk[:] = F(self.world.facts["blame_risk"])
        for name in ("strength", "stance", "process"):
            getattr(unions, name)[:] = getattr(unions, name + "_start")
        for i in range(len(people.id)):
            there = people.vacant[i] == 0 and not people.functions[i] & DORMANT
            people.presence[i] = ONE if there else ZERO

    # ---- verbs ----

    def payment(self, change, what, strength):
        if what["model"] in ("per_day_charge", "co_financing"):
            pressure = self.world.organisations.cost_pressure
            for o in change["organisations"]:
                if o in what["partners"]:
                    pressure[o] += strength * F(what["share"]) * (ONE - pressure[o])

    def leader(self, change, what, strength):
        organisations = self.world.organisations
        for o in change["organisations"]:
            s = strength * (ONE - (organisations.imprint[o] if what["replace"] else ZERO))
            for name in ("support", "inquiry"):
                stance = getattr(organisations, "stance_" + name)
                if what[name] is not None:
                    stance[o] = towards(stance[o], what[name], s)

    def structure(self, change, what, strength):
        for o in change["organisations"]:
            target = self.world.organisations.structures_target[o]
            for n, to in enumerate(what["to"]):
                if to is not None:
                    target[n] = towards(target[n], to, self.delivered)

    def intervention(self, change, what, strength):   # X3
        units = self.world.units
        usual = ZERO
        for kind in what["kinds"]:
            usual = usual + INTERVENTIONS[kind][0]
        hours = usual if change["hours_per_person"] is None else F(change["hours_per_person"])
        for u in change["units"]:
            units.levers[u] += self.levers_of(change, what, u)
            units.hours_asked[u] += strength * F(change["coverage"]) * hours
            if change["mandated"]:
                units.mandate[u] += strength * (ONE - units.mandate[u])

        for kind in what["kinds"]:
            for lane in change["lanes"]:
                self.world.lanes.family_dose[lane] += (
                    self.delivered * INTERVENTIONS[kind][1][LEVERS.index("family")])

    def levers_of(self, change, what, u):
        p, units = self.p.change, self.world.units
        total = [ZERO] * len(LEVERS)
        for kind in what["kinds"]:
            row = INTERVENTIONS[kind][1]
            cost = kind == "shared_vision" and change["framing"] == "cost"
            framed = p.cost_framing if cost else ONE
            total = [a + self.delivered * framed * b for a, b in zip(total, row)]
            if kind == "sanctions":                                                      # X17
                support = support_felt(self.p, self.world, u)
                effect = (support - p.sanctions_support) / (ONE - p.sanctions_support)
                n = LEVERS.index("solving")
                total[n] = total[n] + self.delivered * row[n] * (effect - ONE)
            if kind == "survey_feedback":                                                # X18
                help_given = p.feedback_facilitation if what["facilitated"] else ZERO
                effect = p.feedback_slope * (units.safety[u] + help_given - p.feedback_threshold)
                for n in map(LEVERS.index, ("goals", "knowledge", "respect")):
                    total[n] = total[n] + self.delivered * (effect - ONE) * row[n]
        return total

    def links_between(self, partners):
        between = self.world.organisation_links
        return [k for k in range(len(between.first))
                if between.first[k] in partners and between.second[k] in partners]

    def governance(self, change, what, strength):
        between = self.world.organisation_links
        for k in self.links_between(what["partners"]):
            between.governance[k] = towards(between.governance[k], what["authority"],
                                            self.delivered)

    def merge(self, change, what, strength):   # X8
        between, organisations = self.world.organisation_links, self.world.organisations
        units, p = self.world.units, self.p.change
        identity = F(what["shared_identity"])
        fresh = strength if self.world.week - change["from"] < 104 else ZERO
        for k in self.links_between(what["partners"]):
            between.merged[k] = towards(between.merged[k], 1, strength)
            between.merged_identity[k] = towards(between.merged_identity[k], identity, strength)
            for o in (between.first[k], between.second[k]):
                organisations.merging[o] = towards(organisations.merging[o], 1, fresh)
                for u in units_of(self.world, o):
                    units.threat[u] += p.merger_threat * fresh * (ONE - identity)
                    units.hours_asked[u] += p.merger_hours * fresh
                    units.shared_identity[u] += strength * identity

    def colocate(self, change, what, strength):
        between = self.world.organisation_links
        here = [o for o in change["organisations"] if o in what["partners"]]
        for k in self.links_between(here):
            between.near[k] = towards(between.near[k], what["degree"], self.delivered)
        space = STRUCTURES.index("shared_space")
        for o in here:
            target = self.world.organisations.structures_target[o]
            target[space] = max(target[space],
                                towards(target[space], what["degree"], self.delivered))

    def staffing(self, change, what, strength):   # X11
        units, people = self.world.units, self.world.people
        cut = F(max(0.0, 1.0 - what["factor"])) * strength
        more = F(max(0.0, what["factor"] - 1.0)) * strength
        for u in change["units"]:
            for i in people_of(self.world, u):
                if uniform(self.world.luck.about("layoff", int(people.id[i]), 0)[0]) < cut:
                    people.presence[i] = ZERO
            units.shock_load[u] -= units.workload[u] * more / (ONE + more)
            if what["layoff"]:
                units.shock_safety[u] += self.p.change.layoff_safety * cut

    def shock(self, change, what, strength):
        for u in change["units"]:
            self.world.units.shock_load[u] += strength * F(what["load"])
            self.world.units.shock_safety[u] -= strength * F(what["safety"])

    def identity(self, change, what, strength):
        for u in change["units"]:
            self.world.units.shared_identity[u] += self.delivered * F(what["shared"])
            self.world.units.salience[u] += strength * F(what["salience"])

    def union(self, change, what, strength):
        for k in change["unions"]:
            for name in ("strength", "stance", "process"):
                column = getattr(self.world.unions, name)
                if what[name] is not None:
                    column[k] = towards(column[k], what[name], strength)

    # ---- what follows from all changes together ----

    def squeeze(self):   # X15: nothing under yearly budgets, and the twin's worlds have no others
        if any(self.world.organisations.budget_years != ONE):
            raise NotImplementedError("the twin knows yearly budgets only")

    def threats(self):   # X7
        units, p = self.world.units, self.p.change
        for u in range(len(units.id)):
            belief = self.world.organisations.permanence[units.organisation[u]]
            programmes = positive(units.levers[u][LEVERS.index("threat")])
            units.threat[u] = clamp(units.threat[u] +
                                    (programmes * p.programme_threat +
                                     units.mandate[u] * p.mandate_threat * (ONE - belief)))


def dropped_reforms(p, world):   # X16
    """By organisation: the strength of reforms that act for the last time this week."""
    dropped = [ZERO] * len(world.organisations.id)
    for change in world.facts["changes"]:
        if change["verb"] in REFORMS and change["to"] == world.week + 1:
            for o in change["organisations"]:
                dropped[o] = dropped[o] + strength_of(p, change, world.week)
    return dropped
