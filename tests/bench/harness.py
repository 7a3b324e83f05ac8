# SPDX-License-Identifier: LGPL-2.1-or-later
"""What every benchmark does: contestants that take turns, answers that are checked, the machine's
bandwidth beside the figures, a table to read and a JSON file to keep.

KKR_BENCH_PYTHON  the Python to measure with, for rivals that the system does not have
KKR_BENCH_SMALL   set: tiny data and one run, to see that the answers are right; nothing is judged
KKR_BENCH_RUNS    how many runs, 10 or more where the figures are to count
KKR_BENCH_OUTPUT  the folder of the JSON files; `benchmarks` in the folder of the build without it
"""
import ctypes
import importlib
import json
import os
import pathlib
import platform
import statistics
import sys
import threading
import time

PYTHON = os.environ.get("KKR_BENCH_PYTHON")
if PYTHON and os.path.abspath(PYTHON) != os.path.abspath(sys.executable):
    # Meson runs the Python that has gi; the rivals may live in an environment of their own.
    os.execv(PYTHON, [PYTHON, *sys.argv])

SMALL = bool(os.environ.get("KKR_BENCH_SMALL"))
RUNS = 1 if SMALL else int(os.environ.get("KKR_BENCH_RUNS") or 10)
CORES = len(os.sched_getaffinity(0))
BLOCK = 1 << 20 if SMALL else 1 << 28
libc = ctypes.CDLL(None)
libc.memchr.restype = ctypes.c_void_p
libc.memchr.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t]
libc.malloc.restype = ctypes.c_void_p
libc.malloc.argtypes = [ctypes.c_size_t]
libc.free.argtypes = [ctypes.c_void_p]


def kkr():
    """The library, through introspection."""
    import gi

    gi.require_version("Kkr", "1")
    from gi.repository import Kkr
    return Kkr


def count(number):
    """As the pages write it: 1.000.000."""
    return f"{number:,}".replace(",", ".")


