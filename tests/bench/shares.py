#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Exact shares: a million totals by 98 weights, amounts only."""
import ctypes

import harness
import apportion_rivals as rivals

TOTALS = 2_000 if harness.SMALL else 1_000_000
WEIGHTS = 98
SAMPLE = 200 if harness.SMALL else 10_000
THREADS = 2


def make_data(np, totals, weights, top=10**12):
    """Weights like the inhabitants of Danish municipalities, amounts of up to 10 bn. kr. in øre:
    the products fit in 63 bits, without which numpy and the others could not take part."""
    random = np.random.default_rng(1)
    people = np.clip(np.exp(random.normal(10.6, 0.75, weights)), 1_800, 660_000).astype(np.int64)
    return random.integers(0, top, totals), people


def wrong_sums(np, totals, shares):
    return sum(int((shares[i:i + 10_000].sum(axis=1) != totals[i:i + 10_000]).sum())
               for i in range(0, len(totals), 10_000))


def checker(np, totals, weights):
    """Pure Python integers for some totals, spread over all; the sums of all; and all shares of
    all totals against each other, by numpy's exact ones."""
    rows = np.unique(np.linspace(0, len(totals) - 1, 500).astype(int))
    oracle = [rivals.python(total, weights.tolist()) for total in totals[rows].tolist()]
    reference = rivals.numpy_tuned(totals, weights)

    def check(shares):
        seen = rows[rows < len(shares)]
        if not np.array_equal(shares[seen], np.array(oracle)[:len(seen)]):
            return "other shares than pure Python integers"
        wrong = wrong_sums(np, totals[:len(shares)], shares)
        if wrong:
            return f"{wrong} of {len(shares)} totals have a wrong sum"
        return None if np.array_equal(shares, reference[:len(shares)]) else \
            "other shares than numpy's exact ones"
    return check


def add_memcpy(bench, np):
    size = TOTALS * WEIGHTS * 8
    source, target = harness.Memory(size, 1), harness.Memory(size, 2)
    bench.add("memcpy of the output", lambda: harness.copy(target.at, source.at, size),
              note="into memory that has been touched")
    bench.add(f"memcpy, {THREADS} threads",
              lambda: harness.copy(target.at, source.at, size, THREADS))

    def fresh():
        new = np.empty(size, np.uint8)
        ctypes.memmove(new.ctypes.data, source.at, size)
        return new
    bench.add("memcpy, fresh memory", fresh, note="as results need it")


def make_call(totals, weights):
    """libkkr on these, which it gets as bytes: threads -> shares as bytes."""
    Kkr = harness.kkr()
    from gi.repository import GLib

    kkr_totals, kkr_weights = (GLib.Bytes.new(each.tobytes()) for each in (totals, weights))
    return lambda threads: Kkr.apportion_columns(
        kkr_totals, kkr_weights, len(weights), Kkr.ApportionMethod.LARGEST_REMAINDER, 1,
        Kkr.TieRule.FIRST, threads, None)


def to_array(np, shares, n_weights):
    return np.frombuffer(shares.get_data(), np.int64).reshape(-1, n_weights)


def add_libkkr(bench, np, totals, weights, check):
    apportion = make_call(totals, weights)
    for n in (1, THREADS):
        bench.add(f"libkkr, {n} thread{'s'[:n - 1]}", lambda n=n: apportion(n),
                  check=lambda shares: check(to_array(np, shares, WEIGHTS)))
    bench.add(f"libkkr, {THREADS} threads, in numpy",
              lambda: to_array(np, apportion(THREADS), WEIGHTS), check=check,
              note="and copied into Python, which PyGObject cannot do without")


def add_arrays(bench, np, totals, weights, check):
    bench.add("numpy, exact", lambda: rivals.numpy_plain(totals, weights), check=check)
    bench.add("numpy, exact, tuned", lambda: rivals.numpy_tuned(totals, weights), check=check)
    bench.add(f"numpy, tuned, {THREADS} threads",
              lambda: rivals.numpy_threads(totals, weights, THREADS), check=check)
    bench.add("numpy, plain rounding", lambda: rivals.numpy_float(totals, weights), note="inexact")
    wrong = wrong_sums(np, totals, rivals.numpy_float(totals, weights))
    bench.tell("plain rounding gives a wrong sum in",
               f"{harness.count(wrong)} of {harness.count(len(totals))} totals")
    numba = bench.rival("numba")
    if numba:
        work = rivals.numba_exact(numba)
        work(totals[:10], weights, 1)
        for n in (1, THREADS):
            bench.add(f"numba, exact, {n} thread{'s'[:n - 1]}",
                      lambda n=n: work(totals, weights, n), check=check)


def add_samples(bench, np, totals, weights, check):
    """What is too slow, or needs too much memory, for all totals."""
    def add(name, size, work, check=check):
        size = min(size, len(totals))
        bench.add(name, lambda: work(totals[:size]), check=check, scale=len(totals) / size,
                  note=f"measured on {harness.count(size)} totals and scaled")

    plain = weights.tolist()
    add("pure Python integers", SAMPLE // 5,
        lambda part: [rivals.python(total, plain) for total in part.tolist()],
        lambda answer: check(np.array(answer)))
    add("numpy, exact, objects", SAMPLE, lambda part: rivals.numpy_objects(part, weights))
    for name, work in (("pandas", rivals.pandas_exact), ("polars", rivals.polars_exact),
                       ("duckdb", rivals.duckdb_exact)):
        module = bench.rival(name)
        if module:
            add(name, SAMPLE, lambda part, work=work, module=module: work(module, part, weights))
    if bench.rival("openfisca-core"):
        import openfisca_rival

        size = min(SAMPLE // 10, len(totals))
        work = openfisca_rival.prepare(totals[:size], weights)
        answer = work().astype(np.float64)
        wrong = int((answer.sum(axis=1) != totals[:size]).sum())
        bench.tell("OpenFisca, in 32-bit floats, gives a wrong sum in",
                   f"{harness.count(wrong)} of {harness.count(size)} totals")
        add("openfisca-core", size, lambda part: work(), None)


def demand(bench):
    ours = bench.median(f"libkkr, {THREADS} threads")
    bench.demand(f"{THREADS} threads, in times of one memcpy of the output",
                 ours / bench.median("memcpy of the output"), 6, stretch=2.5, at_most=True)
    bench.demand("times as fast as numpy with an exact fix-up",
                 bench.median("numpy, exact") / ours, 10)
    bench.demand("times as fast as pure Python integers",
                 bench.median("pure Python integers") / ours, 100)
    for name in ("numpy, exact, tuned", f"numpy, tuned, {THREADS} threads",
                 f"numba, exact, {THREADS} threads", "pandas", "polars", "duckdb",
                 "openfisca-core", "numpy, plain rounding"):
        if name in bench.results:
            bench.demand(f"times as fast as {name}", bench.median(name) / ours)


def main():
    bench = harness.Bench(
        "shares", f"Exact shares of {harness.count(TOTALS)} totals by {WEIGHTS} weights")
    np = bench.rival("numpy")
    if np is None:
        raise SystemExit(77)
    totals, weights = make_data(np, TOTALS, WEIGHTS)
    check = checker(np, totals, weights)
    add_memcpy(bench, np)
    add_libkkr(bench, np, totals, weights, check)
    add_arrays(bench, np, totals, weights, check)
    add_samples(bench, np, totals, weights, check)
    bench.run()
    demand(bench)
    raise SystemExit(bench.finish())


if __name__ == "__main__":
    main()
