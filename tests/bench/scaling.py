#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""How the cost of a share and of a row grows with the work; plot.py draws it."""
import harness
import apportion_rivals as apportion
import group_rivals as group
import group_sum
import shares

THREADS = 2
SHARES = 10_000 if harness.SMALL else 10_000_000
WEIGHTS = (10, 100) if harness.SMALL else (10, 100, 1_000, 10_000)
ROWS = (1_000,) if harness.SMALL else (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
FEW_WEIGHTS = 11  # the payers of an arrangement of one region


class Curves:
    """Contestants over sizes: each point is the median of runs in turns."""

    def __init__(self, bench, np):
        self.bench = bench
        self.np = np
        self.modules = {name: bench.rival(name)
                        for name in ("numba", "pandas", "polars", "duckdb")}
        self.numba_shares = self.numba_sums = None
        if self.modules["numba"]:
            self.numba_shares = apportion.numba_exact(self.modules["numba"])
            self.numba_sums = group.numba_sums(self.modules["numba"])

    def measure(self, chart, size, items, works, check):
        """`works`: by name, what is done and for how many of the items."""
        times = {name: [] for name in works}
        for turn in range(harness.RUNS):
            for name, (work, done) in works.items():
                if turn == 0:
                    # The first call makes what later ones find: compiled code, loaded classes.
                    self.bench.check(f"{chart}, {size}: {name}", check(work()))
                seconds, _ = harness.timed(work)
                times[name].append(seconds / done)
        for name, each in times.items():
            spread = harness.spread(each)
            self.bench.series.setdefault(chart, {}).setdefault(name, []).append(
                [size, spread["median"], spread["q1"], spread["q3"]])
        print(f"{chart}, {size:9}: " + ", ".join(
            f"{name} {1e9 * harness.spread(each)['median']:.2f} ns" for name, each in times.items()),
            flush=True)

    def shares(self, chart, size, n_totals, n_weights):
        np = self.np
        totals, weights = shares.make_data(np, n_totals, n_weights, top=10**11)
        reference = apportion.numpy_tuned(totals, weights)
        items = n_totals * n_weights
        few = min(n_totals, max(1, 20_000 // n_weights))
        plain = weights.tolist()
        works = {f"libkkr, {n} thread{'s'[:n - 1]}": (lambda n=n: call(n), items)
                 for n in (1, THREADS)}
        works["numpy"] = (lambda: apportion.numpy_plain(totals, weights), items)
        works["numpy, tuned"] = (lambda: apportion.numpy_tuned(totals, weights), items)
        if self.numba_shares:
            works[f"numba, {THREADS} threads"] = (
                lambda: self.numba_shares(totals, weights, THREADS), items)
        works["pure Python"] = (lambda: np.array(
            [apportion.python(total, plain) for total in totals[:few].tolist()]), few * n_weights)
        call = shares.make_call(totals, weights)

        def check(answer):
            found = answer if isinstance(answer, np.ndarray) else shares.to_array(
                np, answer, n_weights)
            return None if np.array_equal(found, reference[:len(found)]) else "other shares"
        assert np.array_equal(works["pure Python"][0](), reference[:few])
        self.measure(chart, size, items, works, check)

    def sums(self, rows):
        np = self.np
        keys, values = group_sum.make_data(np, rows)
        check = group_sum.checker(np, keys, values)
        call = group_sum.make_call(np, keys, values)
        works = {f"libkkr, {n} thread{'s'[:n - 1]}": (lambda n=n: call(n), rows)
                 for n in (1, THREADS)}
        fastest = group.fastest_exact()
        works["numpy"] = (lambda: fastest(keys, values), rows)
        if self.numba_sums:
            works[f"numba, {THREADS} threads"] = (
                lambda: self.numba_sums(keys, values, THREADS), rows)
        modules = self.modules
        if modules["pandas"]:
            frame = modules["pandas"].DataFrame({"code": keys, "amount": values})
            works["pandas"] = (lambda: group.pandas_sums(frame), rows)
        if modules["polars"]:
            data = modules["polars"].DataFrame({"code": keys, "amount": values})
            works["polars"] = (lambda: group.polars_sums(modules["polars"], data), rows)
        if modules["duckdb"]:
            table = group.duckdb_table(modules["duckdb"], keys, values)
            works["DuckDB"] = (lambda: group.duckdb_sums(table), rows)
        self.measure("group-sum", rows, rows, works, check)


def main():
    bench = harness.Bench("scaling", "Cost of a share and of a row against the size of the work")
    np = bench.rival("numpy")
    if np is None:
        raise SystemExit(77)
    curves = Curves(bench, np)
    for weights in WEIGHTS:
        curves.shares("weights", weights, SHARES // weights, weights)
    for rows in ROWS:
        curves.shares("totals", rows, rows, FEW_WEIGHTS)
    for rows in ROWS:
        curves.sums(rows)
    raise SystemExit(bench.finish())


if __name__ == "__main__":
    main()
