"""Resident sizes that a program or a person wrote again and again, each with how long it had run, and nothing else.

::

    bench: @65.145s rss: 3760.1 MiB, cpu: 102.4%
    After 2h: RSS 240 MB

A size alone, or a few without times, tell versions, machines or settings apart as often as moments. Four whose times
ascend are moments of one process.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from ...limits import Limits
from ..signs import Sign
from . import prints
from .points import Gathered

_LEAST: Final = 4
_SIGN: Final = Sign(r"(?<![\w.])(?:RSS|rss|Resident size)\b[^\n]{0,4}\d", "RSS", "rss", "Resident size")


def recognises(text: str) -> bool:
    """Whether at least four sizes with a unit stand there, each later than the one before."""
    if not _SIGN.stands_in(text):
        return False
    times = prints.resident_times(text)
    told = [time for time in times if time is not None]
    return len(told) == len(times) >= _LEAST and all(early < late for early, late in pairwise(told))


def gather(text: str, limits: Limits) -> Gathered:
    """A moment for each line."""
    return prints.gather(text, limits)
