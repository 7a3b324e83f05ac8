#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Writes the page that lists the elements of register files and their attributes.

usage: page.py FOLDER OUTPUT
"""
import pathlib
import sys

sys.dont_write_bytecode = True
import describe  # noqa: E402

HEAD = """Title: Elements of register files
Slug: elements
<!-- SPDX-License-Identifier: LGPL-2.1-or-later -->

# Elements of register files

What a register file may say of things, element by element; [register files](registers.html) tells of
facts, tables and sources. This page is made from the descriptions that the classes, the reader and the
schema are made from.

Every element below also has `valid`, `source`, `section`, `confirmed`, `note-da` and `note-en`, each of
which may be left out unless it is listed.
"""
KINDS = {
    "text": "text", "id": "id", "key": "key of a fact or series", "keys": "such keys, with spaces",
    "decimal": "number with a dot", "percent": "number from 0 to 100", "integer": "whole number",
    "region-code": "four digits, or an id", "municipality-code": "three digits",
    "yes": "yes or no; yes if left out", "no": "yes or no; no if left out",
    "date": "day, month, quarter, year, or `[..day]`", "time": "time of day, `00:00` to `23:59`",
    "unit": "unit",
    "source": "id of a source",
}


def kind(field):
    if field.words:
        return ", ".join(f"`{word}`" for word in field.words)
    if field.kind == "reference":
        return f"id of a thing `{field.target}`"
    if field.kind == "references":
        return f"ids of things `{field.target}`, with spaces"
    return KINDS[field.kind]


def section(cls):
    place = f", in `{'`, `'.join(cls.parents)}`" if cls.parents else ""
    law = f"; {cls.law}" if cls.law else ""
    yield f"## `{cls.element}`{place}"
    yield ""
    yield f"{cls.danish}{law}: [class@Kkr.{cls.name}]"
    yield ""
    yield "| attribute | | value | meaning |"
    yield "|---|---|---|---|"
    for field in cls.own + [field for field in cls.common if field.required]:
        needed = "needed" if field.required else ""
        yield f"| `{field.name}` | {needed} | {kind(field)} | {field.text} |"
    yield ""


def main():
    folder, output = sys.argv[1:]
    classes = sorted(describe.read(folder), key=lambda cls: (cls.parents or [cls.element], cls.element))
    tops = [cls for cls in classes if not cls.parents]
    lines = [HEAD]
    for cls in tops:
        lines += section(cls)
        for child in describe.children(classes, cls.element):
            if child.parents[0] == cls.element:
                lines += section(child)
    pathlib.Path(output).write_text("\n".join(lines), encoding="utf-8")


main()
