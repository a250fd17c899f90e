"""Captures that were posted twice: a script that collects all it can, or somebody who attaches a file again.

One file is one look at the process, however often it comes: counted again it would be a second moment in which nothing
has changed, and a climb would look level.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from ..evidence.model import Capture, StackProfile


def without_copies(captures: Sequence[Capture]) -> tuple[Capture, ...]:
    """The captures without those of the same bytes, time and content as one before, whatever they are named."""
    kept: defaultdict[str, list[Capture]] = defaultdict(list)
    first: list[Capture] = []
    for capture in captures:
        if not any(_is_copy(capture, other) for other in kept[capture.sha256]):
            kept[capture.sha256].append(capture)
            first.append(capture)
    return tuple(first)


def _is_copy(one: Capture, other: Capture) -> bool:
    """Captures of one bundle have its bytes in common, but neither content nor name."""
    if one.captured_at != other.captured_at or one.reading.kind is not other.reading.kind:
        return False
    first, second = one.reading.content, other.reading.content
    if isinstance(first, StackProfile) and isinstance(second, StackProfile):
        return first.types == second.types and np.array_equal(first.values, second.values)
    return first == second
