# SPDX-License-Identifier: LGPL-2.1-or-later
"""A room uses only rooms on the floors below it, and itself."""
import re
import unittest

import tree


class Floors(unittest.TestCase):
    def test_includes_go_down(self):
        problems = []
        for path in tree.files(".c", ".h", ".h.in", below="libkkr"):
            room = path.relative_to(tree.SOURCE / "libkkr").parts[0]
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                match = re.match(r"\s*#\s*include\s*[<\"]libkkr/(\w+)/", line)
                if room not in tree.FLOORS or not match or match[1] == room:
                    continue
                if tree.FLOORS.get(match[1], 9) >= tree.FLOORS[room]:
                    problems.append(f"{tree.short(path)}:{number}: {room} includes {match[1]}")
        tree.report(self, problems)

    def test_includes_name_the_room(self):
        problems = []
        for path in tree.files(".c", ".h", below="libkkr"):
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                if re.match(r"\s*#\s*include\s*\"", line):
                    problems.append(f"{tree.short(path)}:{number}: {line.strip()} found, "
                                    "<libkkr/ROOM/NAME.h> expected")
        tree.report(self, problems)

    def test_public_headers_are_public_all_through(self):
        problems = []
        for path in tree.public_headers():
            for line in path.read_text(encoding="utf-8").splitlines():
                if re.match(r"\s*#\s*include\b.*-private\.h", line):
                    problems.append(f"{tree.short(path)}: {line.strip()}")
        tree.report(self, problems)


class House(unittest.TestCase):
    def test_top_level_is_closed(self):
        allowed = {"meson.build", "meson_options.txt", "README.md", "NEWS.md", "CONTRIBUTING.md",
                   "LICENSE", "libkkr", "bindings", "examples", "tests", "doc", "subprojects"}
        tree.report(self, [
            path.name for path in sorted(tree.SOURCE.iterdir())
            if path.name not in allowed and not path.name.startswith((".", "build"))])

    def test_rooms_are_those_of_the_design(self):
        allowed = set(tree.FLOORS) | {"data", "po"}
        tree.report(self, [path.name for path in sorted((tree.SOURCE / "libkkr").iterdir())
                           if path.is_dir() and path.name not in allowed])
