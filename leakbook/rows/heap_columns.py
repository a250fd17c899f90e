"""A heap profile's samples in columns, each booked to a site: 60,000 stacks are never walked one by one.

What a location's frames say (whose code, which landmark) is looked up once per location; a sample's site is then the
first location of its stack that has one, found for all samples together.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..evidence.model import IntArray, StackProfile
from .heap_blocks import TOGETHER, Block, BoolArray, any_in, first_with, last_place
from .heap_marks import MARKS, Marks, SiteIndex, mark_locations
from .heap_moments import HeapMoment
from .sampling import FloatArray, scale_up


@dataclass(frozen=True, slots=True, kw_only=True)
class HeapColumns:
    """One moment, one entry a sample. Figures are scaled for sampling; `inuse_objects` and `alloc*` may be missing."""

    profile: StackProfile
    period: int
    sites: IntArray
    object_bytes: FloatArray
    inuse: FloatArray
    inuse_objects: FloatArray | None
    alloc: FloatArray | None
    alloc_objects: FloatArray | None
    flags: dict[str, BoolArray]
    """Per sample, whether such a frame stands between the leaf and the site, or anywhere for those that say so."""

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
    figures = _figures(profile, moment.period)
    sites = np.full(len(profile), -1, dtype=np.int64)
    flags = {name: np.zeros(len(profile), dtype=np.bool_) for name in MARKS}
    known: dict[int, int] = {}
    for first in range(0, len(profile), TOGETHER):
        block = Block.of(profile, first)
        here = slice(first, first + TOGETHER)
        sites[here], ends = _sites(block, marks, index, known)
        for name, marked in marks.near.items():
            flags[name][here] = any_in(block, marked, ends)
        for name, marked in marks.anywhere.items():
            flags[name][here] = any_in(block, marked, block.stops)
    return HeapColumns(
        profile=profile,
        period=moment.period,
        sites=sites,
        flags=flags,
        object_bytes=figures.object_bytes,
        inuse=figures.inuse,
        inuse_objects=figures.inuse_objects,
        alloc=figures.alloc,
        alloc_objects=figures.alloc_objects,
    )


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


def _sites(block: Block, marks: Marks, index: SiteIndex, known: dict[int, int]) -> tuple[IntArray, IntArray]:
    """Per sample its site's number (-1 for an empty stack) and the end of its frames up to the site's location.

    `known` has the numbers of names and resources that other blocks of the profile met.
    """
    starts, stops = block.starts, block.stops
    if not len(block.locations):
        return np.full(len(starts), -1, dtype=np.int64), stops
    own = first_with(block, marks.own >= 0)
    has_own = own < stops
    library = first_with(block, marks.library >= 0)
    has_library = library < stops
    other = first_with(block, marks.other >= 0)
    ends = np.where(has_own, own + 1, stops)
    places = last_place(block, marks.resource >= 0, ends)
    resources = np.full(len(starts), -1, dtype=np.int64)
    through = np.flatnonzero(places >= 0)
    resources[through] = marks.resource[block.locations[places[through]]]
    # Without a frame of the program's own the outermost of the resource stands for its parts: a connection's read
    # buffer, write buffer and handshake are one thing.
    unowned = np.where(has_library, library, np.where(other < stops, other, starts))
    position = np.where(has_own, own, np.where(~has_library & (places >= 0), places, unowned))
    locations = block.locations[np.minimum(position, len(block.locations) - 1)]
    names = np.where(
        has_own, marks.own[locations], np.where(has_library, marks.library[locations], marks.other[locations])
    )
    names = np.where(stops > starts, names, -2)
    width = len(marks.resources) + 1
    codes, inverse = np.unique(names * width + resources + 1, return_inverse=True)
    met = codes.tolist()
    for code in met:
        if code not in known:
            known[code] = _number(code, width, marks, index)
    numbers = np.array([known[code] for code in met], dtype=np.int64)
    sites = numbers[inverse] if len(codes) else np.zeros(0, dtype=np.int64)
    return sites, ends


def _number(code: int, width: int, marks: Marks, index: SiteIndex) -> int:
    name, resource = divmod(code, width)
    if name == -2:
        return -1
    function = marks.names[name] if name >= 0 else "runtime"
    return index.number((function, marks.resources[resource - 1] if resource else ""))


def stack_hashes(profile: StackProfile) -> npt.NDArray[np.uint64]:
    """A number per stack, equal for equal stacks: a sum over locations, each weighted by its distance from the leaf."""
    hashes = np.zeros(len(profile), dtype=np.uint64)
    for first in range(0, len(profile), TOGETHER):
        hashes[first : first + TOGETHER] = _hashes(Block.of(profile, first))
    return hashes


def _hashes(block: Block) -> npt.NDArray[np.uint64]:
    depth = np.arange(len(block.locations)) - np.repeat(block.starts, block.stops - block.starts)
    mixed = block.locations.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15) + np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(29)
    weights = (depth.astype(np.uint64) * np.uint64(2) + np.uint64(1)) * np.uint64(0x94D049BB133111EB)
    running = np.zeros(len(block.locations) + 1, dtype=np.uint64)
    np.cumsum(mixed * weights, out=running[1:])
    hashes: npt.NDArray[np.uint64] = running[block.stops] - running[block.starts]
    return hashes
