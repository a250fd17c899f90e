"""Per site of one moment: its heaviest stack, its large objects by size, and what stands on its stacks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from ...evidence.columns import IntArray
from ..statistics.sampling import FloatArray
from .columns import HeapColumns, numbered
from .containers import BIG, SizePattern, climbs_a_ladder, made_tables, table_ladders
from .function_facts import BITS


def heaviest_samples(columns: HeapColumns, weights: FloatArray) -> dict[int, int]:
    """Site -> a sample whose stack has most of the weight there; ties go to the first sample."""
    sums = np.bincount(columns.stacks, weights=weights)
    sites = columns.sites.take(columns.firsts)
    booked = np.flatnonzero(sites >= 0)
    sites, sums, firsts = sites.take(booked), sums.take(booked), columns.firsts.take(booked)
    most = np.zeros(int(sites.max(initial=-1)) + 1)
    np.maximum.at(most, sites, sums)
    leading = np.flatnonzero(sums == most.take(sites))
    first = np.full(len(most), len(columns.sites), dtype=np.int64)
    np.minimum.at(first, sites.take(leading), firsts.take(leading))
    return {site: sample for site, sample in enumerate(first.tolist()) if sample < len(columns.sites)}


def size_patterns(columns: HeapColumns) -> dict[int, list[SizePattern]]:
    """Site -> the distinct patterns of its stacks with large objects.

    Thousands of stacks keep one object of one size each and so have few patterns: those are told apart in columns.
    """
    if columns.inuse_objects is None or columns.sizes[-1:].max(initial=0) < BIG:
        return {}
    is_large = columns.sizes >= BIG
    large = np.flatnonzero(is_large.take(columns.size_numbers) & (columns.sites >= 0))
    if not len(large):
        return {}
    stacks, size_numbers, numbers = _by_stack_and_size(columns, large)
    sites, sizes = columns.sites.take(columns.firsts.take(stacks)), columns.sizes.take(size_numbers)
    in_use = np.bincount(numbers, weights=columns.inuse_objects.take(large))
    made = None if columns.alloc_objects is None else np.bincount(numbers, weights=columns.alloc_objects.take(large))
    starts = np.flatnonzero(np.diff(stacks, prepend=-1))
    ends = np.append(starts[1:], len(stacks))
    alone = starts[ends - starts == 1]
    told = [column.take(alone) for column in (sites, size_numbers, in_use, *(() if made is None else (made,)))]
    bounds = [(place, place + 1) for place in alone.take(_distinct_rows(*told)).tolist()]
    bounds += [(start, end) for start, end in zip(starts.tolist(), ends.tolist(), strict=True) if end - start > 1]
    found: dict[int, dict[SizePattern, None]] = defaultdict(dict)
    for start, end in bounds:
        ever = [None] * (end - start) if made is None else made[start:end].tolist()
        counts = zip(sizes[start:end].tolist(), in_use[start:end].tolist(), ever, strict=True)
        found[int(sites[start])][SizePattern(sizes=tuple(counts), period=columns.period)] = None
    return {site: list(patterns) for site, patterns in found.items()}


def _by_stack_and_size(columns: HeapColumns, samples: IntArray) -> tuple[IntArray, IntArray, IntArray]:
    """The distinct pairs of stack and number of the size that the samples have, rising, and each sample's pair."""
    codes = columns.stacks.take(samples) * len(columns.sizes) + columns.size_numbers.take(samples)
    pairs, numbers = numbered(codes)
    stacks, size_numbers = np.divmod(pairs, len(columns.sizes))
    return stacks, size_numbers, numbers


def _distinct_rows(*columns: npt.NDArray[np.int64] | FloatArray) -> IntArray:
    """Where one of each kind of equal rows stands, in rising order of the rows."""
    order = np.lexsort(columns[::-1])
    is_last = np.ones(len(order), dtype=np.bool_)
    ordered = [column.take(order) for column in columns]
    is_last[:-1] = np.logical_or.reduce([column[1:] != column[:-1] for column in ordered])
    return order[is_last]


def table_sites(columns: HeapColumns, patterns: Mapping[int, list[SizePattern]]) -> frozenset[int]:
    """Sites with a stack that makes a map's table or two sizes of a growing one, freed ones among them."""
    found = {site for site, made in patterns.items() if made_tables(made)}
    return frozenset(found) | _ladder_sites(columns)


@lru_cache(maxsize=1)
def _ladder_steps() -> frozenset[int]:
    return frozenset().union(*table_ladders())


def _ladder_sites(columns: HeapColumns) -> frozenset[int]:
    is_step = np.array([size in _ladder_steps() for size in columns.sizes.tolist()], dtype=np.bool_)
    if np.count_nonzero(is_step) < 2:
        return frozenset()
    made = np.flatnonzero(is_step.take(columns.size_numbers) & (columns.sites >= 0))
    stacks, size_numbers, _ = _by_stack_and_size(columns, made)
    starts = np.flatnonzero(np.diff(stacks, prepend=-1))
    ends = np.append(starts[1:], len(stacks))
    several = np.flatnonzero(ends - starts > 1)
    sizes = columns.sizes.take(size_numbers)
    return frozenset(
        int(columns.sites[columns.firsts[stacks[start]]])
        for start, end in zip(starts[several].tolist(), ends[several].tolist(), strict=True)
        if climbs_a_ladder(set(sizes[start:end].tolist()))
    )


def entries(columns: HeapColumns) -> dict[int, int]:
    """Site -> objects in use of the one size that holds most of its bytes: a cache has that many entries at most."""
    if columns.inuse_objects is None:
        return {}
    held = np.flatnonzero((columns.inuse > 0) & (columns.sites >= 0))
    codes = columns.sites.take(held) * len(columns.sizes) + columns.size_numbers.take(held)
    pairs, numbers = numbered(codes)
    held_bytes = np.bincount(numbers, weights=columns.inuse.take(held))
    counts = np.bincount(numbers, weights=columns.inuse_objects.take(held))
    sites = pairs // max(len(columns.sizes), 1)
    most = np.zeros(int(sites.max(initial=-1)) + 1)
    np.maximum.at(most, sites, held_bytes)
    leading = np.flatnonzero(held_bytes == most.take(sites))
    largest = dict(zip(sites.take(leading).tolist(), counts.take(leading).tolist(), strict=True))  # of several the last
    return {site: round(count) for site, count in largest.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class PathShares:
    """Per mark of `function_facts.MARKS` that samples have: the part of each site's weight on stacks that have it."""

    parts: Mapping[str, FloatArray]

    def part(self, mark: str, site: int) -> float:
        """0 when no stack of the site has the mark."""
        return float(self.parts[mark][site]) if mark in self.parts else 0.0


def path_shares(columns: HeapColumns, sites: int) -> PathShares:
    """Of what the samples weigh, see `HeapColumns.weights`."""
    where = columns.sites[columns.booked]
    weights = columns.weights()[columns.booked]
    whole = np.bincount(where, weights=weights, minlength=sites)
    seen = int(np.bitwise_or.reduce(columns.bits)) if len(columns.bits) else 0

    def part(mark: str) -> FloatArray:
        flagged = np.bincount(where, weights=weights * columns.has(mark)[columns.booked], minlength=sites)
        answer: FloatArray = np.divide(flagged, whole, out=np.zeros(len(whole)), where=whole > 0)
        return answer

    return PathShares(parts={mark: part(mark) for mark, bit in BITS.items() if seen & bit})
