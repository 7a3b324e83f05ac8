#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""A batch of 98 million cells, and then a cell of it explained, which nobody asked for before."""
import random

import harness
import apportion_rivals as rivals

PAYERS = 98
SCENARIOS = 1_000 if harness.SMALL else 1_000_000
CELLS = 10 if harness.SMALL else 200
THREADS = 2
KRONE = 100


def make_register(Kkr, GLib, children):
    """98 municipalities that share by their children."""
    codes = range(101, 101 + PAYERS)
    lines = ['<register format="1">',
             '<source id="s" title="Budget" publisher="En myndighed" date="2023-08-01"/>',
             '<region code="1081" name="Region"/>',
             '<arrangement id="joint" title-da="Fælles opgave" title-en="Joint task" '
             'budget="joint/budget" weights="children" weights-da="Børn" weights-en="Children" '
             'weight-da="barn" weight-en="child" reference="previous-year-quarter-2" source="s" '
             'section="1">',
             *(f'<payer municipality="{code}" valid="2020-01-01/.."/>' for code in codes),
             '</arrangement>',
             *(f'<municipality code="{code}" name="Kommune {code}" region="1081"/>'
               for code in codes),
             '<series key="children" unit="persons" subjects="municipality" source="s" section="2">',
             *(f'<fact subject="{code}" valid="2023K2" value="{each}"/>'
               for code, each in zip(codes, children)),
             '</series>',
             '<series key="joint/budget" unit="amount" source="s" section="3">'
             '<fact valid="2024" value="1000000"/></series>', '</register>']
    return Kkr.RegisterReader().read_bytes(GLib.Bytes.new("\n".join(lines).encode()), "bench.xml",
                                           None)


def main():
    bench = harness.Bench(
        "explain-cell", f"A batch of {harness.count(SCENARIOS * PAYERS)} cells, and one explained")
    np = bench.rival("numpy")
    if np is None:
        raise SystemExit(77)
    Kkr = harness.kkr()
    from gi.repository import GLib

    numbers = np.random.default_rng(1)
    budgets = numbers.integers(10**6, 10**10, SCENARIOS) * KRONE
    children = numbers.integers(300, 120_000, PAYERS)
    dk = make_register(Kkr, GLib, children.tolist())
    calc = Kkr.ObjectiveFinancing(register=dk, arrangement="joint", year=2024)
    builder = Kkr.TableBuilder.new("scenarios", "Scenarier", "Scenarios")
    builder.add_bytes("budget", "Budget", "Budget", Kkr.ColumnKind.INT64, Kkr.Unit.AMOUNT,
                      GLib.Bytes.new(budgets.tobytes()))
    scenarios = builder.end()
    totals, weights = (GLib.Bytes.new(each.astype(np.int64).tobytes())
                       for each in (budgets, children))

    def apportion(threads):
        return Kkr.apportion_columns(totals, weights, PAYERS,
                                     Kkr.ApportionMethod.LARGEST_REMAINDER, KRONE,
                                     Kkr.TieRule.FIRST, threads, None)

    def batch():
        return calc.run_table(scenarios, None, None)

    def check(result):
        amounts = np.frombuffer(result.get_table().get_column("amount").get_bytes().get_data(),
                                np.int64)
        shares = np.frombuffer(apportion(1).get_data(), np.int64)
        return None if np.array_equal(amounts, shares) else "other amounts than the shares"

    bench.add(f"libkkr, shares alone, {THREADS} threads", lambda: apportion(THREADS),
              note="without a calculator")
    bench.add("libkkr, the batch", batch, check=check)
    bench.run()
    explain(bench, batch(), budgets.tolist(), children.tolist())

    ours, shares = bench.median("libkkr, the batch"), bench.median(
        f"libkkr, shares alone, {THREADS} threads")
    cell = bench.median("libkkr, a cell explained")
    bench.demand("to explain one cell", 1e3 * cell, 1, stretch=0.05, at_most=True, unit="ms")
    bench.demand("explaining one cell, of the time of the batch", 100 * cell / ours, 1,
                 at_most=True, unit="per cent")
    bench.demand("the batch beyond its shares alone, with all that it keeps to be explained",
                 100 * (ours / shares - 1), unit="per cent")
    raise SystemExit(bench.finish())


def explain(bench, result, budgets, children):
    """Cells anywhere; each figure against pure Python's."""
    pick = random.Random(1)
    rows = [0, SCENARIOS * PAYERS - 1] + [pick.randrange(SCENARIOS * PAYERS)
                                          for _ in range(CELLS - 2)]
    times, wrong = [], None
    for row in rows:
        seconds, derivation = harness.timed(lambda row=row: result.explain("amount", row))
        times.append(seconds)
        scenario, payer = divmod(row, PAYERS)
        share = rivals.python(budgets[scenario] // KRONE, children)[payer] * KRONE
        found = result.get_table().get_column("amount").get_int64(row)
        printed = f"{share // KRONE:,}".replace(",", ".")
        if found != share or printed not in derivation.to_string():
            wrong = f"cell {row}: {found} found, {share} expected"
    bench.check("the cells that are explained", wrong)
    bench.add_result("libkkr, a cell explained", times)


if __name__ == "__main__":
    main()
