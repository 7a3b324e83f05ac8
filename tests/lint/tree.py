# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the lint tests know of the source tree: its files, its headers, its comments."""
import os
import pathlib
import re
import shlex

SOURCE = pathlib.Path(os.environ.get("KKR_SOURCE") or pathlib.Path(__file__).parents[2])
BUILD = pathlib.Path(os.environ.get("KKR_BUILD") or SOURCE / "build")
FLOORS = {"base": 1, "kernel": 2, "table": 2, "model": 2, "register": 3, "calc": 4, "tool": 5}


def files(*endings, below=""):
    """All files of the tree with one of the endings, as paths; nothing built, nothing hidden."""
    found = []
    for folder, folders, names in os.walk(SOURCE / below):
        here = pathlib.Path(folder)
        folders[:] = sorted(
            name for name in folders
            if name != "__pycache__" and (not name.startswith(".") or name == ".ci")
            and not (here / name / "build.ninja").exists()
            and not (here == SOURCE and name.startswith("build")))
        found += [here / name for name in sorted(names)
                  if not endings or name.endswith(endings)]
    return found


def short(path):
    root = BUILD if path.is_relative_to(BUILD) else SOURCE
    return str(path.relative_to(root))


def public_headers():
    """The headers that are installed, without the two that are made from a template."""
    names = shlex.split(os.environ.get("KKR_HEADERS", ""))
    return [root / "libkkr" / name for name in names for root in (SOURCE, BUILD)
            if (root / "libkkr" / name).exists()]


def without_comments(text):
    """The text with its comments blanked and its lines kept."""
    pattern = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"', re.DOTALL)

    def blank(match):
        found = match[0]
        return found if found.startswith('"') else re.sub(r"[^\n]", " ", found)
    return pattern.sub(blank, text)


def public_symbols():
    """Name of each function that a public header (the version header too) makes available."""
    texts = [path.read_text(encoding="utf-8") for path in public_headers()]
    texts.append((SOURCE / "libkkr/base/kkr-version.h.in").read_text(encoding="utf-8"))
    names = set()
    for text in texts:
        text = "\n".join(line for line in without_comments(text).splitlines()
                         if not line.startswith("#"))
        for match in re.finditer(r"\bKKR_AVAILABLE_IN_\w+\s+([^;)]+)", text):
            declared = re.match(r"G_DECLARE_\w+_TYPE\s*\(\s*\w+,\s*(\w+)", match[1])
            if declared:
                names.add(declared[1] + "_get_type")
            else:
                names.add(re.match(r"(?:[^(]*?)(\w+)\s*\(", match[1] + "(")[1])
    return names


def comments():
    """The documentation comment of each symbol, by the name in its first line."""
    found = {}
    generated = sorted((BUILD / "libkkr").glob("*/*.c"))
    for path in files(".c", ".h", ".h.in", below="libkkr") + generated:
        text = path.read_text(encoding="utf-8")
        for match in re.finditer(r"/\*\*\n \* ([\w:-]+):[^\n]*\n(.*?)\*/", text, re.DOTALL):
            found[match[1]] = match[0]
    return found


def report(test, problems):
    """Fails the test with the problems, one on each line."""
    if problems:
        error = test.failureException(f"{len(problems)} found:\n" + "\n".join(problems))
        error.plain = True
        raise error
