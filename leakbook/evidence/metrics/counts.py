"""Descriptors that a shell counted: `ls /proc/PID/fd | wc -l` or `lsof -p PID | wc -l`, the figure on the next line.

`lsof` counts its head and the libraries that are mapped as well, always the same few.
"""

from __future__ import annotations

import re
from typing import Final

from ...limits import Limits
from .points import Gathered
from .times import time_on_line

_SERIES: Final = "process_open_fds"
_COUNTED: Final = re.compile(
    r"^([^\n]{0,300}?(?:\blsof\b[^\n|]{0,200}-p|/fd\b)[^\n]{0,200}\|\s{0,4}wc\b[^\n]{0,200})\r?\n"
    r"[ \t]{0,12}(\d{1,8})[ \t\r]*$",
    re.MULTILINE,
)


def recognises(text: str) -> bool:
    """Whether such a count stands in the text."""
    return ("| wc" in text or "|wc" in text) and _COUNTED.search(text) is not None


def gather(text: str, limits: Limits) -> Gathered:
    """A point for each count, at the time its prompt tells."""
    gathered = Gathered(limits=limits)
    found = [(time_on_line(command), float(figure)) for command, figure in _COUNTED.findall(text)]
    timed = all(at is not None for at, _ in found)
    for at, value in found:
        gathered.add(_SERIES, (), at if timed else None, value)
    return gathered
