# SPDX-License-Identifier: LGPL-2.1-or-later
"""Largest remainder for many totals with the same weights, by what an analyst would otherwise use.

All but the float ones are exact: totals and weights are whole and not negative, and their products
fit in 63 bits, which the other libraries cannot do without.
"""
import threading

try:
    import numpy as np
except ImportError:
    np = None

CHUNK_SHARES = 1 << 17  # fits in the cache that a core has for itself


def python(total, weights):
    """The oracle: one total, in integers that cannot overflow."""
    whole = sum(weights)
    shares = [total * weight // whole for weight in weights]
    rests = [total * weight % whole for weight in weights]
    left = total - sum(shares)
    for row in sorted(range(len(weights)), key=lambda row: -rests[row])[:left]:
        shares[row] += 1
    return shares


def chunks(totals, weights):
    step = max(1, CHUNK_SHARES // len(weights))
    return ((first, totals[first:first + step]) for first in range(0, len(totals), step))


def numpy_plain(totals, weights, out=None):
    """As one writes it: whole parts, then one more for the rows with the largest remainders."""
    whole = weights.sum()
    out = np.empty((len(totals), len(weights)), np.int64) if out is None else out
    rank = np.arange(len(weights))
    for first, part in chunks(totals, weights):
        shares, rests = np.divmod(part[:, None] * weights, whole)
        left = part - shares.sum(axis=1)
        order = np.argsort(-rests, axis=1, kind="stable")
        more = np.zeros_like(shares)
        np.put_along_axis(more, order, rank < left[:, None], axis=1)
        out[first:first + len(part)] = shares + more
    return out


def numpy_objects(totals, weights):
    """The same with Python's integers in numpy's arrays: what is left where 63 bits do not do."""
    whole = int(weights.sum())
    products = totals.astype(object)[:, None] * weights.astype(object)
    shares = (products // whole).astype(np.int64)
    rests = (products % whole).astype(np.int64)
    left = totals - shares.sum(axis=1)
    order = np.argsort(-rests, axis=1, kind="stable")
    more = np.zeros_like(shares)
    np.put_along_axis(more, order, np.arange(len(weights)) < left[:, None], axis=1)
    return shares + more


def numpy_tuned(totals, weights, out=None):
    """As fast as we could make it: remainders and rows in one key, sorted by themselves, and every
    step into memory that is there already. Keys of 32 bits where they hold them."""
    n, whole = len(weights), np.uint64(weights.sum())
    kind = np.int32 if int(whole) * n < 2**31 else np.int64
    step = min(max(1, CHUNK_SHARES // n), len(totals))
    out = np.empty((len(totals), n), np.int64) if out is None else out
    weights = weights.astype(np.uint64)
    rows = np.arange(n - 1, -1, -1, dtype=kind)
    products, back = np.empty((2, step, n), np.uint64)
    keys = np.empty((step, n), kind)
    ordered = np.full((step, n + 1), np.iinfo(kind).max, kind)
    more = np.empty((step, n), bool)
    for first in range(0, len(totals), step):
        part = totals[first:first + step].view(np.uint64)[:, None]
        m = len(part)
        shares = out[first:first + m].view(np.uint64)
        np.multiply(part, weights, out=products[:m])
        np.floor_divide(products[:m], whole, out=shares)
        np.multiply(shares, whole, out=back[:m])
        np.subtract(products[:m], back[:m], out=products[:m])
        left = (part[:, 0] - shares.sum(axis=1)).astype(np.int64)
        keys[:m] = products[:m]
        keys *= n
        keys += rows
        ordered[:m, :n] = keys[:m]
        ordered[:m, :n].sort(axis=1)
        least = np.take_along_axis(ordered[:m], (n - left)[:, None], axis=1)
        np.greater_equal(keys[:m], least, out=more[:m])
        shares += more[:m]
    return out


def numpy_threads(totals, weights, threads):
    out = np.empty((len(totals), len(weights)), np.int64)
    size = -(-len(totals) // threads)
    parts = [threading.Thread(target=numpy_tuned, args=(
        totals[i:i + size], weights, out[i:i + size])) for i in range(0, len(totals), size)]
    for part in parts:
        part.start()
    for part in parts:
        part.join()
    return out


def numpy_float(totals, weights):
    """Plain rounding, as most spreadsheets do it: does not sum."""
    out = np.empty((len(totals), len(weights)), np.int64)
    shares = weights / weights.sum()
    for first, part in chunks(totals, weights):
        out[first:first + len(part)] = np.rint(part[:, None] * shares)
    return out


def numba_exact(numba):
    """Compiled when it is first called: (totals, weights, threads) -> shares."""
    @numba.njit(parallel=True, nogil=True)
    def fill(totals, weights, whole, out, blocks):
        n = len(weights)
        inverse = 1.0 / whole
        size = (len(totals) + blocks - 1) // blocks
        for block in numba.prange(blocks):  # pylint: disable=not-an-iterable
            keys = np.empty(n, np.int64)
            for row in range(block * size, min(len(totals), (block + 1) * size)):
                total = totals[row]
                left = total
                shares = out[row]
                for i in range(n):
                    product = total * weights[i]
                    share = np.int64(product * inverse)
                    rest = product - share * whole
                    low = np.int64(rest < 0)
                    high = np.int64(rest >= whole)
                    share += high - low
                    rest += (low - high) * whole
                    shares[i] = share
                    keys[i] = rest * n + (n - 1 - i)
                    left -= share
                # The least key that gets one more, by halving: faster here than to sort.
                below, least = np.int64(-1), np.int64(whole * n)
                while least - below > 1:
                    middle = (below + least) // 2
                    count = 0
                    for i in range(n):
                        count += keys[i] >= middle
                    if count > left:
                        below = middle
                    else:
                        least = middle
                        if count == left:
                            break
                for i in range(n):
                    shares[i] += keys[i] >= least
        return out

    def run(totals, weights, threads):
        numba.set_num_threads(threads)
        out = np.empty((len(totals), len(weights)), np.int64)
        return fill(totals, weights, np.int64(weights.sum()), out, max(1, len(totals) // 512))
    return run


def pandas_exact(pd, totals, weights):
    """A row a share, as in a spreadsheet; the rank of its remainder within its total."""
    n, whole = len(weights), int(weights.sum())
    frame = pd.DataFrame({"total": np.repeat(totals, n), "row": np.repeat(np.arange(len(totals)), n),
                          "weight": np.tile(weights, len(totals))})
    product = frame["total"] * frame["weight"]
    frame["share"] = product // whole
    frame["rest"] = product % whole
    by_row = frame.groupby("row", sort=False)
    left = frame["total"] - by_row["share"].transform("sum")
    rank = by_row["rest"].rank(method="first", ascending=False)
    return (frame["share"] + (rank <= left)).to_numpy().reshape(-1, n)


def polars_exact(pl, totals, weights):
    n, whole = len(weights), int(weights.sum())
    frame = pl.DataFrame({"row": np.repeat(np.arange(len(totals)), n),
                          "total": np.repeat(totals, n),
                          "weight": np.tile(weights, len(totals))}).lazy()
    product = pl.col("total") * pl.col("weight")
    frame = frame.with_columns(share=product // whole, rest=product % whole)
    rank = pl.col("rest").rank("ordinal", descending=True).over("row")
    left = pl.col("total") - pl.col("share").sum().over("row")
    frame = frame.select(share=pl.col("share") + (rank <= left).cast(pl.Int64))
    return frame.collect()["share"].to_numpy().reshape(-1, n)


def duckdb_exact(duckdb, totals, weights):
    connection = duckdb.connect()
    weight_arrays = {"key": np.arange(len(weights)), "weight": weights}
    total_arrays = {"id": np.arange(len(totals)), "total": totals}
    connection.register("weights", weight_arrays)
    connection.register("totals", total_arrays)
    found = connection.execute("""
        with parts as (
          select id, key, total, total * weight // (select sum(weight)::bigint from weights) as share,
                 total * weight % (select sum(weight)::bigint from weights) as rest
          from totals cross join weights)
        select share + (row_number() over (partition by id order by rest desc, key)
                        <= total - sum(share) over (partition by id))::bigint as share
        from parts order by id, key""").fetchnumpy()["share"]
    return np.asarray(found).astype(np.int64).reshape(-1, len(weights))
