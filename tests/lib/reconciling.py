# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the reconciliation of a text says, as plain values."""
from fractions import Fraction

import tap

Kkr = tap.kkr()
RELATIONS = ("kind", "place", "printed", "verdict", "reading", "other-verdict")
REPAIRS = ("cell", "printed", "could-be")


def texts(table, names):
    columns = [table[name].get_strings() for name in names]
    return [dict(zip(names, row)) for row in zip(*columns)]


class Reconciled:
    def __init__(self, text, **inputs):
        self.result = Kkr.Reconciliation(text=text, **inputs).run()
        table = self.result.get_table()
        self.relations = texts(table, RELATIONS)
        for row, relation in enumerate(self.relations):
            exact = table["computed"].dup_exact(row)
            relation["computed"] = None if exact is None else Fraction(exact)
        self.repairs = texts(self.result.get_table_named("repairs"), REPAIRS)

    def with_verdict(self, verdict):
        """(kind, place, computed) of each relation of that verdict."""
        return {(relation["kind"], relation["place"], relation["computed"])
                for relation in self.relations if relation["verdict"] == verdict}
