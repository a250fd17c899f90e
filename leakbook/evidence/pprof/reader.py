"""pprof protobuf profiles (github.com/google/pprof/proto/profile.proto), unpacked.

Sample, the first bytes of a Go heap profile::

    0a 04 08 01 10 02    sample_type { type: 1 unit: 2 }      strings 1 and 2 come at the very end
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

import numpy as np

from ...limits import Limits
from ..columns import IntArray
from ..model import EvidenceKind, Reading, StackProfile, ValueType
from .goroutines import goroutine_snapshot
from .kind import kind_of, named_types, releases_locks, require_go
from .parts import ProfileParts, looks_serialised, split
from .references import is_reference_path, up_to_containers
from .stacks import ProfileStacks, resolve

_SNAPSHOTS: Final = {
    EvidenceKind.GOROUTINE_PROFILE,
    EvidenceKind.GOROUTINELEAK_PROFILE,
    EvidenceKind.THREADCREATE_PROFILE,
}
_YEAR_3000_NANOS: Final = 32_503_680_000 * 10**9


class PprofReader:
    """Reads any pprof profile that a Go program writes, merged, converted and anonymised ones too."""

    def recognises(self, head: bytes) -> bool:
        """Whether the content is a serialised profile; 4 KiB of it are enough."""
        return looks_serialised(head)

    def read(self, content: bytes, limits: Limits) -> tuple[Reading, ...]:
        """One reading. Raises Malformed, NotGo, NotRecognised (a kind no Go profile has) or OverLimit."""
        parts = split(content, limits)
        types = named_types(parts.types, parts.period_type)
        stacks = resolve(parts, limits)
        kind = kind_of(types)
        if kind is EvidenceKind.HEAP_PROFILE and is_reference_path(stacks.function_names):
            notes: tuple[str, ...] = (
                "Frames are paths of references, as goref writes them, not calls: each ends at the container.",
            )
            stacks = up_to_containers(stacks, _objects(stacks, types))
        else:
            kind, notes = require_go(stacks.function_names, stacks.files, kind, types)
        captured_at, time_notes = _captured_at(parts.time_nanos)
        notes, binary = (*notes, *stacks.notes, *time_notes), parts.binary
        if kind in _SNAPSHOTS:
            snapshot, more = goroutine_snapshot(stacks, parts, kind, limits)
            notes = (*notes, *more)
            return (Reading(kind=kind, content=snapshot, captured_at=captured_at, notes=notes, binary=binary),)
        if kind is EvidenceKind.BLOCK_PROFILE and releases_locks(_leaves(stacks)):
            kind = EvidenceKind.MUTEX_PROFILE
        profile, more = _stack_profile(stacks, parts, types, kind)
        return (Reading(kind=kind, content=profile, captured_at=captured_at, notes=(*notes, *more), binary=binary),)


def _objects(stacks: ProfileStacks, types: tuple[ValueType, ...]) -> IntArray:
    """The objects in use of each sample, as a goref profile counts them."""
    places = [place for place, value_type in enumerate(types) if value_type.type == "inuse_objects"]
    return stacks.values[:, places[0]] if places else np.zeros(len(stacks.values), dtype=np.int64)


def _captured_at(time_nanos: int) -> tuple[datetime | None, tuple[str, ...]]:
    if time_nanos == 0:
        return None, ()
    if not 0 < time_nanos < _YEAR_3000_NANOS:
        return None, (f"The profile's own time is no date ({time_nanos} ns); it is ignored.",)
    return datetime.fromtimestamp(time_nanos / 1e9, UTC), ()


def _leaves(stacks: ProfileStacks) -> list[list[str]]:
    """The functions next to each stack's leaf."""
    firsts = stacks.stack_offsets[:-1][np.diff(stacks.stack_offsets) > 0]
    ends = stacks.stack_offsets[1:][np.diff(stacks.stack_offsets) > 0]
    return [
        [
            frame.function
            for place in stacks.stack_locations[first : min(end, first + 3)].tolist()
            for frame in stacks.locations[place]
        ]
        for first, end in zip(firsts.tolist(), ends.tolist(), strict=True)
    ]


def _stack_profile(
    stacks: ProfileStacks, parts: ProfileParts, types: tuple[ValueType, ...], kind: EvidenceKind
) -> tuple[StackProfile, tuple[str, ...]]:
    is_heap = kind is EvidenceKind.HEAP_PROFILE
    subtracted = _is_subtracted(stacks, parts)
    is_delta = subtracted or (parts.duration_nanos > 0 and kind is not EvidenceKind.CPU_PROFILE)
    notes = ("The profile is a difference of two: values are changes.",) if subtracted else ()
    return StackProfile(
        types=types,
        locations=stacks.locations,
        stack_offsets=stacks.stack_offsets,
        stack_locations=stacks.stack_locations,
        values=stacks.values,
        object_bytes=_object_bytes(stacks, parts) if is_heap else np.zeros(len(stacks.values), dtype=np.int64),
        period=parts.period if is_heap and parts.period > 0 else None,
        duration_seconds=parts.duration_nanos / 1e9 if parts.duration_nanos > 0 else None,
        is_delta=is_delta,
    ), notes


def _is_subtracted(stacks: ProfileStacks, parts: ProfileParts) -> bool:
    """Whether pprof subtracted a base: negative values, or the label -diff_base leaves on the base's samples."""
    if len(stacks.values) and int(stacks.values.min()) < 0:
        return True
    return "pprof::base" in parts.strings and bool(np.any(stacks.labels[:, 0] == parts.strings.index("pprof::base")))


def _object_bytes(stacks: ProfileStacks, parts: ProfileParts) -> IntArray:
    if "bytes" not in parts.strings:
        return np.zeros(len(stacks.values), dtype=np.int64)
    return stacks.label_numbers(parts.strings.index("bytes"))
