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
from ..evidence.names import Origin, is_shared_library, origin_of, stable_names
from . import landmarks
from .client_landmarks import CLIENT_MARKS
from .containers import CACHE_INSERTS, MAP_INSERTS, SLICE_GROWTH, is_sync_map
from .heap_blocks import BitArray, first_of, joined, last_of, with_any

SiteKey = tuple[str, str]
"""Stable name of the function the memory is booked to, and the sort of resource on the way there ('' for none)."""


class _Facts(NamedTuple):
    """Per function: the numbers of its name and of its resource (-1: none), and its bits."""

    names: IntArray
    resources: IntArray
    bits: BitArray

    def with_more(self, more: _Facts) -> _Facts:
        """Of these functions and then of those."""
        return _Facts(
            names=np.concatenate((self.names, more.names)),
            resources=np.concatenate((self.resources, more.resources)),
            bits=np.concatenate((self.bits, more.bits)),
        )


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

_SERVING: Final = ("main", "http", "grpc", "gin", "echo", "fiber", "chi", "mux", "rpc", "sql")
"""Parts of the packages whose functions other marks name."""


def marks_of(function: str) -> int:
    """Of `BITS` those of a function's marks."""
    found = marks_by_name(function)
    if function.startswith(STARTS):
        for name, test in _BY_START.items():
            if test(function):
                found |= BITS[name]
    if landmarks.is_request_entry(function):
        found |= BITS["request"]
    return found | BITS["main"] if landmarks.is_main(function) else found


def has_marked(package: str) -> bool:
    """Whether functions of the package can have more marks than `marks_by_name` finds."""
    return f"{package}.".startswith(STARTS) or any(part in package for part in _SERVING)


def marks_by_name(function: str) -> int:
    """The marks of functions that any package may have."""
    if "nit" in function and landmarks.is_start_up(function):
        return BITS["start_up"]
    return BITS["request"] if function.endswith(landmarks.REQUEST_ENDS) else 0


def mark_locations(locations: Locations, index: SiteIndex) -> Marks:
    """The marks of every location; of one with inlined frames, the first that is the program's own hides the rest."""
    functions = _function_numbers(locations, index)
    names, bits = index.facts.names.take(functions), index.facts.bits.take(functions)
    starts, stops = locations.offsets[:-1], locations.offsets[1:]
    own = first_of(with_any(bits, OWN), starts, stops)
    inner = np.minimum(own + 1, stops)
    marks = Marks(
        own=_value_at(own, stops, names),
        library=_value_at(first_of(with_any(bits, LIBRARY), starts, inner), inner, names),
        other=_value_at(first_of(with_any(bits, NAMED), starts, inner), inner, names),
        resource=_value_at(
            last_of(with_any(bits, RESOURCE), starts, inner), inner, index.facts.resources.take(functions)
        ),
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
    places = met.tolist()
    functions = list(map(locations.functions.__getitem__, places))
    known = index.functions
    new: dict[str, _Whose] = {}
    for function, place in zip(functions, places, strict=True):
        if known.setdefault(function, len(known)) == len(index.facts.names) + len(new):
            new[function] = (locations.packages[place], locations.files[place])
    if new:
        index.facts = index.facts.with_more(_facts(new, index))
    numbers = np.zeros(len(locations.functions), dtype=np.int64)
    numbers[met] = list(map(known.__getitem__, functions))
    found: IntArray = numbers.take(locations.owners)
    return found


def _value_at(places: IntArray, stops: IntArray, values: IntArray) -> IntArray:
    """The values at those places; -1 where there is none (-1, or the stop)."""
    found = np.full(len(places), -1, dtype=np.int64)
    there = np.flatnonzero((places >= 0) & (places < stops))
    found[there] = values.take(places.take(there))
    return found


_Whose = tuple[str, str]
"""The package of a function, and the file it is in ('' for none)."""


def _facts(functions: Mapping[str, _Whose], index: SiteIndex) -> _Facts:
    """The facts of functions."""
    packages = {whose: _package_facts(*whose, index.main_modules) for whose in dict.fromkeys(functions.values())}
    told = [packages[whose] if "." in function else _WITHOUT_PACKAGE for function, whose in functions.items()]
    numbers = [
        -1 if of_package.origin is Origin.RUNTIME else index.names.setdefault(name, len(index.names))
        for of_package, name in zip(told, stable_names(functions), strict=True)
    ]
    sorts = [
        landmarks.resource_of(function) if of_package.tells_resource else None
        for of_package, function in zip(told, functions, strict=True)
    ]
    bits = [
        (marks_of(function) if of_package.has_marked else marks_by_name(function)) & of_package.kept | of_package.bits
        for of_package, function in zip(told, functions, strict=True)
    ]
    facts = _Facts(
        names=np.array(numbers, dtype=np.int64),
        resources=np.array(
            [-1 if sort is None else index.resources.setdefault(sort, len(index.resources)) for sort in sorts],
            dtype=np.int64,
        ),
        bits=np.array(bits, dtype=np.int32),
    )
    facts.bits[facts.names >= 0] |= NAMED
    facts.bits[facts.resources >= 0] |= RESOURCE
    return facts


class _PackageFacts(NamedTuple):
    """What all functions of a package in one file have in common."""

    origin: Origin
    tells_resource: bool
    has_marked: bool
    kept: int
    """The bits that its functions' marks may have."""
    bits: int


_EVERY: Final = (1 << len(MARKS)) - 1
_WITHOUT_PACKAGE: Final = _PackageFacts(Origin.RUNTIME, tells_resource=True, has_marked=True, kept=_EVERY, bits=0)


def _package_facts(package: str, file: str, main_modules: tuple[str, ...]) -> _PackageFacts:
    whose = origin_of(package, file or None, main_modules)
    is_own = whose is Origin.APPLICATION
    return _PackageFacts(
        origin=whose,
        # A shared library is the program only where no other code is seen; its connections are connections still.
        tells_resource=not is_own or is_shared_library(package),
        has_marked=has_marked(package),
        # A profiler that is the program under test is no cost of looking at it.
        kept=_EVERY & ~BITS["profiler"] if is_own else _EVERY,
        bits=OWN if is_own else LIBRARY if whose is Origin.LIBRARY else 0,
    )
