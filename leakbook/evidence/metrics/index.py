"""The index page of net/http/pprof: how many goroutines and threads there are, as copied from a browser or from curl.

::

    /debug/pprof/
    Types of profiles available:
    Count\tProfile
    21\tallocs
    7684\tgoroutine
    12\tthreadcreate

Only these two count what there is: of the other profiles the page counts the distinct stacks. A second page in the text
is the next moment. Sources: net/http/pprof `Index`, of Go 1.2 to 1.27; client_golang's `go_threads` counts the same.
"""

from __future__ import annotations

import re
from typing import Final

from ...limits import Limits
from .points import Gathered

_ROW: Final = re.compile(
    r"^[ \t]{0,40}(\d{1,9})[ \t]{1,8}(allocs|block|cmdline|goroutine|heap|mutex|threadcreate|trace)[ \t]*$",
    re.MULTILINE,
)
_SERIES: Final = {"goroutine": "go_goroutines", "threadcreate": "go_threads"}
_PROFILES: Final = 3
"""Rows of different profiles that make a page: some Go releases list four, others nine."""


def recognises(text: str) -> bool:
    """Whether a page with a count of goroutines stands in the text."""
    if "goroutine" not in text or "threadcreate" not in text:
        return False
    named = {row[2] for row in _ROW.finditer(text)}
    return "goroutine" in named and len(named) >= _PROFILES


def gather(text: str, limits: Limits) -> Gathered:
    """Goroutines and threads, a point for each page. The page tells no time."""
    gathered = Gathered(limits=limits)
    for row in _ROW.finditer(text):
        if row[2] in _SERIES:
            gathered.add(_SERIES[row[2]], (), None, float(row[1]))
    return gathered
