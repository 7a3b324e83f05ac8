#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Writes what the benchmarks found into doc/benchmarks.md, between its two marks, and draws its
pictures.

usage: page.py [FOLDER-OF-JSON]     (build/benchmarks without it)
"""
import json
import pathlib
import sys

import plot

BEGIN, END = "<!-- found: begin -->\n", "<!-- found: end -->\n"
ROWS = ("shares", "shares-levels", "group-sum", "place-days", "cohort", "assignment",
        "offer-tariffs", "overlay-recompute", "explain-cell", "first-figure",
        "open-register", "read-register", "read-scenarios", "scaling")
# Where each rival has a libkkr of its own, on the data that both are called after.
IN_PAIRS = ("assignment",)
# What the machine can do at most, to measure by and not to compete with.
YARDSTICKS = ("memcpy", "reading the bytes", "libxml2")


def figure(value):
    """Three digits, with the decimal sign of the other pages."""
    if value == 0:
        return "0"
    digits = 3 - len(str(int(abs(value)))) if abs(value) >= 1 else 3
    text = f"{value:,.{max(digits, 0)}f}"
    return text.translate(str.maketrans(",.", ".,"))


NO_BREAK = "\u00a0"  # keeps a number and its unit in one line of a table


def unit_of(seconds):
    return next(((unit, size) for unit, size in (("s", 1), ("ms", 1e-3), ("µs", 1e-6))
                 if seconds >= size), ("ns", 1e-9))


def duration(seconds):
    unit, size = unit_of(seconds)
    return f"{figure(seconds / size)}{NO_BREAK}{unit}"


def between(low, high):
    unit, size = unit_of(high)
    return f"{figure(low / size)}–{figure(high / size)}{NO_BREAK}{unit}"


def ours_of(row, rival):
    own = rival.partition(", ")[2]
    times = [result["median"] for name, result in row["results"].items()
             if name.startswith("libkkr")
             and (row["name"] not in IN_PAIRS or name.partition(", ")[2] == own)]
    return min(times, default=None)


def is_rival(name):
    return not name.startswith(("libkkr", *YARDSTICKS))


def results_of(row):
    lines = ["| | median | quartiles | times libkkr | |", "|---|--:|--:|--:|---|"]
    for name, result in row["results"].items():
        ours = ours_of(row, name)
        ratio = figure(result["median"] / ours) if ours and not name.startswith("libkkr") else ""
        quartiles = between(result["q1"], result["q3"]) if result["runs"] > 1 else ""
        lines.append(f"| {name} | {duration(result['median'])} | {quartiles} | {ratio} | "
                     f"{result['note']} |")
    for name, reason in row["skipped"].items():
        lines.append(f"| {name} | | | | skipped: {reason} |")
    return lines


def demands_of(row):
    lines = ["| | must | stretch | found | |", "|---|--:|--:|--:|---|"]
    for demand in row["demands"]:
        sign = "≤" if demand["at-most"] else "≥"
        must, stretch = (f"{sign}{NO_BREAK}{limit(demand[name])}" if demand[name] is not None else ""
                         for name in ("must", "stretch"))
        if not must and demand["unit"] == "x":
            continue  # the table above has it
        verdict = {True: "holds", False: "**does not hold**", None: ""}[demand["holds"]]
        if demand["stretch-holds"] is not None:
            verdict += ", and the stretch" if demand["stretch-holds"] else ", the stretch does not"
        unit = demand["unit"].replace("us", "µs")
        lines.append(f"| {demand['text']} | {must} | {stretch} | {figure(demand['found'])}{NO_BREAK}"
                     f"{unit} | {verdict} |")
    return lines if len(lines) > 2 else []


def limit(value):
    return f"{value:g}".replace(".", ",")


def losses_of(rows):
    """Who is faster than libkkr, whatever it computes."""
    lines = []
    for row in rows:
        for name, result in row["results"].items():
            ours = ours_of(row, name)
            if ours and is_rival(name) and result["median"] < ours:
                note = f" ({result['note']})" if result["note"] else ""
                lines.append(f"- {row['title']}: {name}{note} takes "
                             f"{figure(result['median'] / ours)} of libkkr's time.")
        lines += [f"- {row['title']}: {demand['text']}: {figure(demand['found'])} {demand['unit']} "
                  f"found, {limit(demand['must'])} asked." for demand in row["demands"]
                  if demand["holds"] is False]
        for chart, curves in row["series"].items():
            lines += lost_points(chart, curves)
    return lines or ["- None in this run."]


def lost_points(chart, curves):
    best = {}
    for name, points in curves.items():
        if not is_rival(name):
            for size, median, *_ in points:
                best[size] = min(median, best.get(size, median))
    lines = []
    for name, points in curves.items():
        lost = [plot.number(size) for size, median, *_ in points if median < best[size]]
        if is_rival(name) and lost:
            lines.append(f"- {plot.CHARTS[chart][0]}: {name} is faster at {', '.join(lost)}.")
    return lines


def machine_of(rows):
    about = rows[0]["machine"]
    versions = {name: number for row in rows for name, number in row["versions"].items()}
    speeds = {}
    for row in rows:
        for name, value in row["machine"]["bandwidth"].items():
            speeds.setdefault(name, []).append(value / 1e9)
    words = {"read-1": "reading, 1 thread", "read-2": "reading, 2 threads",
             "copy-1": "copying, 1 thread", "copy-2": "copying, 2 threads"}
    lines = [f"{about['processor']}, {about['cores']} cores; {about['system']}; Python "
             f"{about['python']}"
             + "".join(f", {name} {number}" for name, number in sorted(versions.items())) + ".", "",
             "| bandwidth | least and most over the rows |", "|---|--:|"]
    lines += [f"| {words[name]} | {figure(min(speed))} to {figure(max(speed))} GB/s |"
              for name, speed in speeds.items()]
    return lines


def series_of(row):
    """The points of the pictures, in nanoseconds."""
    lines = []
    for chart, curves in row["series"].items():
        sizes = sorted({point[0] for points in curves.values() for point in points})
        title, sizes_name, unit, _ = plot.CHARTS[chart]
        lines += [f"{title}, {unit}:", "",
                  f"| {sizes_name} | " + " | ".join(map(plot.number, sizes)) + " |",
                  "|---|" + "--:|" * len(sizes)]
        for name, points in curves.items():
            costs = {size: figure(1e9 * median) for size, median, *_ in points}
            lines.append(f"| {name} | " + " | ".join(costs[size] for size in sizes) + " |")
        lines.append("")
    return lines


def found(rows):
    lines = machine_of(rows)
    for row in rows:
        lines += ["", f"### {row['title']}", ""]
        lines += [f"- {name}: {value}" for name, value in row["facts"].items()]
        if row["facts"]:
            lines.append("")
        lines += series_of(row)
        if row["results"]:
            lines += results_of(row) + [""]
        lines += demands_of(row)
        if row["wrong"]:
            lines += ["", "Wrong answers: " + "; ".join(row["wrong"])]
    return lines + ["", "### Where libkkr loses", ""] + losses_of(rows) + [""]


def main():
    source = pathlib.Path(__file__).resolve().parents[2]
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else source / "build/benchmarks"
    doc = source / "doc"
    paths = [folder / f"{name}.json" for name in ROWS]
    rows = [json.loads(path.read_text(encoding="utf-8")) for path in paths if path.exists()]
    if any(row["small"] for row in rows):
        sys.exit("measured with KKR_BENCH_SMALL: no figures for a page")
    for path in paths:
        if not path.exists():
            print(f"{path.name}: not measured")
    page = doc / "benchmarks.md"
    text = page.read_text(encoding="utf-8")
    head, rest = text.split(BEGIN)
    tail = rest.split(END)[1]
    page.write_text(head + BEGIN + "\n" + "\n".join(found(rows)) + "\n" + END + tail,
                    encoding="utf-8")
    for row in rows:
        for chart, curves in row["series"].items():
            (doc / f"benchmarks-{chart}.svg").write_text(plot.draw(chart, curves), encoding="utf-8")


if __name__ == "__main__":
    main()
