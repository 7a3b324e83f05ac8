# SPDX-License-Identifier: LGPL-2.1-or-later
"""Each file by itself: licence, length, locale."""
import re
import unittest

import tree

FILE_LINES = 400
FUNCTION_LINES = 60
LOCALE = re.compile(r"\b(strtod|strtof|strtold|atof|strcoll|strxfrm|g_strtod|g_utf8_collate\w*|"
                    # The language of messages is all that a program may take from the locale.
                    r"setlocale(?!\s*\(LC_(?:CTYPE|MESSAGES),)|localeconv|g_date_strftime|strftime)\s*\(")
FORMAT = re.compile(r"%('|[-+ #0]*(\*|\d+)?(\.(\*|\d+))?[lLh]*[aAeEfFgG](?![\w]))")


def literals(line):
    return re.findall(r'"((?:\\.|[^"\\])*)"', line)


class Files(unittest.TestCase):
    def test_licence(self):
        unmarked = (".json", ".csv", ".txt", ".svg", ".gitkeep", ".pot")
        problems = []
        for path in tree.files():
            if path.name == "LICENSE" or path.name.startswith("."):
                continue
            if path.suffix in unmarked and path.name != "meson_options.txt":
                continue
            # What a test feeds the reader with may be broken on purpose.
            if "corpus" in path.parts or "cases" in path.parts:
                continue
            head = path.read_bytes()[:400].decode("utf-8", "replace").splitlines()[:4]
            if not any("SPDX-License-Identifier: LGPL-2.1-or-later" in line for line in head):
                problems.append(tree.short(path))
        tree.report(self, problems)

    def test_length_of_files(self):
        problems = []
        for path in tree.files(".c", below="libkkr"):
            lines = path.read_text(encoding="utf-8").count("\n")
            if lines > FILE_LINES:
                problems.append(f"{tree.short(path)}: {lines} lines found, at most "
                                f"{FILE_LINES} expected")
        tree.report(self, problems)

    def test_length_of_functions(self):
        problems = []
        for path in tree.files(".c", below="libkkr"):
            start = None
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                if line == "{":
                    start = number
                elif line == "}" and start:
                    if number - start + 1 > FUNCTION_LINES:
                        problems.append(f"{tree.short(path)}:{start}: {number - start + 1} lines "
                                        f"found, at most {FUNCTION_LINES} expected")
                    start = None
        tree.report(self, problems)

    def test_length_of_lines(self):
        problems = []
        for path in tree.files(".c", ".h", below="libkkr"):
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                if len(line) > 100 or "\t" in line or line != line.rstrip():
                    problems.append(f"{tree.short(path)}:{number}: too long, a tab, or a space at "
                                    "the end")
        tree.report(self, problems)

    def test_locale_does_not_show(self):
        problems = []
        for path in tree.files(".c", ".h", below="libkkr"):
            text = tree.without_comments(path.read_text(encoding="utf-8"))
            for number, line in enumerate(text.splitlines(), 1):
                if "g_ascii_" in line:
                    continue
                formats = [text.replace("%%", "") for text in literals(line)]
                if LOCALE.search(line) or any(FORMAT.search(text) for text in formats):
                    problems.append(f"{tree.short(path)}:{number}: {line.strip()}")
        tree.report(self, problems)

    def test_no_unfinished_work(self):
        problems = []
        word = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b")
        for path in tree.files(".c", ".h", ".py", ".js", ".sh", ".md", ".build", ".xml"):
            for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1):
                if word.search(line):
                    problems.append(f"{tree.short(path)}:{number}: {line.strip()}")
        tree.report(self, problems)


class Registered(unittest.TestCase):
    """A test that no meson.build names never runs."""

    def test_python_and_js(self):
        problems = []
        for folder, pattern, name in (("python", "test_*.py", r"test_(.*)\.py"),
                                      ("js", "test-*.js", r"test-(.*)\.js")):
            text = (tree.SOURCE / "tests" / folder / "meson.build").read_text(encoding="utf-8")
            for path in sorted((tree.SOURCE / "tests" / folder).glob(pattern)):
                if f"'{re.match(name, path.name)[1]}'" not in text:
                    problems.append(tree.short(path))
        tree.report(self, problems)

    def test_unit(self):
        problems = []
        for path in tree.files(".c", below="tests/unit"):
            text = (path.parent / "meson.build").read_text(encoding="utf-8")
            if path.stem not in re.findall(r"[\w-]+", text):
                problems.append(tree.short(path))
        tree.report(self, problems)
