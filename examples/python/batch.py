#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Many scenarios at once: budgets that come as numbers, and offers that come from a file."""
import array

import gi

gi.require_version("Kkr", "1")
from gi.repository import GLib, Kkr  # noqa: E402

dk = Kkr.Register.new_packaged()
calc = Kkr.ObjectiveFinancing(register=dk, arrangement="socialtilsyn-nord", year=2024)


def run(budgets):
    """A scenario for each budget, in øre, and what each municipality pays, scenario by scenario."""
    builder = Kkr.TableBuilder.new("scenarios", "Scenarier", "Scenarios")
    builder.add_bytes("budget", "Budget", "Budget", Kkr.ColumnKind.INT64, Kkr.Unit.AMOUNT,
                      GLib.Bytes.new(budgets.tobytes()))
    return calc.run_table(builder.end(), None, None)


# What would each municipality pay of 18, 19 and 20 million kroner?
budgets = array.array("q", [1800000000, 1900000000, 2000000000])
table = run(budgets).get_table()
amounts = table["amount"]
payers = len(table) // len(budgets)
for row in range(payers):
    name = table["municipality"].dup_text(row)
    paid = [Kkr.amount_to_string_in(amounts.get_int64(row + i * payers), "da")
            for i in range(len(budgets))]
    print(f"{name}: {', '.join(paid)}")
print()

# And of each of 100.000 budgets, a krone apart? Every krone is paid by somebody.
budgets = array.array("q", range(1900000000, 1910000000, 100))
paid = memoryview(run(budgets).get_table()["amount"].get_bytes().get_data()).cast("q")
exact = sum(sum(paid[i * payers:(i + 1) * payers]) == budget for i, budget in enumerate(budgets))
print(f"{exact} af {len(budgets)} budgetter er fordelt til kronen")
print()

# What would more offers do to the tariffs? The scenarios stand in a file.
tariffs = Kkr.SupervisionTariff(places=12)
text = b"""budget;offers-1;offers-2;offers-3;offers-4
57.000.000;350;220;60;25
57.000.000;360;230;60;25
58,5 mio.;360;230;60;25
"""
scenarios = tariffs.read_scenarios_bytes(GLib.Bytes.new(text), "tilbud.csv", None)
print(tariffs.run_table(scenarios, None, None))
