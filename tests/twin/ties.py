"""One directed tie in one week: communication (C1 to C8, I4, S5, S7), learning (L1 to L8) and
memory (M1, M2), from sim/docs/reference/equations.md."""

from types import SimpleNamespace

from arithmetic import (F, ONE, ZERO, clamp, ln_1_plus, moved, odds_against, positive, sigma,
                        uniform)

CONTACT, TIMELY, ACCURATE, PROBLEM, SOLVED, ACTIVE, EXCESS = 1, 2, 4, 8, 16, 32, 64
MOST_MEMORY = 65535


def bias_towards(me, other, view):   # I4
    role = me.bias_role if me.role != other.role else ZERO
    label = me.bias_label if me.label != other.label else ZERO
    place = view.other_unit * me.bias_unit + view.other_organisation * me.bias_organisation
    return role + label + place


def felt_structures(me, other, view):   # S5
    return (me.structures + other.structures) / F(2) * view.structures_reach


def closeness(a, b, view):   # S7
    return max(view.near, a.attached, b.attached)


def odds_of(p, tie, need, sender, receiver, view, strain):
    goals, knowledge, respect = tie
    mean = (goals + knowledge + respect) * (ONE / F(3))
    near = closeness(sender, receiver, view)
    clarity = p.clarity_systems * view.shared_systems + p.clarity_rich * near * mean
    odds = (p.contact_base + p.contact_goals * goals + p.contact_knowledge * knowledge +
            p.contact_respect * respect +
            p.contact_structures * felt_structures(sender, receiver, view) * mean +
            p.contact_near * near + sender.contact +
            sender.own_effort * (ONE - view.other_organisation) - strain +
            p.contact_need * ln_1_plus(need))
    contact = odds_against(odds)                                                     # C1
    timely = odds_against(p.timely_base + p.timely_goals * goals +
                          p.timely_knowledge * knowledge - p.timely_strain * strain +
                          clarity)                                                   # C2
    accurate = odds_against(p.accurate_base + p.accurate_knowledge * knowledge -
                            p.accurate_strain * strain + clarity)                    # C3
    success = (sender.presence * receiver.presence /
               ((ONE + contact) * (ONE + timely) * (ONE + accurate)))
    problem = (p.problem_base + (ONE - p.problem_base) * p.problem_failure *
               (ONE - success))                                                      # C4
    solve = odds_against(p.solve_base + p.solve_tie * (p.solve_goals_share * goals +
                                                (ONE - p.solve_goals_share) * respect) +
                  p.solve_leadership * sender.leader * view.leader_reach +
                  sender.solving - p.solve_strain * strain -
                  p.solve_bias * bias_towards(sender, receiver, view) -
                  p.solve_status * positive(sender.status - receiver.status) *
                  (ONE - sender.inquiry))                                            # C5
    excess = positive(odds - p.excess_from)                                          # C6
    return SimpleNamespace(contact=contact, timely=timely, accurate=accurate, problem=problem,
                           solve=solve, excess=excess)


def communicate(p, tie, need, sender, receiver, view, words):
    """(events, contact as it is felt) of one direction; `words` are its half of the draw."""
    if need == ZERO:
        return 0, ZERO
    weekday = F(((words[0] & 0xFF) * 5 >> 8) - 2)
    c = odds_of(p, tie, need, sender, receiver, view,
                sender.strain + sender.weekday_strain * weekday)                     # C7
    if sender.presence * receiver.presence == ZERO:
        return 0, ZERO
    events = ACTIVE                                                                  # C8
    at, room = uniform(words[0]) * (ONE + c.contact), ONE
    if at < room:
        events |= CONTACT
        events |= EXCESS if c.excess > ZERO else 0
        at *= ONE + c.timely
        if at < room:
            events |= TIMELY
        else:
            at, room = at - room, room * c.timely
        events |= ACCURATE if at * (ONE + c.accurate) < room else 0
    trouble = uniform(words[1])
    if trouble < c.problem:
        events |= PROBLEM
        events |= SOLVED if trouble * (ONE + c.solve) < c.problem else 0
    felt = clamp(ONE - p.excess_cost * c.excess) if events & CONTACT else ZERO       # M1
    return events, felt


def remember(memory, observed):   # M2
    rate = F(2) / F(14)
    return int(F(memory) * (ONE - rate) + (observed * (rate * F(MOST_MEMORY)) + F(0.5)))


def remembered(memories, events, felt):
    """What the receiver remembers after the week of (contact, timely, accurate, solving)."""
    frequent, timely, accurate, solving = memories
    if events & ACTIVE:
        frequent = remember(frequent, felt)
    if events & CONTACT:
        timely = remember(timely, ONE if events & TIMELY else ZERO)
        accurate = remember(accurate, ONE if events & ACCURATE else ZERO)
    if events & PROBLEM:
        solving = remember(solving, ONE if events & SOLVED else ZERO)
    return frequent, timely, accurate, solving


