"""The twin's world, and the order of its week (sim/docs/odd.md, 3)."""

from arithmetic import F, Luck, ONE, ZERO, clamp, grid
import environment
import exchange
import families
import organisations
import payment
import people
from tables import facts_of, tables_of
import workload

SILENT_YEAR, MOST_SILENT, SURVEY_WEEKS = 52, 255, 13


class World:
    """Starts from the columns of week zero, and from then on owns all that it computes."""

    def __init__(self, start):
        self.tables = tables = tables_of(start)
        self.people, self.links, self.pairs = tables["People"], tables["Links"], tables["Pairs"]
        self.units, self.organisations = tables["Units"], tables["Organisations"]
        self.organisation_links = tables["OrganisationLinks"]
        self.unions, self.lanes = tables["Unions"], tables["Lanes"]
        self.members, self.cases = tables["Members"], tables["Cases"]
        self.case_of_slot = self.cases.id.copy()
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
        return exchange.tie_of(self.pairs, k, side)

    def events(self, k, side):
        """What that side sent this week."""
        return getattr(self.pairs, f"events{side}")[k]

    def draws(self, purpose):
        """The week's luck of one towards another."""
        return lambda who, whom: self.luck.between(purpose, who, whom, self.week)

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
            exchange.set_tie(pairs, k, side, norm)
        if newcomer:
            w = p.workforce
            hiring = workload.level(structures, "hiring_for_teamwork")
            memory = clamp(w.newcomer_memory * (w.newcomer_unhired + w.newcomer_hiring * hiring) +
                           (w.embedded_memory if units.embedded[u] else ZERO))           # W4
            exchange.set_tie(pairs, k, side, [grid(memory * x + (ONE - memory) * w.stranger)
                                              for x in norm])
    if first_meeting:
        pairs.silent[k] = 0


def ties_week(p, world):
    pairs = world.pairs
    for link in range(len(world.links.first)):
        view = workload.view_of(p, world, link)
        for k in range(world.links.begin[link], world.links.end[link]):
            if pairs.silent[k] >= SILENT_YEAR and pairs.need[k] == 0:   # rests
                pairs.events0[k] = pairs.events1[k] = 0
                continue
            restart(p, world, k)
            who = world.profiles[pairs.lower[k]], world.profiles[pairs.upper[k]]
            need = F(pairs.need[k]) / F(1024)
            met = exchange.live(p, world.draws("communication"), pairs, k, who, need, view)
            pairs.silent[k] = 0 if met else min(MOST_SILENT, int(pairs.silent[k]) + 1)


def week(p, world, told):
    """Phases in their order; `told` is what comes from cases (README.md)."""
    environment.Week(p, world)
    payment.settle(p, world)
    world.pairs.need[:] = world.need_of_week = told.need                   # caseload
    families.meet(world, told.teams)
    for u in range(len(world.units.id)):                                   # workload
        workload.unit_week(p, world, u)
    ties_week(p, world)                                                    # ties
    families.week(p, world, told.teams)                                    # family
    world.pairs.need[:] = told.need_after_care                             # care
    for u in range(len(world.units.id)):                                   # people
        people.unit_week(p, world, u)
    organisations.organisations_week(p, world, told.quality_of_cases,      # organisation
                                     environment.dropped_reforms(p, world))
    world.week += 1
