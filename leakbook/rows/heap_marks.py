"""What a heap profile's locations say: whose code they are, on the way to which resource, past which landmarks.

A profile may name 200,000 functions in as many locations: each function is looked at once, and the locations' columns
are taken from the functions'.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

import numpy as np

from ..evidence.locations import Locations
from ..evidence.model import IntArray
from ..evidence.names import Origin, is_shared_library, origin_of, packages_of, stable_names
from . import landmarks
from .client_landmarks import CLIENT_MARKS
from .containers import CACHE_INSERTS, MAP_INSERTS, SLICE_GROWTH, is_sync_map
from .heap_blocks import BitArray, first_of, joined, last_of

SiteKey = tuple[str, str]
"""Stable name of the function the memory is booked to, and the sort of resource on the way there ('' for none)."""


class _Facts(NamedTuple):
    """Per function: the numbers of its name and of its resource (-1: none), and its bits."""

    names: IntArray
    resources: IntArray
    bits: BitArray

    def with_more(self, more: _Facts) -> _Facts:
        """Of these functions and then of those."""
        return _Facts(*(np.concatenate(both) for both in zip(self, more, strict=True)))


_NO_NUMBERS: Final = np.zeros(0, dtype=np.int64)


@dataclass(slots=True)
class SiteIndex:
    """Numbers for site keys, and what is known of each function, shared by all moments of a series."""

    main_modules: tuple[str, ...]
    keys: list[SiteKey] = field(default_factory=list)
    numbers: dict[SiteKey, int] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    resources: dict[str, int] = field(default_factory=dict)
    functions: dict[str, int] = field(default_factory=dict)
    """Where a function's facts stand."""
    facts: _Facts = field(default_factory=lambda: _Facts(_NO_NUMBERS, _NO_NUMBERS, np.zeros(0, dtype=np.int32)))

    def number(self, key: SiteKey) -> int:
        """The key's number, a new one at first sight."""
        found = self.numbers.get(key)
        if found is None:
            found = self.numbers[key] = len(self.keys)
            self.keys.append(key)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """Per location: the function memory is booked to, by the name's number in `names` (-1 for none), and bits."""

    own: IntArray
    library: IntArray
    other: IntArray
    resource: IntArray
    names: tuple[str, ...]
    resources: tuple[str, ...]
    bits: BitArray
    """`BITS` of its functions, and what it has."""


def _is_map_insert(function: str) -> bool:
    return function.startswith(MAP_INSERTS + CACHE_INSERTS)


def _is_slice_growth(function: str) -> bool:
    return function.startswith(SLICE_GROWTH)


_BY_START: Final[dict[str, Callable[[str], bool]]] = {
    "sync_map": is_sync_map,
    "map_insert": _is_map_insert,
    "slice_growth": _is_slice_growth,
    "buffer": landmarks.is_stream_buffer,
    **CLIENT_MARKS,
    "once": landmarks.is_once,
    "profiler": landmarks.is_profiler,
}
_ANYWHERE: Final[dict[str, Callable[[str], bool]]] = {
    "start_up": landmarks.is_start_up,
    "once": landmarks.is_once,
    "profiler": landmarks.is_profiler,
    "request": landmarks.is_request_entry,
    "main": landmarks.is_main,
}
_NEAR: Final = tuple(name for name in _BY_START if name not in _ANYWHERE)

MARKS: Final = (*_NEAR, *_ANYWHERE)
"""Names of the marks of samples."""

BITS: Final = {name: 1 << place for place, name in enumerate(MARKS)}
NEAR: Final = sum(BITS[name] for name in _NEAR)
"""The bits of marks that count between the leaf and the site; the others do anywhere on the stack."""

OWN, LIBRARY, NAMED, RESOURCE = (1 << len(MARKS) + place for place in range(4))
"""Bits beside those of the marks: the program's own code, a library's, any but the runtime's, of a resource."""

STARTS: Final = (
    "runtime", "internal/", "sync.", "bytes.", "slices.", "bufio.", "net/", "crypto/", "vendor/", "golang.org/x/net/",
    "github.com/", "k8s.io/", "cloud.google.com/", "gopkg.in/",
)  # fmt: skip
"""How all functions begin that can have a mark of `_BY_START`: few of a program's own do."""


def marks_of(function: str) -> int:
    """Of `BITS` those of a function's marks."""
    found = 0
    if function.startswith(STARTS):
        for name, test in _BY_START.items():
            if test(function):
                found |= BITS[name]
    if "nit" in function and landmarks.is_start_up(function):
        found |= BITS["start_up"]
    if landmarks.REQUEST_ENTRY.search(function) is not None:
        found |= BITS["request"]
    return found | BITS["main"] if landmarks.is_main(function) else found


