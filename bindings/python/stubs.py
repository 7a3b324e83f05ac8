#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Writes the Python stub of a namespace from its GIR, for editors and type checkers.

usage: stubs.py GIR OUTPUT
PyGObject finds everything at run time; the stub only says what there is. Constructor keywords are
the writable properties, functions that may fail raise GLib.Error, and out parameters are returned.
"""
import keyword
import sys
import xml.etree.ElementTree as ElementTree

CORE = "{http://www.gtk.org/introspection/core/1.0}"
GLIB = "{http://www.gtk.org/introspection/glib/1.0}"
BASIC = {
    "none": "None", "gboolean": "bool", "utf8": "str", "filename": "str", "gdouble": "float",
    "gfloat": "float", "GType": "GObject.GType", "gpointer": "object", "gunichar": "str",
}
INTEGERS = {"gint", "guint", "gint8", "guint8", "gint16", "guint16", "gint32", "guint32",
            "gint64", "guint64", "gsize", "gssize", "glong", "gulong", "guchar", "gchar", "int"}
BUILTIN = {"__len__": "int", "__str__": "str", "__repr__": "str"}


def name_of(text):
    text = text.replace("-", "_")
    return text + "_" if keyword.iskeyword(text) else text


def kind(node):
    return node.tag.rpartition("}")[2]


def python_type(node, output=False):
    """The annotation for the type of a parameter, a property or what is returned."""
    array = node.find(CORE + "array")
    if array is not None:
        inner = array.find(CORE + "type")
        if inner is not None and inner.get("name") == "guint8":
            text = "bytes"
        else:
            element = python_type(array)
            text = f"list[{element}]" if output else f"Sequence[{element}]"
    else:
        name = node.find(CORE + "type").get("name")
        if name in INTEGERS:
            text = "int"
        elif name in BASIC:
            text = BASIC[name]
        else:
            text = name
    if node.get("nullable") == "1" or node.get("allow-none") == "1":
        text += " | None"
    return text


def lines_of_doc(node, indent):
    doc = node.find(CORE + "doc")
    if doc is None:
        return []
    first = doc.text.strip().split("\n\n")[0].replace("\n", " ").replace("\\", "\\\\")
    return [f'{indent}"""{first}"""']


def signature(call):
    """The parameters and what is returned, as Python sees them."""
    holder = call.find(CORE + "parameters")
    nodes = [] if holder is None else holder.findall(CORE + "parameter")
    hidden = {int(array.get("length")) for array in call.iter(CORE + "array")
              if array.get("length")}
    hidden |= {int(node.get(part)) for node in nodes for part in ("destroy",)
               if node.get(part)}
    taken, given = [], []
    result = call.find(CORE + "return-value")
    returned = python_type(result, True)
    throws = call.get("throws") == "1"
    if returned != "None" and not (throws and returned == "bool" and
                                   any(node.get("direction") == "out" for node in nodes)):
        given.append(returned)
    for index, node in enumerate(nodes):
        if index in hidden:
            continue
        if node.get("direction") == "out":
            given.append(python_type(node, True))
        else:
            taken.append((name_of(node.get("name")), node))
    words = []
    for index, (name, node) in enumerate(taken):
        rest = [other for _, other in taken[index:]]
        default = " = None" if all(other.get("nullable") == "1" for other in rest) else ""
        words.append(f"{name}: {python_type(node)}{default}")
    if not given:
        answer = "None"
    else:
        answer = given[0] if len(given) == 1 else f"tuple[{', '.join(given)}]"
    return words, answer


def function(call, indent, owner=None):
    words, answer = signature(call)
    name = call.get("name")
    out = []
    if kind(call) == "constructor":
        out.append(f"{indent}@classmethod")
        words.insert(0, "cls")
        answer = owner
    elif kind(call) == "method":
        words.insert(0, "self")
    elif owner:
        out.append(f"{indent}@staticmethod")
    if kind(call) in ("method", "virtual-method") and name in BUILTIN:
        answer = BUILTIN[name]
    out.append(f"{indent}def {name_of(name)}({', '.join(words)}) -> {answer}:")
    out += lines_of_doc(call, indent + "    ") + [f"{indent}    ..."]
    return out


def is_public(node):
    return node.get("introspectable") != "0" and not node.get("moved-to")


def virtual(call):
    words, answer = signature(call)
    return [f"    def do_{call.get('name')}({', '.join(['self'] + words)}) -> {answer}: ..."]


def class_lines(node, parents):
    name = node.get("name")
    parent = node.get("parent", "GObject.Object")
    out = ["", "", f"class {name}({parent}):"] + lines_of_doc(node, "    ")
    chain, at = [node], node
    while at.get("parent") in parents:
        at = parents[at.get("parent")]
        chain.append(at)
    properties = {prop.get("name"): prop for each in reversed(chain)
                  for prop in each.findall(CORE + "property")}
    own = node.findall(CORE + "property")
    if own:
        out += ["", "    class Props(" + (f"{parent}.Props" if parent in parents and
                                          parents[parent].find(CORE + "property") is not None
                                          else "object") + "):"]
        out += [f"        {name_of(prop.get('name'))}: {python_type(prop, True)}" for prop in own]
        out += ["", "    props: Props"]
    keywords = [f"{name_of(prop.get('name'))}: {python_type(prop)} = ..."
                for prop in properties.values() if prop.get("writable") == "1"]
    out += ["", "    def __init__(" + ", ".join(["self"] + (["*"] + keywords if keywords else [])) +
            ") -> None: ..."]
    for call in node:
        if kind(call) in ("constructor", "method", "function") and is_public(call):
            out += [""] + function(call, "    ", name)
        elif kind(call) == "virtual-method" and is_public(call) and node.get("final") != "1":
            out += [""] + virtual(call)
    return out


def enum_lines(node):
    base = "GObject.GFlags" if kind(node) == "bitfield" else "GObject.GEnum"
    if node.get(GLIB + "error-domain"):
        base = "int"
    out = ["", "", f"class {node.get('name')}({base}):"] + lines_of_doc(node, "    ")
    out += [f"    {member.get('name').upper()}: {node.get('name')}"
            for member in node.findall(CORE + "member")]
    for call in node.findall(CORE + "function"):
        if is_public(call):
            out += [""] + function(call, "    ", node.get("name"))
    return out


def main():
    gir, output = sys.argv[1:]
    space = ElementTree.parse(gir).getroot().find(CORE + "namespace")
    parents = {node.get("name"): node for node in space if kind(node) == "class"}
    out = ["# SPDX-License-Identifier: LGPL-2.1-or-later",
           f"# Generated from {space.get('name')}-{space.get('version')}.gir.",
           "from __future__ import annotations", "", "from collections.abc import Sequence", "",
           "from gi.repository import Gio, GLib, GObject"]
    ordered, done = [], set()

    def place(node):
        if node.get("name") in done:
            return
        done.add(node.get("name"))
        if node.get("parent") in parents:
            place(parents[node.get("parent")])
        ordered.append(node)
    for node in parents.values():
        place(node)
    for node in space:
        if kind(node) in ("enumeration", "bitfield"):
            out += enum_lines(node)
    for node in ordered:
        out += class_lines(node, parents)
    out += ["", ""]
    for node in space:
        if kind(node) == "constant":
            out.append(f"{node.get('name')}: {python_type(node)}")
    for node in space:
        if kind(node) == "function" and is_public(node):
            out += ["", ""] + function(node, "")
    with open(output, "w", encoding="utf-8") as stream:
        stream.write("\n".join(out) + "\n")


main()
