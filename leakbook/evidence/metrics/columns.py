"""Resident memory in a table whose columns ps was asked for: its head, or the command above it, says where RSS stands.

::

      PID    VSZ   RSS COMMAND                                                  ps -eo pid,vsz,rss,comm
    16719 558590 256180 shop serve
    UID   PID PPID C    SZ    RSS PSR STIME TTY      TIME CMD                   ps -F
    USER  PID %CPU %MEM      VSZ    RSS   TT  STAT STARTED      TIME COMMAND    ps aux on macOS
    $ ps -o rss= -p 4217                                                        a bare figure, again and again
    75088

Kilobytes. As in `metrics.system`, figures are of one process: of several that are listed once none is taken. The next
command ends the columns, and a bare figure is ps's own only right below it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Final, NamedTuple

from ...limits import Limits
from .commands import LONGEST, after_option, elsewhere, is_alone, is_prompt, keeps_rows, pid_label, process_named
from .names import RESIDENT
from .one_process import of_one_process
from .points import Gathered
from .row_times import LONGEST_DATE, dated
from .system import is_other_program
from .times import time_on_line

_KILOBYTE: Final = 1024

_HEAD_WORD: Final = re.compile(r"[A-Z%][A-Z%_+()]{0,15}")
_HEAD_WORDS: Final = 25
_PS: Final = re.compile(r"\bps\s")
_FORMAT: Final = re.compile(r"-?[a-zA-Z]{0,6}o|--format")
_REPEATS: Final = re.compile(r"\b(?:while|until|for|watch|sleep)\b")
_NAMES: Final = re.compile(r"(?:-?[a-zA-Z]{0,6}o|--format=)?[\"']?([a-z%_][a-z%_=,:\d]{1,200})[\"');]{0,3}")
_WORDY: Final = frozenset({"CMD", "COMMAND", "ARGS", "COMM", "STARTED", "UCMD", "UCOMM"})
"""Columns that may hold several words."""
_WORDS: Final = {"LSTART": 5}
"""Columns that always hold so many: Wed Nov 25 03:44:02 2026."""
_BEGINNINGS: Final = frozenset({"STARTED", "START", "STIME", "LSTART"})
"""When a process was started, not when it was looked at."""
_LARGEST: Final = 2**22
"""Characters beyond which no text is a log of ps, and looking for its words costs too much."""


class _Place(NamedTuple):
    """Where a column's word stands in a row."""

    word: int
    """Counted from the end where negative."""
    characters: tuple[int, int] | None = None
    """Those of its head; then words before and behind vary, and the one below the head is meant."""

    def of(self, words: Sequence[str], line: str) -> str | None:
        """The column's word, None where it is not clear which."""
        if self.characters is None:
            return words[self.word]
        start, end = self.characters
        below = [found[0] for found in re.finditer(r"\S+", line) if found.start() < end and found.end() > start]
        return below[0] if len(below) == 1 and "\t" not in line else None


class _Columns(NamedTuple):
    resident: _Place
    process: _Place | None
    process_ends: int | None
    """Where the head of PID ends."""
    width: int
    is_open: bool
    """Whether a row may have more words than this."""
    has_command: bool
    has_beginning: bool
    named: str | None
    """The process that the command asked for, or the words by which it asked."""
    is_bare: bool
    place: str
    """The machine or container to which the command was sent, as it was written."""
    is_once: bool
    """Whether one row is all that the command printed."""


class _Row(NamedTuple):
    process: str
    at: float | None
    kilobytes: int
    has_number: bool
    above: float | None = None
    """What `date` printed last above the row."""


def recognises(text: str) -> bool:
    """Whether such a table, with the resident memory of one process, stands in the text."""
    return bool(_rows(text))


def gather(text: str, limits: Limits) -> Gathered:
    """A point for each row of the process."""
    gathered = Gathered(limits=limits)
    rows = _rows(text)
    points = [
        (at, float(row.kilobytes * _KILOBYTE), pid_label(row.process))
        for at, row in zip(_times(rows), rows, strict=True)
    ]
    gathered.add_series(RESIDENT, points)
    return gathered


def _times(rows: Sequence[_Row]) -> Sequence[float | None]:
    """Each row's own time or the date above it; one date above several rows is of none."""
    above = [row.above for row in rows]
    is_each = len(set(above)) == len(above)
    return dated([row.at for row in rows], above if is_each else [None] * len(above))


def _rows(text: str) -> list[_Row]:
    if len(text) > _LARGEST or not ("RSS" in text or ("rss" in text and "ps" in text)):
        return []
    found = list(_listed(text))
    return of_one_process(found, attrgetter("process"))


def _listed(text: str) -> Iterator[_Row]:
    columns: _Columns | None = None
    met: Counter[str] = Counter()
    date: float | None = None
    for whole in text.splitlines():
        told = time_on_line(whole) if len(whole) <= LONGEST_DATE and ":" in whole else None
        if columns is None and "RSS" not in whole and "rss" not in whole:
            date = date if told is None else told
            continue
        line = whole[:LONGEST]
        words = line.strip(" \t*>|").split()
        if not words:
            continue
        row = None
        if _is_head(words):
            columns, met = _headed(words, line, columns), Counter()
        elif _asks(line):
            columns, met = _asked(line), Counter()
        elif columns is not None:
            row = _row(columns, words, line)
            if row is not None and is_other_program(line):
                continue
            if row is None and (is_prompt(line) or (columns.is_bare and time_on_line(line) is None)):
                columns = None
        if row is None:
            date = date if told is None else told
        else:
            columns = None if columns is None or columns.is_once else columns
            met[row.process] += 1
            row = row._replace(above=date)
            yield row if row.has_number else _numbered(row, met[row.process])


