#!/usr/bin/env -S gjs -m
// SPDX-License-Identifier: LGPL-2.1-or-later
// Whether figures are right: one of ours, a printed table, and three figures in a sentence.
import Kkr from 'gi://Kkr?version=1';

// Why does Læsø pay this? The answer is a document that anybody can work out again.
const dk = Kkr.Register.new_packaged();
const calc = new Kkr.ObjectiveFinancing(
    {register: dk, arrangement: 'socialtilsyn-nord', year: 2024});
const json = calc.run(null).explain_key('amount', 'Læsø').to_json();
const derivation = Kkr.Derivation.new_from_json(json);
if (derivation.check())
    print(derivation.to_string());

// A document that somebody has changed is refused.
try {
    Kkr.Derivation.new_from_json(json.replaceAll('"218"', '"219"'));
} catch (error) {
    if (!error.matches(Kkr.LoadError, Kkr.LoadError.VALUE))
        throw error;
    print('Med 219 børn: afvist');
}
print();

// Does a printed table add up? Nobody says which rows are totals.
const text = `Besøg;Anmeldte;Uanmeldte;Ikke truffet;I alt
Plejefamilier;910;310;189;1.409
Tilbud;456;269;10;734
I alt;1.366;579;199;2.144
`;
const result = new Kkr.Reconciliation({text}).run(null);
const relations = result.get_table();
relations.get_column('verdict').get_strings().forEach((verdict, row) => {
    if (verdict === 'impossible')
        print(relations.get_column('relation').dup_text(row));
});
const repairs = result.get_table_named('repairs');
for (let row = 0; row < repairs.get_n_rows(); row++) {
    print(['cell', 'printed', 'could-be']
        .map(name => repairs.get_column(name).dup_text(row)).join(', '));
}
print();

// 6 pct. or 0,3 mia. kr. more than the budget, when 6,3 mia. kr. were spent: can that be?
const claims = new Kkr.Claims({
    figures: 'regnskab = 6,3; pct = 6; afvigelse = 0,3',
    claims: 'afvigelse = regnskab - regnskab / (1 + pct / 100)',
}).run(null);
print(claims.get_table().get_column('verdict').dup_text(0));
const figures = claims.get_table_named('figures');
for (let row = 0; row < figures.get_n_rows(); row++) {
    print(`${figures.get_column('name').dup_text(row)}: ` +
        figures.get_column('remains').dup_text(row));
}
