"""Per site of one moment: its heaviest stack, its large objects by size, and what stands on its stacks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .containers import BIG, SizePattern, climbs_a_ladder, made_tables, table_ladders
from .heap_columns import BoolArray, HeapColumns
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
    """Site -> one pattern per distinct stack with large objects."""
    if columns.inuse_objects is None:
        return {}
    allocated = columns.alloc_objects
    large = np.flatnonzero((columns.object_bytes >= BIG) & (columns.sites >= 0))
    by_stack: dict[tuple[int, int], dict[float, tuple[float, float | None]]] = defaultdict(dict)
    for sample in large.tolist():
        entry = by_stack[int(columns.sites[sample]), int(hashes[sample])]
        size = float(columns.object_bytes[sample])
        before = entry.get(size, (0.0, None if allocated is None else 0.0))
        made = None if allocated is None or before[1] is None else before[1] + float(allocated[sample])
        entry[size] = (before[0] + float(columns.inuse_objects[sample]), made)
    patterns: dict[int, list[SizePattern]] = defaultdict(list)
    for (site, _), sizes in sorted(by_stack.items()):
        patterns[site].append(
            SizePattern(sizes=tuple((size, *counts) for size, counts in sorted(sizes.items())), period=columns.period)
        )
    return dict(patterns)


def table_sites(columns: HeapColumns, hashes: HashArray, patterns: Mapping[int, list[SizePattern]]) -> frozenset[int]:
    """Sites with a stack that makes a map's table or two sizes of a growing one, freed ones among them."""
    found = {site for site, made in patterns.items() if made_tables(made)}
    return frozenset(found) | _ladder_sites(columns, hashes)


def _ladder_sites(columns: HeapColumns, hashes: HashArray) -> frozenset[int]:
    by_stack: dict[tuple[int, int], set[float]] = defaultdict(set)
    steps = np.array(sorted(frozenset().union(*table_ladders())), dtype=np.float64)
    made = np.flatnonzero(np.isin(columns.object_bytes, steps) & (columns.sites >= 0))
    for sample in made.tolist():
        by_stack[int(columns.sites[sample]), int(hashes[sample])].add(float(columns.object_bytes[sample]))
    return frozenset(site for (site, _), sizes in by_stack.items() if len(sizes) > 1 and climbs_a_ladder(sizes))


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
    found: dict[int, int] = {}
    for place in np.argsort(held_bytes, kind="stable").tolist():
        found[int(sites[starts[place]])] = round(float(counts[place]))
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class PathShares:
    """Per flag of `HeapColumns.flags`: the part of each site's weight on stacks that have it."""

    parts: Mapping[str, FloatArray]

    def part(self, flag: str, site: int) -> float:
        """0 when no stack of the site has the flag."""
        return float(self.parts[flag][site])


def path_shares(columns: HeapColumns, sites: int) -> PathShares:
    """Weights are bytes in use, or allocated where nothing is in use."""
    booked = columns.sites >= 0
    where = columns.sites[booked]
    weights = np.abs(columns.inuse)[booked]
    if not weights.any() and columns.alloc is not None:
        weights = columns.alloc[booked]
    whole = np.bincount(where, weights=weights, minlength=sites)

    def part(flag: BoolArray) -> FloatArray:
        flagged = np.bincount(where, weights=weights * flag[booked], minlength=sites)
        answer: FloatArray = np.divide(flagged, whole, out=np.zeros(len(whole)), where=whole > 0)
        return answer

    return PathShares(parts={name: part(flag) for name, flag in columns.flags.items()})
