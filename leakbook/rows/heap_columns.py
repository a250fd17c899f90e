"""A heap profile's samples in columns, each booked to a site: 60,000 stacks are never walked one by one.

What a location's frames say (whose code, which landmark) is looked up once per location; a sample's site is then the
first location of its stack that has one, found for all samples together.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from ..evidence.model import Frame, IntArray, StackProfile
from ..evidence.names import Origin, origin, stable_name
from . import landmarks
from .client_landmarks import CLIENT_MARKS
from .containers import CACHE_INSERTS, MAP_INSERTS, SLICE_GROWTH, is_sync_map
from .heap_moments import HeapMoment
from .sampling import FloatArray, scale_up

BoolArray = npt.NDArray[np.bool_]

SiteKey = tuple[str, str]
"""Stable name of the function the memory is booked to, and the sort of resource on the way there ('' for none)."""


@dataclass(frozen=True, slots=True)
class _Facts:
    """One function: numbers of its name as own, library's or other code and of its resource (-1: none), and marks."""

    own: int
    library: int
    other: int
    resource: int
    marks: tuple[str, ...]


@dataclass(slots=True)
class SiteIndex:
    """Numbers for site keys, and what is known of each function, shared by all moments of a series."""

    main_modules: tuple[str, ...]
    keys: list[SiteKey] = field(default_factory=list)
    numbers: dict[SiteKey, int] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    resources: dict[str, int] = field(default_factory=dict)
    facts: dict[str, _Facts] = field(default_factory=dict)

    def number(self, key: SiteKey) -> int:
        """The key's number, a new one at first sight."""
        found = self.numbers.get(key)
        if found is None:
            found = self.numbers[key] = len(self.keys)
            self.keys.append(key)
        return found


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Marks:
    """Per location: the function memory is booked to and its index among the location's frames, and marks."""

    own: IntArray
    library: IntArray
    other: IntArray
    resource: IntArray
    names: tuple[str, ...]
    resources: tuple[str, ...]
    near: dict[str, BoolArray]
    anywhere: dict[str, BoolArray]


def _is_map_insert(function: str) -> bool:
    return function.startswith(MAP_INSERTS + CACHE_INSERTS)


def _is_slice_growth(function: str) -> bool:
    return function.startswith(SLICE_GROWTH)


_NEAR: dict[str, Callable[[str], bool]] = {
    "sync_map": is_sync_map,
    "map_insert": _is_map_insert,
    "slice_growth": _is_slice_growth,
    "buffer": landmarks.is_stream_buffer,
    **CLIENT_MARKS,
}
_ANYWHERE: dict[str, Callable[[str], bool]] = {
    "start_up": landmarks.is_start_up,
    "once": landmarks.is_once,
    "profiler": landmarks.is_profiler,
    "request": landmarks.is_request_entry,
    "main": landmarks.is_main,
}


def heap_columns(moment: HeapMoment, index: SiteIndex) -> HeapColumns:
    """Book every sample of the moment to its site."""
    profile = moment.profile
    marks = _mark_locations(profile.locations, index)
    figures = _figures(profile, moment.period)
    sites = np.full(len(profile), -1, dtype=np.int64)
    flags = {name: np.zeros(len(profile), dtype=np.bool_) for name in (*_NEAR, *_ANYWHERE)}
    for first in range(0, len(profile), _TOGETHER):
        block = _Block.of(profile, first)
        here = slice(first, first + _TOGETHER)
        sites[here], ends = _sites(block, marks, index)
        for name, marked in marks.near.items():
            flags[name][here] = _any_in(block, marked, ends)
        for name, marked in marks.anywhere.items():
            flags[name][here] = _any_in(block, marked, block.stops)
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


def _mark_locations(locations: Sequence[tuple[Frame, ...]], index: SiteIndex) -> _Marks:
    known = index.facts
    marked: dict[str, list[int]] = {name: [] for name in (*_NEAR, *_ANYWHERE)}
    rows: list[tuple[int, int, int, int]] = []
    for place, frames in enumerate(locations):
        own = library = other = resource = -1
        for frame in frames:
            facts = known.get(frame.function)
            if facts is None:
                facts = known[frame.function] = _facts(frame, index)
            for name in facts.marks:
                marked[name].append(place)
            if own < 0:
                own, resource = facts.own, resource if facts.resource < 0 else facts.resource
                library = facts.library if library < 0 else library
                other = facts.other if other < 0 else other
        rows.append((own, library, other, resource))
    table = np.array(rows, dtype=np.int64).reshape(len(rows), 4)
    columns = {name: _places(places, len(locations)) for name, places in marked.items()}
    return _Marks(
        own=table[:, 0],
        library=table[:, 1],
        other=table[:, 2],
        resource=table[:, 3],
        names=tuple(index.names),
        resources=tuple(index.resources),
        near={name: columns[name] for name in _NEAR},
        anywhere={name: columns[name] for name in _ANYWHERE},
    )


