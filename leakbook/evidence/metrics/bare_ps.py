"""Rows of `ps -o pid,vsz,rss,args` that were pasted without their head and command.

::

    Fri May  1 15:04:05 UTC 2026
     2805 308912 13960 /usr/local/bin/desk -config 00:00:00

What they must have in common tells them from other figures: one process and command, pages of four kilobytes, and far
more address space, which a Go program reserves at its start, than memory.
"""

from __future__ import annotations

import re
from typing import Final

from ...limits import Limits
from .commands import pid_label
from .names import RESIDENT
from .points import Gathered
from .row_times import STAMP, row_times
from .system import is_other_program

_ROW: Final = re.compile(
    r"^[ \t*>]{0,8}" + STAMP + r"(?P<process>\d{1,9})[ \t]{1,12}(?P<virtual>\d{5,12})[ \t]{1,12}(?P<figure>\d{4,12})"
    r"[ \t]{1,12}(?P<command>(?:\.{0,2}/|[A-Za-z])[\w./+-]{0,200})(?:[ \t][^\n]{0,400})?$",
    re.MULTILINE,
)
_SHORT: Final = 256 * 1024
_FEWEST: Final = 3
_PAGE: Final = 4
"""Kilobytes; every figure of ps is whole pages."""
_LEAST_VIRTUAL: Final = 64 * 1024
"""Kilobytes: the runtime's first arena alone has 64 MB."""
_FAR_MORE: Final = 2


def recognises(text: str) -> bool:
    """Whether such rows of one process stand in the text."""
    return bool(_rows(text))


def gather(text: str, limits: Limits) -> Gathered:
    """A point for each row."""
    gathered = Gathered(limits=limits)
    rows = _rows(text)
    points = [
        (at, float(row["figure"]) * 1024, pid_label(row["process"]))
        for at, row in zip(row_times(text, rows), rows, strict=True)
    ]
    gathered.add_series(RESIDENT, points)
    return gathered


def _rows(text: str) -> list[re.Match[str]]:
    if len(text) > _SHORT:
        return []
    rows = list(_ROW.finditer(text))
    whose = {(row["process"], row["command"]) for row in rows}
    is_ps = len(rows) >= _FEWEST and len(whose) == 1 and all(map(_is_of_ps, rows)) and not is_other_program(rows[0][0])
    return rows if is_ps else []


def _is_of_ps(row: re.Match[str]) -> bool:
    virtual, resident = int(row["virtual"]), int(row["figure"])
    in_pages = virtual % _PAGE == 0 and resident % _PAGE == 0
    return in_pages and virtual >= max(_LEAST_VIRTUAL, _FAR_MORE * resident)
