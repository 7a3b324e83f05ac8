# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the GIR must say, so that each symbol is usable from every language as it is."""
import re
import subprocess
import unittest

import gir
import tree

SPACE = gir.namespace()
FORBIDDEN = {"gpointer", "gconstpointer", "GLib.List", "GLib.SList", "GLib.PtrArray",
             "GLib.HashTable", "GLib.Array", "va_list"}
# 0 is a status of its own there, and refused as an argument.
NO_UNSET = {"CellStatus"}


class Contract(unittest.TestCase):
    def test_no_type_that_languages_cannot_use(self):
        problems = []
        for name, call in gir.callables(SPACE):
            for node in gir.parameters(call) + [call.find(gir.CORE + "return-value")]:
                if node.find(gir.CORE + "varargs") is not None:
                    problems.append(f"{name}: varargs")
                # What a callback is called with belongs to the callback.
                if node.get("closure") is not None or node.get("name") == "user_data":
                    continue
                for part in gir.types(node):
                    if part.get("name") in FORBIDDEN:
                        problems.append(f"{name}: {part.get('name')}")
        tree.report(self, problems)

    def test_one_out_parameter(self):
        problems = []
        for name, call in gir.callables(SPACE):
            nodes = gir.parameters(call)
            lengths = {int(part.get("length")) for part in call.iter(gir.CORE + "array")
                       if part.get("length")}
            out = [node.get("name") for index, node in enumerate(nodes)
                   if node.get("direction") in ("out", "inout") and index not in lengths]
            if len(out) > 1:
                problems.append(f"{name}: {', '.join(out)}")
        tree.report(self, problems)

    def test_transfer(self):
        comments = tree.comments()
        problems = []
        for name, call in gir.callables(SPACE):
            result = call.find(gir.CORE + "return-value")
            symbol = call.get(gir.C + "identifier")
            first = gir.types(result)[0]
            if result.get("transfer-ownership") is None:
                problems.append(f"{name}: no transfer")
            # What is const is nobody's to free: the scanner is right about it by itself.
            written = first.get(gir.C + "type", "")
            pointer = (gir.kind(first) == "array" or "*" in written) and \
                not written.startswith("const ")
            comment = re.sub(r"\s*\n \*\s*", " ", comments.get(symbol, ""))
            if symbol and pointer and not re.search(r"Returns: (\([^)]*\) )*\(transfer ", comment):
                problems.append(f"{name}: its comment does not say who owns what it returns")
        tree.report(self, problems)

    def test_since(self):
        problems = []
        for node in SPACE:
            if gir.kind(node) == "class" or node in gir.enums(SPACE):
                nodes = [node] + [child for child in node if gir.kind(child) in
                                  ("method", "function", "constructor", "property")]
            elif gir.kind(node) == "function":
                nodes = [node]
            else:
                continue
            problems += [f"{node.get('name')}: {child.get('name')}" for child in nodes
                         if not child.get("version") and not gir.hidden(child)
                         and child.get("name") != "quark"]
        tree.report(self, problems)

    def test_every_symbol_is_documented(self):
        problems = []
        for node in SPACE:
            name = node.get("name")
            if gir.kind(node) == "class" or node in gir.enums(SPACE):
                problems += [name] if not gir.documented(node) else []
                problems += [f"{name}: {child.get('name')}" for child in node
                             if gir.kind(child) in ("property", "member", "glib:signal")
                             and not gir.documented(child)]
        for name, call in gir.callables(SPACE):
            if gir.kind(call) == "virtual-method" or call.get("name") == "quark":
                continue
            if not gir.documented(call):
                problems.append(name)
            problems += [f"{name}: parameter {node.get('name')}" for node in gir.parameters(call)
                         if not gir.documented(node)]
            result = call.find(gir.CORE + "return-value")
            if gir.types(result)[0].get("name") != "none" and not gir.documented(result):
                problems.append(f"{name}: what it returns")
        tree.report(self, problems)

    def test_properties_have_their_getter(self):
        problems = []
        for node in gir.classes(SPACE):
            methods = {child.get("name"): child for child in node if gir.kind(child) == "method"}
            for child in node.findall(gir.CORE + "property"):
                name = child.get("name")
                getter = "get_" + name.replace("-", "_")
                if getter in methods and child.get("getter") != getter:
                    problems.append(f"{node.get('name')}:{name}: getter is {child.get('getter')}")
        tree.report(self, problems)

    def test_no_property_and_method_of_one_name(self):
        problems = []
        for node in gir.classes(SPACE):
            methods = {child.get("name") for child in node if gir.kind(child) == "method"}
            problems += [f"{node.get('name')}: {child.get('name')}"
                         for child in node.findall(gir.CORE + "property")
                         if child.get("name").replace("-", "_") in methods]
        tree.report(self, problems)

    def test_enums_that_come_in_have_unset(self):
        inputs = set()
        for _, call in gir.callables(SPACE):
            for node in gir.parameters(call):
                if node.get("direction") != "out":
                    inputs |= {part.get("name") for part in gir.types(node)}
        for node in gir.classes(SPACE):
            for child in node.findall(gir.CORE + "property"):
                inputs |= {part.get("name") for part in gir.types(child)}
        problems = []
        for node in gir.enums(SPACE):
            if gir.kind(node) != "enumeration" or node.get(gir.GLIB + "error-domain") or \
               node.get("name") not in inputs or node.get("name") in NO_UNSET:
                continue
            zero = [child.get("name") for child in node.findall(gir.CORE + "member")
                    if child.get("value") == "0"]
            if zero != ["unset"]:
                problems.append(f"{node.get('name')}: {zero} found, unset expected for 0")
        tree.report(self, problems)

    def test_every_enum_is_made_from_and_into_text(self):
        problems = []
        for node in gir.enums(SPACE):
            if gir.kind(node) != "enumeration" or node.get(gir.GLIB + "error-domain"):
                continue
            names = {child.get("name") for child in node if gir.kind(child) == "function"}
            problems += [f"{node.get('name')}.{name}" for name in ("from_string", "to_string")
                         if name not in names]
        tree.report(self, problems)


class Symbols(unittest.TestCase):
    def test_headers_and_gir_have_the_same_functions(self):
        found = {node.get(gir.C + "identifier") for _, node in gir.callables(SPACE)}
        found |= {node.get(gir.GLIB + "get-type") for node in SPACE}
        declared = tree.public_symbols()
        quarks = {name for name in declared if name.endswith("_quark")}
        tree.report(self, [f"{name}: not in the GIR" for name in sorted(declared - found - quarks)])

    def test_library_exports_what_is_declared(self):
        library = tree.BUILD / "libkkr" / "libkkr-1.so"
        lines = subprocess.run(["nm", "-D", "--defined-only", library], check=True,
                               capture_output=True, text=True).stdout.splitlines()
        # The address sanitizer adds a symbol of its own for each global.
        exported = {line.split()[-1].partition("@")[0] for line in lines
                    if "__odr_asan" not in line}
        declared = tree.public_symbols()
        tree.report(self, [f"{name}: declared and not exported"
                           for name in sorted(declared - exported)] +
                    [f"{name}: exported and not declared"
                     for name in sorted(exported - declared)])
