"""Heap profiles written as samples, for the tests of heap rows."""

from datetime import datetime

from leakbook.evidence.frames import Frame
from leakbook.evidence.model import Capture, EvidenceKind, Reading, StackSample, ValueType
from leakbook.evidence.profiles import profile_of_samples

TYPES = [ValueType(type=name, unit="") for name in ("alloc_objects", "alloc_space", "inuse_objects", "inuse_space")]

Sample = tuple[tuple[str, ...], int, int, int]
"""Frames leaf first, object size, objects allocated, objects in use."""


def profile(order: int, *samples: Sample, minutes: datetime | None = None) -> Capture:
    """A heap profile of these samples, scaled already."""
    content = profile_of_samples(
        TYPES,
        [
            StackSample(
                frames=tuple(Frame(function=name) for name in frames),
                values=(made, made * size, kept, kept * size),
                object_bytes=size,
            )
            for frames, size, made, kept in samples
        ],
        period=512 * 1024,
    )
    reading = Reading(kind=EvidenceKind.HEAP_PROFILE, content=content)
    return Capture(name=f"heap-{order}", order=order, reading=reading, captured_at=minutes, sha256=str(order), size=1)
