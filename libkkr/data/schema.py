#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Writes the schema of register files: the elements of the model's classes into its template.

usage: schema.py TEMPLATE DESCRIPTIONS OUTPUT
"""
import pathlib
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[2])
import describe  # noqa: E402

TYPES = {"yes": "yes-no", "no": "yes-no", "source": "id", "decimal": "number", "references": "ids"}


def type_of(field, classes):
    if field.kind == "reference":
        target = next(cls for cls in classes if cls.element == field.target)
        return target.own[0].kind
    return TYPES.get(field.kind, field.kind)


def attribute(field, classes):
    use = ' use="required"' if field.required else ""
    if not field.words:
        yield f'<xs:attribute name="{field.name}" type="{type_of(field, classes)}"{use}/>'
        return
    yield f'<xs:attribute name="{field.name}"{use}>'
    yield '  <xs:simpleType>'
    yield '    <xs:restriction base="xs:string">'
    yield from (f'      <xs:enumeration value="{word}"/>' for word in field.words)
    yield from ("    </xs:restriction>", "  </xs:simpleType>", "</xs:attribute>")


def complex_type(cls, classes):
    yield f'<xs:complexType name="{cls.file}">'
    children = describe.children(classes, cls.element)
    if children:
        yield '  <xs:choice minOccurs="0" maxOccurs="unbounded">'
        yield from (f'    <xs:element name="{child.element}" type="{child.file}"/>'
                    for child in children)
        yield "  </xs:choice>"
    for field in cls.fields:
        yield from ("  " + line for line in attribute(field, classes))
    yield "</xs:complexType>"
    yield ""


def main():
    template, folder, output = sys.argv[1:]
    classes = sorted(describe.read(folder), key=lambda cls: cls.file)
    elements = [f'        <xs:element name="{cls.element}" type="{cls.file}"/>'
                for cls in classes if not cls.parents]
    types = [("  " + line).rstrip() for cls in classes for line in complex_type(cls, classes)]
    text = pathlib.Path(template).read_text(encoding="utf-8")
    text = text.replace("@ELEMENTS@", "\n".join(elements))
    text = text.replace("@TYPES@\n", "\n".join(types) + "\n")
    pathlib.Path(output).write_text(text, encoding="utf-8")


main()
