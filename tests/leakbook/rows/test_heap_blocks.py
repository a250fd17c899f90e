"""What is found for a block of stacks at once is what a walk along each stack finds."""

from __future__ import annotations

from functools import reduce
from operator import or_

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from leakbook.evidence.columns import offsets_of
from leakbook.rows.heap.blocks import Block, first_of, joined, last_of, with_any
from leakbook.rows.heap.stacks import hashes_of, mixed, numbered_stacks

LOCATIONS = 8
STACKS = st.lists(st.lists(st.integers(0, LOCATIONS - 1), max_size=5), min_size=1, max_size=12)


def block_of(stacks: list[list[int]]) -> Block:
    offsets = offsets_of([len(stack) for stack in stacks])
    return Block(np.array([each for stack in stacks for each in stack], dtype=np.int64), offsets[:-1], offsets[1:])


@given(STACKS)
def test_equal_stacks_and_no_others_have_one_number(stacks: list[list[int]]):
    numbers, firsts = numbered_stacks(hashes_of(block_of(stacks), mixed(LOCATIONS)))
    assert [stacks[firsts[number]] for number in numbers] == stacks
    assert [firsts[number] for number in numbers] == [stacks.index(stack) for stack in stacks]


@given(STACKS, st.integers(1, 7))
def test_first_last_and_joined_bits_are_those_of_each_stack(stacks: list[list[int]], wanted: int):
    block = block_of(stacks)
    bits = block.locations.astype(np.int32)  # a location's number serves as its bits
    places = with_any(bits, wanted)
    firsts, lasts = first_of(places, block.starts, block.stops), last_of(places, block.starts, block.stops)
    together = joined(bits, block.starts, block.stops)
    inner = joined(bits, block.starts, np.minimum(block.starts + 1, block.stops))
    for stack, start, first, last, every, leaf in zip(
        stacks, block.starts, firsts, lasts, together, inner, strict=True
    ):
        having = [start + place for place, each in enumerate(stack) if each & wanted]
        assert first == (having[0] if having else start + len(stack))
        assert last == (having[-1] if having else -1)
        assert every == reduce(or_, stack, 0)
        assert leaf == (stack[0] if stack else 0)