def in_threads(n, work):
    """work(part) for each part 0 .. n - 1, at once; ctypes and numpy let the others run."""
    if n == 1:
        work(0)
        return
    threads = [threading.Thread(target=work, args=(part,)) for part in range(n)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def spread(seconds):
    """Median, least and quartiles of some times."""
    seconds = sorted(seconds)
    if len(seconds) == 1:
        return {"median": seconds[0], "min": seconds[0], "q1": seconds[0], "q3": seconds[0],
                "runs": 1}
    q1, median, q3 = statistics.quantiles(seconds, n=4, method="inclusive")
    return {"median": median, "min": seconds[0], "q1": q1, "q3": q3, "runs": len(seconds)}


class Memory:
    """Memory of the C library that has been touched, for copying from and to."""

    def __init__(self, size, byte):
        self.size = size
        self.at = libc.malloc(size)
        ctypes.memset(self.at, byte, size)

    def __del__(self):
        libc.free(self.at)


def copy(target, source, size, threads=1):
    part = size // threads
    in_threads(threads, lambda i: ctypes.memmove(target + i * part, source + i * part, part))


def read(source, size, threads=1):
    """Looks for a byte that is not there: the C library reads no faster in any other way."""
    part = size // threads
    in_threads(threads, lambda i: libc.memchr(source + i * part, 0xA5, part))


def timed(work):
    began = time.perf_counter()
    answer = work()
    return time.perf_counter() - began, answer


def bandwidth():
    """Bytes per second that are read, and that are copied (counted once), with 1 and 2 threads."""
    source, target = Memory(BLOCK, 1), Memory(BLOCK, 2)
    jobs = {f"{name}-{threads}": work
            for threads in ((1, 2) if CORES > 1 else (1,))
            for name, work in (("read", lambda n=threads: read(source.at, BLOCK, n)),
                               ("copy", lambda n=threads: copy(target.at, source.at, BLOCK, n)))}
    times = {name: [] for name in jobs}
    for _ in range(max(RUNS, 1)):
        for name, work in jobs.items():
            times[name].append(timed(work)[0])
    return {name: BLOCK / statistics.median(seconds) for name, seconds in times.items()}


def processor():
    try:
        for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return platform.machine()


def machine():
    return {
        "processor": processor(),
        "cores": CORES,
        "system": platform.system(),
        "python": platform.python_version(),
        "load-before": round(os.getloadavg()[0], 2),
        "bandwidth": bandwidth(),
    }


def plain(seconds):
    for unit, size in (("s ", 1), ("ms", 1e-3), ("us", 1e-6)):
        if seconds >= size:
            return f"{seconds / size:9.3f} {unit}"
    return f"{seconds / 1e-9:9.1f} ns"


class Bench:
    """One row: contestants on the same data, and what is asked of the first of them."""

    def __init__(self, name, title):
        self.name = name
        self.title = title
        self.contestants = {}
        self.skipped = {}
        self.checks = []
        self.demands = []
        self.facts = {}
        self.versions = {}
        self.results = {}
        self.series = {}

    def rival(self, name, module=None):
        """The module of a rival, or None: then it is skipped, and its name is told."""
        try:
            found = importlib.import_module(module or name.replace("-", "_"))
            self.versions[name] = str(getattr(found, "__version__", "")) or version_of(name)
            return found
        except Exception as error:  # pylint: disable=broad-except
            # What is installed but does not fit the numpy beside it fails in many ways.
            reason = "not installed" if isinstance(error, ModuleNotFoundError) else \
                f"cannot be imported: {error}".splitlines()[0]
            self.skip(name, reason)
            return None

    def skip(self, name, reason):
        self.skipped[name] = reason

    def add(self, name, work, *, check=None, scale=1, note="", runs=None):
        """`work` is timed; `check` gets its answer of the first run and returns what is wrong with
        it, or None. Where it was done on a sample, its time times `scale` is what all would take."""
        self.contestants[name] = (work, check, scale, note, runs)

    def check(self, name, problem):
        self.checks.append((name, problem))

    def tell(self, name, value):
        self.facts[name] = value

    def run(self):
        times = {name: [] for name in self.contestants}
        for turn in range(RUNS):
            for name, (work, check, scale, _, runs) in self.contestants.items():
                if runs is not None and turn >= runs:
                    continue
                seconds, answer = timed(work)
                times[name].append(seconds * scale)
                if turn == 0 and check is not None:
                    self.check(name, check(answer))
                del answer
        for name, seconds in times.items():
            _, _, scale, note, _ = self.contestants[name]
            self.results[name] = dict(spread(seconds), note=note, scale=scale)

    def add_result(self, name, seconds, note=""):
        """Times that were taken elsewhere."""
        self.results[name] = dict(spread(seconds), note=note, scale=1)

    def median(self, name):
        return self.results[name]["median"]

    def demand(self, text, found, must=None, *, stretch=None, at_most=False, unit="x"):
        """What has to be reached, and what was; nothing is judged on tiny data."""
        def reached(limit):
            return None if limit is None else found <= limit if at_most else found >= limit

        self.demands.append({"text": text, "found": found, "must": must, "stretch": stretch,
                             "at-most": at_most, "unit": unit, "holds": reached(must),
                             "stretch-holds": reached(stretch)})

    def finish(self):
        """Prints and writes it all; the exit status of the program."""
        about = machine()
        wrong = [(name, problem) for name, problem in self.checks if problem]
        self.print(about, wrong)
        self.write(about, wrong)
        failed = not SMALL and any(demand["holds"] is False for demand in self.demands)
        return 1 if wrong or failed else 0

    def print(self, about, wrong):
        speed = about["bandwidth"]
        print(f"{self.title}\n{about['processor']}, {about['cores']} cores, load "
              f"{about['load-before']}, Python {about['python']}"
              + "".join(f", {name} {number}" for name, number in self.versions.items()))
        print("bandwidth: " + ", ".join(f"{name.replace('-', ' on ')} {value / 1e9:.1f} GB/s"
                                        for name, value in speed.items()))
        for name, value in self.facts.items():
            print(f"{name}: {value}")
        width = max([len(name) for name in (*self.results, *self.skipped)] + [10])
        print(f"{'':{width}}    median      least       quartiles               runs")
        for name, result in self.results.items():
            print(f"{name:{width}} {plain(result['median'])} {plain(result['min'])} "
                  f"{plain(result['q1'])} {plain(result['q3'])} {result['runs']:5}"
                  + (f"  {result['note']}" if result["note"] else ""))
        for name, reason in self.skipped.items():
            print(f"{name:{width}} skipped: {reason}")
        for name, problem in wrong:
            print(f"WRONG ANSWER: {name}: {problem}")
        print(f"answers checked: {len(self.checks)}, wrong: {len(wrong)}")
        for demand in self.demands:
            self.print_demand(demand)
        sys.stdout.flush()

    @staticmethod
    def print_demand(demand):
        sign = "<=" if demand["at-most"] else ">="
        found = f"found {demand['found']:.4g} {demand['unit']}"
        for word, limit, holds in (("must", demand["must"], demand["holds"]),
                                   ("stretch", demand["stretch"], demand["stretch-holds"])):
            if limit is not None:
                verdict = "not judged" if SMALL else "holds" if holds else "DOES NOT HOLD" \
                    if word == "must" else "not reached"
                print(f"{word:8}{demand['text']}: {sign} {limit:g} {demand['unit']}, {found}: "
                      f"{verdict}")
        if demand["must"] is None and demand["stretch"] is None:
            print(f"{'':8}{demand['text']}: {found}")

    def write(self, about, wrong):
        folder = os.environ.get("KKR_BENCH_OUTPUT")
        folder = pathlib.Path(folder) if folder else pathlib.Path(
            os.environ.get("KKR_BUILD", ".")) / ("benchmarks-small" if SMALL else "benchmarks")
        folder.mkdir(parents=True, exist_ok=True)
        document = {"name": self.name, "title": self.title, "small": SMALL, "machine": about,
                    "versions": self.versions, "facts": self.facts, "results": self.results,
                    "series": self.series, "skipped": self.skipped, "demands": self.demands,
                    "wrong": [f"{name}: {problem}" for name, problem in wrong]}
        path = folder / f"{self.name}.json"
        path.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")


def version_of(name):
    import importlib.metadata
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""
