# SPDX-License-Identifier: LGPL-2.1-or-later
"""Locales for programs that a test runs."""
import os
import pathlib
import shutil
import subprocess

# The environment without any locale in it.
CLEAN = {name: value for name, value in os.environ.items()
         if not name.startswith("LC_") and name not in ("LANG", "LANGUAGE", "LOCPATH")}


def danish(folder):
    """The variables of a Danish locale, made for the test where there is none; None if it cannot
    be made."""
    if shutil.which("localedef") is None:
        return None
    done = subprocess.run(["localedef", "-i", "da_DK", "-f", "UTF-8", f"{folder}/da_DK.UTF-8"],
                          capture_output=True, text=True)
    if not pathlib.Path(folder, "da_DK.UTF-8").exists():
        print("# " + done.stderr.strip().replace("\n", "\n# "))
        return None
    return {"LOCPATH": folder, "LC_ALL": "da_DK.UTF-8", "LANGUAGE": "da"}
