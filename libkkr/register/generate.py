#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Writes a register's lists, one for each class of libkkr/model that stands at the top level.

usage: generate.py header|source DESCRIPTIONS OUTPUT
"""
import pathlib
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[2])
import describe  # noqa: E402
from describe import comment, sentence, snake  # noqa: E402

SINCE = "Since: 0.1"
HEAD = ("/* SPDX-License-Identifier: LGPL-2.1-or-later */\n"
        "/* Generated from the descriptions in libkkr/model. */\n\n")
# By name as well as by code, which kkr-register-find.c does.
FOUND_ELSEWHERE = ("municipality", "region")


class List:
    def __init__(self, cls):
        self.cls, self.name = cls, snake(cls.plural)
        self.n, self.words = "n_" + self.name, cls.plural.replace("-", " ")
        first = cls.own[0].name
        self.order = f"ascending by {'id' if first == 'id' else first}"
        self.model = f"&kkr_{snake(cls.element)}_model"
        self.get = f"GListModel *kkr_register_get_{self.name} (KkrRegister *self)"
        self.dup = (f"{cls.type} **kkr_register_dup_{self.name} (KkrRegister *self, "
                    f"gsize *{self.n})")
        self.find = (f"{cls.type} *kkr_register_find_{snake(cls.element)} (KkrRegister *self, "
                     "const char *text, GError **error)")

    def declarations(self):
        found = [self.get, self.dup]
        return found if self.cls.element in FOUND_ELSEWHERE else found + [self.find]

    def property_comment(self):
        return comment(f"KkrRegister:{self.cls.plural}: (getter get_{self.name})",
                       sentence(f"the {self.words}, {self.order}"), SINCE)

    def definitions(self):
        name = self.cls.element.replace("-", " ")
        self_item = "@self: a register"
        yield comment(
            f"kkr_register_get_{self.name}: (get-property {self.cls.plural})", [self_item],
            f"Gets the {self.words}, {self.order}.",
            f"Returns: (transfer none): a list of [class@{self.cls.name}] that never changes",
            SINCE) + body(self.get, [
                "g_return_val_if_fail (KKR_IS_REGISTER (self), NULL);",
                f"return kkr_register_get_entities (self, {self.model});"])
        yield comment(
            f"kkr_register_dup_{self.name}:",
            [self_item, f"@{self.n}: (out): how many there are"],
            f"Gets the {self.words}, {self.order}, as an array.",
            f"Returns: (array length={self.n}) (transfer full): the array", SINCE) + body(self.dup, [
                f"g_return_val_if_fail ({self.n} != NULL, NULL);", f"*{self.n} = 0;",
                "g_return_val_if_fail (KKR_IS_REGISTER (self), NULL);",
                f"return ({self.cls.type} **) kkr_frozen_list_dup_items (",
                f"  kkr_register_get_{self.name} (self), {self.n});"])
        if self.cls.element in FOUND_ELSEWHERE:
            return
        called = {"id": "an id", "key": "a key"}[self.cls.own[0].kind]
        yield comment(
            f"kkr_register_find_{snake(self.cls.element)}:",
            [self_item, f"@text: {called}, or a title or name in Danish or English",
             "@error: return location for an error"],
            f"Finds {describe.article(name)} by its {self.cls.own[0].name}, title or name. Upper "
            "and lower case do not count, nor aa for å.",
            f"Returns: (transfer full): the {name}, or %NULL with `KKR_CALC_ERROR_NO_DATA`, which "
            "names those that come near, or with `KKR_CALC_ERROR_INCONSISTENT` if several have "
            "that title", SINCE) + body(self.find, [
                "g_return_val_if_fail (KKR_IS_REGISTER (self), NULL);",
                "g_return_val_if_fail (text != NULL, NULL);",
                "g_return_val_if_fail (error == NULL || *error == NULL, NULL);",
                f"return kkr_register_find_entity (self, {self.model}, text, error);"])


def body(declaration, lines):
    cut = declaration.index("kkr_register")
    return "\n".join([declaration[:cut].rstrip(), wrap(declaration[cut:]), "{"] +
                     ["  " + line for line in lines] + ["}"]) + "\n"


def wrap(declaration):
    if len(declaration) <= 99:
        return declaration
    head, _, last = declaration.rpartition(", ")
    return head + ",\n" + " " * (head.index("(") + 1) + last


def header(lists):
    lines = ["#pragma once", "", "#include <libkkr/model/kkr-models.h>",
             "#include <libkkr/register/kkr-register.h>", "", "G_BEGIN_DECLS", ""]
    for each in lists:
        for declaration in each.declarations():
            lines += ["KKR_AVAILABLE_IN_ALL", wrap(declaration) + ";"]
    return HEAD + "\n".join(lines + ["", "G_END_DECLS"]) + "\n"


def source(lists):
    text = HEAD + ("#include <libkkr/base/kkr-frozen-list-private.h>\n"
                   "#include <libkkr/register/kkr-register-private.h>\n\n")
    text += "".join(each.property_comment() for each in lists)
    return text + "".join("\n" + code for each in lists for code in each.definitions())


def main():
    kind, folder, output = sys.argv[1:]
    classes = describe.read(folder)
    lists = [List(cls) for cls in sorted(classes, key=lambda cls: cls.file) if not cls.parents]
    text = header(lists) if kind == "header" else source(lists)
    pathlib.Path(output).write_text(text, encoding="utf-8")


main()
