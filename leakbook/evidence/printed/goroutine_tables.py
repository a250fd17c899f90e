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

    - 9,000 goroutines in shop/desk.(*Till).post          a list in words

    $ stackparse --summary dump.txt                       what that tool makes of a dump, the smallest first
    shop/desk.(*Desk).watch      106
    shop/desk.(*Till).post       9000

One column counts, one names functions, one may tell states; the head says which. A row whose cells are no count and no
function is left out; a table without functions counts where its states are a goroutine's. Where neither the head nor
the line above says that it counts goroutines, so is one without a state of theirs: there are other tables of functions,
and of what goes wrong "in each goroutine". Of several functions in a cell, with `<-` or line breaks between them, the
first is the leaf. A tally is known by the calls in which the runtime parks goroutines, which every dump has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ...limits import Limits
from ..dump.groups import GroupBuilder, PrintedStack
from ..dump.lines import Call, Header, headers_in, is_symbol
from ..markdown_tables import Table, tables_in
from ..model import EvidenceKind, Reading
from ..states import STATUSES, is_known_state
from .written_names import PLACE, is_only_go

_COUNTS: Final = re.compile(r"count|goroutines|number of|how many", re.IGNORECASE)
_FUNCTIONS: Final = re.compile(r"func|stack|frame|where|locat|site|blocked (?:at|in|on)|parked|stuck", re.IGNORECASE)
_STATES: Final = re.compile(r"state|status|wait", re.IGNORECASE)
_COUNT: Final = re.compile(r"[~\u2248>\u2265]?\s*(\d{1,3}(?:,\d{3})+|\d{1,9})\+?(?:\s*(?:x|\u00d7|goroutines?))?$")
_MINUTES: Final = re.compile(r"(\d{1,9})(?:[~\u2013-]\d{1,9})? ?m(?:in(?:ute)?s?)?\b")
_BREAKS: Final = re.compile(r"<br ?/?>|\u2190|<-|&lt;-|<|\n")
_OF_ALL: Final = re.compile(r"(?:grand )?(?:total|sum|all)\b", re.IGNORECASE)
_LARGEST: Final = 2**20
"""Characters beyond which no text is a report with tables."""
_TALLIED: Final = re.compile(
    r"^[ \t>]{0,16}(\d{1,9})[ \t]{1,4}((?:[\w.%/@~+-]{1,500}/)?[\w.%*()\[\]\u00b7-]{1,500}?)"
    r"(?:\((?:0x[0-9a-f, x.]{0,400}|\.\.\.)?\)?)?[ \t]*$",
    re.MULTILINE,
)
_LEAST_TALLIED: Final = 4
_SUMMING_TOOL: Final = re.compile(r"\bstackparse\b")
_SUMMED: Final = re.compile(r"^[ \t>]{0,16}([\w.%/@~+*()\[\]\u00b7-]{3,600})[ \t]{2,400}(\d{1,9})[ \t]*$", re.MULTILINE)
_LEAST_SUMMED: Final = 2
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
_LISTED: Final = re.compile(
    r"^[ \t>]{0,16}(?:[*\u2022-][ \t]{1,4})?(?:\d{1,2}[.)][ \t]{1,4})?\**(\d{1,3}(?:,\d{3})+|\d{1,9})"
    r"\**[ \t]goroutines?\**[ \t](?:(?:are[ \t])?(?:blocked|stuck|waiting|parked|sitting)[ \t])?(?:in|at|on)[ \t]"
    r"`?([\w./%*()-]{3,400}\w)(?:\(\))?(?=[`\s,;.(]|$)",
    re.MULTILINE,
)
_LEAST_LISTED: Final = 2
_MANY_LISTED: Final = 100
"""Goroutines of the largest number of a list: fewer tell how a program is built, `4 goroutines in main.produce`."""
_LEAST_STATES: Final = 3
_PARKS: Final = ("runtime_pollWait", "runtime_Semacquire", "runtime_notifyListWait")
"""Where goroutines are parked and nothing else ever is: a profile of the processor or a search of source has none."""
_OF_GOROUTINES: Final = re.compile(
    r"\bgoroutines\b|\bgoroutine[ -](?:count|number|group|stack|dump|profile|summary|leak|total|pprof)"
    r"|(?<!per[ -])\bgoroutine[ -](?:breakdown|distribution|hot ?spots?)\b",
    re.IGNORECASE,
)
"""Words for a table of goroutines; what is told per goroutine counts something else, such as waits in a trace."""


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
    of_functions = list(_rows(text))
    yield from of_functions
    has_states = any(state in text for state in _ONLY_GOROUTINES)
    if has_states and not of_functions and next(headers_in(text), None) is None:
        yield from _state_tallies(_with_gos_own(_rows_of_states(text)))
    if " goroutine" in text and not of_functions and next(headers_in(text), None) is None:
        yield from _listed(text)
    if any(call in text for call in _PARKS) and next(headers_in(text), None) is None:
        yield from _tallies(text)
    if _SUMMING_TOOL.search(text) is not None and next(headers_in(text), None) is None:
        yield from _summary(text)
    if ("[" in text or has_states) and next(headers_in(text), None) is None:
        yield from _state_tallies(line.groups() for line in _TALLIED_STATE.finditer(text))
        if has_states:
            yield from _state_tallies(_with_gos_own(line.groups() for line in _TALLIED_WORD.finditer(text)))


