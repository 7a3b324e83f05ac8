# SPDX-License-Identifier: LGPL-2.1-or-later
"""Follow-ups of tariffs from texts, and their figures."""
from fractions import Fraction

import tap

Kkr = tap.kkr()

HEAD = "år;driftsherre;tilbud;takstniveau;takst\n"


def followup(**inputs):
    calc = Kkr.TariffFollowup()
    for name, text in inputs.items():
        calc.set_from_string(name.replace("_", "-"), text)
    return calc


def operators(changes, **inputs):
    rows = "".join(f"{name};{change}\n" for name, change in changes.items())
    return followup(operators="driftsherre;ændring\n" + rows, **inputs)


def lists(rows, head=HEAD, **inputs):
    return followup(lists=head + rows, **inputs)


def exact(result, column, row, table=None):
    table = result.get_table_named(table) if table else result.get_table()
    text = table.get_column(column).dup_exact(row)
    return None if text is None else Fraction(text)


def strings(result, table, column):
    return list(result.get_table_named(table).get_column(column).get_strings())


def column(result, table, name):
    return [exact(result, name, row, table) for row in range(len(result.get_table_named(table)))]
