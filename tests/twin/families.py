"""Families and the teams of their cases: F4, F5, F8, F9, and C1 to C8 and L1 to L8 for their ties.
Of members' rows, side 0 is the family and side 1 the provider."""

from types import SimpleNamespace

from arithmetic import F, ONE, WORD, ZERO, clamp, grid
from exchange import COMPONENTS, MEMORIES, live, set_tie
from tables import NONE
from ties import MOST_MEMORY

FAMILY = "family"   # a role that no provider has
STAY = 1            # phase of a case; 2 is follow-up

# Between a family and its team there is no distance, no shared system and no closeness; the
# provider's structures reach it by half.
VIEW = SimpleNamespace(other_unit=ZERO, other_organisation=ZERO, structures_reach=F(0.5),
                       leader_reach=ONE, shared_systems=ZERO, near=ZERO, distrust=ZERO,
                       exposure=ZERO, one_sided=ZERO, own_group=ZERO)


def team_of(world, teams, slot):
    """(row of members, person) of the places that are filled."""
    places = world.facts["places"]
    rows = range(slot * places, (slot + 1) * places)
    return [(row, teams.person[row]) for row in rows if teams.person[row] != NONE]


def meet(world, teams):   # F8
    """Families of the cases that begin this week."""
    units, members = world.units, world.members
    for slot, case in enumerate(teams.case):
        if case == 0 or case == world.case_of_slot[slot]:
            continue
        for row, person in team_of(world, teams, slot):
            u = world.people.unit[person]
            start = units.family_start[u]
            set_tie(members, row, 0, [grid(start)] * len(COMPONENTS))
            set_tie(members, row, 1,
                    [grid((norm + start) / F(2)) for norm in units.norm_between[u]])
            for name in MEMORIES:
                for side in (0, 1):
                    getattr(members, f"{name}{side}")[row] = int(start * F(MOST_MEMORY) + F(0.5))
    world.case_of_slot[:] = teams.case


def profile_of(p, world, teams, lane, slot):   # F4, F9
    f, dose = p.family, world.lanes.family_dose[lane]
    inside = clamp((ONE if world.facts["family_in_team"] else ZERO) + dose)
    me = SimpleNamespace(role=FAMILY, label=0, presence=ONE, solving=ZERO, inquiry=ZERO,
                         structures=ZERO, weekday_strain=ZERO, own_effort=ZERO, attached=ZERO,
                         bias_unit=ZERO, bias_organisation=ZERO, bias_label=ZERO,
                         leader=ZERO, anchor_labour=ZERO, learn_goals=ZERO,
                         learn_respect=ZERO)
    case = int(teams.case[slot])
    me.id = case >> 32 ^ case & WORD
    me.strain = f.load_strain * (teams.strain[slot] - F(0.3))
    me.contact = (f.outside + (f.in_team - f.outside) * inside +
                  f.engaged * (teams.engagement[slot] - F(0.5)))
    me.status = f.status
    me.bias_role = f.bias
    me.learn_knowledge = F(0.5) * dose
    return me


def week(p, world, teams):
    draws = world.draws("family_communication")
    for lane in range(len(world.lanes.id)):
        if not world.facts["with_families"][lane]:
            continue
        for slot in range(world.lanes.begin[lane], world.lanes.end[lane]):
            if teams.case[slot] == 0:
                continue
            family = profile_of(p, world, teams, lane, slot)
            phase = ONE if teams.phase[slot] == STAY else p.caseload.follow_up_need
            need = p.family.need * (ONE + world.lanes.uncertainty[lane]) * phase         # F5
            for row, person in team_of(world, teams, slot):
                provider = SimpleNamespace(**vars(world.profiles[person]))
                provider.contact = provider.contact + family.contact
                live(p, draws, world.members, row, (family, provider), need, VIEW)
