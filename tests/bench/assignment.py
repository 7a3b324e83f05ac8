#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""2.000 persons and 2.000 places: the best joint assignment, beside SciPy on the same costs."""
import sys

import harness

N = 60 if harness.SMALL else 2000
INSTANCES = 50 if harness.SMALL else 1000
NEVER = 2**63 - 1
# Where both search through nearly all columns for each row.
WORST = ("products", "products of numbers in order", "sums of a row's and a column's")
WORST_RUNS = 3
FEW = 10


def make_tables(np, random):
    """Costs of every kind that we could think of, those that are the worst for libkkr too."""
    def draw(most, shape=(N, N)):
        return random.integers(0, most, shape)

    def apart(a, b):
        return np.abs(a[:, None] - b[None, :])

    number = np.arange(1, N + 1)
    places = draw(10**4, (2, 2, N))
    towns = draw(300, (98, 98))
    half = draw(10**6)
    half[random.random((N, N)) < 0.5] = NEVER
    yield "any from 0 to 1.000.000", draw(10**6)
    yield "any from 0 to 1.000.000.000", draw(10**9)
    yield "any from 0 to 1.000.000.000.000.000", draw(10**15)
    yield "100 values", draw(100)
    yield "10 values", draw(10)
    yield "2 values", draw(2)
    yield "all the same", np.full((N, N), 5)
    yield "half may not be", half
    yield "distances on a line", apart(draw(10**6, N), draw(10**6, N))
    yield "distances in a plane", apart(*places[0]) + apart(*places[1])
    yield "distances of 98 towns", towns[draw(98, N)][:, draw(98, N)]
    yield "half as many rows", draw(10**6, (N // 2, N))
    yield "half as many columns", draw(10**6, (N, N // 2))
    yield WORST[0], np.outer(1 + draw(1000, N), 1 + draw(1000, N))
    yield WORST[1], np.outer(number, number)
    yield WORST[2], draw(10**6, N)[:, None] + draw(10**6, N)[None, :]


def in_bytes(np, costs):
    from gi.repository import GLib
    return GLib.Bytes.new(np.ascontiguousarray(costs, np.int64).tobytes())


def in_floats(np, costs):
    """As SciPy has it: what may not be costs infinitely much."""
    floats = costs.astype(np.float64)
    floats[costs == NEVER] = np.inf
    return floats


def price(np, costs, columns):
    """How many rows are assigned, and what they cost; None where one has what it may not, or two
    have the same."""
    rows = np.flatnonzero(columns >= 0)
    chosen = columns[rows]
    found = costs[rows, chosen]
    if len(set(chosen.tolist())) < len(chosen) or (found == NEVER).any():
        return None
    return len(rows), sum(found.tolist())


def columns_of(np, bytes_):
    return np.frombuffer(bytes_.get_data(), np.int32)


def of_scipy(np, answer, n_rows):
    columns = np.full(n_rows, -1)
    columns[answer[0]] = answer[1]
    return columns


def check_instances(np, Kkr, solve, random):
    """Small tables of all kinds: as many rows as can be, at the least cost, as SciPy finds it where
    what may not be costs more than all else together."""
    wrong = 0
    for _ in range(INSTANCES):
        shape = random.integers(1, 61, 2)
        most = int(random.choice([2, 10, 1000, 10**6]))
        costs = random.integers(-most, most, shape)
        costs[random.random(shape) < random.choice([0, 0.2, 0.6, 0.9])] = NEVER
        dear = 4 * most * 60
        found = price(np, costs, columns_of(np, Kkr.assign(in_bytes(np, costs), shape[1], None)))
        rows, columns = solve(np.where(costs == NEVER, dear, costs))
        kept = costs[rows, columns] != NEVER
        wrong += found != (int(kept.sum()), int(costs[rows[kept], columns[kept]].sum()))
    return f"{wrong} of {INSTANCES} instances" if wrong else None


def main():
    bench = harness.Bench("assignment", f"The best assignment of {harness.count(N)} rows to "
                          f"{harness.count(N)} columns")
    np = bench.rival("numpy")
    if np is None:
        raise SystemExit(77)
    Kkr = harness.kkr()
    random = np.random.default_rng(1)
    tables = dict(make_tables(np, random))
    scipy = bench.rival("scipy", "scipy.optimize")
    bests = {}

    for name, costs in tables.items():
        def check(columns, name=name, costs=costs):
            found = price(np, costs, columns)
            best = bests.setdefault(name, found)
            return None if found is not None and found == best else f"{found}, not {best}"

        runs = WORST_RUNS if name in WORST else FEW
        bench.add(f"libkkr, {name}",
                  lambda given=in_bytes(np, costs), n=costs.shape[1]: Kkr.assign(given, n, None),
                  check=lambda answer, check=check: check(columns_of(np, answer)), runs=runs)
        if scipy:
            bench.add(f"scipy, {name}",
                      lambda floats=in_floats(np, costs): scipy.linear_sum_assignment(floats),
                      check=lambda answer, check=check, n=len(costs): check(of_scipy(np, answer, n)),
                      runs=runs)
    if scipy:
        bench.check(f"{harness.count(INSTANCES)} random instances",
                    check_instances(np, Kkr, scipy.linear_sum_assignment, random))
    bench.run()
    for name in tables if scipy else ():
        bench.demand(f"times as fast as scipy, {name}",
                     bench.median(f"scipy, {name}") / bench.median(f"libkkr, {name}"), 1, stretch=3)
    sys.exit(bench.finish())


if __name__ == "__main__":
    main()
