"""Resident memory in a table whose columns ps was asked for: its head, or the command above it, says where RSS stands.

::

      PID    VSZ   RSS COMMAND                                                  ps -eo pid,vsz,rss,comm
    16719 558590 256180 shop serve
    UID   PID PPID C    SZ    RSS PSR STIME TTY      TIME CMD                   ps -F
    USER  PID %CPU %MEM      VSZ    RSS   TT  STAT STARTED      TIME COMMAND    ps aux on macOS
    $ ps -o rss= -p 4217                                                        a bare figure, again and again
    75088

Kilobytes. As in `metrics.system`, figures are of one process: of several that are listed once none is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from ...limits import Limits
from ..signs import Sign
from .points import Gathered
from .system import is_other_program, the_process
from .times import clock_on_line, time_on_line

_SERIES: Final = "process_resident_memory_bytes"
_KILOBYTE: Final = 1024

_HEAD: Final = re.compile(r"[A-Z%][A-Z%_+()]{0,15}(?:\s{1,40}[A-Z%][A-Z%_+()]{0,15}){0,24}")
_ASKED: Final = re.compile(
    r"\bps\s(?:[^\n|]{0,200}?\s)?-?[a-zA-Z]{0,6}o\s{0,2}[\"']?([a-z%=]{2,12}(?:,[a-z%=]{2,12}){0,20})"
)
_SIGN: Final = Sign(r"\bRSS\b|\bps\b[^\n]{0,200}\brss\b", "RSS", "rss")
_WORDY: Final = frozenset({"CMD", "COMMAND", "ARGS", "COMM", "STARTED", "UCMD"})
"""Columns that may hold several words: where one stands before RSS, columns are counted from the end of the row."""
_LONGEST: Final = 2000
_LARGEST: Final = 2**22
"""Characters beyond which no text is a log of ps, and looking for its words costs too much."""


class _Columns(NamedTuple):
    resident: int
    process: int | None
    """Places of RSS and PID; negative ones count from the end."""
    width: int
    has_command: bool


class _Row(NamedTuple):
    process: str
    at: float | None
    kilobytes: int


def recognises(text: str) -> bool:
    """Whether such a table, with the resident memory of one process, stands in the text."""
    return bool(_rows(text))


def gather(text: str, limits: Limits) -> Gathered:
    """A point for each row of the process."""
    gathered = Gathered(limits=limits)
    rows = _rows(text)
    timed = all(row.at is not None for row in rows)
    for row in rows:
        gathered.add(_SERIES, (), row.at if timed else None, float(row.kilobytes * _KILOBYTE))
    return gathered


def _rows(text: str) -> list[_Row]:
    if len(text) > _LARGEST or not _SIGN.stands_in(text):
        return []
    found = list(_listed(text))
    only = the_process([row.process for row in found])
    return [row for row in found if row.process == only]


def _listed(text: str) -> Iterator[_Row]:
    columns: _Columns | None = None
    for line in text.splitlines():
        words = line[:_LONGEST].strip(" \t*>|").split()
        if (begun := _begun(line[:_LONGEST], words)) is not None:
            columns = begun
        elif columns is not None and words:
            row = _row(columns, words, line)
            if row is not None:
                yield row


def _begun(line: str, words: list[str]) -> _Columns | None:
    """The columns that begin with this line: a head, or a command that asks for them."""
    if "RSS" in words and _HEAD.fullmatch(" ".join(words)):
        return _columns(words)
    asked = _ASKED.search(line) if "rss" in line else None
    if asked is None:
        return None
    names = [name.rstrip("=").upper() for name in asked[1].split(",")]
    return _columns(names) if "RSS" in names else None


def _columns(names: list[str]) -> _Columns:
    return _Columns(
        resident=_place_of("RSS", names),
        process=_place_of("PID", names) if "PID" in names else None,
        width=len(names),
        has_command=names[-1] in _WORDY,
    )


def _place_of(name: str, names: list[str]) -> int:
    """Where the column's word stands in a row, from the end behind a column of several words."""
    place = names.index(name)
    return place - len(names) if any(other in _WORDY for other in names[:place]) else place


def _row(columns: _Columns, words: list[str], line: str) -> _Row | None:
    fits = len(words) >= columns.width if columns.has_command or columns.resident < 0 else len(words) == columns.width
    if not fits or not words[columns.resident].isdecimal() or len(words[columns.resident]) > 15:
        return None
    if columns.process is not None and not words[columns.process].isdecimal():
        return None
    if is_other_program(line):
        return None
    command = " ".join(words[columns.width - 1 :]) if columns.has_command else ""
    at = time_on_line(line)
    return _Row(
        process=words[columns.process] if columns.process is not None else command,
        at=at if at is not None else clock_on_line(line) if columns.width == 1 else None,
        kilobytes=int(words[columns.resident]),
    )
