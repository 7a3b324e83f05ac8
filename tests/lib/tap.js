// SPDX-License-Identifier: LGPL-2.1-or-later
// A small test library: a test file imports this, names its tests with test(), and is run by
// run.js, which reports them as TAP.

const tests = [];

/** Adds a test; `body` may be async. */
export function test(name, body) {
    tests.push({name, body});
}

export class Skip extends Error {}

/** Leaves the running test, which then counts as skipped. */
export function skip(reason) {
    throw new Skip(reason);
}

function show(value) {
    if (value instanceof Uint8Array)
        return `[${Array.from(value).join(', ')}]`;
    if (Array.isArray(value))
        return `[${value.map(show).join(', ')}]`;
    return typeof value === 'string' ? JSON.stringify(value) : `${value}`;
}

function same(a, b) {
    if (Object.is(a, b))
        return true;
    const list = v => Array.isArray(v) || ArrayBuffer.isView(v);
    if (list(a) && list(b))
        return a.length === b.length && Array.from(a).every((value, i) => same(value, b[i]));
    return false;
}

export function fail(text) {
    throw new Error(text);
}

export function assert(value, text = 'not true') {
    if (!value)
        fail(text);
}

/** Equality of values, or of the members of arrays and typed arrays. */
export function assertEqual(found, expected, text = 'not equal') {
    if (!same(found, expected))
        fail(`${text}: ${show(found)} found, ${show(expected)} expected`);
}

/** `text` holds `part`. */
export function assertIncludes(text, part) {
    if (!`${text}`.includes(part))
        fail(`${show(text)} found, something with ${show(part)} expected`);
}

/** `body` throws; with `domain` and `code`, a GError of that domain and code. Gives the error. */
export function assertThrows(body, domain = null, code = null) {
    let error = null;
    try {
        body();
    } catch (caught) {
        error = caught;
    }
    if (error === null)
        fail('nothing was thrown');
    if (domain !== null && !(error.matches?.(domain, code) ?? false))
        fail(`${error} was thrown, code ${code} expected`);
    return error;
}

/** As assertThrows(), for a promise. */
export async function assertRejects(promise, domain = null, code = null) {
    let error = null;
    try {
        await promise;
    } catch (caught) {
        error = caught;
    }
    if (error === null)
        fail('nothing was thrown');
    return assertThrows(() => {
        throw error;
    }, domain, code);
}

/** Runs all tests that were added; true when none failed. */
export async function runAll(names) {
    const chosen = tests.filter(t => !names.length || names.some(name => t.name.includes(name)));
    let number = 0;
    let bad = 0;
    for (const {name, body} of chosen) {
        number++;
        try {
            await body();
            print(`ok ${number} ${name}`);
        } catch (error) {
            if (error instanceof Skip) {
                print(`ok ${number} ${name} # SKIP ${error.message}`);
                continue;
            }
            bad++;
            print(`not ok ${number} ${name}`);
            // Meson shows what a failing test wrote here.
            printerr(`${name}: ${error}\n${error.stack ?? ''}`);
        }
    }
    print(`1..${number}`);
    return bad === 0 && number > 0;
}
