"""Captures that were posted twice: a script that collects all it can, or somebody who attaches a file again.

One file is one look at the process, however often it comes: counted again it would be a second moment in which nothing
has changed, and a climb would look level.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence

from ..evidence.model import Capture
from .same_content import content_key


def without_copies(captures: Sequence[Capture]) -> tuple[Capture, ...]:
    """The captures without those of the same bytes, time and content as one before, whatever they are named.

    Captures of one bundle have its bytes in common, but neither content nor name.
    """
    posted = Counter(capture.sha256 for capture in captures)
    met: set[Hashable] = set()
    first: list[Capture] = []
    for capture in captures:
        if posted[capture.sha256] > 1:
            key = capture.sha256, capture.captured_at, capture.reading.kind, content_key(capture.reading.content)
            if key in met:
                continue
            met.add(key)
        first.append(capture)
    return tuple(first)
