# SPDX-License-Identifier: LGPL-2.1-or-later
"""Walks the GIR from Python: making any class with no arguments and calling what takes none is
harmless. Each class runs in a process of its own, so that a crash is reported with its name."""
import os
import subprocess
import sys
import unittest

import tap

tap.need("gi")
import gir

SPACE = gir.namespace()


def calls_without_arguments(node, *kinds):
    """Names of the callables whose every argument may be left out or null."""
    for child in node:
        if gir.kind(child) not in kinds or gir.hidden(child):
            continue
        nodes = gir.parameters(child)
        if all(part.get("nullable") == "1" for part in nodes) and not \
           any(part.get("closure") for part in nodes):
            yield child.get("name"), len(nodes)


def say(*words):
    print(*words, flush=True)


def attempt(what, function, n_arguments):
    """Calls it; an error that is raised is a good answer."""
    say(what)
    try:
        function(*[None] * n_arguments)
    except Exception as error:
        say("  " + repr(error))


def crawl(name):
    """Runs in the process of its own."""
    Kkr = tap.kkr()
    if name == "":
        for function, n in calls_without_arguments(SPACE, "function"):
            attempt(function, getattr(Kkr, function), n)
        return
    node = next(node for node in SPACE if node.get("name") == name)
    cls = getattr(Kkr, name)
    for function, n in calls_without_arguments(node, "constructor", "function"):
        attempt(function, getattr(cls, function), n)
    if gir.kind(node) != "class":
        return
    if node.get("abstract") == "1":
        class Subclass(cls):
            pass
        cls = Subclass
    say("new")
    thing = cls()
    for prop in node.findall(gir.CORE + "property"):
        if prop.get("readable", "1") == "1":
            say("property " + prop.get("name"))
            thing.get_property(prop.get("name"))
    parents = [node]
    while parents[-1].get("parent") in {child.get("name") for child in SPACE}:
        parents.append(next(child for child in SPACE
                            if child.get("name") == parents[-1].get("parent")))
    for parent in parents:
        for method, n in calls_without_arguments(parent, "method"):
            attempt(method, getattr(thing, method), n)
    for builtin in (str, repr):
        attempt(builtin.__name__, lambda builtin=builtin: builtin(thing), 0)


class Crawl(unittest.TestCase):
    pass


def add(name):
    def method(self):
        done = subprocess.run([sys.executable, os.path.abspath(__file__), "crawl", name],
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                              env=dict(os.environ, PYTHONPATH=os.path.dirname(tap.__file__)
                                       if hasattr(tap, "__file__") else ""))
        self.assertEqual(done.returncode, 0, done.stdout[-2000:])
        self.assertNotIn("CRITICAL", done.stdout)
        self.assertNotIn("WARNING", done.stdout)
    setattr(Crawl, "test_" + (name or "functions"), method)


if len(sys.argv) > 1 and sys.argv[1] == "crawl":
    crawl(sys.argv[2])
else:
    for each in [""] + [node.get("name") for node in SPACE if gir.kind(node) in
                        ("class", "enumeration", "bitfield")]:
        add(each)
