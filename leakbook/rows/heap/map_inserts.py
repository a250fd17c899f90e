"""Map inserts that a CPU profile shows: heap stacks leave the runtime's frames out (golang/go#71174)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...evidence.columns import IntArray
from ...evidence.model import Capture, EvidenceKind, StackProfile
from ...evidence.names import stable_name
from .blocks import BoolArray, joined
from .booking import site_of
from .containers import MAP_INSERTS


def map_inserting_functions(captures: Sequence[Capture], main_modules: tuple[str, ...]) -> frozenset[str]:
    """Application functions that a CPU profile caught inserting into a map."""
    found: set[str] = set()
    for capture in captures:
        content = capture.reading.content
        if capture.reading.kind is not EvidenceKind.CPU_PROFILE or not isinstance(content, StackProfile):
            continue
        places = content.locations
        inserting = np.array([name.startswith(MAP_INSERTS) for name in places.functions], dtype=np.int32)
        inserts = joined(inserting.take(places.owners), places.offsets[:-1], places.offsets[1:]) != 0
        for sample in np.unique(_samples_with(content, inserts)).tolist():
            frame = site_of(content.frames_of(sample), main_modules)
            if frame is not None:
                found.add(stable_name(frame.function))
    return frozenset(found)


def _samples_with(profile: StackProfile, locations: BoolArray) -> IntArray:
    places = np.flatnonzero(locations[profile.stack_locations]) if len(locations) else np.zeros(0, dtype=np.int64)
    found: IntArray = np.searchsorted(profile.stack_offsets, places, side="right") - 1
    return found