# ---- learning: the terms of a week, one after another, each cut to 0..1 and on the grid ----

def smooth_work(t):   # L1
    well = CONTACT | TIMELY | ACCURATE
    if t.heard & (well | PROBLEM) == well:
        gain = t.open * t.p.smooth
        t.respect = moved(t.respect, t.p.respect_solve * (gain * (ONE - t.respect)) +
                          t.p.reciprocity * (t.theirs - t.respect) * gain)
        t.goals = moved(t.goals, t.p.goals_solve * (gain * (ONE - t.goals)))


def problem_solving(t):   # L2
    if t.heard & SOLVED:
        gain = t.open * t.p.solving
        t.respect = moved(t.respect, t.p.respect_solve * (gain * (ONE - t.respect)))
        t.goals = moved(t.goals, t.p.goals_solve * (gain * (ONE - t.goals)))


def blame(t):   # L3
    if t.heard & (PROBLEM | SOLVED) == PROBLEM:
        weight = t.p.negativity + t.p.negativity_strain * positive(t.me.strain)
        hurt = weight * (ONE + t.bias)
        t.respect = moved(t.respect, -(t.p.respect_solve * (hurt * t.respect)))
        t.goals = moved(t.goals, -(t.p.goals_solve * (hurt * t.goals)))


def knowledge_gain(t):   # L4
    heard_accurate = ONE if t.heard & ACCURATE else ZERO
    sent_contact = ONE if t.sent & CONTACT else ZERO
    lesson = t.p.knowledge_accurate * (heard_accurate + t.p.knowledge_sender * sent_contact)
    most = t.p.knowledge_most_own if t.one_role else t.p.knowledge_most
    t.knowledge = moved(t.knowledge, lesson * positive(most - t.knowledge))


def forgetting(t):   # L5
    slower = t.p.forgetting_own if t.one_role else ONE
    silent = ONE if (t.heard | t.sent) & CONTACT else t.p.forgetting_silent
    t.knowledge = moved(t.knowledge, -(t.p.forgetting * slower * silent * t.knowledge))


def contributions(t):   # L6
    p, view = t.p, t.view
    ground = positive(t.goals - p.payment_ground) / (ONE - p.payment_ground)
    return (p.anchor_structures * felt_structures(t.me, t.other, view),
            p.anchor_leadership * t.me.leader * view.leader_reach,
            p.anchor_payment * ground * view.exposure - p.anchor_one_sided * view.one_sided,
            t.me.anchor_labour,
            p.anchor_own * view.own_group - p.anchor_bias * t.bias -
            p.anchor_status * (positive(t.me.status - t.other.status) * (ONE - t.me.inquiry)) -
            p.anchor_distrust * view.distrust)


def anchor(t):   # L7
    custom = sigma(t.p.anchor_custom)
    parts = contributions(t)
    pull = ZERO
    for part in parts:
        pull = pull + part
    if abs(pull) > F(0.001):
        whole = ONE + odds_against(t.p.anchor_custom + pull)
        slope = (ONE - custom * whole) / (pull * whole)
    else:
        slope = custom * (ONE - custom)
    target = custom + slope * pull
    rate = t.p.anchor_rate
    t.goals = moved(t.goals, rate * (target - t.goals))
    t.knowledge = moved(t.knowledge, rate * t.p.anchor_knowledge * (target - t.knowledge))
    t.respect = moved(t.respect, rate * (target - t.respect))


def intervention(t):   # L8
    for component in ("goals", "knowledge", "respect"):
        value = getattr(t, component)
        dose = min(getattr(t.me, "learn_" + component), getattr(t.other, "learn_" + component))
        room = ONE - value if dose > ZERO else value
        setattr(t, component, moved(value, t.p.intervention_rate * dose * room))


TERMS = [smooth_work, problem_solving, blame, knowledge_gain, forgetting, anchor, intervention]


def learn(p, tie, theirs, heard, sent, me, other, view):
    """The tie of `me` towards `other` after the week; `theirs` is the other's respect for me when
    it began."""
    bias = bias_towards(me, other, view)
    t = SimpleNamespace(p=p, goals=tie[0], knowledge=tie[1], respect=tie[2], theirs=theirs,
                        heard=heard, sent=sent, me=me, other=other, view=view, bias=bias,
                        open=positive(ONE - bias), one_role=me.role == other.role)
    for term in TERMS:
        term(t)
    return t.goals, t.knowledge, t.respect
