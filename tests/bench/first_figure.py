#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Python, from the loaded typelib to the first figure: what Rebild pays for Socialtilsyn Nord's
supervision of foster families in 2024. A process of its own each time."""
import subprocess
import sys

import harness

# 19.156.058 kr. by 7.317 of 121.668 children; see doc/calculators/objective-financing.md.
AMOUNT = 115202800

KKR = """
import time
started = time.perf_counter()
import gi
gi.require_version("Kkr", "1")
from gi.repository import Kkr
Kkr.Register
loaded = time.perf_counter()
dk = Kkr.Register.new_packaged()
calc = Kkr.ObjectiveFinancing(register=dk, arrangement="socialtilsyn-nord", year=2024)
table = calc.run().get_table()
amount = table.get_column("amount").get_int64(table.find_row("Rebild"))
print(amount, time.perf_counter() - loaded, loaded - started)
"""

# The same rule, its figures written beside it.
OPENFISCA = """
import sys, time
sys.path.insert(0, sys.argv[1])
started = time.perf_counter()
import openfisca_rival
import numpy as np
from openfisca_core.simulations import SimulationBuilder
loaded = time.perf_counter()
children = np.array([21872, 3643, 8398, 7775, 10035, 7006, 218, 7317, 7870, 7556, 39978])
shares = openfisca_rival.prepare(np.array([19156058]), children)()
print(int(shares[0, 7]) * 100, time.perf_counter() - loaded, loaded - started)
"""


def measure(program):
    done = subprocess.run([sys.executable, "-c", program, sys.path[0]], check=True, text=True,
                          capture_output=True)
    amount, first, load = done.stdout.split()
    return int(amount), float(first), float(load)


def main():
    bench = harness.Bench("first-figure", "Python: from the loaded typelib to the first figure")
    contestants = {"libkkr": KKR}
    if bench.rival("openfisca-core"):
        contestants["openfisca-core"] = OPENFISCA
    runs = 1 if harness.SMALL else max(20, harness.RUNS)
    times = {name: [] for name in contestants}
    for _ in range(runs):
        for name, program in contestants.items():
            times[name].append(measure(program))
    for name, each in times.items():
        wrong = next((f"{harness.count(amount // 100)} kr. found, "
                      f"{harness.count(AMOUNT // 100)} expected"
                      for amount, _, _ in each if amount != AMOUNT), None)
        if name == "libkkr":
            bench.check(name, wrong)
        else:
            # 19.156.058 kr. is more than its 32-bit floats can hold to the krone.
            bench.tell(f"{name}'s figure", wrong or "right")
        bench.add_result(f"{name}, first figure", [first for _, first, _ in each])
        load = harness.spread([load for _, _, load in each])["median"]
        bench.tell(f"{name}, loading before it", f"{1e3 * load:.0f} ms")
    bench.demand("libkkr's first figure", 1e3 * bench.median("libkkr, first figure"), 25,
                 stretch=10, at_most=True, unit="ms")
    if "openfisca-core" in contestants:
        bench.demand("times as fast as OpenFisca, with the figures written into its program",
                     bench.median("openfisca-core, first figure")
                     / bench.median("libkkr, first figure"))
    raise SystemExit(bench.finish())


if __name__ == "__main__":
    main()
