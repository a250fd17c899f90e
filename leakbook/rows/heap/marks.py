"""What a heap profile's locations say: whose code they are, on the way to which resource, past which landmarks.

A profile may name 200,000 functions in as many locations: each function is looked at once, and the locations' columns
are taken from the functions'.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from ...evidence.columns import IntArray
from ...evidence.locations import Locations
from .blocks import BitArray, first_of, joined, last_of, with_any
from .client_makers import NO_MAKERS, ClientMakers
from .function_facts import LIBRARY, NAMED, NOBODYS, OWN, RESOURCE, Facts, facts_of

SiteKey = tuple[str, str]
"""Stable name of the function the memory is booked to, and the sort of resource on the way there ('' for none)."""


_ADDRESS: Final = "0x"
"""Stands for all functions that are bare addresses: nothing is to be told of one; a stripped binary has thousands."""

_NO_NUMBERS: Final = np.zeros(0, dtype=np.int64)


@dataclass(slots=True)
class SiteIndex:
    """Numbers for site keys, and what is known of each function, shared by all moments of a series."""

    main_modules: tuple[str, ...]
    makers: ClientMakers = NO_MAKERS
    keys: list[SiteKey] = field(default_factory=list)
    numbers: dict[SiteKey, int] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    resources: dict[str, int] = field(default_factory=dict)
    functions: dict[str, int] = field(default_factory=dict)
    """Where a function's facts stand."""
    facts: Facts = field(default_factory=lambda: Facts(_NO_NUMBERS, _NO_NUMBERS, np.zeros(0, dtype=np.int32)))

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
    """`function_facts.BITS` of its functions, and what it has."""


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
    met, _ = locations.functions_met
    named, are_named = locations.named, met < locations.named
    named_places = met.compress(are_named)
    places = named_places.tolist()
    functions = list(map(locations.functions.__getitem__, places))
    if not are_named.all():
        places.append(named)
        functions.append(_ADDRESS)
    known = list(map(index.functions.get, functions))
    if None in known:
        new: dict[str, int] = {}
        for function, place, number in zip(functions, places, known, strict=True):
            if number is None:
                new.setdefault(function, place)
        index.functions.update(zip(new, range(len(index.functions), len(index.functions) + len(new)), strict=True))
        whose = [
            (locations.packages[place], locations.files[place]) if "." in function else NOBODYS
            for function, place in new.items()
        ]
        more = facts_of(
            list(new), whose, index.main_modules, index.makers, names=index.names, resources=index.resources
        )
        index.facts = index.facts.with_more(more)
        known = list(map(index.functions.get, functions))
    numbers = np.zeros(len(locations.functions), dtype=np.int64)
    stands = np.array(known, dtype=np.int64)
    numbers[named_places] = stands[: len(named_places)]
    numbers[named:] = stands[-1:]
    found: IntArray = numbers.take(locations.owners)
    return found


def _value_at(places: IntArray, stops: IntArray, values: IntArray) -> IntArray:
    """The values at those places; -1 where there is none (-1, or the stop)."""
    found = np.full(len(places), -1, dtype=np.int64)
    there = np.flatnonzero((places >= 0) & (places < stops))
    found[there] = values.take(places.take(there))
    return found
