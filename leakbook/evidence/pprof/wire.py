"""The fast decoder of a profile's tables: blocks of messages, each decoded at once by `varints`.

Blocks of a quarter of a megabyte keep numpy's temporaries in the processor's cache: half the time and half the memory
of one pass over everything. Messages of five bytes have more to them than their bytes, so each counts for some more.
A block of odd shape goes to `pprof.walk`, which is right for whatever protobuf accepts, and so does a handful of
messages: they are decoded before numpy has been called the fifty times that it takes for however many.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from struct import pack
from typing import Final, TypeVar

import numpy as np
from google.protobuf.message import DecodeError

from ...errors import Malformed
from ...limits import DEFAULT_LIMITS, Limits
from ..columns import IntArray, offsets_of
from .bounds import TableAllowance
from .tables import FunctionTable, LocationTable, SampleTable, join_functions, join_locations
from .varints import Odd, Varints, of_rounds
from .walk import walk_functions, walk_locations, walk_samples

_BLOCK_BITS: Final = 18
_MESSAGE_BYTES: Final = 16
"""What a message weighs in a block beside its own bytes."""

_HANDFUL: Final = 8
_HANDFUL_BYTES: Final = 4096

Table = TypeVar("Table", bound=SampleTable | LocationTable | FunctionTable)

# Tags, field number << 3 | wire type: a list of numbers is packed (2) or one number a field (0).
_LOCATION_IDS: Final = (0x0A, 0x08)
_VALUES: Final = (0x12, 0x10)
_LABEL: Final = 0x1A
_LABEL_COLUMNS: Final = (0x08, 0x10, 0x18, 0x20)
_ID: Final = 0x08
_ADDRESS: Final = 0x18
_LINE: Final = 0x22
_LINE_FUNCTION: Final = 0x08
_LINE_NUMBER: Final = 0x10
_FUNCTION_COLUMNS: Final = (0x08, 0x10, 0x18, 0x20)
"""Id, name, system name, file."""


def sample_blocks(messages: Sequence[bytes], limits: Limits) -> Iterator[SampleTable]:
    """Decode serialised `Sample`s, in tables of consecutive ones. Raises Malformed or OverLimit.

    What is asked of each location of a sample is asked while its table is in the processor's cache.
    """
    return _in_blocks(messages, _samples, walk_samples, "sample", limits)


def decode_locations(messages: Sequence[bytes], limits: Limits = DEFAULT_LIMITS) -> LocationTable:
    """Decode serialised `Location`s with their lines. Raises Malformed or OverLimit."""
    return join_locations(list(_in_blocks(messages, _locations, walk_locations, "location", limits)))


def decode_functions(messages: Sequence[bytes], limits: Limits = DEFAULT_LIMITS) -> FunctionTable:
    """Decode serialised `Function`s. Raises Malformed or OverLimit."""
    return join_functions(list(_in_blocks(messages, _functions, walk_functions, "function", limits)))


def _in_blocks(
    messages: Sequence[bytes],
    decode: Callable[[Sequence[bytes], IntArray], Table],
    walk: Callable[[Sequence[bytes]], Table],
    what: str,
    limits: Limits,
) -> Iterator[Table]:
    """Tables of consecutive messages, about a block of bytes each; one empty table when there are no messages."""
    allowance = TableAllowance(limits)
    begin = 0
    try:
        if len(messages) <= _HANDFUL and sum(map(len, messages)) <= _HANDFUL_BYTES:
            yield allowance.taken(walk(messages))
            return
        lengths = _lengths(messages)
        ends = np.cumsum(lengths + _MESSAGE_BYTES)
        cuts = [0, *(np.flatnonzero(np.diff(ends >> _BLOCK_BITS)) + 1).tolist(), len(messages)]
        for begin, end in pairwise(cuts):
            yield allowance.taken(decode(messages[begin:end], lengths[begin:end]))
    except DecodeError as error:
        raise Malformed(f"A {what} of the profile, one of those from {begin} on, is not protobuf.") from error


def _lengths(messages: Sequence[bytes]) -> IntArray:
    """The length of each; numpy itself takes a third longer to make its numbers of Python's."""
    return np.frombuffer(pack(f"{len(messages)}q", *map(len, messages)), dtype=np.int64)


def _samples(messages: Sequence[bytes], lengths: IntArray) -> SampleTable:
    try:
        varints = Varints(messages, lengths)
        rounds = varints.rounds(varints.bounds[:-1], varints.bounds[1:])
        location_offsets, location_ids = varints.run(of_rounds(rounds, *_LOCATION_IDS), len(messages))
        value_offsets, values = varints.run(of_rounds(rounds, *_VALUES), len(messages))
        labelled = of_rounds(rounds, _LABEL)
        columns = varints.numbers(labelled.starts, labelled.ends, _LABEL_COLUMNS)
    except Odd:
        return walk_samples(messages)
    return SampleTable(
        location_offsets=location_offsets,
        location_ids=location_ids,
        value_offsets=value_offsets,
        values=values.view(np.int64),
        label_samples=labelled.messages,
        labels=np.stack(columns, axis=1).view(np.int64),
    )


def _locations(messages: Sequence[bytes], lengths: IntArray) -> LocationTable:
    try:
        varints = Varints(messages, lengths)
        pieces, inside = varints.walk_nested(_LINE)
        lines = pieces.of(_LINE)
        counts = np.bincount(lines.messages, minlength=len(messages))
        return LocationTable(
            ids=varints.column(pieces, _ID, len(messages)),
            addresses=varints.column(pieces, _ADDRESS, len(messages)),
            line_offsets=offsets_of(counts),
            line_functions=varints.column(inside, _LINE_FUNCTION, len(lines.starts)),
            line_numbers=varints.column(inside, _LINE_NUMBER, len(lines.starts)).view(np.int64),
        )
    except Odd:
        return walk_locations(messages)


def _functions(messages: Sequence[bytes], lengths: IntArray) -> FunctionTable:
    try:
        varints = Varints(messages, lengths)
        columns = varints.numbers(varints.bounds[:-1], varints.bounds[1:], _FUNCTION_COLUMNS)
    except Odd:
        return walk_functions(messages)
    ids, names, system_names, files = columns
    return FunctionTable(
        ids=ids,
        names=names.view(np.int64),
        system_names=system_names.view(np.int64),
        files=files.view(np.int64),
    )