def _numbered(row: _Row, nth: int) -> _Row:
    """A process without a number that is met again under one head is another one, of the same name."""
    return row if nth == 1 or row.at is not None else row._replace(process=f"{row.process} ({nth})")


def _is_head(words: list[str]) -> bool:
    return "RSS" in words and len(words) <= _HEAD_WORDS and all(_HEAD_WORD.fullmatch(word) for word in words)


def _headed(words: list[str], line: str, asked: _Columns | None) -> _Columns | None:
    """The columns of a head, below the command that asked for it where there is one."""
    if asked is None:
        return _columns(words, None, is_once=False, head=line)
    columns = _columns(words, asked.named, is_once=asked.is_once, head=line)
    return columns._replace(place=asked.place) if columns is not None else None


def _asks(line: str) -> bool:
    return "rss" in line and _PS.search(line) is not None


def _asked(line: str) -> _Columns | None:
    """The columns that a command asks for, None where something else on its line prints or changes rows."""
    found = _PS.search(line)
    if found is None or not is_alone(line, _PS):
        return None
    command, *filters = re.split(r"[|;&]", line[found.end() :].replace("||", ";"), maxsplit=12)
    if not keeps_rows([part for part in filters if "done" not in part and "sleep" not in part]):
        return None
    words = command.split()
    names = _names_in(words)
    if "RSS" not in names:
        return None
    named = after_option("-p", words) or after_option("--pid", words)
    numbers = [word for word in words if word.isdecimal()]
    process = process_named(named) if named else numbers[0] if len(numbers) == 1 else " ".join(words)
    if process is None and "PID" not in names:
        return None
    is_once = process is not None and process.isdecimal() and _REPEATS.search(line) is None
    columns = _columns(names, process, is_once=is_once, head=None)
    return columns._replace(place=elsewhere(line[: found.start()])) if columns is not None else None


def _names_in(words: list[str]) -> list[str]:
    names: list[str] = []
    for place, word in enumerate(words):
        attached = _NAMES.fullmatch(word) if word.startswith("-") else None
        if _FORMAT.fullmatch(word):
            attached = _NAMES.fullmatch(words[place + 1]) if place + 1 < len(words) else None
        if attached:
            names += [name.split("=")[0].split(":")[0].upper() for name in attached[1].strip(",").split(",")]
    return names


def _columns(names: list[str], named: str | None, *, is_once: bool, head: str | None) -> _Columns | None:
    resident = _place_of("RSS", names, head)
    process = _place_of("PID", names, head) if "PID" in names else None
    if resident is None or ("PID" in names and process is None):
        return None
    ends = _span_of("PID", head)
    return _Columns(
        resident=resident,
        process=process,
        process_ends=ends[1] if ends is not None else None,
        width=sum(_WORDS.get(name, 1) for name in names),
        is_open=any(name in _WORDY for name in names),
        has_command=names[-1] in _WORDY,
        has_beginning=any(name in _BEGINNINGS for name in names),
        named=named,
        is_bare=len(names) == 1,
        is_once=is_once,
        place="",
    )


def _place_of(name: str, names: list[str], head: str | None) -> _Place | None:
    """Counted from the side where no column has several words; between two such, by the head's characters."""
    at = names.index(name)
    if not any(other in _WORDY for other in names[:at]):
        return _Place(sum(_WORDS.get(other, 1) for other in names[:at]))
    if not any(other in _WORDY for other in names[at + 1 :]):
        return _Place(-1 - sum(_WORDS.get(other, 1) for other in names[at + 1 :]))
    span = _span_of(name, head)
    return _Place(at, span) if span is not None else None


def _span_of(name: str, head: str | None) -> tuple[int, int] | None:
    found = re.search(rf"(?<!\S){name}(?!\S)", head) if head is not None and "\t" not in head else None
    return found.span() if found else None


def _is_aligned(line: str, process: str | None, end: int | None) -> bool:
    """Whether the row's PID ends below its head, as ps sets it: in a text whose spaces were squeezed nothing does."""
    return process is not None and end is not None and line[:end].endswith(process) and line[end : end + 1] == " "


def _row(columns: _Columns, words: list[str], line: str) -> _Row | None:
    if len(words) < columns.width or (len(words) > columns.width and not columns.is_open):
        return None
    resident = columns.resident.of(words, line)
    if resident is None or not (resident.isascii() and resident.isdecimal()) or len(resident) > 15:
        return None
    process = columns.process.of(words, line) if columns.process is not None else None
    if columns.process is not None and (process is None or not process.isdecimal()):
        return None
    if columns.resident.characters is not None and not _is_aligned(line, process, columns.process_ends):
        return None
    command = " ".join(words[columns.width - 1 :]) if columns.has_command else ""
    at = None if columns.has_beginning else time_on_line(line)
    named = columns.named or ""
    whose = process or (named if named.isdecimal() else f"{named} {command}")
    return _Row(columns.place + whose, at, int(resident), has_number=whose.isdecimal())
