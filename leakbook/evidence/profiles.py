"""Profiles in columns, made of samples as objects: for readers of text, whose profiles are small."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .columns import offsets_of
from .frames import Frame
from .locations import Locations
from .model import RuntimeMetrics, StackProfile, StackSample, ValueType

_LARGEST = 2**53
"""Beyond what any process holds, and a few hundred of it still add up within 64 bits."""


def _storable(value: int) -> int:
    """A printed figure that a column can hold; text may state any number at all."""
    return max(-_LARGEST, min(value, _LARGEST))


def profile_of_samples(
    types: Sequence[ValueType],
    samples: Sequence[StackSample],
    *,
    period: int | None = None,
    duration_seconds: float | None = None,
    is_delta: bool = False,
    scaled: bool = True,
    metrics: RuntimeMetrics | None = None,
) -> StackProfile:
    """A profile in columns from samples as objects (text readers); one location per distinct frame."""
    positions: dict[Frame, int] = {}
    stacks = [[positions.setdefault(frame, len(positions)) for frame in sample.frames] for sample in samples]
    rows = [[_storable(value) for value in sample.values] for sample in samples]
    values = np.array(rows, dtype=np.int64).reshape(len(samples), len(types))
    return StackProfile(
        types=tuple(types),
        locations=Locations.of_frames(list(positions)),
        stack_offsets=offsets_of([len(stack) for stack in stacks]),
        stack_locations=np.array([location for stack in stacks for location in stack], dtype=np.int32),
        values=values,
        object_bytes=np.array([_storable(sample.object_bytes or 0) for sample in samples], dtype=np.int64),
        period=period,
        duration_seconds=duration_seconds,
        is_delta=is_delta,
        scaled=scaled,
        metrics=metrics,
    )
