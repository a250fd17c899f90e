"""A heap profile's samples in columns, each booked to a site: 60,000 stacks are never walked one by one.

What a location's frames say (whose code, which landmark) is looked up once per location; a sample's site is then the
first location of its stack that has one, found for all samples together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from ..evidence.model import IntArray, StackProfile
from .heap_blocks import TOGETHER, BitArray, Block, BoolArray, first_of, joined, last_of
from .heap_marks import BITS, LIBRARY, NAMED, NEAR, OWN, RESOURCE, Marks, SiteIndex, mark_locations
from .heap_moments import HeapMoment
from .sampling import FloatArray, scale_up

HashArray = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeapColumns:
    """One moment, one entry a sample. Figures are scaled for sampling; `inuse_objects` and `alloc*` may be missing."""

    profile: StackProfile
    period: int
    sites: IntArray
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
    """`heap_marks.BITS`: such a frame stands between the leaf and the site, or anywhere for those that count there."""

    def has(self, mark: str) -> BoolArray:
        """The samples with a mark of `heap_marks.MARKS`."""
        return (self.bits & BITS[mark]) != 0

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
    marks = mark_locations(profile.locations, index)
    mixed = _mixed(len(profile.locations))
    figures = _figures(profile, moment.period)
    sites = np.full(len(profile), -1, dtype=np.int64)
    bits = np.zeros(len(profile), dtype=np.int32)
    hashes = np.zeros(len(profile), dtype=np.uint64)
    known: dict[int, int] = {}
    for first in range(0, len(profile), TOGETHER):
        block = Block.of(profile, first)
        here = slice(first, first + TOGETHER)
        passed = marks.bits.take(block.locations)
        sites[here], ends = _sites(block, passed, marks, index, known)
        bits[here] = _bits(block, passed, ends)
        hashes[here] = _hashes(block, mixed)
    stacks, firsts = _stacks(hashes)
    sizes, size_numbers = np.unique(figures.object_bytes, return_inverse=True)
    return HeapColumns(
        profile=profile,
        period=moment.period,
        sites=sites,
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


def _bits(block: Block, passed: BitArray, ends: IntArray) -> BitArray:
    """Per sample the bits that count: anywhere, or up to the end of the site's location."""
    anywhere = joined(passed, block.starts, block.stops)
    if np.bitwise_or.reduce(anywhere) & NEAR:
        near = joined(passed, block.starts, ends) & NEAR
        return (anywhere & ~NEAR) | near
    return anywhere


@dataclass(frozen=True, slots=True, kw_only=True)
class _Figures:
    object_bytes: FloatArray
    inuse: FloatArray
    inuse_objects: FloatArray | None
    alloc: FloatArray | None
    alloc_objects: FloatArray | None


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


def _sites(
    block: Block, passed: BitArray, marks: Marks, index: SiteIndex, known: dict[int, int]
) -> tuple[IntArray, IntArray]:
    """Per sample its site's number (-1 for an empty stack) and the end of its frames up to the site's location.

    `passed` has the bits of the block's locations, `known` the numbers of names and resources that other blocks of the
    profile met.
    """
    starts, stops = block.starts, block.stops
    if not len(block.locations):
        return np.full(len(starts), -1, dtype=np.int64), stops
    places = first_of(np.flatnonzero(passed & OWN), starts, stops)
    unowned = np.flatnonzero(places >= stops)
    ends = np.minimum(places + 1, stops)
    through = last_of(np.flatnonzero(passed & RESOURCE), starts, ends)
    names = marks.own.take(block.locations.take(places, mode="clip"))
    if len(unowned):
        names[unowned] = _unowned_names(block, passed, through, unowned, marks)
    resources = np.full(len(starts), -1, dtype=np.int64)
    has_resource = np.flatnonzero(through >= 0)
    resources[has_resource] = marks.resource.take(block.locations.take(through.take(has_resource)))
    width = len(marks.resources) + 1
    codes, inverse = np.unique(names * width + resources + 1, return_inverse=True)
    met = codes.tolist()
    for code in met:
        if code not in known:
            known[code] = _number(code, width, marks, index)
    return np.array([known[code] for code in met], dtype=np.int64).take(inverse), ends


_NO_STACK: Final = -2
"""The number of no name: of a sample without a stack."""


def _unowned_names(block: Block, passed: BitArray, through: IntArray, samples: IntArray, marks: Marks) -> IntArray:
    """The names that samples without a frame of the program's own are booked to.

    Without a library's either the outermost of the resource stands for its parts: a connection's read buffer, write
    buffer and handshake are one thing.
    """
    starts, stops, through = block.starts.take(samples), block.stops.take(samples), through.take(samples)
    library = first_of(np.flatnonzero(passed & LIBRARY), starts, stops)
    has_library = library < stops
    other = first_of(np.flatnonzero(passed & NAMED), starts, stops)
    places = np.where(through >= 0, through, np.where(other < stops, other, starts))
    locations = block.locations.take(np.where(has_library, library, places), mode="clip")
    names = np.where(has_library, marks.library.take(locations), marks.other.take(locations))
    return np.where(stops > starts, names, _NO_STACK)


def _number(code: int, width: int, marks: Marks, index: SiteIndex) -> int:
    name, resource = divmod(code, width)
    if name == _NO_STACK:
        return -1
    function = marks.names[name] if name >= 0 else "runtime"
    return index.number((function, marks.resources[resource - 1] if resource else ""))


def _mixed(locations: int) -> HashArray:
    """A number for each location that has nothing to do with those of others."""
    mixed = np.arange(locations, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15) + np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(29)
    return mixed * np.uint64(0x94D049BB133111EB)


def _hashes(block: Block, mixed: HashArray) -> HashArray:
    """A number per stack, equal for equal stacks: a sum over its locations, each times an odd number that tells its place.

    That is 1, 3, 5, ... from the leaf on; two running sums over the block tell it for every stack at once.
    """
    running = np.zeros((2, len(block.locations) + 1), dtype=np.uint64)
    each = mixed.take(block.locations)
    np.cumsum(each, out=running[0, 1:])
    np.cumsum(each * np.arange(len(each), dtype=np.uint64), out=running[1, 1:])
    plain, placed = running.take(block.stops, axis=1) - running.take(block.starts, axis=1)
    hashes: HashArray = np.uint64(2) * (placed - plain * block.starts.astype(np.uint64)) + plain
    return hashes


def _stacks(hashes: HashArray) -> tuple[IntArray, IntArray]:
    """The hashes numbered, and the first sample of each."""
    distinct, numbers = np.unique(hashes, return_inverse=True)
    firsts = np.empty(len(distinct), dtype=np.int64)
    firsts[numbers[::-1]] = np.arange(len(hashes) - 1, -1, -1)  # of several the last written stays
    return numbers, firsts
