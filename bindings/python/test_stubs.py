# SPDX-License-Identifier: LGPL-2.1-or-later
"""The stub is Python, and has each class and each member that Python finds at run time."""
import ast
import os
import pathlib
import unittest

import tap

Kkr = tap.kkr()
STUB = pathlib.Path(os.environ["KKR_BUILD"]) / "bindings" / "python" / "Kkr.pyi"


class Stubs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.tree = ast.parse(STUB.read_text(encoding="utf-8"))
        cls.classes = {node.name: node for node in cls.tree.body if isinstance(node, ast.ClassDef)}
        cls.functions = {node.name: node for node in cls.tree.body
                         if isinstance(node, ast.FunctionDef)}

    def methods(self, name):
        return {node.name for node in self.classes[name].body if isinstance(node, ast.FunctionDef)}

    def test_every_class(self):
        for name in dir(Kkr):
            thing = getattr(Kkr, name)
            if isinstance(thing, type) and thing.__module__ == "gi.repository.Kkr" and \
               not name.endswith("Class"):
                with self.subTest(name=name):
                    self.assertIn(name, self.classes)

    def test_every_function_and_method(self):
        import gir
        for name, call in gir.callables(gir.namespace()):
            if gir.kind(call) == "virtual-method" or ".quark" in name:
                continue
            with self.subTest(name=name):
                owner, _, method = name.rpartition(".")
                self.assertIn(method, self.methods(owner) if owner else self.functions)

    def test_lengths_of_arrays_are_hidden(self):
        self.assertEqual([arg.arg for arg in self.functions["apportion"].args.args],
                         ["total", "weights", "method", "unit"])
        self.assertEqual(ast.unparse(self.functions["apportion"].returns), "list[int]")

    def test_constructor_takes_the_inputs(self):
        names = {node.name: node for node in self.classes["ObjectiveFinancing"].body
                 if isinstance(node, ast.FunctionDef)}
        keywords = {arg.arg for arg in names["__init__"].args.kwonlyargs}
        self.assertLessEqual({"register", "arrangement", "year", "known_on"}, keywords)
