#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""A million paths of ten years and five dom-types: who is in secured and in open places, with every
flow that the model has."""
import os
from fractions import Fraction

import harness

PATHS = 2_000 if harness.SMALL else 1_000_000
YEARS = 10
FIRST_YEAR = 2025
CHUNK = 20_000  # paths that numpy has in hand at once, so that they stay in its caches
# By dom-type: at the start, arrivals a year, length of stay, discharged to open places in per cent;
# in open places at the start, arrivals there, length there.
TYPES = [(60, 8, "3.5", 40, 20, "2.5", 6), (45, 14, "2.5", 60, 15, "4", 5),
         (20, 6, "3", 50, 10, "1.5", 4), (12, 5, "2", 30, 8, "3", 6), (6, 2, "4", 20, 4, "1", 8)]
PLACES = 190
TOLERANCE = 6  # standard errors


def flows():
    for running, arrive, length, to_open, there, arrive_open, stay_open in TYPES:
        yield (running, Fraction(arrive), 1 / Fraction(length), Fraction(to_open, 100), there,
               Fraction(arrive_open), Fraction(1, stay_open))


def exact():
    """Mean and variance of the need by year: stays that run end by themselves, and nobody waits."""
    means = [Fraction(flow[0]) for flow in flows()]
    variances = [Fraction(0)] * len(means)
    years = []
    for _ in range(YEARS):
        for i, (_, arrive, ends, *_) in enumerate(flows()):
            variances[i] = ((1 - ends) ** 2 * variances[i] + ends * (1 - ends) * means[i] + arrive)
            means[i] = means[i] * (1 - ends) + arrive
        years.append((sum(means), sum(variances)))
    return years


def check(answer):
    wrong = []
    for year, ((mean, variance), (found, spread)) in enumerate(zip(exact(), answer)):
        far = TOLERANCE * (float(variance) / PATHS) ** 0.5
        wide = TOLERANCE * float(variance) * (2 / PATHS) ** 0.5
        if abs(found - float(mean)) > far or abs(spread - float(variance)) > wide:
            wrong.append(f"{FIRST_YEAR + year}: {found:.3f} and {spread:.3f}, "
                         f"{float(mean):.3f} and {float(variance):.3f} expected")
    return "; ".join(wrong) or None


def with_numpy(np, generator):
    """Poisson and binomial draws for all paths of a chunk at once; only what is asked for is kept."""
    total, squares, above = (np.zeros(YEARS) for _ in range(3))
    for first in range(0, PATHS, CHUNK):
        n = min(CHUNK, PATHS - first)
        stocks = [(np.full(n, flow[0]), np.full(n, flow[4])) for flow in flows()]
        for year in range(YEARS):
            need = np.zeros(n, dtype=np.int64)
            for i, (_, arrive, ends, to_open, _, arrive_open, leaves) in enumerate(flows()):
                running, opened = stocks[i]
                ended = generator.binomial(running, float(ends))
                moved = generator.binomial(ended, float(to_open))
                running = running - ended + generator.poisson(float(arrive), n)
                opened = (opened - generator.binomial(opened, float(leaves))
                          + generator.poisson(float(arrive_open), n) + moved)
                stocks[i] = running, opened
                need += running
            total[year] += need.sum()
            squares[year] += (need * need).sum()
            above[year] += (need > PLACES).sum()
    mean = total / PATHS
    return list(zip(mean, squares / PATHS - mean * mean))


def text(rows):
    return "\n".join(";".join(str(cell).replace(".", ",") for cell in row) for row in rows)


def make_calculator():
    Kkr = harness.kkr()
    calculator = Kkr.SecuredCapacity(first_year=FIRST_YEAR, last_year=FIRST_YEAR + YEARS - 1,
                                     secured_places=PLACES, paths=PATHS, seed=2035)
    tables = {
        "start": [("dom-type", "secured", "open"), *((i + 1, row[0], row[4])
                                                     for i, row in enumerate(TYPES))],
        "inflow": [("dom-type", "persons", "open-persons"), *((i + 1, row[1], row[5])
                                                              for i, row in enumerate(TYPES))],
        "stays": [("dom-type", "length", "to-open", "open-length"),
                  *((i + 1, row[2], row[3], row[6]) for i, row in enumerate(TYPES))],
    }
    for name, rows in tables.items():
        calculator.set_from_string(name, text(rows))
    return calculator


def answer_of(result):
    table = result.get_table_named("bands")
    columns = [table[name].get_strings() for name in ("mean", "variance")]
    return [tuple(float(Fraction(cell)) for cell in row) for row in zip(*columns)]


def on_cores(n, work):
    """With so many of the cores that the process has."""
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, set(sorted(cores)[:n]))
    try:
        return work()
    finally:
        os.sched_setaffinity(0, cores)


def main():
    bench = harness.Bench("cohort", f"{harness.count(PATHS)} paths of {YEARS} years and "
                                    f"{len(TYPES)} dom-types, five flows each")
    np = bench.rival("numpy")
    if np is None:
        raise SystemExit(77)
    calculator = make_calculator()
    for n in (1, 2):
        bench.add(f"libkkr, {n} core{'s'[:n - 1]}",
                  lambda n=n: on_cores(n, lambda: calculator.run(None)),
                  check=lambda result: check(answer_of(result)))
    for name in ("PCG64", "SFC64", "Philox"):
        bench.add(f"numpy, {name}",
                  lambda name=name: with_numpy(np, np.random.Generator(
                      getattr(np.random, name)(2035))), check=check)
    bench.run()
    best = min(bench.median(f"numpy, {name}") for name in ("PCG64", "SFC64", "Philox"))
    bench.demand("times as fast as numpy's fastest, on one core",
                 best / bench.median("libkkr, 1 core"), 5, stretch=20)
    bench.demand("times as fast as numpy's fastest, on two cores",
                 best / bench.median("libkkr, 2 cores"), 5, stretch=20)
    raise SystemExit(bench.finish())


if __name__ == "__main__":
    main()
