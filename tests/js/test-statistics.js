// SPDX-License-Identifier: LGPL-2.1-or-later
// Statistics Denmark's files of the corpus, and an own one read without waiting.
import GLib from 'gi://GLib';
import Gio from 'gi://Gio';
import Kkr from 'gi://Kkr?version=1';

import {assert, assertEqual, assertThrows, test} from '../lib/tap.js';

Gio._promisify(Kkr.StatisticsReader.prototype, 'read_file_async', 'read_file_finish');

const corpus = GLib.build_filenamev([GLib.getenv('KKR_SOURCE'), 'tests', 'corpus', 'statistics']);

function newReader() {
    return new Kkr.StatisticsReader({prefix: 't', source_date: '2024-08-12'});
}

function listFiles(folder) {
    const names = [];
    const dir = Gio.File.new_for_path(folder)
        .enumerate_children('standard::name', Gio.FileQueryInfoFlags.NONE, null);
    for (let info = dir.next_file(null); info !== null; info = dir.next_file(null))
        names.push(info.get_name());
    dir.close(null);
    return names.filter(name => !name.endsWith('.txt')).sort();
}

function tellFact(fact) {
    const status = fact.get_status();
    const valid = fact.dup_valid();
    const text = status === Kkr.CellStatus.VALUE
        ? fact.get_printed() : Kkr.CellStatus.to_string(status);
    const sure = fact.get_confirmed() ? '' : ' unconfirmed';
    return `fact ${fact.get_key()} ${valid.get_start()} ${valid.get_end()} ${text}${sure}`;
}

function tellProblem(problem) {
    const path = problem.get_path();
    if (problem.get_rule() === 'bad-json')
        return 'problem bad-json * *';
    return `problem ${problem.get_rule()} ${problem.get_line()} ${problem.get_column()}${
        path === null ? '' : ` ${path}`}`;
}

function checkFile(path, good) {
    const [, bytes] = GLib.file_get_contents(`${path}.txt`);
    const lines = new TextDecoder().decode(bytes).trimEnd().split('\n');
    const reader = newReader();
    for (const line of lines.filter(each => each.startsWith('set '))) {
        const [, name, value] = line.split(' ');
        const property = name.replaceAll('-', '_');
        reader[property] = typeof reader[property] === 'number' ? Number(value) : value;
    }
    let found = [];
    if (good)
        found = reader.read_file(path, null).dup_facts('').map(tellFact);
    else
        assertThrows(() => reader.read_file(path, null));
    found.push(...reader.dup_problems().map(tellProblem));
    assertEqual(found, lines.filter(line => !line.startsWith('set ')));
}

for (const folder of ['valid', 'invalid']) {
    const path = GLib.build_filenamev([corpus, folder]);
    for (const name of listFiles(path))
        test(`${folder} ${name}`, () => checkFile(`${path}/${name}`, folder === 'valid'));
}

test('without waiting', async () => {
    const reader = newReader();
    const register = await reader.read_file_async(`${corpus}/valid/marks.csv`, null);
    assertEqual(register.get_n_facts(), 10);
    assertEqual(reader.progress, 1);
    let error = null;
    try {
        await newReader().read_file_async(`${corpus}/invalid/bad-time.csv`, null);
    } catch (caught) {
        error = caught;
    }
    assert(error.matches(Kkr.LoadError, Kkr.LoadError.VALUE));
});
