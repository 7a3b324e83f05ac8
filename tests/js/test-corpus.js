// SPDX-License-Identifier: LGPL-2.1-or-later
// The corpus of register files read from JavaScript: the same rules, lines and columns as in C.
import Gio from 'gi://Gio';
import GLib from 'gi://GLib';
import Kkr from 'gi://Kkr?version=1';

import {assert, assertEqual, test} from '../lib/tap.js';

const CORPUS = GLib.build_filenamev([GLib.getenv('KKR_SOURCE'), 'tests', 'corpus']);

function list(path) {
    const folder = Gio.File.new_for_path(path).enumerate_children('standard::name', 0, null);
    const names = [];
    for (let info = folder.next_file(null); info !== null; info = folder.next_file(null))
        names.push(info.get_name());
    return names.sort().map(name => GLib.build_filenamev([path, name]));
}

const isFolder = path => GLib.file_test(path, GLib.FileTest.IS_DIR);

/** Each file, or folder of files that are read together. */
function cases(kind) {
    const top = list(GLib.build_filenamev([CORPUS, kind]));
    const all = kind === 'valid' ? top : top.flatMap(list);
    return all.filter(path => path.endsWith('.xml') || isFolder(path));
}

function lines(path, ending) {
    const file = `${path.replace(/\.xml$/, '')}${ending}`;
    if (!GLib.file_test(file, GLib.FileTest.EXISTS))
        return [];
    const [, bytes] = GLib.file_get_contents(file);
    return new TextDecoder().decode(bytes).split('\n').filter(line => line !== '');
}

function read(path) {
    const reader = new Kkr.RegisterReader();
    for (const line of lines(path, '.limits')) {
        const [name, limit] = line.split(' ');
        reader[name.replaceAll('-', '_')] = Number(limit);
    }
    try {
        return [reader, reader.read_files(isFolder(path) ? list(path) : [path], null), null];
    } catch (error) {
        return [reader, null, error];
    }
}

function found(problem, folder) {
    const words = [problem.get_rule(), `${problem.get_line()}`, `${problem.get_column()}`];
    return folder ? [...words, GLib.path_get_basename(problem.get_uri())] : words;
}

const matches = (expected, words) => expected.length === words.length &&
    expected.every((word, i) => word === '*' || word === words[i]);

function checkBad(path) {
    const [reader, register, error] = read(path);
    const problems = reader.dup_problems();
    const expected = lines(path, '.expected').map(line => line.split(' '));

    assertEqual(problems.length, expected.length);
    for (const problem of problems) {
        const words = found(problem, isFolder(path));
        const place = expected.findIndex(each => matches(each, words));
        assert(place >= 0, `${path}: ${words.join(' ')} not expected`);
        expected.splice(place, 1);
    }
    const errors = problems.filter(problem => problem.get_severity() === Kkr.Severity.ERROR);
    assertEqual(error !== null, errors.length > 0);
    assertEqual(register === null, errors.length > 0);
    if (error !== null)
        assertEqual(error.domain, Kkr.load_error_quark());
}

test('good files', () => {
    const paths = cases('valid');
    for (const path of paths) {
        const [reader, register, error] = read(path);
        assertEqual(error, null);
        assert(register instanceof Kkr.Register, path);
        assertEqual(reader.get_problems().get_n_items(), 0);
    }
    assert(paths.length > 0);
});

test('bad files', () => {
    const paths = ['invalid', 'limits', 'hostile'].flatMap(cases);
    paths.forEach(checkBad);
    assert(paths.length > 0);
});
