"""Reader of Markdown tables of goroutines: how many stand where, as a report or an assistant sums a dump up.

::

    | Count | State          | Function                                      |
    |------:|----------------|-----------------------------------------------|
    | 4,210 | `chan send`    | `shop/desk.(*Till).post` (till.go:44)         |
    |    12 | select, 40 min | shop/api.(*Api).Serve                         |

One column counts, one names functions, one may tell states; the head says which. A row whose cells are no count and no
function is left out; where nobody says that it counts goroutines, so is one without a state of theirs: there are other
tables of functions. Of several functions in a cell, with `<-` or line breaks between them, the first is the leaf.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ..limits import Limits
from .goroutine_dump_groups import GroupBuilder, PrintedStack
from .goroutine_dump_lines import Call, Header, is_symbol
from .model import EvidenceKind, Reading
from .states import is_known_state

_RULE: Final = re.compile(r"^[ \t>]{0,12}\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?[ \t]*$", re.MULTILINE)
"""The line under a table's head."""
_COUNTS: Final = re.compile(r"count|goroutines|number of|how many", re.IGNORECASE)
_FUNCTIONS: Final = re.compile(r"func|stack|frame|where|locat|site|blocked (?:at|in|on)|parked|stuck", re.IGNORECASE)
_STATES: Final = re.compile(r"state|status|wait", re.IGNORECASE)
_COUNT: Final = re.compile(r"[~\u2248>\u2265]?\s*(\d{1,3}(?:,\d{3})+|\d{1,9})\+?(?:\s*(?:x|\u00d7|goroutines?))?$")
_MINUTES: Final = re.compile(r"(\d{1,9})(?:[~\u2013-]\d{1,9})? ?m(?:in(?:ute)?s?)?\b")
_MARKS: Final = str.maketrans("", "", "`*\\")
_BREAKS: Final = re.compile(r"<br ?/?>|\u2190|<-|&lt;-|<|\n")
_PLACE: Final = re.compile(r"([\w./@+~-]{1,400}\.go):(\d{1,7})")
_LARGEST: Final = 2**20
"""Characters beyond which no text is a report with tables."""
_MOST_ROWS: Final = 1000
_ABOVE: Final = 400
"""Characters above a table that may say what it counts."""


@dataclass(frozen=True, slots=True)
class _Columns:
    count: int
    function: int
    state: int | None


class GoroutineTableReader:
    """Reads Markdown tables of goroutines out of cleaned text."""

    def recognises(self, text: str) -> bool:
        """Whether a table counts goroutines by function."""
        return len(text) <= _LARGEST and "|" in text and "--" in text and next(_rows(text), None) is not None

    def read(self, text: str, limits: Limits) -> tuple[Reading, ...]:
        """All rows of all tables as the goroutines of one moment."""
        builder = GroupBuilder(limits, {})
        for count, header, stack in _rows(text):
            builder.add(header, stack, None, goroutines=count)
        return (
            Reading(
                kind=EvidenceKind.GOROUTINE_PROFILE,
                content=builder.snapshot(complete=False, tells_waits=False),
                notes=("a table of goroutines was read: what it leaves out is not known",),
            ),
        )


def _rows(text: str) -> Iterator[tuple[int, Header, PrintedStack]]:
    for rule in _RULE.finditer(text):
        head = text.rfind("\n", 0, max(rule.start() - 1, 0)) + 1
        columns = _columns(_cells(text[head : rule.start()].rstrip("\n")))
        if columns is None:
            continue
        says_so = "goroutine" in text[max(0, head - _ABOVE) : rule.start()].lower()
        for line in _lines_of_table(text, rule.end() + 1):
            row = _row(_cells(line), columns)
            if row is not None and (says_so or row[1].state is not None):
                yield row


def _lines_of_table(text: str, start: int) -> Iterator[str]:
    for _ in range(_MOST_ROWS):
        end = text.find("\n", start)
        line = text[start : end if end >= 0 else len(text)]
        if "|" not in line or _RULE.match(line) is not None:
            return
        yield line
        if end < 0:
            return
        start = end + 1


def _cells(line: str) -> list[str]:
    """`| 12 | \\`select\\` |` -> ["12", "select"]."""
    bare = line.strip().lstrip("> ").removeprefix("|").removesuffix("|")
    return [cell.translate(_MARKS).strip() for cell in bare.split("|")]


def _columns(head: Sequence[str]) -> _Columns | None:
    """Which column is which; None when the table does not count goroutines by function."""
    states = [at for at, cell in enumerate(head) if _STATES.search(cell)]
    functions = [at for at, cell in enumerate(head) if _FUNCTIONS.search(cell) and at not in states]
    counts = [at for at, cell in enumerate(head) if _COUNTS.match(cell) and at not in functions]
    if not counts or not functions:
        return None
    return _Columns(counts[0], functions[0], states[0] if states else None)


def _row(cells: Sequence[str], columns: _Columns) -> tuple[int, Header, PrintedStack] | None:
    if len(cells) <= max(columns.count, columns.function, columns.state or 0):
        return None
    count = _COUNT.match(cells[columns.count])
    calls = [call for part in _BREAKS.split(cells[columns.function]) if (call := _call(part)) is not None]
    if count is None or not calls:
        return None
    told = cells[columns.state] if columns.state is not None else ""
    state = re.split(r"[,(\[]", told.strip("[]"), maxsplit=1)[0].strip()
    minutes = _MINUTES.search(told)
    header = Header(
        number=None,
        state=state if is_known_state(state) else None,
        wait_minutes=int(minutes[1]) or None if minutes is not None else None,
    )
    stack = PrintedStack(calls=tuple(call for call, _ in calls), places=tuple(place for _, place in calls))
    return int(count[1].replace(",", "")), header, stack


def _call(part: str) -> tuple[Call, tuple[str, int] | None] | None:
    """A function and its place in `shop/desk.(*Till).post (till.go:44)`; None when no function is named."""
    place = _PLACE.search(part)
    for word in _PLACE.sub(" ", part).split():
        name = re.sub(r"\((?:\.\.\.)?\)$", "", word.strip(",;:"))
        if "." in name and is_symbol(name) and re.search(r"[\w)\]]\.[\w(]", name) is not None:
            return Call(function=name, arguments=""), (place[1], int(place[2])) if place is not None else None
    return None
