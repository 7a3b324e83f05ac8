# SPDX-License-Identifier: LGPL-2.1-or-later
"""Sums of whole amounts by a small code: each gives (codes ascending, sums)."""
import concurrent.futures

try:
    import numpy as np
except ImportError:
    np = None

HALF = 26


def python(keys, values):
    """The oracle, in integers that cannot overflow."""
    sums = {}
    for key, value in zip(keys.tolist(), values.tolist()):
        sums[key] = sums.get(key, 0) + value
    return np.array(sorted(sums)), np.array([sums[key] for key in sorted(sums)])


def there(keys, sums):
    codes = np.flatnonzero(np.bincount(keys))
    return codes, sums[codes]


def bincount(keys, values):
    """Adds in doubles: wrong as soon as a sum passes 2^53."""
    return there(keys, np.bincount(keys, weights=values).astype(np.int64))


def bincount_halves(keys, values):
    """Exact: the upper and the lower half of each amount by itself, so that no sum passes 2^53."""
    lower = np.bincount(keys, weights=values & ((1 << HALF) - 1)).astype(np.int64)
    upper = np.bincount(keys, weights=values >> HALF).astype(np.int64)
    return there(keys, (upper << HALF) + lower)


def add_at(keys, values):
    sums = np.zeros(int(keys.max()) + 1, np.int64)
    np.add.at(sums, keys, values)
    return there(keys, sums)


def fastest_exact():
    """add.at became quick in numpy 1.25."""
    version = tuple(int(part) for part in np.__version__.split(".")[:2])
    return add_at if version >= (1, 25) else bincount_halves


def sorted_runs(keys, values):
    order = np.argsort(keys, kind="stable")
    codes, first = np.unique(keys[order], return_index=True)
    return codes, np.add.reduceat(values[order], first)


def in_parts(work, keys, values, threads):
    """A rival of numpy's on several threads: each sums a part, and the parts are added up."""
    size = -(-len(keys) // threads)
    with concurrent.futures.ThreadPoolExecutor(threads) as pool:
        parts = list(pool.map(lambda i: work(keys[i:i + size], values[i:i + size]),
                              range(0, len(keys), size)))
    codes = np.concatenate([part[0] for part in parts])
    sums = np.concatenate([part[1] for part in parts])
    return sorted_runs(codes, sums)


def numba_sums(numba):
    @numba.njit(parallel=True, nogil=True)
    def fill(keys, values, partial):
        blocks = partial.shape[0]
        size = (len(keys) + blocks - 1) // blocks
        for block in numba.prange(blocks):  # pylint: disable=not-an-iterable
            for row in range(block * size, min(len(keys), (block + 1) * size)):
                partial[block, keys[row], 0] += values[row]
                partial[block, keys[row], 1] += 1

    def run(keys, values, threads):
        numba.set_num_threads(threads)
        partial = np.zeros((threads, 1024, 2), np.int64)
        fill(keys, values, partial)
        sums = partial.sum(axis=0)
        codes = np.flatnonzero(sums[:, 1])
        return codes, sums[codes, 0]
    return run


def pandas_sums(frame):
    sums = frame.groupby("code")["amount"].sum()
    return sums.index.to_numpy(), sums.to_numpy()


def polars_sums(pl, frame):
    sums = frame.group_by("code").agg(pl.col("amount").sum()).sort("code")
    return sums["code"].to_numpy(), sums["amount"].to_numpy()


def duckdb_table(duckdb, keys, values):
    """The rows are in its own memory before the time is taken."""
    connection = duckdb.connect()
    connection.register("arrays", {"code": keys, "amount": values})
    connection.execute("create table rows as select * from arrays")
    return connection


def duckdb_sums(connection):
    found = connection.execute(
        "select code, sum(amount)::bigint as amount from rows group by code order by code")
    found = found.fetchnumpy()
    return np.asarray(found["code"]), np.asarray(found["amount"])
