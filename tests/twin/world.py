"""The twin's world, and the order of its week (sim/docs/odd.md, 3)."""

from types import SimpleNamespace

from arithmetic import F, Luck, ONE, ZERO, clamp, grid
import environment
import organisations
import payment
import people
from tables import facts_of, tables_of
import ties
import workload
from workload import people_of

SILENT_YEAR, MOST_SILENT, SURVEY_WEEKS = 52, 255, 13
MEMORIES = ("frequent", "timely", "accurate", "solving")
COMPONENTS = ("goals", "knowledge", "respect")


class World:
    """Starts from the columns of week zero, and from then on owns all that it computes."""

    def __init__(self, start):
        self.tables = tables = tables_of(start)
        self.people, self.links, self.pairs = tables["People"], tables["Links"], tables["Pairs"]
        self.units, self.organisations = tables["Units"], tables["Organisations"]
        self.organisation_links = tables["OrganisationLinks"]
        self.unions = tables["Unions"]
        self.facts = facts_of(start)
        self.luck = Luck(self.facts["seed"], 0)
        self.week = 0
        self.profiles = [None] * len(self.people.id)
        self.delivered = [ZERO] * len(self.units.id)
        self.link_of_pair = [link for link in range(len(self.links.first))
                             for _ in range(self.links.begin[link], self.links.end[link])]
        # person -> (partner, pair, which side the person is), in the order of partners
        self.partners = [[] for _ in self.people.id]
        for k, (lower, upper) in enumerate(zip(self.pairs.lower, self.pairs.upper)):
            self.partners[lower].append((upper, k, 0))
            self.partners[upper].append((lower, k, 1))
        for partners in self.partners:
            partners.sort()

    def tie(self, k, side):
        """Of the lower person towards the upper (side 0), or of the upper towards the lower (1)."""
        return tuple(getattr(self.pairs, f"{name}{side}")[k] for name in COMPONENTS)

    def set_tie(self, k, side, tie):
        for name, value in zip(COMPONENTS, tie):
            getattr(self.pairs, f"{name}{side}")[k] = value

    def events(self, k, side):
        """What that side sent this week."""
        return getattr(self.pairs, f"events{side}")[k]

    def need_of_person(self, i):
        return sum(int(self.pairs.need[k]) for _, k, _ in self.partners[i])

    def is_known(self, k):
        """Would the survey ask about the pair: it needed each other, or met in the last 13 weeks."""
        return self.need_of_week[k] > 0 or self.pairs.silent[k] < SURVEY_WEEKS


def restart(p, world, k):
    """First of all in the week: first meetings (L11) and newcomers (L10)."""
    pairs, links, units = world.pairs, world.links, world.units
    link = world.link_of_pair[k]
    first_meeting = pairs.silent[k] >= SILENT_YEAR
    newcomer = world.people.newcomer[pairs.lower[k]] or world.people.newcomer[pairs.upper[k]]
    for side, u in ((0, links.first[link]), (1, links.second[link])):
        norm = (units.norm_within if links.own_group[link] else units.norm_between)[u]
        structures = world.organisations.structures[units.organisation[u]]
        if first_meeting:
            world.set_tie(k, side, norm)
        if newcomer:
            w = p.workforce
            hiring = workload.level(structures, "hiring_for_teamwork")
            memory = clamp(w.newcomer_memory * (F(0.7) + F(0.6) * hiring) +
                                    (w.embedded_memory if units.embedded[u] else ZERO))   # W4
            world.set_tie(k, side, [grid(memory * x + (ONE - memory) * w.stranger)
                                    for x in norm])
    if first_meeting:
        pairs.silent[k] = 0


def pair_week(p, world, k, view):
    """Both directions from the ties as they stood, then both ties move."""
    pairs = world.pairs
    need = F(pairs.need[k]) / F(1024)
    who = world.profiles[pairs.lower[k]], world.profiles[pairs.upper[k]]
    before = world.tie(k, 0), world.tie(k, 1)
    sent = [0, 0]
    for side in (0, 1):
        me, other = who[side], who[1 - side]
        words = world.luck.between("communication", me.id, other.id, world.week)
        sent[side], felt = ties.communicate(p.communication, before[side], need, me, other, view,
                                            words)
        getattr(pairs, f"events{side}")[k] = sent[side]
        columns = [getattr(pairs, f"{name}{side}") for name in MEMORIES]
        memories = ties.remembered([column[k] for column in columns], sent[side], felt)
        for column, memory in zip(columns, memories):
            column[k] = memory
    for side in (0, 1):
        world.set_tie(k, side, ties.learn(
            p.learning, before[side], before[1 - side][2], sent[1 - side], sent[side], who[side],
            who[1 - side], view))
    met = (sent[0] | sent[1]) & ties.CONTACT
    pairs.silent[k] = 0 if met else min(MOST_SILENT, int(pairs.silent[k]) + 1)


def ties_week(p, world):
    pairs = world.pairs
    for link in range(len(world.links.first)):
        view = workload.view_of(p, world, link)
        for k in range(world.links.begin[link], world.links.end[link]):
            if pairs.silent[k] >= SILENT_YEAR and pairs.need[k] == 0:   # rests
                pairs.events0[k] = pairs.events1[k] = 0
                continue
            restart(p, world, k)
            pair_week(p, world, k, view)


def week(p, world, needs, needs_after_care, quality_of_cases):
    """Phases in their order. What the twin is told of cases: the need they put on pairs before and
    after the phase care, and their quality by organisation (negative without cases)."""
    environment.Week(p, world)
    payment.settle(p, world)
    world.pairs.need[:] = world.need_of_week = needs                       # caseload
    for u in range(len(world.units.id)):                                   # workload
        workload.unit_week(p, world, u)
    ties_week(p, world)                                                    # ties
    world.pairs.need[:] = needs_after_care                                 # family, care
    for u in range(len(world.units.id)):                                   # people
        people.unit_week(p, world, u)
    organisations.organisations_week(p, world, quality_of_cases,           # organisation
                                     environment.dropped_reforms(p, world))
    world.week += 1
