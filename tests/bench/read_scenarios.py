#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""A million scenarios from Danish CSV: amounts as 19.156.058,50, every fault refused."""
import io

import harness

ROWS = 2_000 if harness.SMALL else 1_000_000
# No amounts in kroner and øre; each is refused by libkkr.
BAD = ("1.2.3,4", "1.5 6", "12.34.567,00", "1,2,3", "100.00,5", "1.1560,00", "1..2", "0x10",
       "1e3", "100,001")


def danish(amount):
    return f"{amount // 100:,}".replace(",", ".") + f",{amount % 100:02d}"


def main():
    bench = harness.Bench(
        "read-scenarios",
        f"{harness.count(ROWS)} scenarios from Danish CSV, refusing what is no amount")
    np = bench.rival("numpy")
    pandas = bench.rival("pandas")
    if np is None:
        raise SystemExit(77)
    Kkr = harness.kkr()
    from gi.repository import GLib

    amounts = np.random.default_rng(1).integers(10**9, 10**12, ROWS)
    text = ("year;budget\n" + "".join(f"2024;{danish(x)}\n" for x in amounts.tolist())).encode()
    kkr_text = GLib.Bytes.new(text)
    bench.tell("the file", f"{len(text) / 1e6:.1f} MB")

    def read_kkr(kkr_bytes=kkr_text):
        table = Kkr.ObjectiveFinancing().read_scenarios_bytes(kkr_bytes, "scenarios.csv", None)
        return np.frombuffer(table["budget"].get_bytes().get_data(), np.int64)

    def read_pandas(data=text):
        frame = pandas.read_csv(io.BytesIO(data), sep=";", decimal=",", thousands=".")
        return np.rint(frame["budget"].to_numpy() * 100).astype(np.int64)

    def accepts(read):
        taken = []
        for bad in BAD:
            try:
                read(f"year;budget\n2024;{bad}\n2024;2,50\n".encode())
                taken.append(bad)
            except Exception:  # pylint: disable=broad-except
                pass
        return taken

    def check(answer):
        return None if np.array_equal(answer, amounts) else "other amounts than were written"

    bench.add("libkkr", read_kkr, check=check)
    taken = accepts(lambda data: read_kkr(GLib.Bytes.new(data)))
    bench.check("bad amounts are refused", f"{taken} taken" if taken else None)
    if pandas:
        bench.add("pandas", read_pandas, check=check)
        bench.tell("bad amounts that pandas takes",
                   f"{len(accepts(read_pandas))} of {len(BAD)}: {', '.join(accepts(read_pandas))}")
    bench.run()
    if pandas:
        bench.demand("times as fast as pandas", bench.median("pandas") / bench.median("libkkr"))
    raise SystemExit(bench.finish())


if __name__ == "__main__":
    main()
