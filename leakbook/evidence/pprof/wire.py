"""The fast decoder of a profile's tables: blocks of messages, each decoded at once by `varints`.

Blocks of a quarter of a megabyte keep numpy's temporaries in the processor's cache: half the time and half the memory
of one pass over everything. A block of odd shape goes to `pprof.walk`, which is right for whatever protobuf accepts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final, TypeVar

import numpy as np
from google.protobuf.message import DecodeError

from ...errors import Malformed
from ...limits import DEFAULT_LIMITS, Limits
from ..columns import IntArray, offsets_of
from .bounds import TableAllowance
from .tables import FunctionTable, LocationTable, SampleTable, join_functions, join_locations, join_samples, narrow
from .varints import Odd, Varints
from .walk import walk_functions, walk_locations, walk_samples

_BLOCK_BITS: Final = 18

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
_NAME, _SYSTEM_NAME, _FILE = 0x10, 0x18, 0x20


def decode_samples(messages: Sequence[bytes], limits: Limits = DEFAULT_LIMITS) -> SampleTable:
    """Decode serialised `Sample`s. Raises Malformed or OverLimit."""
    return join_samples(_in_blocks(messages, _samples, "sample", limits))


def decode_locations(messages: Sequence[bytes], limits: Limits = DEFAULT_LIMITS) -> LocationTable:
    """Decode serialised `Location`s with their lines. Raises Malformed or OverLimit."""
    return join_locations(_in_blocks(messages, _locations, "location", limits))


def decode_functions(messages: Sequence[bytes], limits: Limits = DEFAULT_LIMITS) -> FunctionTable:
    """Decode serialised `Function`s. Raises Malformed or OverLimit."""
    return join_functions(_in_blocks(messages, _functions, "function", limits))


def _in_blocks(
    messages: Sequence[bytes], decode: Callable[[Sequence[bytes], IntArray], Table], what: str, limits: Limits
) -> list[Table]:
    """Tables of consecutive messages, about a block of bytes each; one empty table when there are no messages."""
    lengths = np.fromiter(map(len, messages), np.int64, len(messages))
    ends = np.cumsum(lengths)
    cuts = [0, *(np.flatnonzero(np.diff(ends >> _BLOCK_BITS)) + 1).tolist(), len(messages)]
    tables: list[Table] = []
    allowance = TableAllowance(limits)
    for begin, end in pairwise(cuts):
        try:
            tables.append(allowance.taken(decode(messages[begin:end], lengths[begin:end])))
        except DecodeError as error:
            raise Malformed(f"A {what} of the profile, one of those from {begin} on, is not protobuf.") from error
    return tables


def _samples(messages: Sequence[bytes], lengths: IntArray) -> SampleTable:
    try:
        varints = Varints(messages, lengths)
        pieces = varints.walk(varints.bounds[:-1], varints.bounds[1:])
        location_offsets, location_ids = varints.run(pieces.of(*_LOCATION_IDS), len(messages))
        value_offsets, values = varints.run(pieces.of(*_VALUES), len(messages))
        labelled = pieces.of(_LABEL)
        inside = varints.walk_numbers(labelled.starts, labelled.ends)
        columns = [varints.column(inside, tag, len(labelled.starts)) for tag in _LABEL_COLUMNS]
    except Odd:
        return walk_samples(messages)
    return SampleTable(
        location_offsets=location_offsets,
        location_ids=narrow(location_ids),
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
        pieces = varints.walk_numbers(varints.bounds[:-1], varints.bounds[1:])
        return FunctionTable(
            ids=varints.column(pieces, _ID, len(messages)),
            names=varints.column(pieces, _NAME, len(messages)).view(np.int64),
            system_names=varints.column(pieces, _SYSTEM_NAME, len(messages)).view(np.int64),
            files=varints.column(pieces, _FILE, len(messages)).view(np.int64),
        )
    except Odd:
        return walk_functions(messages)
