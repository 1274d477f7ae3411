"""A week of two sides that hold ties towards each other: rows of pairs, or of members of teams with
the family of their case."""

import ties

MEMORIES = ("frequent", "timely", "accurate", "solving")
COMPONENTS = ("goals", "knowledge", "respect")


def tie_of(table, k, side):
    return tuple(getattr(table, f"{name}{side}")[k] for name in COMPONENTS)


def set_tie(table, k, side, tie):
    for name, value in zip(COMPONENTS, tie):
        getattr(table, f"{name}{side}")[k] = value


def live(p, draws, table, k, who, need, view):
    """Both directions from the ties as they stood, then both ties move. `who` are the profiles of
    the two sides, `draws` the words of luck of two ids, two words for each side. Was there any contact?"""
    before = tie_of(table, k, 0), tie_of(table, k, 1)
    words = draws(who[0].id, who[1].id)
    sent = [0, 0]
    for side in (0, 1):
        me, other = who[side], who[1 - side]
        sent[side], felt = ties.communicate(p.communication, before[side], need, me, other, view,
                                            words[2 * side:2 * side + 2])
        getattr(table, f"events{side}")[k] = sent[side]
        columns = [getattr(table, f"{name}{side}") for name in MEMORIES]
        memories = ties.remembered([column[k] for column in columns], sent[side], felt)
        for column, memory in zip(columns, memories):
            column[k] = memory
    for side in (0, 1):
        respect_for_me = before[1 - side][2]
        set_tie(table, k, side, ties.learn(p.learning, before[side], respect_for_me, sent[1 - side],
                                           sent[side], who[side], who[1 - side], view))
    return bool((sent[0] | sent[1]) & ties.CONTACT)
