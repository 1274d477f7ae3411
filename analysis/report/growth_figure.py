#!/usr/bin/env python3
"""The figure of growth in the guide, from what relco bench --growth --json printed.

    growth_figure.py growth.json >growth.svg

Nothing but Python is needed. Series differ in shape as well as in colour (Okabe and Ito's, which
everybody can tell apart), and are named beside their last point."""

import json
import math
import sys

WIDTH, HEIGHT, TOP, BOTTOM = 900, 380, 58, 62
PANELS = ((70, 400), (540, 780))   # left and right edges
INK, GRID, BAND = "#222222", "#dddddd", "#eef3f7"
BLUE, ORANGE, GREEN = "#0072B2", "#D55E00", "#009E73"
LARGEST_RATIO = 2.5   # of the dearest tie-week over the cheapest, from 10 000 people on


class Axis:
    """A logarithmic axis over whole decades."""

    def __init__(self, values, start, end):
        self.first = math.floor(math.log10(min(values)) + 0.05)   # 960 is as good as 1000
        self.last = max(math.ceil(math.log10(max(values)) - 0.05), self.first + 1)
        self.start, self.end = start, end

    def at(self, value):
        share = (math.log10(value) - self.first) / (self.last - self.first)
        return self.start + share * (self.end - self.start)

    def decades(self):
        return [10.0 ** n for n in range(self.first, self.last + 1)]


def short(value):
    for unit, name in ((1e6, " M"), (1e3, " k")):
        if value >= unit:
            return f"{value / unit:g}{name}"
    return f"{value:g}"


def text(x, y, words, anchor="middle", size=13, colour=INK, weight="normal"):
    return (f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}" '
            f'fill="{colour}" font-weight="{weight}">{words}</text>')


def marker(x, y, shape, colour):
    if shape == "circle":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{colour}"/>'
    if shape == "square":
        return f'<rect x="{x - 4.5:.1f}" y="{y - 4.5:.1f}" width="9" height="9" fill="{colour}"/>'
    return (f'<path d="M{x:.1f} {y - 6:.1f} L{x + 6:.1f} {y + 5:.1f} L{x - 6:.1f} {y + 5:.1f} Z" '
            f'fill="{colour}"/>')


def frame(x, y, title, unit):
    parts = [text(x.start, TOP - 30, title, "start", 15, weight="bold"),
             text(x.start, TOP - 12, unit, "start", 12)]
    for value in y.decades():
        at = y.at(value)
        parts.append(f'<line x1="{x.start}" y1="{at:.1f}" x2="{x.end}" y2="{at:.1f}" '
                     f'stroke="{GRID}"/>')
        parts.append(text(x.start - 8, at + 4, short(value), "end", 12))
    for value in x.decades():
        parts.append(text(x.at(value), y.start + 20, short(value), size=12))
    parts.append(text((x.start + x.end) / 2, y.start + 42, "people", size=12))
    return parts


def series(x, y, points, name, shape, colour):
    path = " ".join(f"{'L' if n else 'M'}{x.at(a):.1f} {y.at(b):.1f}"
                    for n, (a, b) in enumerate(points))
    parts = [f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="2"/>']
    parts += [marker(x.at(a), y.at(b), shape, colour) for a, b in points]
    a, b = points[-1]
    for n, line in enumerate(name):
        parts.append(text(x.at(a) + 10, y.at(b) + 4 + 15 * n, line, "start", 12, colour))
    return parts


def cost_panel(homes, nation, slopes):
    cost = lambda row: row["processor_ns_per_tie_week"]   # noqa: E731
    rows = homes + nation
    x = Axis([row["people"] for row in homes], *PANELS[0])
    low = min(cost(row) for row in rows if row["people"] >= 9000)
    y = Axis([10, low * LARGEST_RATIO, *map(cost, rows)], HEIGHT - BOTTOM, TOP)
    top, end = y.at(low * LARGEST_RATIO), y.at(low)
    parts = [f'<rect x="{x.start}" y="{top:.1f}" width="{x.end - x.start}" '
             f'height="{end - top:.1f}" fill="{BAND}"/>',
             text(x.start + 6, top + 14, "cheapest to 2.5 times as dear, the target from 10 k on",
                  "start", 11)]
    parts += frame(x, y, "Cost of a tie-week", "nanoseconds of processor time, all phases")
    parts += series(x, y, [(row["people"], cost(row)) for row in homes], ["neigh-", "bourhoods"],
                    "circle", BLUE)
    for row in nation:
        at = x.at(row["people"]), y.at(cost(row))
        parts += [marker(*at, "square", ORANGE),
                  text(at[0] + 10, at[1] + 4, row["world"], "start", 12, ORANGE)]
    return parts


def time_panel(homes, nation, slopes):
    kinds = (("genesis", "genesis_processor_seconds", "triangle", GREEN),
             ("week", "processor_seconds_per_week", "circle", BLUE))
    x = Axis([row["people"] for row in homes], *PANELS[1])
    y = Axis([row[key] for _, key, _, _ in kinds for row in homes], HEIGHT - BOTTOM, TOP)
    parts = frame(x, y, "Genesis, and one week", "seconds of processor time, neighbourhoods")
    for name, key, shape, colour in kinds:
        parts += series(x, y, [(row["people"], row[key]) for row in homes],
                        [name, f"slope {slopes[name]:.2f}"], shape, colour)
    return parts


def figure(growth):
    homes = [row for row in growth["worlds"] if row["world"] == "neighbourhoods"]
    nation = [row for row in growth["worlds"] if row["world"] != "neighbourhoods"]
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
             'font-family="Helvetica, Arial, sans-serif" role="img">',
             "<title>Cost against the number of people, both axes logarithmic</title>",
             f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>']
    parts += cost_panel(homes, nation, growth["slopes"])
    parts += time_panel(homes, nation, growth["slopes"])
    return "\n".join(parts + ["</svg>"]) + "\n"


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as file:
        sys.stdout.write(figure(json.load(file)))


if __name__ == "__main__":
    main()
