"""Which samples of a heap profile have equal stacks: told by a hash of each stack, which is worked out in columns."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ...evidence.columns import IntArray
from .blocks import Block

HashArray = npt.NDArray[np.uint64]


def mixed(locations: int) -> HashArray:
    """A number for each location that has nothing to do with those of others."""
    each = np.arange(locations, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15) + np.uint64(0xBF58476D1CE4E5B9)
    each ^= each >> np.uint64(29)
    return each * np.uint64(0x94D049BB133111EB)


def hashes_of(block: Block, of_location: HashArray) -> HashArray:
    """A number per stack, equal for equal stacks: a sum over locations, each times 1, 3, 5, ... from the leaf on.

    Two sums, one of them weighted by the place in the block, tell it for every stack at once.
    """
    hashes = np.zeros(len(block.starts), dtype=np.uint64)
    full = np.flatnonzero(block.stops > block.starts)
    if len(full):
        starts = block.starts.take(full)
        each = of_location.take(block.locations)
        plain = np.add.reduceat(each, starts)
        each *= np.arange(len(each), dtype=np.uint64)
        hashes[full] = np.uint64(2) * (np.add.reduceat(each, starts) - plain * starts.astype(np.uint64)) + plain
    return hashes


def numbered_stacks(hashes: HashArray) -> tuple[IntArray, IntArray]:
    """The hashes numbered, and the first sample of each. Where samples have no stacks, all are equal."""
    if len(hashes) and (hashes == hashes[0]).all():
        return np.zeros(len(hashes), dtype=np.int64), np.zeros(1, dtype=np.int64)
    distinct, numbers = np.unique(hashes, return_inverse=True)
    firsts = np.empty(len(distinct), dtype=np.int64)
    firsts[numbers[::-1]] = np.arange(len(hashes) - 1, -1, -1)  # of several the last written stays
    return numbers, firsts
