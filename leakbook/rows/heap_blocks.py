"""Stacks of a profile some at a time: which location of each is the first, the last or one of any that have a mark."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..evidence.model import IntArray, StackProfile

BoolArray = npt.NDArray[np.bool_]

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


def first_with(block: Block, has: BoolArray) -> IntArray:
    """Per stack the position of its first location that `has`; its stop where none does."""
    if not has.any():
        return block.stops
    places = np.flatnonzero(has.take(block.locations))
    padded = np.append(places, np.iinfo(np.int64).max)
    found: IntArray = np.minimum(padded[np.searchsorted(places, block.starts)], block.stops)
    return found


def last_place(block: Block, has: BoolArray, stops: IntArray) -> IntArray:
    """Per stack the position of its last location before `stops` that `has`; -1 where there is none."""
    places = np.flatnonzero(has.take(block.locations)) if has.any() else np.zeros(0, dtype=np.int64)
    if not len(places):
        return np.full(len(stops), -1, dtype=np.int64)
    before = np.searchsorted(places, stops) - 1
    place = places[np.maximum(before, 0)]
    found: IntArray = np.where((before >= 0) & (place >= block.starts), place, -1)
    return found


def any_in(block: Block, marked: BoolArray, stops: IntArray) -> BoolArray:
    """Per stack whether a location before `stops` is marked."""
    if not marked.any():
        return np.zeros(len(stops), dtype=np.bool_)
    places = np.flatnonzero(marked.take(block.locations))
    found: BoolArray = np.searchsorted(places, stops) > np.searchsorted(places, block.starts)
    return found
