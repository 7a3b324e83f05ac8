# SPDX-License-Identifier: LGPL-2.1-or-later
"""Reads Kkr-1.gir."""
import sys
import xml.etree.ElementTree as ElementTree

import tree

CORE = "{http://www.gtk.org/introspection/core/1.0}"
C = "{http://www.gtk.org/introspection/c/1.0}"
GLIB = "{http://www.gtk.org/introspection/glib/1.0}"
CALLABLES = ("method", "function", "constructor", "virtual-method")


def namespace():
    path = tree.BUILD / "libkkr" / "Kkr-1.gir"
    if not path.exists():
        print("1..0 # SKIP no GIR: introspection is turned off")
        sys.exit(0)
    return ElementTree.parse(path).getroot().find(CORE + "namespace")


def kind(node):
    return node.tag.rpartition("}")[2]


def classes(space):
    return [node for node in space if kind(node) == "class"]


def enums(space):
    return [node for node in space if kind(node) in ("enumeration", "bitfield")]


def hidden(node):
    return node.get("introspectable") == "0" or node.get("moved-to")


def callables(space):
    """Each callable with the name that a reader knows it by."""
    for node in space:
        if kind(node) in CALLABLES and not hidden(node):
            yield node.get("name"), node
        for child in node:
            if kind(child) in CALLABLES and not hidden(child):
                yield f"{node.get('name')}.{child.get('name')}", child


def parameters(call):
    holder = call.find(CORE + "parameters")
    return [] if holder is None else holder.findall(CORE + "parameter")


def types(node):
    """All type nodes below a parameter or return value, arrays and their elements too."""
    return [child for child in node.iter() if kind(child) in ("type", "array")]


def documented(node):
    return node.find(CORE + "doc") is not None
