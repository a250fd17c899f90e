"""What kind of container grows, read off the sizes of the objects an allocation stack makes.

Heap stacks leave the runtime's frames out (golang/go#71174), so a map insert, an append and a `make` look alike by name.
Their sizes do not:

- append: one backing array at a time. The allocations of one stack come in many sizes, each 1.25 to 2 times the one
  before, and only the largest is still in use (runtime/slice.go, `nextslicecap`).
- map from Go 1.24: tables of at most 1024 slots that split in two. Many objects of one and the same size stay in use
  and their number grows (internal/runtime/maps/table.go, `maxTableCapacity`).
- map before Go 1.24: an array of 2^B buckets, doubled; while it grows the old one stays too, and overflow buckets of one
  bucket's size are in use by the thousands (runtime/map.go).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .heap_moments import HeapSample

BIG = 8 * 1024
"""Backing arrays and map tables worth telling apart are at least this large."""

MAP_FRAMES = ("runtime.mapassign", "runtime.hashGrow", "runtime.growWork", "internal/runtime/maps.")
SLICE_FRAMES = ("runtime.growslice", "runtime.makeslice", "bytes.growSlice", "bytes.makeSlice", "slices.Grow")
SYNC_MAP_FRAMES = (
    "sync.(*Map).",
    "internal/sync.(*HashTrieMap",
    "internal/sync.newIndirectNode",
    "internal/sync.newEntryNode",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SizePattern:
    """Allocated and still-live objects of one stack, per object size."""

    sizes: tuple[tuple[float, int, int | None], ...]
    """(object bytes, objects in use, objects ever allocated), ascending by size."""


def size_patterns(samples: Iterable[HeapSample]) -> tuple[SizePattern, ...]:
    """One pattern per distinct stack."""
    by_stack: dict[tuple[tuple[str, int | None], ...], dict[float, tuple[int, int | None]]] = defaultdict(dict)
    for sample in samples:
        if sample.object_bytes is None or sample.inuse_objects is None:
            continue
        stack = tuple((frame.function, frame.line) for frame in sample.frames)
        by_stack[stack][sample.object_bytes] = (sample.inuse_objects, sample.alloc_objects)
    return tuple(
        SizePattern(sizes=tuple((size, *counts) for size, counts in sorted(sizes.items())))
        for _, sizes in sorted(by_stack.items(), key=lambda item: [(name, line or 0) for name, line in item[0]])
    )


def slice_shape(patterns: Sequence[SizePattern]) -> float | None:
    """0..1: how well some stack fits one grown backing array; None when no large object is seen at all."""
    return _best(_slice_fit(pattern) for pattern in patterns)


def map_shape(patterns: Sequence[SizePattern]) -> float | None:
    """0..1: how well some stack fits a growing map's tables; None when no large object is seen at all."""
    return _best(_map_fit(pattern) for pattern in patterns)


def _best(fits: Iterable[float | None]) -> float | None:
    measured = [fit for fit in fits if fit is not None]
    return max(measured, default=None)


def _slice_fit(pattern: SizePattern) -> float | None:
    large = [entry for entry in pattern.sizes if entry[0] >= BIG]
    if not large:
        return None
    in_use = [entry for entry in large if entry[1] > 0]
    allocated = [size for size, _, allocations in large if allocations]
    if not in_use or len(allocated) < 3:
        return 0.0
    steps = [after / before for before, after in zip(allocated, allocated[1:], strict=False)]
    stepped = sum(1 for step in steps if 1.05 <= step <= 2.1) / len(steps)
    top = in_use[-1]
    held = sum(size * count for size, count, _ in in_use)
    concentrated = top[0] * top[1] / held
    few = 1.0 if top[1] <= 4 else 4 / top[1]
    return round(stepped * concentrated * few, 3)


def _map_fit(pattern: SizePattern) -> float | None:
    large = [entry for entry in pattern.sizes if entry[0] >= BIG]
    if not large:
        return None
    in_use = [entry for entry in large if entry[1] > 0]
    if not in_use:
        return 0.0
    top = max(in_use, key=lambda entry: entry[0] * entry[1])
    held = sum(size * count for size, count, _ in in_use)
    many = min(1.0, top[1] / 8)
    smaller = [size for size, _, allocations in large if allocations and size < top[0]]
    doubled = any(1.8 <= top[0] / size <= 2.2 for size in smaller)
    return round((top[0] * top[1] / held) * many * (1.0 if doubled or top[1] >= 16 else 0.6), 3)


def _on_path(samples: Iterable[HeapSample], prefixes: tuple[str, ...]) -> bool:
    return any(frame.function.startswith(prefixes) for sample in samples for frame in sample.frames)


def sees_sync_map(samples: Iterable[HeapSample]) -> bool:
    """Whether sync.Map or its hash trie allocates on some stack."""
    return _on_path(samples, SYNC_MAP_FRAMES)


def sees_map_insert(samples: Iterable[HeapSample]) -> bool:
    """Whether the runtime's map insert stands on some stack (old releases, pasted tables)."""
    return _on_path(samples, MAP_FRAMES)


def sees_slice_growth(samples: Iterable[HeapSample]) -> bool:
    """Whether the runtime's append, or a buffer's growth, stands on some stack."""
    return _on_path(samples, SLICE_FRAMES)