def _facts(frame: Frame, index: SiteIndex) -> _Facts:
    function = frame.function
    whose = origin(frame, index.main_modules)
    is_own = whose is Origin.APPLICATION
    resource = None if is_own else landmarks.resource_of(function)
    found = (name for name, test in (*_NEAR.items(), *_ANYWHERE.items()) if test(function))
    number = -1 if whose is Origin.RUNTIME else index.names.setdefault(stable_name(function), len(index.names))
    return _Facts(
        own=number if is_own else -1,
        library=number if whose is Origin.LIBRARY else -1,
        other=number,
        resource=-1 if resource is None else index.resources.setdefault(resource, len(index.resources)),
        # A profiler that is the program under test is no cost of looking at it.
        marks=tuple(name for name in found if name != "profiler" or not is_own),
    )


def _places(places: Sequence[int], size: int) -> BoolArray:
    column = np.zeros(size, dtype=np.bool_)
    column[list(places)] = True
    return column


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


_TOGETHER = 2048
"""Stacks worked on at a time: their temporaries stay in the processor's cache, and no whole profile is ever doubled."""


@dataclass(frozen=True, slots=True)
class _Block:
    """Some stacks of a profile: their locations one after the other, and where each begins and ends among these."""

    locations: IntArray
    starts: IntArray
    stops: IntArray

    @classmethod
    def of(cls, profile: StackProfile, first: int) -> _Block:
        """The stacks from `first` on, at most _TOGETHER."""
        offsets = profile.stack_offsets[first : first + _TOGETHER + 1]
        within = offsets - offsets[0]
        return cls(profile.stack_locations[offsets[0] : offsets[-1]], within[:-1], within[1:])


def _sites(block: _Block, marks: _Marks, index: SiteIndex) -> tuple[IntArray, IntArray]:
    """Per sample its site's number (-1 for an empty stack) and the end of its frames up to the site's location."""
    starts, stops = block.starts, block.stops
    if not len(block.locations):
        return np.full(len(starts), -1, dtype=np.int64), stops
    own = _first_with(block, marks.own >= 0)
    has_own = own < stops
    library = _first_with(block, marks.library >= 0)
    has_library = library < stops
    other = _first_with(block, marks.other >= 0)
    ends = np.where(has_own, own + 1, stops)
    places = _last_place(block, marks.resource >= 0, ends)
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
    numbers = np.array([_number(int(code), width, marks, index) for code in codes], dtype=np.int64)
    sites = numbers[inverse] if len(codes) else np.zeros(0, dtype=np.int64)
    return sites, ends


def _number(code: int, width: int, marks: _Marks, index: SiteIndex) -> int:
    name, resource = divmod(code, width)
    if name == -2:
        return -1
    function = marks.names[name] if name >= 0 else "runtime"
    return index.number((function, marks.resources[resource - 1] if resource else ""))


def _first_with(block: _Block, has: BoolArray) -> IntArray:
    """Per stack the position of its first location that `has`; its stop where none does."""
    if not has.any():
        return block.stops
    places = np.flatnonzero(has.take(block.locations))
    padded = np.append(places, np.iinfo(np.int64).max)
    found: IntArray = np.minimum(padded[np.searchsorted(places, block.starts)], block.stops)
    return found


def _last_place(block: _Block, has: BoolArray, stops: IntArray) -> IntArray:
    """Per stack the position of its last location before `stops` that `has`; -1 where there is none."""
    places = np.flatnonzero(has.take(block.locations)) if has.any() else np.zeros(0, dtype=np.int64)
    if not len(places):
        return np.full(len(stops), -1, dtype=np.int64)
    before = np.searchsorted(places, stops) - 1
    place = places[np.maximum(before, 0)]
    found: IntArray = np.where((before >= 0) & (place >= block.starts), place, -1)
    return found


def _any_in(block: _Block, marked: BoolArray, stops: IntArray) -> BoolArray:
    if not marked.any():
        return np.zeros(len(stops), dtype=np.bool_)
    places = np.flatnonzero(marked.take(block.locations))
    found: BoolArray = np.searchsorted(places, stops) > np.searchsorted(places, block.starts)
    return found


def stack_hashes(profile: StackProfile) -> npt.NDArray[np.uint64]:
    """A number per stack, equal for equal stacks: a sum over locations, each weighted by its distance from the leaf."""
    hashes = np.zeros(len(profile), dtype=np.uint64)
    for first in range(0, len(profile), _TOGETHER):
        hashes[first : first + _TOGETHER] = _hashes(_Block.of(profile, first))
    return hashes


def _hashes(block: _Block) -> npt.NDArray[np.uint64]:
    depth = np.arange(len(block.locations)) - np.repeat(block.starts, block.stops - block.starts)
    mixed = block.locations.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15) + np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(29)
    weights = (depth.astype(np.uint64) * np.uint64(2) + np.uint64(1)) * np.uint64(0x94D049BB133111EB)
    running = np.zeros(len(block.locations) + 1, dtype=np.uint64)
    np.cumsum(mixed * weights, out=running[1:])
    hashes: npt.NDArray[np.uint64] = running[block.stops] - running[block.starts]
    return hashes
