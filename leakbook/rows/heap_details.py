"""Per site of one moment: its heaviest stack, its large objects by size, and what stands on its stacks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from math import isnan
from typing import Any

import numpy as np
import numpy.typing as npt

from .containers import BIG, SizePattern, climbs_a_ladder, made_tables, table_ladders
from .heap_blocks import BoolArray
from .heap_columns import HeapColumns
from .sampling import FloatArray

HashArray = npt.NDArray[np.uint64]


def heaviest_samples(columns: HeapColumns, hashes: HashArray, weights: FloatArray) -> dict[int, int]:
    """Site -> a sample whose stack has most of the weight there; ties go to the first sample."""
    booked = np.flatnonzero(columns.sites >= 0)
    if not len(booked):
        return {}
    order = booked[np.lexsort((hashes[booked], columns.sites[booked]))]
    sites, stacks = columns.sites[order], hashes[order]
    starts = np.flatnonzero(np.concatenate(([True], (sites[1:] != sites[:-1]) | (stacks[1:] != stacks[:-1]))))
    sums = np.add.reduceat(weights[order], starts)
    firsts = np.minimum.reduceat(order, starts)
    best = np.lexsort((firsts, -sums, sites[starts]))
    of_site = sites[starts][best]
    leading = np.flatnonzero(np.concatenate(([True], of_site[1:] != of_site[:-1])))
    return dict(zip(of_site[leading].tolist(), firsts[best][leading].tolist(), strict=True))


def size_patterns(columns: HeapColumns, hashes: HashArray) -> dict[int, list[SizePattern]]:
    """Site -> the distinct patterns of its stacks with large objects.

    Thousands of stacks keep one object of one size each and so have few patterns: those are told apart in columns.
    """
    if columns.inuse_objects is None:
        return {}
    large = np.flatnonzero((columns.object_bytes >= BIG) & (columns.sites >= 0))
    if not len(large):
        return {}
    order = large[np.lexsort((columns.object_bytes[large], hashes[large], columns.sites[large]))]
    by_size = _runs(columns.sites[order], hashes[order], columns.object_bytes[order])
    sites, stacks, sizes = (column[order][by_size] for column in (columns.sites, hashes, columns.object_bytes))
    in_use = np.add.reduceat(columns.inuse_objects[order], by_size)
    nothing = np.full(len(sizes), np.nan)
    made = nothing if columns.alloc_objects is None else np.add.reduceat(columns.alloc_objects[order], by_size)
    by_stack = _runs(sites, stacks)
    ends = np.append(by_stack[1:], len(sites))
    alone = by_stack[ends - by_stack == 1]
    found: dict[int, dict[SizePattern, None]] = defaultdict(dict)
    rows = sites[alone], sizes[alone], in_use[alone], made[alone]
    distinct = np.lexsort(rows[::-1])
    distinct = distinct[_runs(*(column[distinct] for column in rows))]
    bounds = [(place, place + 1) for place in alone[distinct].tolist()]
    bounds += [(start, end) for start, end in zip(by_stack.tolist(), ends.tolist(), strict=True) if end - start > 1]
    for start, end in bounds:
        counts = zip(sizes[start:end].tolist(), in_use[start:end].tolist(), made[start:end].tolist(), strict=True)
        told = tuple((size, used, None if isnan(made) else made) for size, used, made in counts)
        pattern = SizePattern(sizes=told, period=columns.period)
        found[int(sites[start])][pattern] = None
    return {site: list(patterns) for site, patterns in found.items()}


def _runs(*columns: npt.NDArray[Any]) -> npt.NDArray[np.int64]:
    """Where a row of these sorted columns differs from the one before it: the start of each run of equal rows."""
    if not len(columns[0]):
        return np.zeros(0, dtype=np.int64)
    changes = np.ones(len(columns[0]), dtype=np.bool_)
    changes[1:] = False
    for column in columns:
        changes[1:] |= (column[1:] != column[:-1]) & ~(np.isnan(column[1:]) & np.isnan(column[:-1]))
    return np.flatnonzero(changes)


def table_sites(columns: HeapColumns, hashes: HashArray, patterns: Mapping[int, list[SizePattern]]) -> frozenset[int]:
    """Sites with a stack that makes a map's table or two sizes of a growing one, freed ones among them."""
    found = {site for site, made in patterns.items() if made_tables(made)}
    return frozenset(found) | _ladder_sites(columns, hashes)


def _ladder_sites(columns: HeapColumns, hashes: HashArray) -> frozenset[int]:
    steps = np.array(sorted(frozenset().union(*table_ladders())), dtype=np.float64)
    made = np.flatnonzero(np.isin(columns.object_bytes, steps) & (columns.sites >= 0))
    made = made[np.lexsort((columns.object_bytes[made], hashes[made], columns.sites[made]))]
    made = made[_runs(columns.sites[made], hashes[made], columns.object_bytes[made])]
    by_stack = _runs(columns.sites[made], hashes[made])
    ends = np.append(by_stack[1:], len(made))
    several = np.flatnonzero(ends - by_stack > 1)
    sizes = columns.object_bytes
    return frozenset(
        int(columns.sites[made[start]])
        for start, end in zip(by_stack[several].tolist(), ends[several].tolist(), strict=True)
        if climbs_a_ladder(set(sizes[made[start:end]].tolist()))
    )


def entries(columns: HeapColumns) -> dict[int, int]:
    """Site -> objects in use of the one size that holds most of its bytes: a cache has that many entries at most."""
    if columns.inuse_objects is None:
        return {}
    held = np.flatnonzero((columns.inuse > 0) & (columns.sites >= 0))
    if not len(held):
        return {}
    order = held[np.lexsort((columns.object_bytes[held], columns.sites[held]))]
    sites, sizes = columns.sites[order], columns.object_bytes[order]
    starts = np.flatnonzero(np.concatenate(([True], (sites[1:] != sites[:-1]) | (sizes[1:] != sizes[:-1]))))
    held_bytes = np.add.reduceat(columns.inuse[order], starts)
    counts = np.add.reduceat(columns.inuse_objects[order], starts)
    of_size = sites[starts]
    rising = np.lexsort((held_bytes, of_size))
    most = rising[np.append(of_size[rising][1:] != of_size[rising][:-1], True)]
    return {site: round(count) for site, count in zip(of_size[most].tolist(), counts[most].tolist(), strict=True)}


@dataclass(frozen=True, slots=True, kw_only=True)
class PathShares:
    """Per flag of `HeapColumns.flags`: the part of each site's weight on stacks that have it."""

    parts: Mapping[str, FloatArray]

    def part(self, flag: str, site: int) -> float:
        """0 when no stack of the site has the flag."""
        return float(self.parts[flag][site])


def path_shares(columns: HeapColumns, sites: int) -> PathShares:
    """Of what the samples weigh, see `HeapColumns.weights`."""
    booked = columns.sites >= 0
    where = columns.sites[booked]
    weights = columns.weights()[booked]
    whole = np.bincount(where, weights=weights, minlength=sites)

    def part(flag: BoolArray) -> FloatArray:
        if not flag.any():
            return np.zeros(len(whole))
        flagged = np.bincount(where, weights=weights * flag[booked], minlength=sites)
        answer: FloatArray = np.divide(flagged, whole, out=np.zeros(len(whole)), where=whole > 0)
        return answer

    return PathShares(parts={name: part(flag) for name, flag in columns.flags.items()})
