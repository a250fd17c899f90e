"""Captures that were posted twice: a script that collects all it can, or somebody who attaches a file again.

One file is one look at the process, however often it comes: counted again it would be a second moment in which nothing
has changed, and a climb would look level.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from typing import Final

from ..evidence.model import Capture
from .lineage import Lineage
from .same_content import content_key

_SAID: Final = 3
"""Files that a warning names."""


def posted_once(captures: Sequence[Capture]) -> Lineage:
    """The captures without those of the same bytes, time and content as one before, whatever they are named.

    Captures of one bundle have its bytes in common, but neither content nor name. A sentence names the files that were
    posted twice, where any was.
    """
    copies = list(_copies(captures))
    twice = {
        (capture.position, copied.position): f"{capture.name} is {copied.name} again"
        for capture, copied in copies
        if copied is not None and copied.position != capture.position
    }
    return Lineage(
        captures=tuple(capture for capture, copied in copies if copied is None),
        doubts=(_say(list(twice.values())),) if twice else (),
    )


def _say(twice: Sequence[str]) -> str:
    said = [*twice[:_SAID], *([f"{len(twice) - _SAID} more"] if len(twice) > _SAID else [])]
    return f"posted_twice: {', '.join(said)}: what has the same bytes counts once."


def _copies(captures: Sequence[Capture]) -> Iterator[tuple[Capture, Capture | None]]:
    """Each capture with the one before it that it repeats."""
    posted = Counter(capture.sha256 for capture in captures)
    met: dict[Hashable, Capture] = {}
    for capture in captures:
        copied = None
        if posted[capture.sha256] > 1:
            key = capture.sha256, capture.captured_at, capture.reading.kind, content_key(capture.reading.content)
            copied = met.get(key)
            met.setdefault(key, capture)
        yield capture, copied
