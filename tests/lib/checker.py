# SPDX-License-Identifier: LGPL-2.1-or-later
"""The independent checker, from the folder where it stands by itself."""
import os
import sys

sys.path.insert(0, os.path.join(os.environ["KKR_SOURCE"], "tests", "checker"))
import check_derivation  # noqa: E402

PATH = check_derivation.__file__
check, Rejected = check_derivation.check, check_derivation.Rejected
apportioned, statement = check_derivation.apportioned, check_derivation.statement
shown, write = check_derivation.shown, check_derivation.write
