"""Stacks of a profile some at a time: which location of each is the first or the last of some, what all have in common.

A place is a position among a block's locations, which stand one stack after the other.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ...evidence.columns import IntArray
from ...evidence.model import StackProfile

BoolArray = npt.NDArray[np.bool_]
BitArray = npt.NDArray[np.int32]

TOGETHER = 2048
"""Stacks worked on at a time: their temporaries stay in the processor's cache, and no whole profile is ever doubled."""


@dataclass(frozen=True, slots=True)
class Block:
    """Some stacks of a profile: their locations one after the other, and where each begins and ends among these."""

    locations: IntArray
    starts: IntArray
    stops: IntArray

    @classmethod
    def of(cls, profile: StackProfile, first: int) -> Block:
        """The stacks from `first` on, at most TOGETHER."""
        offsets = profile.stack_offsets[first : first + TOGETHER + 1]
        within = offsets - offsets[0]
        locations = profile.stack_locations[offsets[0] : offsets[-1]].astype(np.int64)
        return cls(locations, within[:-1], within[1:])


def first_of(places: IntArray, starts: IntArray, stops: IntArray) -> IntArray:
    """Per stack the first of the rising places; its stop where none is in it."""
    if not len(places):
        return stops
    following = np.searchsorted(places, starts)
    found = places.take(following, mode="clip")
    return np.where(following < len(places), np.minimum(found, stops), stops)


def last_of(places: IntArray, starts: IntArray, stops: IntArray) -> IntArray:
    """Per stack the last of the rising places; -1 where none is in it."""
    if not len(places):
        return np.full(len(stops), -1, dtype=np.int64)
    before = np.searchsorted(places, stops) - 1
    found = places.take(before, mode="clip")
    return np.where((before >= 0) & (found >= starts), found, -1)


def with_any(bits: BitArray, wanted: int) -> IntArray:
    """The places that have any of the wanted bits, rising."""
    return np.flatnonzero((bits & wanted) != 0)  # of booleans: three times as fast as of the numbers


def joined(bits: BitArray, starts: IntArray, stops: IntArray) -> BitArray:
    """Per stack the bits that any of its places has; none for an empty one."""
    found = np.zeros(len(starts), dtype=np.int32)
    full = np.flatnonzero(stops > starts)
    if not len(full):
        return found
    starts, stops = starts.take(full), stops.take(full)
    if np.array_equal(starts[1:], stops[:-1]):
        found[full] = np.bitwise_or.reduceat(bits[: stops[-1]], starts)
    else:
        edges = np.stack((starts, stops), axis=1).ravel()
        # The last run goes on to the end in any case, and an edge must not lie there.
        found[full] = np.bitwise_or.reduceat(bits, edges[:-1] if edges[-1] == len(bits) else edges)[::2]
    return found