def mark_locations(locations: Locations, index: SiteIndex) -> Marks:
    """The marks of every location; of one with inlined frames, the first that is the program's own hides the rest."""
    functions = _function_numbers(locations, index)
    names, resources, bits = (column.take(functions) for column in index.facts)
    starts, stops = locations.offsets[:-1], locations.offsets[1:]
    own = first_of(np.flatnonzero(bits & OWN), starts, stops)
    inner = np.minimum(own + 1, stops)
    marks = Marks(
        own=_value_at(own, stops, names),
        library=_value_at(first_of(np.flatnonzero(bits & LIBRARY), starts, inner), inner, names),
        other=_value_at(first_of(np.flatnonzero(bits & NAMED), starts, inner), inner, names),
        resource=_value_at(last_of(np.flatnonzero(bits & RESOURCE), starts, inner), inner, resources),
        names=tuple(index.names),
        resources=tuple(index.resources),
        bits=joined(bits & ~(LIBRARY | NAMED | RESOURCE), starts, stops),
    )
    for has, column in ((LIBRARY, marks.library), (NAMED, marks.other), (RESOURCE, marks.resource)):
        marks.bits[column >= 0] |= has
    return marks


def _function_numbers(locations: Locations, index: SiteIndex) -> IntArray:
    """Of all frames, one location after the other, where the facts of their functions stand."""
    met, _ = locations.functions_met()
    known = index.functions
    new: dict[str, str] = {}
    for place in met.tolist():
        function = locations.functions[place]
        if function not in known:
            known[function] = len(known)
            new[function] = locations.files[place]
    if new:
        index.facts = index.facts.with_more(_facts(new, index))
    numbers = np.zeros(len(locations.functions), dtype=np.int64)
    numbers[met] = [known[locations.functions[place]] for place in met.tolist()]
    found: IntArray = numbers.take(locations.owners)
    return found


def _value_at(places: IntArray, stops: IntArray, values: IntArray) -> IntArray:
    """The values at those places; -1 where there is none (-1, or the stop)."""
    found = np.full(len(places), -1, dtype=np.int64)
    there = np.flatnonzero((places >= 0) & (places < stops))
    found[there] = values.take(places.take(there))
    return found


def _facts(files: Mapping[str, str], index: SiteIndex) -> _Facts:
    """The facts of functions, each with the file it is in ('' for none)."""
    origins, tells_resource = _origins(files, index.main_modules)
    numbers = [
        -1 if whose is _RUNTIME else index.names.setdefault(name, len(index.names))
        for whose, name in zip(origins, stable_names(files), strict=True)
    ]
    sorts = [
        landmarks.resource_of(function) if is_told else None
        for is_told, function in zip(tells_resource, files, strict=True)
    ]
    names = np.array(numbers, dtype=np.int64)
    resources = np.array(
        [-1 if sort is None else index.resources.setdefault(sort, len(index.resources)) for sort in sorts],
        dtype=np.int64,
    )
    bits = np.array(list(map(marks_of, files)), dtype=np.int32)
    is_own = np.array([whose is _OWN for whose in origins], dtype=np.bool_)
    bits[is_own] &= ~BITS["profiler"]  # a profiler that is the program under test is no cost of looking at it
    bits[is_own] |= OWN
    bits[np.array([whose is _LIBRARY for whose in origins], dtype=np.bool_)] |= LIBRARY
    bits[names >= 0] |= NAMED
    bits[resources >= 0] |= RESOURCE
    return _Facts(names, resources, bits)


_RUNTIME, _OWN, _LIBRARY = Origin.RUNTIME, Origin.APPLICATION, Origin.LIBRARY


def _origins(files: Mapping[str, str], main_modules: tuple[str, ...]) -> tuple[list[Origin], list[bool]]:
    """Whose code each function is, and whether it may tell a resource: the same for all of a package's in one file."""
    known: dict[tuple[str, str], tuple[Origin, bool]] = {}
    told: list[tuple[Origin, bool]] = []
    for (function, file), package in zip(files.items(), packages_of(files), strict=True):
        whose = known.get((package, file)) if "." in function else (_RUNTIME, True)
        if whose is None:
            origin = origin_of(package, file or None, main_modules)
            # A shared library is the program only where no other code is seen; its connections are connections still.
            whose = known[package, file] = origin, origin is not _OWN or is_shared_library(package)
        told.append(whose)
    return [whose for whose, _ in told], [tells for _, tells in told]
