"""Goroutine, goroutineleak and threadcreate profiles in protobuf -> `GoroutineSnapshot`.

Their stacks keep the runtime frames a goroutine parked in, leaf first, so its state can be told::

    runtime.gopark runtime.chansend runtime.chansend1 main.leakSend.func1 runtime.goexit      chan send

How long it waits, who started it and the wait reason itself are not in the format.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

from ...errors import OverLimit
from ...limits import Limits
from ..frames import Frame
from ..model import EvidenceKind, GoroutineGroup, GoroutineSnapshot
from ..states import state_from_frames
from .parts import ProfileParts, text_at
from .stacks import ProfileStacks, frames_of

_LABELS_PER_SAMPLE: Final = 64

Labels = tuple[tuple[str, str], ...]


def goroutine_snapshot(
    stacks: ProfileStacks, parts: ProfileParts, kind: EvidenceKind, limits: Limits
) -> tuple[GoroutineSnapshot, tuple[str, ...]]:
    """The snapshot and notes. Raises OverLimit for more distinct stacks than `limits.stacks`."""
    labels = _labels(stacks, parts)
    counts: Counter[tuple[str | None, tuple[Frame, ...], Labels]] = Counter()
    values = stacks.values[:, 0].tolist()
    for index, frames in enumerate(frames_of(stacks)):
        state, rest = state_from_frames(frames)
        counts[state, rest, labels.get(index, ())] += values[index]
    if len(counts) > limits.stacks:
        raise OverLimit(f"The profile has {len(counts)} distinct stacks.", limit="stacks")
    gone = sum(1 for count in counts.values() if count < 0)
    leaked = kind is EvidenceKind.GOROUTINELEAK_PROFILE
    groups = tuple(
        GoroutineGroup(
            state=state,
            frames=frames,
            created_by=None,
            count=count,
            unreachable=count if leaked else None,
            labels=of_stack,
        )
        for (state, frames, of_stack), count in counts.items()
        if count > 0
    )
    is_delta = gone > 0 or parts.duration_nanos > 0
    notes: tuple[str, ...] = ()
    if is_delta:
        notes = (f"The profile is a difference of two: only what was added is shown; {gone} stacks became fewer.",)
    return GoroutineSnapshot(
        groups=tuple(sorted(groups, key=_order)),
        total=sum(group.count for group in groups),
        complete=not is_delta,
        only_unreachable=leaked,
    ), notes


def _order(group: GoroutineGroup) -> tuple[object, ...]:
    return (
        -group.count,
        tuple((frame.function, frame.file or "", frame.line or 0) for frame in group.frames),
        group.labels,
        group.state or "",
    )


def _labels(stacks: ProfileStacks, parts: ProfileParts) -> dict[int, Labels]:
    """Per sample its labels in order of key; a numeric one as its number."""
    found: dict[int, list[tuple[str, str]]] = {}
    for sample, (key, text, number, _) in zip(stacks.label_samples.tolist(), stacks.labels.tolist(), strict=True):
        of_sample = found.setdefault(sample, [])
        if len(of_sample) < _LABELS_PER_SAMPLE:
            value = text_at(parts.strings, text) if text else str(number)
            of_sample.append((text_at(parts.strings, key), value))
    return {sample: tuple(sorted(labels)) for sample, labels in found.items()}
