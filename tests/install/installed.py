# SPDX-License-Identifier: LGPL-2.1-or-later
"""Installs into a folder and uses the library from there; and the uninstalled one by devenv."""
import json
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(os.environ["KKR_SOURCE"])
BUILD = pathlib.Path(os.environ["KKR_BUILD"])
MESON = shlex.split(os.environ["KKR_MESON"])
# Under a sanitizer, programs that are not built with it need its runtime loaded first.
PRELOAD = {name: os.environ[name] for name in ("LD_PRELOAD", "ASAN_OPTIONS", "UBSAN_OPTIONS")
           if name in os.environ}
IMPORT = ("import gi; gi.require_version('Kkr', '1'); from gi.repository import Kkr; "
          "print(Kkr.version_get_string(), Kkr.ApportionMethod.DHONDT.value_nick)")
PROGRAM = """
#include <libkkr/kkr.h>

#if !KKR_CHECK_VERSION (0, 1, 0)
#error "older than 0.1"
#endif

int
main (void)
{
  g_print ("%s %s\\n", kkr_version_get_string (),
           kkr_apportion_method_to_string (KKR_APPORTION_METHOD_DHONDT));
  return 0;
}
"""
EXPECTED = "0.1.0 dhondt\n"


def run(*command, **variables):
    """What the command prints; fails with all that it said."""
    clean = {name: os.environ[name] for name in ("HOME", "PATH") if name in os.environ}
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True,
                          env={**clean, "LC_ALL": "C.UTF-8", **variables})
    if done.returncode:
        raise AssertionError(f"{command}: {done.stdout}{done.stderr}")
    return done.stdout


class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(holder.cleanup)
        cls.root = pathlib.Path(holder.name)
        run(*MESON, "install", "-C", BUILD, "--no-rebuild", "--quiet", "--destdir", cls.root)
        options = json.loads(run(*MESON, "introspect", BUILD, "--buildoptions"))
        cls.option = {option["name"]: option["value"] for option in options}
        cls.prefix = cls.root / cls.option["prefix"].lstrip("/")
        cls.lib = cls.prefix / cls.option["libdir"]
        cls.variables = {"LD_LIBRARY_PATH": str(cls.lib),
                         "GI_TYPELIB_PATH": str(cls.lib / "girepository-1.0")}

    def test_public_headers_and_no_other(self):
        folder = self.prefix / self.option["includedir"] / "libkkr-1" / "libkkr"
        found = sorted(str(path.relative_to(folder)) for path in folder.rglob("*.h"))
        expected = os.environ["KKR_HEADERS"].split() + ["kkr.h", "base/kkr-version.h"]
        self.assertEqual(found, sorted(expected))

    def test_library_has_its_soname(self):
        self.assertTrue((self.lib / "libkkr-1.so.0").is_symlink())
        self.assertIn("[libkkr-1.so.0]", run("readelf", "-d", self.lib / "libkkr-1.so"))

    def test_introspection_and_translation(self):
        data = self.prefix / self.option["datadir"]
        self.assertTrue((data / "gir-1.0" / "Kkr-1.gir").exists())
        self.assertTrue((self.lib / "girepository-1.0" / "Kkr-1.typelib").exists())
        if shutil.which("msgfmt"):
            self.assertTrue((data / "locale/da/LC_MESSAGES/libkkr-1.mo").exists())

    def test_nothing_points_to_the_build(self):
        text = (self.lib / "pkgconfig" / "libkkr-1.pc").read_text(encoding="utf-8")
        self.assertNotIn(str(BUILD), text)
        self.assertNotIn("RUNPATH", run("readelf", "-d", self.lib / "libkkr-1.so"))

    def test_c_program(self):
        # The .pc file names the prefix without DESTDIR.
        folder = self.root / "pkgconfig"
        folder.mkdir()
        text = (self.lib / "pkgconfig" / "libkkr-1.pc").read_text(encoding="utf-8")
        (folder / "libkkr-1.pc").write_text(
            text.replace(f"prefix={self.option['prefix']}", f"prefix={self.prefix}"),
            encoding="utf-8")
        source = self.root / "program.c"
        source.write_text(PROGRAM, encoding="utf-8")
        flags = run("pkg-config", "--cflags", "--libs", "libkkr-1",
                    PKG_CONFIG_PATH=str(folder)).split()
        program = self.root / "program"
        sanitizers = [f"-fsanitize={self.option['b_sanitize']}"] \
            if self.option["b_sanitize"] != "none" else []
        run("cc", "-Wall", "-Werror", *sanitizers, "-o", program, source, *flags)
        options = {name: value for name, value in PRELOAD.items() if name != "LD_PRELOAD"}
        self.assertEqual(run(program, **self.variables, **options), EXPECTED)

    def test_python(self):
        self.assertEqual(run(sys.executable, "-c", IMPORT, **self.variables, **PRELOAD), EXPECTED)

    def test_devenv_python(self):
        self.assertEqual(run(*MESON, "devenv", "-C", BUILD, "env",
                             *(f"{name}={value}" for name, value in PRELOAD.items()),
                             sys.executable, "-c", IMPORT), EXPECTED)

    def test_devenv_gjs(self):
        if shutil.which("gjs") is None:
            self.skipTest("no GJS")
        text = run(*MESON, "devenv", "-C", BUILD, "env",
                   *(f"{name}={value}" for name, value in PRELOAD.items()), "gjs", "-c",
                   "imports.gi.versions.Kkr = '1'; const {Kkr} = imports.gi;"
                   "print(Kkr.version_get_string(), Kkr.ApportionMethod.to_string("
                   "Kkr.ApportionMethod.DHONDT))")
        self.assertEqual(text, EXPECTED)
