"""From tables with ids to stacks of frames: `ProfileParts` -> `ProfileStacks`.

Ids are any non-zero numbers: the Go runtime counts from 1, merged and foreign profiles use whatever they like, up to
64 bits. Addresses without lines (a stripped or never symbolised binary) become one frame named by the address.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

import numpy as np

from ...errors import Malformed
from ...limits import DEFAULT_LIMITS, Limits
from ..columns import IntArray, PlaceArray, offsets_of
from ..frames import Frame
from ..locations import Locations
from ..names import normalised
from .bounds import bounded_stacks
from .parts import ProfileParts, text_at, texts_at
from .tables import FunctionTable, IdArray, LocationTable, SampleTable, join_samples
from .wire import decode_functions, decode_locations, sample_blocks


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ProfileStacks:
    """A profile's samples with their stacks resolved, in the columns of `leakbook.evidence.model.StackProfile`.

    `function_names` and `files` are what the function table holds, unnormalised, for telling whose language it is.
    """

    locations: Locations
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


def resolve(parts: ProfileParts, limits: Limits = DEFAULT_LIMITS) -> ProfileStacks:
    """Decode the tables and replace every id. Stacks are cut at `frames_per_stack`. Raises Malformed or OverLimit."""
    functions = decode_functions(parts.functions, limits)
    locations = decode_locations(parts.locations, limits)
    samples, positions = _placed(sample_blocks(parts.samples, limits), places_in(locations.ids))
    names = texts_at(parts.strings, functions.names)
    files = texts_at(parts.strings, functions.files)
    offsets, stacks, notes = _stacks(samples, positions)
    frames = _locations(locations, functions, names, files, parts.strings).cut(limits.frames_per_stack)
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


_NO_IDS: Final = np.zeros(0, dtype=np.uint64)


def _placed(blocks: Iterable[SampleTable], places: Callable[[IdArray], PlaceArray]) -> tuple[SampleTable, PlaceArray]:
    """The samples without the ids of their locations, and where these stand: 30 a sample, found block by block.

    Of 200,000 samples no column of ids is ever made: it would no longer fit the processor's cache.
    """
    tables: list[SampleTable] = []
    found: list[PlaceArray] = []
    for block in blocks:
        found.append(places(block.location_ids))
        tables.append(replace(block, location_ids=_NO_IDS))
    return join_samples(tables), found[0] if len(found) == 1 else np.concatenate(found)


def _stacks(samples: SampleTable, positions: PlaceArray) -> tuple[IntArray, PlaceArray, tuple[str, ...]]:
    """Offsets and location positions of all stacks; ids that no location has are left out with a note."""
    if not len(positions) or positions.min() >= 0:
        return samples.location_offsets, positions, ()
    known = positions >= 0
    kept_before = offsets_of(known.astype(np.int64))
    note = f"{len(known) - int(known.sum())} frames refer to locations that the profile does not have."
    return kept_before[samples.location_offsets], positions[known], (note,)


def places_in(ids: IdArray) -> Callable[[IdArray], PlaceArray]:
    """Tells where in `ids` wanted ones stand, -1 for those that are not there; the last of equal ids counts."""
    if not len(ids):
        return lambda wanted: np.full(len(wanted), -1, dtype=np.int32)
    greatest = int(ids.max())
    if greatest >= 4 * len(ids) + 4096:
        return _SparseIds(ids).places
    table = np.full(greatest + 2, -1, dtype=np.int32)
    table[ids] = np.arange(len(ids), dtype=np.int32)
    beyond = np.uint64(greatest + 1)
    return lambda wanted: table.take(np.minimum(wanted, beyond).view(np.int64))


class _SparseIds:
    """Ids of up to 64 bits: a table of hashes finds nearly all, a search those that share a slot."""

    def __init__(self, ids: IdArray) -> None:
        self._ids = ids
        self._bits = (8 * len(ids)).bit_length()
        self._table = np.zeros(1 << self._bits, dtype=np.int32)
        self._table[_slots(ids, self._bits)] = np.arange(len(ids), dtype=np.int32)
        self._order = np.argsort(ids, kind="stable")
        self._rising = ids.take(self._order)

    def places(self, wanted: IdArray) -> PlaceArray:
        """Where they stand, -1 for those that are not there."""
        found = self._table.take(_slots(wanted, self._bits))
        missed = np.flatnonzero(self._ids.take(found) != wanted)
        sought = wanted.take(missed)
        others = self._order.take(np.maximum(np.searchsorted(self._rising, sought, side="right") - 1, 0))
        found[missed] = np.where(self._ids.take(others) == sought, others, -1)
        return found


def _slots(ids: IdArray, bits: int) -> IntArray:
    return ((ids * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(64 - bits)).astype(np.int64)


def _locations(
    table: LocationTable, functions: FunctionTable, names: list[str], files: list[str], strings: list[str]
) -> Locations:
    """The frames of every location; all lines of one but the last are inlined, and lines without a function none."""
    if not all(names):
        systems = functions.system_names.tolist()
        names = [name or text_at(strings, system) for name, system in zip(names, systems, strict=True)]
    symbols = normalised(names)
    owners = places_in(functions.ids)(table.line_functions)
    inlined = np.ones(len(owners), dtype=np.bool_)
    inlined[table.line_offsets[1:][np.diff(table.line_offsets) > 0] - 1] = False
    offsets, lines = table.line_offsets, table.line_numbers
    named = owners >= 0
    if not all(symbols):
        named[named] = np.array([bool(symbol) for symbol in symbols])[owners[named]]
    if not named.all():
        offsets = offsets_of(named.astype(np.int64))[offsets]
        owners, lines, inlined = owners[named], lines[named], inlined[named]
    found = Locations(functions=symbols, files=files, offsets=offsets, owners=owners, lines=lines, inlined=inlined)
    return _with_addresses(found, table.addresses)


def _with_addresses(locations: Locations, addresses: IdArray) -> Locations:
    """Locations that have no frame with one that is named by the address."""
    depths = np.diff(locations.offsets)
    bare = np.flatnonzero(depths == 0)
    if not len(bare):
        return locations
    before = locations.offsets[bare]
    first = len(locations.functions)
    names = list(map(hex, addresses[bare].tolist()))
    return Locations(
        functions=[*locations.functions, *names],
        files=[*locations.files, *[""] * len(names)],
        offsets=offsets_of(np.maximum(depths, 1)),
        owners=np.insert(locations.owners, before, np.arange(first, first + len(names), dtype=np.int32)),
        lines=np.insert(locations.lines, before, 0),
        inlined=np.insert(locations.inlined, before, False),
        addresses=len(names),
    )


def frames_of(stacks: ProfileStacks) -> list[tuple[Frame, ...]]:
    """Every sample's frames, leaf first: for profiles whose samples are few (goroutines, threads)."""
    bounds = stacks.stack_offsets.tolist()
    locations = list(stacks.locations)
    path = stacks.stack_locations.tolist()
    return [
        tuple(frame for location in path[start:end] for frame in locations[location]) for start, end in pairwise(bounds)
    ]
