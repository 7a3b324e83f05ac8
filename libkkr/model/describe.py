# SPDX-License-Identifier: LGPL-2.1-or-later
"""Reads the descriptions of the classes beside it and puts them in order.

Each NAME.xml describes a class of model objects: what it is, its element in files, its fields. From
these follow the classes, the table of fields, the register's lists, the schema of files and the
pages: nothing of it is written twice.
"""
import pathlib
import re
import sys
import textwrap
import xml.etree.ElementTree as ElementTree

from headings import heading

KINDS = {
    "text": "TEXT", "id": "ID", "key": "KEY", "keys": "KEYS", "decimal": "DECIMAL",
    "percent": "PERCENT", "region-code": "REGION_CODE", "municipality-code": "MUNICIPALITY_CODE",
    "choice": "CHOICE", "integer": "INTEGER", "yes": "YES", "no": "NO", "period": "PERIOD",
    "date": "DATE", "time": "TIME", "unit": "UNIT_WORD", "reference": "REFERENCE", "references": "REFERENCES",
    "source": "SOURCE",
}
COMMON = [
    ("valid", "period", "the period in which it holds; all time if it is left out"),
    ("source", "source", "the document that says so"),
    ("section", "text", "where in the document, in Danish"),
    ("confirmed", "yes", "whether the source says all of it"),
    ("note-da", "text", "what there is to remark, in Danish"),
    ("note-en", "text", "what there is to remark, in English"),
]
TITLES = {
    "id": "what it is called in files and inputs",
    "title-da": "its title, in Danish",
    "title-en": "its title, in English",
}
# What KkrEntity itself has a getter for.
INHERITED = ("id", "title-da", "title-en")


def snake(name):
    return name.replace("-", "_")


class Field:
    def __init__(self, name, kind, text, **more):
        self.name, self.kind = name, kind
        self.text = " ".join((text or TITLES.get(name, "")).split())
        self.property = more.get("property", name)
        self.required = more.get("required") == "yes"
        self.target = more.get("target")
        self.words = more.get("words", "").split()
        self.words_da = more["words-da"].split("|") if self.words else []
        self.counted = [more.get("counted-" + language) for language in ("da", "en")]
        self.getter = more.get("getter") != "no"


class Class:
    def __init__(self, path):
        root = ElementTree.parse(path).getroot()
        get = root.get
        self.file = path.stem
        self.name, self.element, self.plural = get("name"), get("element"), get("plural")
        self.danish, self.english, self.law = get("danish"), get("english"), get("law")
        self.many = (get("danish-plural"), get("english-plural") or self.plural.replace("-", " "))
        self.parents = (get("parents") or "").split()
        self.methods = get("methods")
        self.doc = root.find("doc").text.strip()
        self.own = [Field(text=node.text, **node.attrib) for node in root.findall("field")]
        required = {node.get("name") for node in root.findall("common")
                    if node.get("required") == "yes"}
        self.common = [Field(name, kind, text, required="yes" if name in required else "no")
                       for name, kind, text in COMMON]
        self.fields = self.own + self.common
        self.symbol = "kkr_" + snake(self.file)
        self.macro = snake(self.file).upper()
        self.type = "Kkr" + self.name
        for field in self.fields:
            if field.kind not in KINDS or not field.text or not heading(field.name):
                sys.exit(f"{path}: {field.name}: no kind, no text or no heading")
            if self.many[0] is None:
                sys.exit(f"{path}: no danish-plural")
            if len(field.words) != len(field.words_da):
                sys.exit(f"{path}: {field.name}: its words are not as many in Danish")

    def needs(self):
        """The elements of what it refers to and belongs to, its own kind left out."""
        found = [field.target for field in self.own if field.target] + self.parents
        return [name for name in found if name != self.element]

    def has_id(self):
        return self.own[0].kind in ("id", "key", "region-code", "municipality-code")


class Model:
    """One place of a class in files: a child class has one for each parent."""

    def __init__(self, cls, parent=None):
        self.cls, self.parent = cls, parent
        parts = [parent, cls.element] if parent else [cls.element]
        self.symbol = "kkr_" + "_".join(map(snake, parts)) + "_model"
        self.id = "KKR_MODEL_" + "_".join(map(snake, parts)).upper()


def read(folder):
    """All classes, targets and parents before those that name them, else by their names."""
    left = sorted((Class(path) for path in pathlib.Path(folder).glob("*.xml")),
                  key=lambda cls: cls.file)
    ready, done = [], set()
    while left:
        cls = next((cls for cls in left if done.issuperset(cls.needs())), None)
        if cls is None:
            sys.exit("classes that need one another: " + ", ".join(cls.file for cls in left))
        left.remove(cls)
        ready.append(cls)
        # Nothing refers to a child.
        if not cls.parents:
            done.add(cls.element)
    return ready


def models(classes):
    return [model for cls in classes
            for model in ([Model(cls, parent) for parent in cls.parents] or [Model(cls)])]


def children(classes, element):
    return [cls for cls in classes if element in cls.parents]


def sentence(text):
    return text[0].upper() + text[1:] + "."


def comment(first, *paragraphs):
    """A documentation comment; a paragraph that is a list of texts has one item a line."""
    lines = ["/**", f" * {first}"]
    for number, paragraph in enumerate(paragraphs):
        if number > 0 or not isinstance(paragraph, list):
            lines.append(" *")
        for item in paragraph if isinstance(paragraph, list) else [paragraph]:
            hang = "  " if item.startswith(("@", "Returns:")) else ""
            lines += [" * " + line for line in
                      textwrap.wrap(item, 96, subsequent_indent=hang, break_long_words=False,
                                    break_on_hyphens=False)]
    return "\n".join(lines + [" */"]) + "\n"


def article(text):
    """ "an offer", "a region". """
    return ("an " if re.match("[aeio]", text) else "a ") + text
