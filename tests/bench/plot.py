#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Draws what scaling.py measured, as doc/benchmarks-*.svg.

usage: plot.py SCALING.json FOLDER
"""
import json
import math
import pathlib
import sys

WIDTH, HEIGHT = 760, 440
LEFT, RIGHT, TOP, BOTTOM = 72, 190, 56, 58
CHARTS = {
    "weights": ("Cost of a share against the number of weights", "weights",
                "ns a share", "as many shares in all at each point"),
    "totals": ("Cost of a share against the number of totals", "totals", "ns a share",
               "11 weights"),
    "group-sum": ("Cost of a row against the number of rows", "rows", "ns a row",
                  "sum of øre by municipality"),
}
# Light and dark of each colour keep their contrast; ours are drawn thicker.
COLOURS = {
    "libkkr, 2 threads": ("#c01c28", "#ff7b63"),
    "libkkr, 1 thread": ("#e66100", "#ffbe6f"),
    "numpy, tuned": ("#1a5fb4", "#78aeed"),
    "numpy": ("#3584e4", "#99c1f1"),
    "numba, 2 threads": ("#26a269", "#8ff0a4"),
    "pandas": ("#813d9c", "#dc8add"),
    "polars": ("#63452c", "#cdab8f"),
    "DuckDB": ("#986a00", "#f8e45c"),
    "pure Python": ("#5e5c64", "#c0bfbc"),
}
DASHED = {"libkkr, 1 thread", "numpy, tuned"}


def style():
    light = "".join(f".c{i}{{stroke:{light}}}.t{i}{{fill:{light}}}"
                    for i, (light, _) in enumerate(COLOURS.values()))
    dark = "".join(f".c{i}{{stroke:{dark}}}.t{i}{{fill:{dark}}}"
                   for i, (_, dark) in enumerate(COLOURS.values()))
    return ("<style>text{font:13px system-ui,sans-serif;fill:#241f31}"
            ".h{font-weight:600;font-size:15px}.s{fill:#5e5c64}"
            ".grid{stroke:#c0bfbc;stroke-opacity:.6}.axis{stroke:#5e5c64}"
            "polyline{fill:none;stroke-width:2}polyline.our{stroke-width:3}"
            ".dash{stroke-dasharray:6 4}" + light
            + "@media(prefers-color-scheme:dark){text{fill:#f6f5f4}.s{fill:#c0bfbc}"
            ".grid{stroke:#77767b;stroke-opacity:.5}.axis{stroke:#c0bfbc}" + dark + "}</style>")


def number(value):
    """As a Danish reader writes it, without a locale: 10.000, 0,5."""
    if value >= 1:
        return f"{value:,.0f}".replace(",", ".")
    return f"{value:g}".replace(".", ",")


class Scale:
    """From the logarithm of a value to a place between two others."""

    def __init__(self, values, start, end, steps=(1,)):
        low, high = min(values), max(values)
        self.low, self.high = math.log10(low), math.log10(high)
        self.start, self.end = start, end
        self.ticks = [step * 10.0**power for power in range(-4, 9) for step in steps
                      if low <= step * 10.0**power * 1.0001 and step * 10.0**power <= high * 1.0001]

    def __call__(self, value):
        share = (math.log10(value) - self.low) / ((self.high - self.low) or 1)
        return self.start + share * (self.end - self.start)


def labels_apart(ends):
    """Places for the names at the ends of the lines, so that none covers another."""
    placed = []
    for y, name in sorted(ends):
        placed.append([max(y, placed[-1][0] + 16) if placed else y, name])
    over = placed[-1][0] - (HEIGHT - BOTTOM)
    for i in range(len(placed) - 1, -1, -1):
        if over <= 0:
            break
        limit = placed[i + 1][0] - 16 if i + 1 < len(placed) else HEIGHT - BOTTOM
        placed[i][0] = min(placed[i][0], limit)
    return placed


def draw(chart, curves):
    title, x_name, y_name, subtitle = CHARTS[chart]
    sizes = sorted({point[0] for points in curves.values() for point in points})
    costs = [1e9 * point[1] for points in curves.values() for point in points]
    x = Scale(sizes, LEFT, WIDTH - RIGHT)
    y = Scale([10**math.floor(math.log10(min(costs))), 10**math.ceil(math.log10(max(costs)))],
              HEIGHT - BOTTOM, TOP)
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
             f'width="{WIDTH}" height="{HEIGHT}" role="img" aria-label="{title}">', style(),
             f'<text class="h" x="{LEFT}" y="22">{title}</text>',
             f'<text class="s" x="{LEFT}" y="41">{subtitle}; medians; both axes logarithmic</text>']
    for tick in y.ticks:
        at = y(tick)
        parts += [f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{at:.1f}" '
                  f'y2="{at:.1f}"/>',
                  f'<text x="{LEFT - 8}" y="{at + 4:.1f}" text-anchor="end">{number(tick)}</text>']
    for tick in x.ticks:
        at = x(tick)
        parts += [f'<line class="grid" y1="{TOP}" y2="{HEIGHT - BOTTOM}" x1="{at:.1f}" '
                  f'x2="{at:.1f}"/>',
                  f'<text x="{at:.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">'
                  f'{number(tick)}</text>']
    parts += [f'<polyline class="axis" points="{LEFT},{TOP} {LEFT},{HEIGHT - BOTTOM} '
              f'{WIDTH - RIGHT},{HEIGHT - BOTTOM}"/>',
              f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 14}" text-anchor="middle">'
              f'{x_name}</text>',
              f'<text transform="translate(18 {(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)" '
              f'text-anchor="middle">{y_name}</text>']
    ends = []
    for name, points in curves.items():
        colour = list(COLOURS).index(name)
        classes = f"c{colour}" + (" our" if name.startswith("libkkr") else "") + (
            " dash" if name in DASHED else "")
        parts.append(f'<polyline class="{classes}" points="' + " ".join(
            f"{x(point[0]):.1f},{y(1e9 * point[1]):.1f}" for point in points) + '"/>')
        ends.append((y(1e9 * points[-1][1]), name))
    for at, name in labels_apart(ends):
        parts.append(f'<text class="t{list(COLOURS).index(name)}" x="{WIDTH - RIGHT + 8}" '
                     f'y="{at + 4:.1f}">{name}</text>')
    return "\n".join(parts + ["</svg>"]) + "\n"


def main():
    series = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))["series"]
    for chart, curves in series.items():
        path = pathlib.Path(sys.argv[2]) / f"benchmarks-{chart}.svg"
        path.write_text(draw(chart, curves), encoding="utf-8")


if __name__ == "__main__":
    main()
