#!/usr/bin/env -S gjs -m
// SPDX-License-Identifier: LGPL-2.1-or-later
// From a budget to each municipality's bill: Socialtilsyn Nord in 2024.
import Kkr from 'gi://Kkr?version=1';

const dk = Kkr.Register.new_packaged();

// What each municipality pays, and why Rebild pays what it does.
const calc = new Kkr.ObjectiveFinancing(
    {register: dk, arrangement: 'socialtilsyn-nord', year: 2024});
const res = calc.run(null);
print(res.to_string());
print();
print(res.explain_key('amount', 'Rebild').to_string());
print();

// The same for 2023: what did the rounding cost then?
calc.year = 2023;
for (const note of calc.run(null).dup_notes()) {
    if (note.get_kind() === Kkr.NoteKind.ROUNDING)
        print(`2023: ${note.to_string()}`);
}
print();

// What supervision costs an offer, by its size, and a firm that has BPA.
const tariffs = new Kkr.SupervisionTariff(
    {register: dk, arrangement: 'socialtilsyn-nord', year: 2024});
print(tariffs.run(null).to_string());
