"""What people and links bring to the week: load and hours (W5, W6, X4, X5), profiles (C7, C9, I3,
L9, S2, X6), and the view of a link (S1, S4, S6, S9)."""

from types import SimpleNamespace

from arithmetic import F, ONE, ZERO, clamp, positive, sigma
from tables import COORDINATOR, DORMANT, LEVERS, NONE, STRUCTURES


def level(structures, name):
    return structures[STRUCTURES.index(name)]


def lever(levers, name):
    return levers[LEVERS.index(name)]


def support_felt(p, world, u):   # D3
    o = world.units.organisation[u]
    return (p.leadership.unit_weight * world.units.support[u] +
            (ONE - p.leadership.unit_weight) * world.organisations.support[o])


def people_of(world, u):
    return range(world.units.begin[u], world.units.end[u])


def unit_load(p, world, u):   # W5
    people, units = world.people, world.units
    posts = sum(1 for i in people_of(world, u) if not people.functions[i] & DORMANT)
    present = sum(1 for i in people_of(world, u) if people.presence[i] > ZERO)
    need = sum(world.need_of_person(i) for i in people_of(world, u))
    demand = ONE
    if units.need_reference[u] > ZERO:
        demand = F(need) / F(1024) / units.need_reference[u]
    filled = min(F(1.5), F(present) / F(posts)) if posts else ONE
    carried = max(F(0.2), ONE - p.workforce.cover * (ONE - filled))
    return units.workload[u] * demand / carried + units.shock_load[u]


def delivered_share(p, world, u, support):   # X4
    units = world.units
    asked = units.hours_asked[u]
    if asked <= ZERO:
        return ZERO
    gate = sigma(p.change.leader_gate * (support - p.change.leader_gate_at))
    hours = world.people.hours[units.begin[u]]
    slack = world.organisations.slack[units.organisation[u]]
    free = gate * (p.change.free_hours * hours * positive(ONE - units.load[u]) +
                   p.change.slack_hours * slack)
    granted = min(ONE, free / asked)
    return granted + (ONE - p.change.attention) * (ONE - granted)


def unit_week(p, world, u):
    """The unit's load, its hours, and the profiles of its people."""
    units, people = world.units, world.people
    memory = p.workforce.load_memory
    units.load[u] = memory * units.load[u] + (ONE - memory) * unit_load(p, world, u)     # W6
    support = support_felt(p, world, u)
    delivered = delivered_share(p, world, u, support)
    units.hours_given[u] = units.hours_asked[u] * delivered                              # X5
    world.delivered[u] = delivered
    for i in people_of(world, u):
        people.load[i] = (units.load[u] +
                          (people.rework[i] + units.hours_given[u]) / people.hours[i])   # W6
        world.profiles[i] = profile_of(p, world, u, i, support, delivered)


def profile_of(p, world, u, i, support, delivered):
    people, units, organisations = world.people, world.units, world.organisations
    o, c = units.organisation[u], p.communication
    structures, levers = organisations.structures[o], units.levers[u]
    load, burnout = people.load[i], people.burnout[i]
    union = people.labour_union[i]
    labour = world.unions.relations[union] if union != NONE else ZERO
    me = SimpleNamespace(role=people.role[i], label=people.label[i], presence=people.presence[i],
                         status=people.status[i], attached=people.attached[i],
                         id=int(people.id[i]))
    me.inquiry = clamp(units.inquiry[u])
    me.strain = (c.strain_load * max(load - ONE, -c.strain_relief) +
                 c.strain_burnout * (burnout - F(0.2)) +
                 c.strain_hurry * (units.pressure[u] - F(0.5)) * clamp(load))            # C7
    me.weekday_strain = c.strain_weekday * clamp(load)                                   # C9
    spans = people.functions[i] & COORDINATOR
    me.contact = (people.habit[i] + (c.contact_spanner * people.neutrality[i] if spans else ZERO) +
                  delivered * lever(levers, "contact"))
    me.leader = support - p.leadership.usual
    me.solving = (c.solve_labour * labour + c.solve_safety * (units.safety[u] - F(0.5)) +
                  c.solve_coaching * delivered * lever(levers, "solving") -
                  p.climate.debt_solving * (organisations.conflict_debt[o] - F(0.2)) -
                  p.structures.control_blame * organisations.control[o] *
                  (ONE - level(structures, "shared_accountability")))
    me.own_effort = world.own_effort[o]
    me.structures = structures_felt(p.structures, structures, people.status[i])
    for boundary in ("role", "unit", "organisation", "label"):                           # I3
        kept = getattr(people, "bias_" + boundary)[i]
        acting = kept * (ONE - people.larger[i]) * (ONE - p.identity.support_relief * support)
        setattr(me, "bias_" + boundary, acting)
    me.anchor_labour = p.learning.anchor_labour * labour                                 # L9
    belief = ONE - p.change.permanence * (ONE - organisations.permanence[o])             # X5
    dose = delivered * belief                                                            # X6
    me.learn_goals = dose * lever(levers, "goals") - world.crowding[o]
    me.learn_knowledge = dose * lever(levers, "knowledge")
    me.learn_respect = dose * lever(levers, "respect")
    return me


def structures_felt(p, structures, status):
    index = ZERO
    for x in structures:                                                                 # S1
        index = index + x
    index = index / F(len(structures))
    return (index * (ONE - p.synergy + p.synergy * index) *
            (ONE - p.status_exposure * positive(F(2) * (status - F(0.5)))))              # S2


def view_of(p, world, link):
    """A link; the two sides see the same, but for exposure, of which both see what both have."""
    s, links, between = p.structures, world.links, world.organisation_links
    a, b, across = links.first[link], links.second[link], links.across[link]
    units = world.units
    mine = world.organisations.structures[units.organisation[a]]
    theirs = world.organisations.structures[units.organisation[b]]
    view = SimpleNamespace(own_group=F(links.own_group[link]), other_unit=F(a != b),
                           other_organisation=ZERO, distrust=ZERO, exposure=ZERO,
                           one_sided=ZERO, leader_reach=ONE)
    systems = (lever(units.levers[a], "systems") * units.hours_given[a] +
               lever(units.levers[b], "systems") * units.hours_given[b])
    sides = [(level(x, "shared_information_systems") + level(x, "shared_protocols")) / F(2)
             for x in (mine, theirs)]                                                    # S4
    if across == NONE:                                                                   # S6
        reach = ONE if a == b else s.across_unit
        view.shared_systems = clamp((sides[0] + sides[1]) / F(2) + systems / F(2))
        space = min(level(mine, "shared_space"), level(theirs, "shared_space"))
    else:
        joined = max(between.governance[across], between.merged[across])
        reach = s.across + (s.across_unit - s.across) * joined
        view.shared_systems = clamp(min(sides) * (s.across + (ONE - s.across) * joined) +
                                    systems / F(4))
        space = between.near[across]
        exposures = between.exposure0[across], between.exposure1[across]
        view.exposure = min(exposures)                                                   # P3
        view.one_sided = max(exposures) - view.exposure
        view.distrust = ONE - between.trust[across]
        alone = p.leadership.across
        view.leader_reach = alone + (ONE - alone) * joined
        view.other_organisation = ONE - between.merged[across] * between.merged_identity[across]
    view.structures_reach = reach * (ONE + s.uncertainty_gain *
                                     (links.uncertainty[link] - F(0.3)))                 # S9
    view.near = clamp(s.space_near * space *
                      (ONE - s.space_culture + s.space_culture * view.shared_systems))
    return view
