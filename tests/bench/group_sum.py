#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""10 million rows, each an amount and a municipality code of 16 bits: the sum by municipality."""
import harness
import group_rivals as rivals

ROWS = 20_000 if harness.SMALL else 10_000_000
THREADS = 2


def make_data(np, rows, top=10**12):
    """Accounts of 98 municipalities, whose codes lie between 101 and 860; up to 10 bn. kr."""
    random = np.random.default_rng(1)
    codes = np.sort(random.choice(np.arange(101, 861), 98, replace=False)).astype(np.int16)
    return codes[random.integers(0, 98, rows)], random.integers(-top // 10, top, rows)


def make_call(np, keys, values):
    """libkkr on these, which it gets as bytes: threads -> codes and sums."""
    Kkr = harness.kkr()
    from gi.repository import GLib

    kkr_keys, kkr_values = (GLib.Bytes.new(each.tobytes()) for each in (keys, values))
    return lambda threads: answer_of(np, Kkr.group_sum(kkr_keys, kkr_values, None, Kkr.Unit.AMOUNT,
                                                       threads, None))


def answer_of(np, table):
    columns = {column.props.name: column for column in table.dup_columns()}
    return tuple(np.frombuffer(columns[name].get_bytes().get_data(), columns[name].props.dtype)
                 for name in ("key", "sum"))


def checker(np, keys, values):
    """Against pure Python where that is quick enough; numpy's own integers, which cannot overflow
    here, for all rows."""
    codes = np.unique(keys)
    sums = np.array([values[keys == code].sum() for code in codes])
    sample = slice(0, min(len(keys), 200_000))
    assert all(map(np.array_equal, rivals.python(keys[sample], values[sample]),
                   rivals.sorted_runs(keys[sample], values[sample])))

    def check(answer):
        if not np.array_equal(answer[0], codes):
            return "other codes than there are"
        wrong = int((answer[1] != sums).sum())
        return f"{wrong} of {len(codes)} sums" if wrong else None
    return check


def add_numpy(bench, np, keys, values, check):
    exact = {"bincount of halves": rivals.bincount_halves, "add.at": rivals.add_at,
             "sort and reduceat": rivals.sorted_runs}
    for name, work in exact.items():
        bench.add(f"numpy, {name}", lambda work=work: work(keys, values), check=check)
    fastest = rivals.fastest_exact()
    bench.add(f"numpy, fastest of these, {THREADS} threads",
              lambda: rivals.in_parts(fastest, keys, values, THREADS), check=check)
    bench.add("numpy, bincount", lambda: rivals.bincount(keys, values), note="inexact")
    bench.tell("numpy's bincount in doubles is wrong in",
               check(rivals.bincount(keys, values)) or "no sum")
    return [f"numpy, {name}" for name in exact] + [
        f"numpy, fastest of these, {THREADS} threads"]


def add_others(bench, np, keys, values, check):
    numba = bench.rival("numba")
    if numba:
        work = rivals.numba_sums(numba)
        work(keys[:10], values[:10], 1)
        for n in (1, THREADS):
            bench.add(f"numba, {n} thread{'s'[:n - 1]}", lambda n=n: work(keys, values, n),
                      check=check)
    pandas = bench.rival("pandas")
    if pandas:
        frame = pandas.DataFrame({"code": keys, "amount": values})
        bench.add("pandas", lambda: rivals.pandas_sums(frame), check=check)
    polars = bench.rival("polars")
    if polars:
        rows = polars.DataFrame({"code": keys, "amount": values})
        bench.add("polars", lambda: rivals.polars_sums(polars, rows), check=check)
    duckdb = bench.rival("duckdb")
    if duckdb:
        connection = rivals.duckdb_table(duckdb, keys, values)
        bench.add("DuckDB", lambda: rivals.duckdb_sums(connection), check=check)
    sample = min(len(keys), 200_000)
    bench.add("pure Python integers", lambda: rivals.python(keys[:sample], values[:sample]),
              scale=len(keys) / sample, note=f"measured on {harness.count(sample)} rows and scaled")


def main():
    bench = harness.Bench(
        "group-sum", f"Sum of {harness.count(ROWS)} rows by municipality, in whole øre")
    np = bench.rival("numpy")
    if np is None:
        raise SystemExit(77)
    keys, values = make_data(np, ROWS)
    check = checker(np, keys, values)
    group_sum = make_call(np, keys, values)
    size = keys.nbytes + values.nbytes
    memory = harness.Memory(size, 1)
    for n in (1, THREADS):
        bench.add(f"reading the bytes, {n} thread{'s'[:n - 1]}",
                  lambda n=n: harness.read(memory.at, size, n))
        bench.add(f"libkkr, {n} thread{'s'[:n - 1]}", lambda n=n: group_sum(n), check=check)
    exact = add_numpy(bench, np, keys, values, check)
    add_others(bench, np, keys, values, check)
    bench.run()

    ours = bench.median(f"libkkr, {THREADS} threads")
    bench.demand(f"of the bandwidth of reading, both on {THREADS} threads",
                 100 * bench.median(f"reading the bytes, {THREADS} threads") / ours, 50, stretch=80,
                 unit="per cent")
    bench.demand("of the bandwidth of reading, both on 1 thread",
                 100 * bench.median("reading the bytes, 1 thread")
                 / bench.median("libkkr, 1 thread"), unit="per cent")
    best = min(exact, key=bench.median)
    bench.demand(f"times as fast as the fastest exact numpy ({best})", bench.median(best) / ours, 1)
    for name in ("pandas", "polars", "DuckDB", f"numba, {THREADS} threads", "pure Python integers"):
        if name in bench.results:
            bench.demand(f"times as fast as {name}", bench.median(name) / ours,
                         1 if name == "pandas" else None)
    raise SystemExit(bench.finish())


if __name__ == "__main__":
    main()
