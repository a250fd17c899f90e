"""What a pool child does with memory that a job has freed: it keeps some, for a job soon asks for as much again.

glibc gives the end of its heap back to the system as soon as 128 KiB of it are free, and the next array has its pages
made anew, thousands of times a job: a third of the time of two heap profiles of half a megabyte. Both limits rise by
themselves with what is freed, so that a child which once had a large job keeps as much in any case (mallopt(3)).
"""

from __future__ import annotations

import ctypes
from typing import Final

KEPT_BYTES: Final = 64 * 2**20
"""Free at the end of the heap before any is given back; what glibc allows itself at most."""
OWN_PAGES_FROM: Final = 4 * 2**20
"""Bytes of an array that goes back to the system when it is freed."""

_TRIM_THRESHOLD: Final = -1
_MMAP_THRESHOLD: Final = -3
"""malloc.h's numbers of the options."""


def keep_freed_memory() -> None:
    """Set both limits, where the C library is glibc: others have no such options."""
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(_TRIM_THRESHOLD, KEPT_BYTES)
        mallopt(_MMAP_THRESHOLD, OWN_PAGES_FROM)
