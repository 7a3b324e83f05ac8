# SPDX-License-Identifier: LGPL-2.1-or-later
"""No property, parameter or nick is a word that some language keeps for itself."""
import keyword
import unittest

import gir
import tree

SPACE = gir.namespace()
C = """auto break case char const continue default do double else enum extern float for goto if
inline int long register restrict return short signed sizeof static struct switch typedef union
unsigned void volatile while bool true false nullptr"""
CXX = """alignas alignof and and_eq asm bitand bitor catch char8_t char16_t char32_t class compl
concept consteval constexpr constinit const_cast co_await co_return co_yield decltype delete
dynamic_cast explicit export friend mutable namespace new noexcept not not_eq operator or or_eq
private protected public reinterpret_cast requires static_assert static_cast template this
thread_local throw try typeid typename using virtual wchar_t xor xor_eq"""
JAVASCRIPT = """arguments await debugger eval extends finally function implements import in
instanceof interface let null package super typeof undefined var with yield"""
VALA = """abstract as async base construct delegate dynamic ensures errordomain foreach get global
internal is lock out override owned params partial ref sealed set signal throws unlock unowned
weak"""
WORDS = set(f"{C} {CXX} {JAVASCRIPT} {VALA} type data property".split()) | set(keyword.kwlist)


def taken(name):
    return name.replace("-", "_") in WORDS


class Keywords(unittest.TestCase):
    def test_properties(self):
        tree.report(self, [f"{node.get('name')}:{child.get('name')}"
                           for node in gir.classes(SPACE)
                           for child in node.findall(gir.CORE + "property")
                           if taken(child.get("name")) and child.get("name") != "register"])

    def test_parameters(self):
        tree.report(self, [f"{name}: {node.get('name')}"
                           for name, call in gir.callables(SPACE)
                           for node in gir.parameters(call) if taken(node.get("name"))])

    def test_nicks(self):
        tree.report(self, [f"{node.get('name')}: {nick}"
                           for node in gir.enums(SPACE)
                           for nick in (child.get(gir.GLIB + "nick", "")
                                        for child in node.findall(gir.CORE + "member"))
                           if taken(nick)])
