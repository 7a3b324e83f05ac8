#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""From a budget to each municipality's bill: Socialtilsyn Nord in 2024."""
import gi

gi.require_version("Kkr", "1")
from gi.repository import Kkr  # noqa: E402

dk = Kkr.Register.new_packaged()

# What each municipality pays, and why Rebild pays what it does.
calc = Kkr.ObjectiveFinancing(register=dk, arrangement="socialtilsyn-nord", year=2024)
res = calc.run()
print(res)
print()
print(res.explain_key("amount", "Rebild"))
print()

# The same for 2023: what did the rounding cost then?
calc.props.year = 2023
for note in calc.run().dup_notes():
    if note.get_kind() == Kkr.NoteKind.ROUNDING:
        print(f"2023: {note}")
print()

# What supervision costs an offer, by its size, and a firm that has BPA.
print(Kkr.SupervisionTariff(register=dk, arrangement="socialtilsyn-nord", year=2024).run())