def _with_gos_own(counted: Iterable[Sequence[str | None]]) -> Sequence[Sequence[str | None]]:
    """The same lines where one of their states is nothing's but a goroutine's; else none."""
    lines = list(counted)
    return lines if any((state or "").startswith(_ONLY_GOROUTINES) for _, state, _ in lines) else ()


def _state_tallies(counted: Iterable[Sequence[str | None]]) -> Iterator[_Sum]:
    """Numbers, states and minutes, as `grep -o '\\[.*\\]' | sort | uniq -c` makes them of a dump's headers.

    Jobs of any program are running, waiting, idle or dead, too: some goroutine is parked for a reason of Go's.
    """
    lines = [(int(number or 0), state or "", minutes) for number, state, minutes in counted]
    known = [state for _, state, _ in lines if is_known_state(state)]
    is_parked = any(state not in STATUSES for state in known)
    if len(known) < _LEAST_STATES or 2 * len(known) < len(lines) or not is_parked:
        return
    for number, state, minutes in lines:
        header = Header(
            number=None,
            state=state if is_known_state(state) else None,
            wait_minutes=int(minutes) if minutes is not None else None,
        )
        if number:
            yield number, header, _stack_of([])


def _rows_of_states(text: str) -> Sequence[tuple[str, str, str | None]]:
    """Number, state and minutes of the rows of the table that counts goroutines by state alone.

    None of several: they are of two moments, or of parts of one.
    """
    found = [rows for table in tables_in(text) if (rows := _states_counted(table))]
    return found[0] if len(found) == 1 else ()


def _states_counted(table: Table) -> Sequence[tuple[str, str, str | None]]:
    states = [at for at, cell in enumerate(table.head) if _STATES.search(cell)]
    counts = [at for at, cell in enumerate(table.head) if _COUNTS.match(cell) and at not in states]
    rows: list[tuple[str, str, str | None]] = []
    for cells in table.rows if states and counts else ():
        if len(cells) <= max(states[0], counts[0]) or (count := _COUNT.match(cells[counts[0]])) is None:
            continue
        state, _, rest = cells[states[0]].strip("[]").partition(",")
        minutes = _MINUTES.search(rest)
        if _OF_ALL.match(state) is None:
            rows.append((count[1].replace(",", ""), state.strip(), minutes[1] if minutes is not None else None))
    return rows


def _tallies(text: str) -> Iterator[_Sum]:
    """Lines of a number and a first call, as `sort | uniq -c` prints them."""
    lines = [line for line in _TALLIED.finditer(text) if "." in line[2] and is_symbol(line[2])]
    found = [(count, line[2]) for line in lines if (count := int(line[1]))]
    if len(found) < _LEAST_TALLIED or not any(name.endswith(_PARKS) for _, name in found):
        return
    for count, name in found:
        yield _counted(count, (Call(function=name, arguments=""), None))


def _summary(text: str) -> Iterator[_Sum]:
    """Lines of a function and the goroutines that stand in it, as a tool for stacks sums them up."""
    found = [(int(line[2]), line[1]) for line in _SUMMED.finditer(text) if "." in line[1] and is_symbol(line[1])]
    for count, name in found if len(found) >= _LEAST_SUMMED else ():
        if count:
            yield _counted(count, (Call(function=name, arguments=""), None))


def _listed(text: str) -> Iterator[_Sum]:
    """Lines of a list that tell how many goroutines are in which function."""
    listed = ((int(count.replace(",", "")), _call(name)) for count, name in _LISTED.findall(text))
    found = [(count, call) for count, call in listed if call is not None]
    if len(found) < _LEAST_LISTED or not any(is_only_go(call[0].function) for _, call in found):
        return
    if max(count for count, _ in found) < _MANY_LISTED:
        return
    for count, call in found:
        yield _counted(count, call)


def _counted(count: int, call: tuple[Call, tuple[str, int] | None]) -> _Sum:
    """So many goroutines in one call, of whatever state."""
    return count, Header(number=None, state=None), _stack_of([call])


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
    place = PLACE.search(part)
    for word in PLACE.sub(" ", part).split():
        name = re.sub(r"\((?:\.\.\.)?\)$", "", word.strip(",;:"))
        if "." in name and is_symbol(name) and re.search(r"[\w)\]]\.[\w(]", name) is not None:
            return Call(function=name, arguments=""), (place[1], int(place[2])) if place is not None else None
    return None
