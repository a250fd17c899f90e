"""A profile's tables as they stand on the wire, in columns, with nothing resolved yet.

Two decoders make them: `pprof.walk` (message by message, the plain one) and `pprof.wire` (all messages at once, the
fast one). They are equal for every profile; a property test holds them to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..columns import IntArray, offsets_of

IdArray = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SampleTable:
    """Samples: sample i has `location_ids[location_offsets[i]:location_offsets[i + 1]]`, values likewise.

    `labels` has a row per label: key, text, number, unit of the number (the first two and the last are indexes into
    the string table), and `label_samples` says whose it is.
    """

    location_offsets: IntArray
    location_ids: IdArray
    value_offsets: IntArray
    values: IntArray
    label_samples: IntArray
    labels: IntArray

    def __len__(self) -> int:
        """Number of samples."""
        return len(self.location_offsets) - 1

    @property
    def numbers(self) -> int:
        """How many numbers all columns have together."""
        lists = len(self.location_offsets) + len(self.location_ids) + len(self.value_offsets) + len(self.values)
        return lists + len(self.label_samples) + self.labels.size


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LocationTable:
    """Locations with their lines: location i has rows `line_offsets[i]:line_offsets[i + 1]` of the line columns."""

    ids: IdArray
    addresses: IdArray
    line_offsets: IntArray
    line_functions: IdArray
    line_numbers: IntArray

    @property
    def numbers(self) -> int:
        """How many numbers all columns have together."""
        return 2 * len(self.ids) + len(self.line_offsets) + 2 * len(self.line_functions)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FunctionTable:
    """Functions; names and files are indexes into the string table."""

    ids: IdArray
    names: IntArray
    system_names: IntArray
    files: IntArray

    @property
    def numbers(self) -> int:
        """How many numbers all columns have together."""
        return 4 * len(self.ids)


def join_samples(tables: Sequence[SampleTable]) -> SampleTable:
    """Tables of consecutive blocks of samples as one."""
    if len(tables) == 1:
        return tables[0]
    starts = offsets_of([len(table) for table in tables])
    return SampleTable(
        location_offsets=_join_offsets([table.location_offsets for table in tables]),
        location_ids=np.concatenate([table.location_ids for table in tables]),
        value_offsets=_join_offsets([table.value_offsets for table in tables]),
        values=np.concatenate([table.values for table in tables]),
        label_samples=np.concatenate(
            [table.label_samples + start for table, start in zip(tables, starts, strict=False)]
        ),
        labels=np.concatenate([table.labels for table in tables]),
    )


def join_locations(tables: Sequence[LocationTable]) -> LocationTable:
    """Tables of consecutive blocks of locations as one."""
    if len(tables) == 1:
        return tables[0]
    return LocationTable(
        ids=np.concatenate([table.ids for table in tables]),
        addresses=np.concatenate([table.addresses for table in tables]),
        line_offsets=_join_offsets([table.line_offsets for table in tables]),
        line_functions=np.concatenate([table.line_functions for table in tables]),
        line_numbers=np.concatenate([table.line_numbers for table in tables]),
    )


def join_functions(tables: Sequence[FunctionTable]) -> FunctionTable:
    """Tables of consecutive blocks of functions as one."""
    if len(tables) == 1:
        return tables[0]
    return FunctionTable(
        ids=np.concatenate([table.ids for table in tables]),
        names=np.concatenate([table.names for table in tables]),
        system_names=np.concatenate([table.system_names for table in tables]),
        files=np.concatenate([table.files for table in tables]),
    )


def _join_offsets(offsets: Sequence[IntArray]) -> IntArray:
    return offsets_of(np.concatenate([np.diff(block) for block in offsets]))
