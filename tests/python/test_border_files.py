# SPDX-License-Identifier: LGPL-2.1-or-later
"""The border between Python and the library: a bad file is an error that names its place."""
import contextlib
import os
import tempfile
import threading
import unittest

import tap

Kkr = tap.kkr()
from gi.repository import Gio, GLib  # noqa: E402

from refusals import Refusals  # noqa: E402

LOAD = Kkr.load_error_quark()
IO = Gio.io_error_quark()
LoadError = Kkr.LoadError
REGISTER = """<?xml version="1.0" encoding="UTF-8"?>
<register format="1" version="2026.11">
  <source id="das" title="Møde" publisher="DAS Social" date="2023-08-21"/>
  <region code="1081" name="Region Nordjylland" valid="2007-01-01/.."/>
  <municipality code="840" name="Rebild" region="1081" valid="2007-01-01/.."/>
  <series key="children" unit="persons" source="das" section="3" known="2023-08-21">
    <fact subject="840" valid="2023K2" value="7317"/>
  </series>
</register>
""".encode()
OPENING = b"<register format='1' version='1'>"


class Files(Refusals):
    def test_files(self):
        reader = Kkr.RegisterReader.new()
        self.refused(IO, Gio.IOErrorEnum.NOT_FOUND, ["/no/such/register.xml"], reader.read_files,
                     ["/no/such/register.xml"], None)
        with tempfile.TemporaryDirectory() as folder:
            self.refused(IO, Gio.IOErrorEnum.IS_DIRECTORY, [folder], reader.read_files, [folder],
                         None)
        self.refused(IO, Gio.IOErrorEnum.INVALID_ARGUMENT, ["no files"], reader.read_files, [],
                     None)
        stopped = Gio.Cancellable.new()
        stopped.cancel()
        self.refused(IO, Gio.IOErrorEnum.CANCELLED, [], reader.read_bytes,
                     GLib.Bytes.new(REGISTER), "x.xml", stopped)


class Xml(Refusals):
    def read(self, text, **limits):
        self.reader = Kkr.RegisterReader(**limits)
        return self.reader.read_bytes(GLib.Bytes.new(text), "x.xml", None)

    def rules(self):
        return [problem.get_rule() for problem in self.reader.dup_problems()]

    def broken(self, code, rule, text, *parts, **limits):
        """One error with the file in it, and a problem of that rule that has a place."""
        self.refused(LOAD, code, ["x.xml:", *parts], lambda: self.read(text, **limits))
        self.assertIn(rule, self.rules())
        for problem in self.reader.dup_problems():
            self.assertGreater(problem.get_line(), 0)

    def test_a_good_one(self):
        self.assertEqual(self.read(REGISTER).get_n_facts(), 1)
        self.assertEqual(self.rules(), [])

    def test_truncated(self):
        for size in range(0, len(REGISTER) - len("</register>\n"), 7):
            with self.subTest(size=size):
                with self.assertRaises(GLib.Error) as caught:
                    self.read(REGISTER[:size])
                self.assertEqual(caught.exception.domain, GLib.quark_to_string(LOAD))
                self.assertIn(self.rules()[-1], ("not-well-formed", "not-utf8"))

    def test_wrong_encoding(self):
        self.broken(LoadError.SYNTAX, "not-utf8", REGISTER.replace(b"UTF-8", b"ISO-8859-1"),
                    "ISO-8859-1 found, UTF-8 expected")
        self.broken(LoadError.SYNTAX, "not-utf8", REGISTER.replace("ø".encode(), b"\xf8"))
        with self.assertRaises(GLib.Error):
            self.read(REGISTER.decode().replace("UTF-8", "UTF-16").encode("utf-16"))

    def test_doctype(self):
        laughs = "".join(f"<!ENTITY l{i + 1} '{f'&l{i};' * 10}'>" for i in range(9))
        for text in ("<!DOCTYPE register>", "<!DOCTYPE r SYSTEM 'file:///etc/hostname'>",
                     f"<!DOCTYPE register [<!ENTITY l0 'ha'>{laughs}]>"):
            with self.subTest(text=text[:30]):
                self.broken(LoadError.LIMIT, "doctype",
                            text.encode() + b"<register format='1' version='&l9;'/>", "DOCTYPE")

    def test_deep(self):
        # The error has the code of the first problem, which the second level is already.
        deep = OPENING + b"<series>" * 10000 + b"</series>" * 10000 + b"</register>"
        self.broken(LoadError.SCHEMA, "too-deep", deep)
        problem = self.reader.dup_problems()[-1]
        self.assertEqual(problem.get_rule(), "too-deep")
        self.broken(LoadError.LIMIT, "too-deep", REGISTER, "max-depth 1 expected", max_depth=1)

    def test_too_large(self):
        spaces = OPENING + b" " * (8 << 20)
        self.broken(LoadError.LIMIT, "too-many-bytes", spaces, "max-bytes 1048576",
                    max_bytes=1 << 20)
        self.broken(LoadError.LIMIT, "too-many-bytes", REGISTER, "max-bytes 0", max_bytes=0)
        self.broken(LoadError.LIMIT, "too-many-elements", REGISTER, "max-elements 2",
                    max_elements=2)
        self.broken(LoadError.LIMIT, "too-many-attributes", REGISTER, "max-attributes 3",
                    max_attributes=3)
        self.broken(LoadError.LIMIT, "too-long", REGISTER, "max-text 9", max_text=9)

    def test_two_gigabytes_of_spaces(self):
        """Through a pipe, so that they stand nowhere; the reader hangs up at max-bytes."""
        written = 0

        def write():
            nonlocal written
            with open(path, "wb", buffering=0) as pipe:
                pipe.write(OPENING)
                with contextlib.suppress(BrokenPipeError):
                    while written < 2 << 30:
                        written += pipe.write(spaces)

        spaces = b" " * (1 << 20)
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "register.xml")
            os.mkfifo(path)
            writer = threading.Thread(target=write)
            writer.start()
            self.refused(LOAD, LoadError.LIMIT, [path, "max-bytes 67108864"],
                         Kkr.RegisterReader(max_bytes=64 << 20).read_files, [path], None)
            writer.join()
        self.assertLess(written, 66 << 20)

    def test_every_problem_up_to_a_number(self):
        text = OPENING + b"<region/>" * 1000 + b"</register>"
        self.broken(LoadError.SCHEMA, "missing-attribute", text, "5 problems", max_problems=5)
        self.assertEqual(len(self.rules()), 5)

    def test_a_reader_may_be_used_again(self):
        self.broken(LoadError.SYNTAX, "not-well-formed", REGISTER[:100])
        register = self.reader.read_bytes(GLib.Bytes.new(REGISTER), None, None)
        self.assertEqual(self.rules(), [])
        self.assertEqual(register.lookup("children/840", "2023-04-01", None).dup_value(), "7317")


if __name__ == "__main__":
    unittest.main()
