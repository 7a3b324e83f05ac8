// SPDX-License-Identifier: LGPL-2.1-or-later
// The figures are those of DAS Social, 21 August 2023, item 3.
import GLib from 'gi://GLib?version=2.0';
import Kkr from 'gi://Kkr?version=1';

import {assert, assertEqual, assertThrows, test} from '../lib/tap.js';

const dk = Kkr.Register.new_packaged();
const budget = 'socialtilsyn-nord/budget/foster-families';

function value(register, key, day = '2024-01-01') {
    return register.lookup(key, day, null).get_printed();
}

test('an overlay changes, adds and removes', () => {
    const overlay = Kkr.Overlay.new(dk);
    assert(overlay.change(budget, '2024', '20.000.000,00 kr.'));
    assert(overlay.add('ny/fact', Kkr.Unit.COUNT, '2024', '3'));
    assert(overlay.remove('children-0-17/840', '2022K2'));
    assert(overlay.change('no/such', null, '1'));
    assertEqual([overlay.nChanged, overlay.nAdded, overlay.nRemoved], [1, 1, 1]);
    assertEqual(overlay.dup_not_found(), ['no/such']);
    assertEqual(overlay.dup_problems()[0].get_rule(), 'no-such-fact');
    const changed = overlay.apply();
    assertEqual(value(changed, budget), '20000000.00');
    assertEqual(value(changed, 'ny/fact'), '3');
    assertEqual(value(dk, budget), '19156058');
    assertThrows(() => value(changed, 'children-0-17/840', '2022-04-01'),
        Kkr.CalcError, Kkr.CalcError.NO_DATA);
    assert(changed.lookup(budget, '2024-01-01', null).is_overlaid());
});

test('an overlay refuses what is no value', () => {
    const overlay = Kkr.Overlay.new(dk);
    for (const text of ['', 'x', '1.156', 'NaN', '12 pct.']) {
        assertThrows(() => overlay.change(budget, '2024', text),
            Kkr.CalcError, Kkr.CalcError.OUT_OF_RANGE);
    }
    assertThrows(() => overlay.add('x', Kkr.Unit.MISSPELT, '2024', '1'),
        Kkr.CalcError, Kkr.CalcError.OUT_OF_RANGE);
    assertThrows(() => overlay.scale('socialtilsyn-nord/', null, '2', Kkr.RoundingMode.MISSPELT),
        Kkr.CalcError, Kkr.CalcError.OUT_OF_RANGE);
});

test('what is written reads back the same', () => {
    const writer = Kkr.RegisterWriter.new();
    const first = writer.to_bytes(dk);
    const again = Kkr.RegisterReader.new().read_bytes(first, null, null);
    assert(first.equal(writer.to_bytes(again)));
    assertEqual(again.get_n_facts(), dk.get_n_facts());
});

test('a layer goes before what is below', () => {
    const text = `<register format="1"><source id="mine" title="T" publisher="P" date="2024-01-01"/>
<series key="${budget.slice(0, budget.lastIndexOf('/'))}" unit="amount" source="mine" section="1"
        known="2023-08-21"><fact subject="foster-families" valid="2024" value="5"/></series>
</register>`;
    const reader = new Kkr.RegisterReader({below: dk});
    const register = reader.read_bytes(new GLib.Bytes(new TextEncoder().encode(text)), 'mine.xml',
        null);
    assertEqual(value(register, budget), '5');
    assertEqual(register.lookup(budget, '2024-01-01', null).get_uri(), 'mine.xml');
    assertEqual(register.get_n_facts(), dk.get_n_facts());
});
