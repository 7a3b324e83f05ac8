// SPDX-License-Identifier: LGPL-2.1-or-later
// Walks the typelib from JavaScript: making any class with no arguments and calling what takes
// none is harmless. Each class runs in a process of its own, so that a crash is reported with its
// name: gjs -m run.js crawl.js, and gjs -m crawl.js crawl NAME inside.

import GIRepository from 'gi://GIRepository?version=2.0';
import Gio from 'gi://Gio';
import GLib from 'gi://GLib';
import GObject from 'gi://GObject';
import Kkr from 'gi://Kkr?version=1';

import {assert, assertEqual, test} from '../lib/tap.js';

const repository = GIRepository.Repository.get_default();

function infos() {
    const found = [];
    for (let i = 0; i < repository.get_n_infos('Kkr'); i++)
        found.push(repository.get_info('Kkr', i));
    return found;
}

// How many arguments it takes when each may be null; -1 when one may not.
function nullArguments(info) {
    const n = GIRepository.callable_info_get_n_args(info);
    let count = 0;
    for (let i = 0; i < n; i++) {
        const arg = GIRepository.callable_info_get_arg(info, i);
        if (GIRepository.arg_info_get_direction(arg) === GIRepository.Direction.OUT)
            continue;
        if (!GIRepository.arg_info_may_be_null(arg) || GIRepository.arg_info_get_closure(arg) >= 0)
            return -1;
        count++;
    }
    return count;
}

function attempt(name, info, body) {
    const n = nullArguments(info);
    if (n < 0)
        return;
    print(name);
    try {
        body(new Array(n).fill(null));
    } catch (error) {
        print(`  ${error}`);
    }
}

function isMethod(info) {
    return (GIRepository.function_info_get_flags(info) & GIRepository.FunctionInfoFlags.IS_METHOD) !== 0;
}

function methods(info) {
    const list = [];
    for (let i = 0; i < GIRepository.object_info_get_n_methods(info); i++)
        list.push(GIRepository.object_info_get_method(info, i));
    return list;
}

function crawlClass(info) {
    const name = info.get_name();
    let Class = Kkr[name];
    for (const method of methods(info).filter(m => !isMethod(m)))
        attempt(method.get_name(), method, args => Class[method.get_name()](...args));
    if (GIRepository.object_info_get_abstract(info))
        Class = GObject.registerClass({GTypeName: `Crawl${name}`}, class extends Class {});
    print('new');
    const thing = new Class();
    for (const spec of GObject.Object.list_properties.call(Class)) {
        if (spec.flags & GObject.ParamFlags.READABLE) {
            print(`property ${spec.name}`);
            void thing[spec.name.replaceAll('-', '_')];
        }
    }
    for (let at = info; at && at.get_namespace() === 'Kkr'; at = GIRepository.object_info_get_parent(at)) {
        for (const method of methods(at).filter(isMethod))
            attempt(method.get_name(), method, args => thing[method.get_name()](...args));
    }
    print(`${thing}`);
}

function crawl(name) {
    for (const info of infos()) {
        if (name === '' && info.get_type() === GIRepository.InfoType.FUNCTION)
            attempt(info.get_name(), info, args => Kkr[info.get_name()](...args));
        if (info.get_name() === name)
            crawlClass(info);
    }
}

function add(name) {
    test(name || 'functions', () => {
        const here = GLib.filename_from_uri(import.meta.url)[0];
        const process = Gio.Subprocess.new(['gjs', '-m', here, 'crawl', name],
            Gio.SubprocessFlags.STDOUT_PIPE | Gio.SubprocessFlags.STDERR_MERGE);
        const [, text] = process.communicate_utf8(null, null);
        assert(process.get_successful(), text);
        assertEqual(/CRITICAL|WARNING/.test(text), false, text);
    });
}

if (ARGV[0] === 'crawl') {
    crawl(ARGV[1]);
} else {
    add('');
    for (const info of infos()) {
        if (info.get_type() === GIRepository.InfoType.OBJECT)
            add(info.get_name());
    }
}
