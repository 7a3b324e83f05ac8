#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""A million placements on ten thousand places over ten years: the days on which each place was taken
and those on which it stood empty, by year."""
import datetime

import harness

PLACES = 50 if harness.SMALL else 10_000
ROWS = PLACES * 100
FIRST_YEAR, LAST_YEAR = 2014, 2023
YEARS = range(FIRST_YEAR, LAST_YEAR + 1)
OPEN = -2**31
THREADS = 2
SAMPLE = 40


def day(year, month=1, number=1):
    return (datetime.date(year, month, number) - datetime.date(1970, 1, 1)).days


FIRST, LAST = day(FIRST_YEAR), day(LAST_YEAR, 12, 31)
STARTS = [day(year) for year in YEARS] + [LAST + 1]


def make_data(np):
    """Some stays begin before the ten years, some end after them, and one in a hundred has not
    ended."""
    random = np.random.default_rng(1)
    places = random.integers(0, PLACES, ROWS)
    begin = random.integers(FIRST - 60, LAST + 1, ROWS).astype(np.int32)
    end = (begin + random.integers(0, 120, ROWS)).astype(np.int32)
    end[random.random(ROWS) < 0.01] = OPEN
    return places.astype(np.int64), begin, end


def make_table(places, begin, end):
    Kkr = harness.kkr()
    from gi.repository import GLib

    builder = Kkr.TableBuilder.new("placements", "Placeringer", "Placements")
    for name, kind, values in (("place", Kkr.ColumnKind.INT64, places),
                               ("from", Kkr.ColumnKind.DATE, begin),
                               ("to", Kkr.ColumnKind.DATE, end)):
        builder.add_bytes(name, name, name, kind, Kkr.Unit.NONE, GLib.Bytes.new(values.tobytes()))
    return builder.end()


def answer_of(np, table):
    columns = {column.props.name: column for column in table.dup_columns()}
    return tuple(np.frombuffer(columns[name].get_bytes().get_data(), "i8").reshape(-1, len(YEARS))
                 for name in ("occupied", "vacant"))


def naively(places, begin, end, place):
    """A set of days, one by one."""
    taken = set()
    for row in (places == place).nonzero()[0]:
        last = LAST if end[row] == OPEN else min(int(end[row]), LAST)
        taken.update(range(max(int(begin[row]), FIRST), last + 1))
    return [sum(STARTS[i] <= number < STARTS[i + 1] for number in taken)
            for i in range(len(YEARS))]


def with_numpy(np, places, begin, end):
    """One more at the first day of each stay and one less after its last, for all days of all
    places; then running sums."""
    width = LAST - FIRST + 2
    until = np.where(end == OPEN, LAST, np.minimum(end, LAST))
    since = np.maximum(begin, FIRST)
    kept = since <= until
    at = places[kept] * width
    size = PLACES * width
    change = (np.bincount(at + since[kept] - FIRST, minlength=size)
              - np.bincount(at + until[kept] + 1 - FIRST, minlength=size))
    taken = np.cumsum(change.reshape(PLACES, width), axis=1)[:, :-1] > 0
    occupied = np.add.reduceat(taken, [start - FIRST for start in STARTS[:-1]], axis=1,
                               dtype=np.int64)
    return occupied, np.diff(STARTS) - occupied


def with_pandas(pandas, np, frame):
    """Stays of a place in order, joined where they touch, and cut at each New Year."""
    rows = frame.assign(end=frame["end"].where(frame["end"] != OPEN, LAST))
    rows = rows.sort_values(["place", "begin"], ignore_index=True)
    latest = rows.groupby("place")["end"].cummax().groupby(rows["place"]).shift()
    run = (latest.isna() | (rows["begin"] > latest + 1)).cumsum()
    runs = rows.groupby(run).agg(place=("place", "first"), begin=("begin", "first"),
                                 end=("end", "max"))
    years = {}
    for i, year in enumerate(YEARS):
        length = (runs["end"].clip(upper=STARTS[i + 1] - 1)
                  - runs["begin"].clip(lower=STARTS[i]) + 1).clip(lower=0)
        years[year] = length.groupby(runs["place"]).sum()
    occupied = pandas.DataFrame(years).reindex(range(PLACES), fill_value=0)
    occupied = occupied.to_numpy().astype(np.int64)
    return occupied, np.diff(STARTS) - occupied


def checker(np, places, begin, end):
    """A sample of places day by day in pure Python; all of them against numpy."""
    expected = with_numpy(np, places, begin, end)
    sample = np.random.default_rng(2).integers(0, PLACES, SAMPLE)
    for place in sample:
        assert naively(places, begin, end, place) == list(expected[0][place])

    def check(answer):
        wrong = sum(int((found != right).sum()) for found, right in zip(answer, expected))
        return f"{wrong} of {2 * expected[0].size} figures" if wrong else None
    return check


def main():
    bench = harness.Bench(
        "place-days", f"Days of {harness.count(ROWS)} placements on {harness.count(PLACES)} places "
        f"over {len(YEARS)} years")
    np = bench.rival("numpy")
    if np is None:
        raise SystemExit(77)
    places, begin, end = make_data(np)
    table = make_table(places, begin, end)
    right = checker(np, places, begin, end)
    first, last = f"{FIRST_YEAR}-01-01", f"{LAST_YEAR}-12-31"
    for n in (1, THREADS):
        bench.add(f"libkkr, {n} thread{'s'[:n - 1]}",
                  lambda n=n: table.place_days("place", "from", "to", None, first, last, n, None),
                  check=lambda answer: right(answer_of(np, answer)))
    bench.add("numpy", lambda: with_numpy(np, places, begin, end), check=right,
              note="a count for each day of each place")
    pandas = bench.rival("pandas")
    if pandas:
        frame = pandas.DataFrame({"place": places, "begin": begin.astype(np.int64),
                                  "end": end.astype(np.int64)})
        bench.add("pandas", lambda: with_pandas(pandas, np, frame), check=right)
    bench.run()

    ours = bench.median("libkkr, 1 thread")
    bench.demand("seconds on one core", ours, 0.25, at_most=True, unit="s")
    if pandas:
        bench.demand("times as fast as pandas, on one core", bench.median("pandas") / ours, 5)
    bench.demand("times as fast as numpy, on one core", bench.median("numpy") / ours)
    raise SystemExit(bench.finish())


if __name__ == "__main__":
    main()
