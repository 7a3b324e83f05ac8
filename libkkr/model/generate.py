#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Writes the classes of model objects from their descriptions.

usage: generate.py headers|private|sources FOLDER OUTPUT-FOLDER
"""
import pathlib
import sys

sys.dont_write_bytecode = True
import describe  # noqa: E402
from describe import comment, sentence, snake  # noqa: E402
from headings import heading  # noqa: E402

SINCE = "Since: 0.1"
LICENCE = "/* SPDX-License-Identifier: LGPL-2.1-or-later */\n/* Generated from {}. */\n\n"


class Getter:
    """One function of a class: how it is declared, said and done."""

    def __init__(self, cls, name, returns, says, result, body, **more):
        self.cls, self.name, self.returns = cls, f"{cls.symbol}_{name}", returns
        self.says, self.result, self.body = says, result, body
        self.property, self.parameters = more.get("property"), more.get("parameters", [])
        self.nothing = more.get("nothing", "NULL")
        self.marks = more.get("marks", "")

    def declaration(self):
        given = "".join(", " + code for code, _ in self.parameters)
        space = "" if self.returns.endswith("*") else " "
        return f"{self.returns}{space}{self.name} ({self.cls.type} *self{given})"

    def comment(self):
        link = f" (get-property {self.property})" if self.property else ""
        items = [f"@self: {describe.article(self.cls.english)}"]
        items += [text for _, text in self.parameters]
        marks = self.marks + ": " if self.marks else ""
        return comment(self.name + ":" + link, items, f"Gets {self.says}.",
                       f"Returns: {marks}{self.result}", SINCE)

    def definition(self):
        head = self.declaration()
        cut = head.index(self.name)
        lines = [self.comment() + head[:cut].rstrip(), head[cut:], "{"]
        arrays = [code.split("*")[-1] for code, _ in self.parameters if code.startswith("gsize")]
        for name in arrays:
            lines += [f"  g_return_val_if_fail ({name} != NULL, NULL);", f"  *{name} = 0;"]
        lines += [f"  g_return_val_if_fail (KKR_IS_{self.cls.macro} (self), {self.nothing});",
                  f"  return {self.body};", "}"]
        return "\n".join(lines) + "\n"


def list_getters(cls, classes, name, target, place, says):
    """A list has two: a model, and an array that JavaScript can walk."""
    n = "n_" + snake(name)
    call = f"kkr_entity_get_{place[0]} (KKR_ENTITY (self), {place[1]})"
    return [
        Getter(cls, f"get_{snake(name)}", "GListModel *", says,
               f"a list of [class@{target.name}] that never changes", call, property=name,
               marks="(transfer none)"),
        Getter(cls, f"dup_{snake(name)}", f"{target.type} **", says + ", as an array", "the array",
               f"kkr_entity_dup_items ({call}, {n})",
               parameters=[(f"gsize *{n}", f"@{n}: (out): how many there are")],
               marks=f"(array length={n}) (transfer full)"),
    ]


def date_getters(cls, field, place):
    name = snake(field.property)
    return [
        Getter(cls, f"get_{name}", "const char *", field.text,
               "the date as files write it, for example \"2023-08-21\", or \"2018-10\" where no "
               "more than the month is known; %NULL if it is not known",
               f"kkr_entity_get_text (KKR_ENTITY (self), {place})", property=field.property,
               marks="(nullable)"),
        Getter(cls, f"dup_{name}_period", "KkrPeriod *",
               f"{field.text}, as the days that it may be and how precisely it is known",
               "the period, or %NULL if the date is not known",
               f"kkr_entity_dup_date (KKR_ENTITY (self), {place})",
               marks="(transfer full) (nullable)"),
    ]


def field_getters(cls, classes, field, place):
    name = "get_" + snake(field.property)
    entity = "KKR_ENTITY (self)"
    text = field.text
    if field.kind == "references":
        target = next(each for each in classes if each.element == field.target)
        return list_getters(cls, classes, field.property, target, ("list", place), text)
    if field.kind == "date":
        return date_getters(cls, field, place)
    if field.kind == "reference":
        target = next(each for each in classes if each.element == field.target)
        return [Getter(cls, name, target.type + " *", text, f"{text}, or %NULL if none is given",
                       f"kkr_entity_get_object ({entity}, {place})", property=field.property,
                       marks="(transfer none) (nullable)")]
    if field.kind == "keys":
        return [Getter(cls, name, "const char *const *", text, "keys of the register",
                       f"kkr_entity_get_words ({entity}, {place})", property=field.property,
                       marks="(array zero-terminated=1) (transfer none) (nullable)")]
    if field.kind in ("yes", "no"):
        return [Getter(cls, name, "gboolean", text, "%TRUE if so",
                       f"kkr_entity_get_boolean ({entity}, {place})", property=field.property,
                       nothing="FALSE")]
    if field.kind == "unit":
        return [Getter(cls, name, "KkrUnit", text, "the unit",
                       f"(KkrUnit) kkr_entity_get_value ({entity}, {place})->number",
                       property=field.property, nothing="KKR_UNIT_UNSET")]
    if field.kind == "municipality-code":
        return [Getter(cls, name, "int", text, "the code",
                       f"(int) kkr_entity_get_value ({entity}, {place})->number",
                       property=field.property, nothing="0")]
    if field.kind == "integer":
        return [Getter(cls, name, "int", text, "the number, or -1 if none is given",
                       f"kkr_entity_get_int ({entity}, {place})", property=field.property,
                       nothing="-1")]
    if field.kind == "choice":
        words = ", ".join(f'"{word}"' for word in field.words)
        text += f": {words}"
    return [Getter(cls, name, "const char *", text, f"{field.text}, or %NULL if it is not given",
                   f"kkr_entity_get_text ({entity}, {place})", property=field.property,
                   marks="(nullable)")]


def getters(cls, classes):
    found = []
    names = [field.name for field in cls.own]
    for number, field in enumerate(cls.own):
        stem, _, language = field.name.rpartition("-")
        pair = language in ("da", "en") and stem + "-da" in names and stem + "-en" in names
        if field.name in describe.INHERITED or not field.getter or (pair and language == "en"):
            continue
        place = f"FIELD_{snake(field.name).upper()}"
        if pair:
            text = field.text.replace(", in Danish", "")
            found.append(Getter(
                cls, f"get_{snake(stem)}_in", "const char *", f"{text}, in a language",
                "the words, in Danish where there are no English ones; %NULL if there are none",
                f"kkr_entity_get_text_in (KKR_ENTITY (self), {place}, language)",
                parameters=[("const char *language",
                             '@language: (nullable): "da" or "en"')], marks="(nullable)"))
        else:
            found += field_getters(cls, classes, field, place)
    for number, child in enumerate(describe.children(classes, cls.element)):
        found += list_getters(cls, classes, child.plural, child, ("child_list", number),
                              f"its {child.plural.replace('-', ' ')}, in the order of the file")
    return found


def header(cls, classes):
    related = [each for name in dict.fromkeys(cls.needs()) for each in classes
               if each.element == name and not each.parents and name not in cls.parents]
    related += describe.children(classes, cls.element)
    includes = sorted(f"#include <libkkr/model/kkr-{each.file}.h>" for each in related)
    lines = ["#pragma once", "", "#include <gio/gio.h>", "#include <libkkr/base/kkr-enums.h>",
             "#include <libkkr/model/kkr-entity.h>", *includes, "", "G_BEGIN_DECLS", "",
             f"#define KKR_TYPE_{cls.macro} ({cls.symbol}_get_type ())", "KKR_AVAILABLE_IN_ALL",
             f"G_DECLARE_FINAL_TYPE ({cls.type}, {cls.symbol}, KKR, {cls.macro}, KkrEntity)", ""]
    for getter in getters(cls, classes):
        lines += ["KKR_AVAILABLE_IN_ALL", getter.declaration() + ";"]
    lines += ["", "G_END_DECLS"]
    if cls.methods:
        lines += ["", f"#include <libkkr/model/{cls.methods}>"]
    return LICENCE.format(f"libkkr/model/{cls.file}.xml") + "\n".join(lines) + "\n"


def class_comment(cls):
    paragraphs = [paragraph.replace("\n", " ") for paragraph in cls.doc.split("\n\n")]
    term = f"In Danish: {cls.danish}."
    if cls.law:
        term += f" It is named in {cls.law}."
    element = f"`{cls.element}`"
    if cls.parents:
        element += " in " + ", ".join(f"`{parent}`" for parent in cls.parents)
    return comment(cls.type + ":", paragraphs[0] + " Immutable and safe to share between threads.",
                   *paragraphs[1:], f"{term} In files it is {element}.", SINCE)


def property_comments(cls, classes):
    made = {getter.property: getter.name[len(cls.symbol) + 1:] for getter in getters(cls, classes)
            if getter.property}
    texts = {field.property: field.text for field in cls.own
             if field.name not in ("id", *describe.INHERITED[:1])}
    for field in cls.own:
        if field.kind == "choice":
            texts[field.property] += ": " + ", ".join(f'"{word}"' for word in field.words)
        if field.kind == "integer":
            texts[field.property] += "; -1 if it is not given"
    for child in describe.children(classes, cls.element):
        texts[child.plural] = f"its {child.plural.replace('-', ' ')}, in the order of the file"
    for name, text in texts.items():
        link = f" (getter {made[name]})" if name in made else ""
        yield comment(f"{cls.type}:{name}:{link}", sentence(text), SINCE)


def source(cls, classes):
    model = describe.models([cls])[0]
    places = ["enum {"] + [f"  FIELD_{snake(field.name).upper()}," for field in cls.own] + ["};"]
    code = LICENCE.format(f"libkkr/model/{cls.file}.xml")
    code += ("#include <libkkr/model/kkr-entity-private.h>\n"
             f"#include <libkkr/model/kkr-{cls.file}.h>\n\n")
    code += class_comment(cls) + "\n"
    code += f"struct _{cls.type} {{\n  KkrEntity parent_instance;\n}};\n\n"
    code += f"G_DEFINE_FINAL_TYPE ({cls.type}, {cls.symbol}, KKR_TYPE_ENTITY)\n\n"
    code += "\n".join(places) + "\n\n" + "".join(property_comments(cls, classes))
    code += (f"static void\n{cls.symbol}_class_init ({cls.type}Class *klass)\n{{\n"
             f"  kkr_entity_class_set_model (KKR_ENTITY_CLASS (klass), &{model.symbol});\n}}\n\n"
             f"static void\n{cls.symbol}_init ({cls.type} *self)\n{{\n}}\n")
    return code + "".join("\n" + getter.definition() for getter in getters(cls, classes))


def models_header(classes):
    models = describe.models(classes)
    lines = ["#pragma once", "", "#include <libkkr/model/kkr-model-private.h>", "",
             "G_BEGIN_DECLS", "", "typedef enum {"]
    lines += [f"  {model.id}," for model in models] + ["  KKR_N_MODELS,", "} KkrModelId;", ""]
    lines += [f"extern const KkrModel {model.symbol};" for model in models]
    lines += ["", "/* Targets and parents come before those that name them. */",
              "extern const KkrModel *const kkr_models[KKR_N_MODELS];", "", "G_END_DECLS"]
    return LICENCE.format("the descriptions in libkkr/model") + "\n".join(lines) + "\n"


def field_row(field, words, words_da):
    quoted = f'"{field.property}"' if field.property != field.name else "NULL"
    counted = ", ".join(f'"{word}"' if word else "NULL" for word in field.counted)
    titles = ", ".join(f'"{word}"' for word in heading(field.name))
    listed = '"' + ", ".join(field.words) + '"' if field.words else "NULL"
    target = f"&kkr_{snake(field.target)}_model" if field.target else "NULL"
    return (f'  {{ "{field.name}", {quoted}, KKR_FIELD_{describe.KINDS[field.kind]}, '
            f'{"TRUE" if field.required else "FALSE"}, {target}, {words}, {listed}, '
            f'{words_da}, {{ {counted} }}, {{ {titles} }} }},')


def word_list(name, words):
    listed = ", ".join(f'"{word}"' for word in words)
    return f"static const char *const {name}[] = {{\n  {listed}, NULL,\n}};\n"


def models_source(classes):
    models = describe.models(classes)
    code = LICENCE.format("the descriptions in libkkr/model")
    code += "#include <libkkr/model/kkr-models.h>\n#include <libkkr/model/kkr-model-private.h>\n\n"
    for cls in classes:
        name = snake(cls.file)
        rows = []
        for field in cls.fields:
            words = words_da = "NULL"
            if field.words:
                words = f"{name}_{snake(field.name)}_words"
                words_da = words + "_da"
                code += word_list(words, field.words) + word_list(words_da, field.words_da)
            rows.append(field_row(field, words, words_da))
        code += f"static const KkrField {name}_fields[] = {{\n" + "\n".join(rows) + "\n};\n"
        code += f"G_STATIC_ASSERT (G_N_ELEMENTS ({name}_fields) <= KKR_MODEL_MAX_FIELDS);\n\n"
    for model in models:
        cls = model.cls
        parent = f"&kkr_{snake(model.parent)}_model" if model.parent else "NULL"
        code += (f"const KkrModel {model.symbol} = {{\n"
                 f'  {model.id}, "{cls.element}", "{cls.plural}",\n'
                 f'  {{ "{cls.danish}", "{cls.english}" }}, '
                 f'{{ "{cls.many[0]}", "{cls.many[1]}" }}, {parent},\n'
                 f"  {cls.symbol}_get_type, {snake(cls.file)}_fields, "
                 f"G_N_ELEMENTS ({snake(cls.file)}_fields),\n}};\n\n")
    code += "const KkrModel *const kkr_models[KKR_N_MODELS] = {\n"
    return code + "".join(f"  &{model.symbol},\n" for model in models) + "};\n"


def all_header(classes):
    lines = ["#pragma once", "", "#include <libkkr/model/kkr-entity.h>"]
    lines += [f"#include <libkkr/model/kkr-{cls.file}.h>" for cls in classes]
    return LICENCE.format("the descriptions in libkkr/model") + "\n".join(lines) + "\n"


def main():
    kind, folder, output = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    classes = describe.read(folder)
    if kind == "headers":
        files = {f"kkr-{cls.file}.h": header(cls, classes) for cls in classes}
        files["kkr-models.h"] = all_header(classes)
    elif kind == "private":
        files = {"kkr-models-private.h": models_header(classes)}
    else:
        files = {f"kkr-{cls.file}.c": source(cls, classes) for cls in classes}
        files["kkr-models.c"] = models_source(classes)
    for name, text in files.items():
        (output / name).write_text(text, encoding="utf-8")


main()
