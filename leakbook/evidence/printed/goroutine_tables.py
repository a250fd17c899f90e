"""Reader of sums of goroutines, how many stand where: Markdown tables, tallies.

::

    | Count | State          | Function                                      |
    |------:|----------------|-----------------------------------------------|
    | 4,210 | `chan send`    | `shop/desk.(*Till).post` (till.go:44)         |
    |    12 | select, 40 min | shop/api.(*Api).Serve                         |

        159 net.runtime_pollWait(                           first calls of a dump, through `sort | uniq -c`
        106 shop/desk.(*Desk).watch(

      16876 [chan receive]                                  the states of a dump's headers, counted likewise
         47 [chan receive, 41 minutes]
       9644 [runnable                                       cut off by the expression that found it
        150 chan receive      <- many                       without brackets, and with a remark

One column counts, one names functions, one may tell states; the head says which. A row whose cells are no count and no
function is left out; where neither the head nor the line above says that it counts goroutines, so is one without a
state of theirs: there are other tables of functions, and of what goes wrong "in each goroutine". Of several functions
in a cell, with `<-` or line breaks between them, the first is the leaf. A tally is known by the calls in which the
runtime parks goroutines, which every dump has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ...limits import Limits
from ..dump.groups import GroupBuilder, PrintedStack
from ..dump.lines import Call, Header, headers_in, is_symbol
from ..markdown_tables import tables_in
from ..model import EvidenceKind, Reading
from ..states import STATUSES, is_known_state

_COUNTS: Final = re.compile(r"count|goroutines|number of|how many", re.IGNORECASE)
_FUNCTIONS: Final = re.compile(r"func|stack|frame|where|locat|site|blocked (?:at|in|on)|parked|stuck", re.IGNORECASE)
_STATES: Final = re.compile(r"state|status|wait", re.IGNORECASE)
_COUNT: Final = re.compile(r"[~\u2248>\u2265]?\s*(\d{1,3}(?:,\d{3})+|\d{1,9})\+?(?:\s*(?:x|\u00d7|goroutines?))?$")
_MINUTES: Final = re.compile(r"(\d{1,9})(?:[~\u2013-]\d{1,9})? ?m(?:in(?:ute)?s?)?\b")
_BREAKS: Final = re.compile(r"<br ?/?>|\u2190|<-|&lt;-|<|\n")
_PLACE: Final = re.compile(r"(?<![\w./@+~-])([\w./@+~-]{1,400}\.go):(\d{1,7})")
_LARGEST: Final = 2**20
"""Characters beyond which no text is a report with tables."""
_TALLIED: Final = re.compile(
    r"^[ \t>]{0,16}(\d{1,9})[ \t]{1,4}((?:[\w.%/@~+-]{1,500}/)?[\w.%*()\[\]\u00b7-]{1,500}?)"
    r"(?:\((?:0x[0-9a-f, x.]{0,400}|\.\.\.)?\)?)?[ \t]*$",
    re.MULTILINE,
)
_LEAST_TALLIED: Final = 4
_TALLIED_STATE: Final = re.compile(
    r"^[ \t>]{0,16}(\d{1,9})[ \t]{1,4}(?:goroutine[ \t]{1,4})?"
    r"\[([A-Za-z][A-Za-z. ()]{2,40}?)(?:, (\d{1,9}) minutes)?(?:, locked to thread)?\]?:?[ \t]*"
    r"(?:(?:<-|\u2190|#|//)[^\n]{0,200})?$",
    re.MULTILINE,
)
_TALLIED_WORD: Final = re.compile(
    r"^[ \t>]{0,16}(\d{1,9})[ \t]{1,4}([A-Za-z][A-Za-z. ()]{2,40}?)"
    r"(?:, (\d{1,9}) minutes)?(?:, locked to thread)?[ \t]*(?:(?:<-|\u2190|#|//)[^\n]{0,200})?$",
    re.MULTILINE,
)
_ONLY_GOROUTINES: Final = ("chan receive", "chan send", "semacquire", "GC worker", "sync.")
"""What one of several states without brackets must begin with: nothing but a goroutine is in it."""
_LEAST_STATES: Final = 3
_PARKS: Final = ("runtime_pollWait", "runtime_Semacquire", "runtime_notifyListWait")
"""Where goroutines are parked and nothing else ever is: a profile of the processor or a search of source has none."""
_OF_GOROUTINES: Final = re.compile(
    r"\bgoroutines\b|\bgoroutine[ -](?:count|number|group|stack|dump|profile|summary|leak|total|pprof)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Columns:
    count: int
    function: int
    state: int | None


class GoroutineTableReader:
    """Reads sums of goroutines out of cleaned text."""

    def recognises(self, text: str) -> bool:
        """Whether a table counts goroutines by function, or a tally does by call or by state."""
        return len(text) <= _LARGEST and next(_sums(text), None) is not None

    def read(self, text: str, limits: Limits) -> tuple[Reading, ...]:
        """All rows of all tables and tallies, as the goroutines of one moment."""
        builder = GroupBuilder(limits, {})
        for count, header, stack in _sums(text):
            builder.add(header, stack, None, goroutines=count)
        return (
            Reading(
                kind=EvidenceKind.GOROUTINE_PROFILE,
                content=builder.snapshot(complete=False, tells_waits=False),
                notes=("a sum of goroutines was read: what it leaves out is not known",),
            ),
        )


_Sum = tuple[int, Header, PrintedStack]


def _sums(text: str) -> Iterator[_Sum]:
    """Of tables and tallies; of these only where no dump stands beside them, which shows the same better."""
    yield from _rows(text)
    if any(call in text for call in _PARKS) and next(headers_in(text), None) is None:
        yield from _tallies(text)
    has_states = any(state in text for state in _ONLY_GOROUTINES)
    if ("[" in text or has_states) and next(headers_in(text), None) is None:
        yield from _state_tallies(_TALLIED_STATE.finditer(text))
        words = list(_TALLIED_WORD.finditer(text)) if has_states else []
        if any(line[2].startswith(_ONLY_GOROUTINES) for line in words):
            yield from _state_tallies(words)


def _state_tallies(matches: Iterable[re.Match[str]]) -> Iterator[_Sum]:
    """Lines of a number and a state, as `grep -o '\\[.*\\]' | sort | uniq -c` makes them of a dump's headers.

    Jobs of any program are running, waiting, idle or dead, too: some goroutine is parked for a reason of Go's.
    """
    lines = list(matches)
    known = [line for line in lines if is_known_state(line[2])]
    is_parked = any(line[2] not in STATUSES for line in known)
    if len(known) < _LEAST_STATES or 2 * len(known) < len(lines) or not is_parked:
        return
    for line in lines:
        state = line[2] if is_known_state(line[2]) else None
        minutes = int(line[3]) if line[3] is not None else None
        if int(line[1]):
            yield int(line[1]), Header(number=None, state=state, wait_minutes=minutes), _stack_of([])


def _tallies(text: str) -> Iterator[_Sum]:
    """Lines of a number and a first call, as `sort | uniq -c` prints them."""
    lines = [line for line in _TALLIED.finditer(text) if "." in line[2] and is_symbol(line[2])]
    found = [(count, line[2]) for line in lines if (count := int(line[1]))]
    if len(found) < _LEAST_TALLIED or not any(name.endswith(_PARKS) for _, name in found):
        return
    for count, name in found:
        yield count, Header(number=None, state=None), _stack_of([(Call(function=name, arguments=""), None)])


def _stack_of(calls: Sequence[tuple[Call, tuple[str, int] | None]]) -> PrintedStack:
    return PrintedStack(calls=tuple(call for call, _ in calls), places=tuple(place for _, place in calls))


def _rows(text: str) -> Iterator[_Sum]:
    for table in tables_in(text):
        columns = _columns(table.head)
        if columns is None:
            continue
        says_so = _OF_GOROUTINES.search("\n".join((table.above, *table.head))) is not None
        for cells in table.rows:
            row = _row(cells, columns)
            if row is not None and (says_so or row[1].state is not None):
                yield row


def _columns(head: Sequence[str]) -> _Columns | None:
    """Which column is which; None when the table does not count goroutines by function."""
    states = [at for at, cell in enumerate(head) if _STATES.search(cell)]
    functions = [at for at, cell in enumerate(head) if _FUNCTIONS.search(cell) and at not in states]
    counts = [at for at, cell in enumerate(head) if _COUNTS.match(cell) and at not in functions]
    if not counts or not functions:
        return None
    return _Columns(counts[0], functions[0], states[0] if states else None)


def _row(cells: Sequence[str], columns: _Columns) -> _Sum | None:
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
    return int(count[1].replace(",", "")), header, _stack_of(calls)


def _call(part: str) -> tuple[Call, tuple[str, int] | None] | None:
    """A function and its place in `shop/desk.(*Till).post (till.go:44)`; None when no function is named."""
    place = _PLACE.search(part)
    for word in _PLACE.sub(" ", part).split():
        name = re.sub(r"\((?:\.\.\.)?\)$", "", word.strip(",;:"))
        if "." in name and is_symbol(name) and re.search(r"[\w)\]]\.[\w(]", name) is not None:
            return Call(function=name, arguments=""), (place[1], int(place[2])) if place is not None else None
    return None
