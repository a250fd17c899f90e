"""From tables with ids to stacks of frames: `ProfileParts` -> `ProfileStacks`.

Ids are any non-zero numbers: the Go runtime counts from 1, merged and foreign profiles use whatever they like, up to
64 bits. Addresses without lines (a stripped or never symbolised binary) become one frame named by the address.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final, cast

import numpy as np

from ..errors import Malformed
from ..limits import DEFAULT_LIMITS, Limits
from .model import Frame, IntArray, PlaceArray
from .names import normalised
from .pprof_bounds import bounded_stacks
from .pprof_parts import ProfileParts, text_at, texts_at
from .pprof_tables import FunctionTable, IdArray, LocationTable, NarrowIds, SampleTable, offsets_of
from .pprof_wire import decode_functions, decode_locations, decode_samples


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ProfileStacks:
    """A profile's samples with their stacks resolved, in the columns of `leakbook.evidence.model.StackProfile`.

    `function_names` and `files` are what the function table holds, unnormalised, for telling whose language it is.
    """

    locations: tuple[tuple[Frame, ...], ...]
    stack_offsets: IntArray
    stack_locations: PlaceArray
    values: IntArray
    label_samples: IntArray
    labels: IntArray
    function_names: list[str]
    files: list[str]
    notes: tuple[str, ...]

    def label_numbers(self, key: int) -> IntArray:
        """The numeric label with that key (a string table index) for every sample, 0 where it has none."""
        numbers = np.zeros(len(self.values), dtype=np.int64)
        of_key = np.flatnonzero(self.labels[:, 0] == key)
        numbers[self.label_samples[of_key]] = self.labels[of_key, 2]
        return numbers


_TOGETHER: Final = 2**16
"""Frames whose locations are looked up at a time."""


def resolve(parts: ProfileParts, limits: Limits = DEFAULT_LIMITS) -> ProfileStacks:
    """Decode the tables and replace every id. Stacks are cut at `frames_per_stack`. Raises Malformed or OverLimit."""
    functions = decode_functions(parts.functions, limits)
    locations = decode_locations(parts.locations, limits)
    samples = decode_samples(parts.samples, limits)
    names = texts_at(parts.strings, functions.names)
    files = texts_at(parts.strings, functions.files)
    offsets, stacks, notes = _stacks(samples, locations.ids)
    frames = _location_frames(locations, functions, names, files, parts.strings)
    frames = tuple(inlined[: limits.frames_per_stack] for inlined in frames)
    offsets, stacks, cut = bounded_stacks(offsets, stacks, frames, limits)
    return ProfileStacks(
        locations=frames,
        stack_offsets=offsets,
        stack_locations=stacks,
        values=_value_rows(samples, len(parts.types)),
        label_samples=samples.label_samples,
        labels=samples.labels,
        function_names=names,
        files=files,
        notes=(*notes, *cut),
    )


def _value_rows(samples: SampleTable, types: int) -> IntArray:
    counts = np.diff(samples.value_offsets)
    odd = np.flatnonzero(counts != types)
    if len(odd):
        raise Malformed(
            f"Sample {odd[0]} of the profile has {counts[odd[0]]} values.",
            found=str(counts[odd[0]]),
            expected=f"{types}, one for each sample type",
        )
    return samples.values.reshape(len(samples), types)


def _stacks(samples: SampleTable, ids: IdArray) -> tuple[IntArray, PlaceArray, tuple[str, ...]]:
    """Offsets and location positions of all stacks; ids that no location has are left out with a note."""
    positions = _positions(ids, samples.location_ids)
    if not len(positions) or positions.min() >= 0:
        return samples.location_offsets, positions, ()
    known = positions >= 0
    kept_before = offsets_of(known.astype(np.int64))
    note = f"{len(known) - int(known.sum())} frames refer to locations that the profile does not have."
    return kept_before[samples.location_offsets], positions[known], (note,)


def _positions(ids: IdArray, wanted: NarrowIds) -> PlaceArray:
    """Where in `ids` each wanted id stands, -1 for those that are not there; the last of equal ids counts."""
    if not len(ids) or not len(wanted):
        return np.full(len(wanted), -1, dtype=np.int32)
    greatest = int(ids.max())
    if greatest < 4 * len(ids) + 4096:
        table = np.full(greatest + 2, -1, dtype=np.int32)
        table[ids] = np.arange(len(ids), dtype=np.int32)
        positions = np.empty(len(wanted), dtype=np.int32)
        for first in range(0, len(wanted), _TOGETHER):  # numpy takes by 64-bit numbers only: never all of them at once
            some = slice(first, first + _TOGETHER)
            positions[some] = table.take(np.minimum(wanted[some], greatest + 1).astype(np.int64))
        return positions
    order = np.argsort(ids, kind="stable")
    ranks = np.searchsorted(ids[order], wanted, side="right") - 1
    found = order[np.maximum(ranks, 0)]
    return np.where(ids[found] == wanted, found, -1).astype(np.int32)


def _location_frames(
    locations: LocationTable, functions: FunctionTable, names: list[str], files: list[str], strings: list[str]
) -> tuple[tuple[Frame, ...], ...]:
    """The frames of every location, innermost first; equal frames are one object."""
    if not all(names):
        systems = functions.system_names.tolist()
        names = [name or text_at(strings, system) for name, system in zip(names, systems, strict=True)]
    symbols = normalised(names)
    frames = _line_frames(locations, _positions(functions.ids, locations.line_functions), symbols, files)
    places = pairwise(locations.line_offsets.tolist())
    if any(frame is None for frame in frames):
        stacks = [tuple(frame for frame in frames[start:end] if frame is not None) for start, end in places]
    else:
        whole = cast("list[Frame]", frames)
        stacks = [tuple(whole[start:end]) for start, end in places]
    return tuple(
        stack or (Frame(function=f"0x{address:x}"),)
        for stack, address in zip(stacks, locations.addresses.tolist(), strict=True)
    )


@lru_cache(maxsize=2**16)
def _frame(function: str, file: str, line: int, inlined: bool) -> Frame:  # noqa: FBT001 - a cache's key
    """The frame of a line; the profiles of one process, read one after the other, share them."""
    return Frame(function=function, file=file or None, line=line if line > 0 else None, inlined=inlined)


def _line_frames(
    locations: LocationTable, owners: PlaceArray, symbols: list[str], files: list[str]
) -> list[Frame | None]:
    """A frame for every line, None where it has no function; all lines of a location but the last are inlined."""
    inlined = np.ones(len(owners), dtype=bool)
    inlined[locations.line_offsets[1:][np.diff(locations.line_offsets) > 0] - 1] = False
    made: dict[tuple[int, int, bool], Frame] = {}
    frames: list[Frame | None] = []
    for key in zip(owners.tolist(), locations.line_numbers.tolist(), inlined.tolist(), strict=True):
        frame = made.get(key)
        if frame is None:
            owner, number, is_inlined = key
            if owner < 0 or not symbols[owner]:
                frames.append(None)
                continue
            made[key] = frame = _frame(symbols[owner], files[owner], number, is_inlined)
        frames.append(frame)
    return frames


def frames_of(stacks: ProfileStacks) -> list[tuple[Frame, ...]]:
    """Every sample's frames, leaf first: for profiles whose samples are few (goroutines, threads)."""
    bounds = stacks.stack_offsets.tolist()
    locations: Sequence[tuple[Frame, ...]] = stacks.locations
    path = stacks.stack_locations.tolist()
    return [
        tuple(frame for location in path[start:end] for frame in locations[location]) for start, end in pairwise(bounds)
    ]
