#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Whether figures are right: one of ours, a printed table, and three figures in a sentence."""
import gi

gi.require_version("Kkr", "1")
from gi.repository import GLib, Kkr  # noqa: E402

# Why does Læsø pay this? The answer is a document that anybody can work out again.
dk = Kkr.Register.new_packaged()
calc = Kkr.ObjectiveFinancing(register=dk, arrangement="socialtilsyn-nord", year=2024)
document = calc.run().explain_key("amount", "Læsø").to_json()
derivation = Kkr.Derivation.new_from_json(document)
if derivation.check():
    print(derivation)

# A document that somebody has changed is refused.
try:
    Kkr.Derivation.new_from_json(document.replace('"218"', '"219"'))
except GLib.Error as error:
    if not error.matches(Kkr.LoadError.quark(), Kkr.LoadError.VALUE):
        raise
    print("Med 219 børn: afvist")
print()

# Does a printed table add up? Nobody says which rows are totals.
text = """Besøg;Anmeldte;Uanmeldte;Ikke truffet;I alt
Plejefamilier;910;310;189;1.409
Tilbud;456;269;10;734
I alt;1.366;579;199;2.144
"""
result = Kkr.Reconciliation(text=text).run()
relations = result.get_table()
for row in range(len(relations)):
    if relations["verdict"].get_strings()[row] == "impossible":
        print(relations["relation"].dup_text(row))
repairs = result.get_table_named("repairs")
for row in range(len(repairs)):
    print(", ".join(repairs[name].dup_text(row) for name in ("cell", "printed", "could-be")))
print()

# 6 pct. or 0,3 mia. kr. more than the budget, when 6,3 mia. kr. were spent: can that be?
claims = Kkr.Claims(figures="regnskab = 6,3; pct = 6; afvigelse = 0,3",
                    claims="afvigelse = regnskab - regnskab / (1 + pct / 100)").run()
print(claims.get_table()["verdict"].dup_text(0))
figures = claims.get_table_named("figures")
for row in range(len(figures)):
    print(f"{figures['name'].dup_text(row)}: {figures['remains'].dup_text(row)}")
