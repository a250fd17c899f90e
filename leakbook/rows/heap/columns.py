"""A heap profile's samples in columns, each booked to a site: 60,000 stacks are never walked one by one.

What a location's frames say (whose code, which landmark) is looked up once per location; a sample's site is then the
first location of its stack that has one, found for all samples together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from ...evidence.columns import IntArray
from ...evidence.model import StackProfile
from ..statistics.sampling import DEFAULT_PERIOD, FloatArray, scale_up
from .blocks import TOGETHER, BitArray, Block, BoolArray
from .booking import Booking
from .function_facts import BITS
from .marks import SiteIndex, mark_locations
from .moments import HeapMoment
from .stacks import hashes_of, mixed, numbered_stacks


@dataclass(frozen=True, slots=True, kw_only=True)
class HeapColumns:
    """One moment, one entry a sample. Figures are scaled for sampling; `inuse_objects` and `alloc*` may be missing."""

    profile: StackProfile
    period: int
    sites: IntArray
    booked: IntArray | slice
    """The samples that have a site."""
    stacks: IntArray
    """Equal for equal stacks, 0 up to `len(firsts)`."""
    firsts: IntArray
    """Per stack the first sample that has it."""
    sizes: FloatArray
    """The distinct object sizes, rising."""
    size_numbers: IntArray
    """Where in `sizes` the size of a sample's objects stands."""
    inuse: FloatArray
    inuse_objects: FloatArray | None
    alloc: FloatArray | None
    alloc_objects: FloatArray | None
    bits: BitArray
    """`function_facts.BITS`: such a frame is between leaf and site, or anywhere for those that count there."""

    def has(self, mark: str) -> BoolArray:
        """The samples with a mark of `function_facts.MARKS`."""
        found: BoolArray = (self.bits & BITS[mark]) != 0
        return found

    def weights(self) -> FloatArray:
        """How much each sample weighs: bytes in use; where none are, bytes allocated, or else objects in use."""
        held = np.abs(self.inuse)
        if held.any():
            return held
        other = self.alloc if self.alloc is not None else self.inuse_objects
        return held if other is None else np.abs(other)


def heap_columns(moment: HeapMoment, index: SiteIndex) -> HeapColumns:
    """Book every sample of the moment to its site."""
    profile = moment.profile
    booking = Booking(mark_locations(profile.locations, index), index)
    of_location = mixed(len(profile.locations))
    figures = _figures(profile, moment.period)
    sites = np.full(len(profile), -1, dtype=np.int64)
    bits = np.zeros(len(profile), dtype=np.int32)
    hashes = np.zeros(len(profile), dtype=np.uint64)
    for first in range(0, len(profile), TOGETHER):
        here = slice(first, first + TOGETHER)
        block = Block.of(profile, first)
        if len(block.locations):
            sites[here], bits[here] = booking.of(block)
            hashes[here] = hashes_of(block, of_location)
    stacks, firsts = numbered_stacks(hashes)
    sizes, size_numbers = distinct_sizes(figures.object_bytes)
    return HeapColumns(
        profile=profile,
        period=moment.period,
        sites=sites,
        booked=slice(None) if int(sites.min(initial=0)) >= 0 else np.flatnonzero(sites >= 0),
        stacks=stacks,
        firsts=firsts,
        sizes=sizes,
        size_numbers=size_numbers,
        bits=bits,
        inuse=figures.inuse,
        inuse_objects=figures.inuse_objects,
        alloc=figures.alloc,
        alloc_objects=figures.alloc_objects,
    )


def numbered(figures: IntArray) -> tuple[IntArray, IntArray]:
    """The distinct figures, rising, and where among them each stands.

    Those below a few times their count are told by a table, which takes a tenth of the time of sorting.
    """
    greatest = int(figures.max(initial=0))
    if int(figures.min(initial=0)) < 0 or greatest > 4 * len(figures):
        distinct, numbers = np.unique(figures, return_inverse=True)
        return distinct, numbers
    table = np.zeros(greatest + 1, dtype=np.int64)
    table[figures] = 1
    found = np.flatnonzero(table)
    table[found] = np.arange(len(found))
    return found, table.take(figures)


_MOST_SLOT_BITS: Final = 16


def distinct_sizes(sizes: FloatArray) -> tuple[FloatArray, IntArray]:
    """The sizes there are, rising, and where among them each stands.

    A profile has few: nearly always each finds a slot of its own by its bits, and only the slots are sorted.
    """
    sizes = sizes + 0.0  # no -0.0, whose bits are others than zero's
    bits = min(len(sizes).bit_length() + 4, _MOST_SLOT_BITS)
    slots = ((sizes.view(np.uint64) * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(64 - bits)).astype(np.int64)
    table = np.full(1 << bits, np.nan)
    table[slots] = sizes
    if not np.array_equal(table.take(slots), sizes):  # two sizes want one slot
        distinct, numbers = np.unique(sizes, return_inverse=True)
        return distinct, numbers
    used = np.flatnonzero(~np.isnan(table))
    rising = used.take(np.argsort(table.take(used)))
    places = np.zeros(len(table), dtype=np.int64)
    places[rising] = np.arange(len(rising))
    return table.take(rising), places.take(slots)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Figures:
    object_bytes: FloatArray
    inuse: FloatArray
    inuse_objects: FloatArray | None
    alloc: FloatArray | None
    alloc_objects: FloatArray | None


def bytes_in_use(profile: StackProfile) -> float | None:
    """The whole of a heap profile, scaled up for sampling as its rows are; None where it does not tell it."""
    column = profile.column("inuse_space")
    if column is None or profile.scaled:
        return None if column is None else float(column.sum())
    return float(_figures(profile, profile.period or DEFAULT_PERIOD).inuse.sum())


def bytes_allocated(profile: StackProfile) -> float | None:
    """All that it says was ever allocated, freed or not, scaled up alike; None where it does not tell it."""
    column = profile.column("alloc_space")
    if column is None or profile.scaled:
        return None if column is None else float(column.sum())
    found = _figures(profile, profile.period or DEFAULT_PERIOD).alloc
    return None if found is None else float(found.sum())


def _figures(profile: StackProfile, period: int) -> _Figures:
    def column(name: str) -> FloatArray | None:
        found = profile.column(name)
        return None if found is None else found.astype(np.float64)

    inuse, inuse_objects = column("inuse_space"), column("inuse_objects")
    alloc, alloc_objects = column("alloc_space"), column("alloc_objects")
    sizes = profile.object_bytes.astype(np.float64)
    for total, count in ((inuse, inuse_objects), (alloc, alloc_objects)):
        if total is not None and count is not None:
            mean = np.divide(np.abs(total), np.abs(count), out=np.zeros_like(total), where=count != 0)
            sizes = np.where(sizes > 0, sizes, mean)
    if not profile.scaled:
        factor = scale_up(sizes, period)
        inuse, inuse_objects = _times(inuse, factor), _times(inuse_objects, factor)
        alloc, alloc_objects = _times(alloc, factor), _times(alloc_objects, factor)
    return _Figures(
        object_bytes=sizes,
        inuse=inuse if inuse is not None else np.zeros(len(profile), dtype=np.float64),
        inuse_objects=inuse_objects,
        alloc=alloc,
        alloc_objects=alloc_objects,
    )


def _times(figures: FloatArray | None, factor: FloatArray) -> FloatArray | None:
    return None if figures is None else figures * factor
