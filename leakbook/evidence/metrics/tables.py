"""Measurements in columns, a moment a row: Markdown tables of a report, CSV of a test, a database's table of MemStats.

::

    | uptime | goroutines | RSS    | heap in use |   time,goroutines,heap_alloc_bytes   Alloc   HeapAlloc NumGoroutine
    |-------:|-----------:|-------:|------------:|   15:04:00,120,4669544               1577368 1577368   37
    | 10 min | 1,705      | 136 MB | 80 MB       |   15:05:00,240,9669544
    | 60 min | 3,440      | 310 MB | 190 MB      |

A head names what a column holds. Bytes without a unit are read only under names that have one by themselves (MemStats
fields, `_bytes`). The rows are moments of one process where a column tells their times or numbers them, by its head and
its cells, or where all else is figures: a table of pods or of versions is none. Where some row tells no time, the order
of the rows counts. Any program has resident memory: of a table that has nothing else four rows must tell times that
ascend, and so where it says `memory` only, which is taken for that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from ...limits import Limits
from ..markdown_tables import tables_in
from .names import MEMSTATS_NAMES, OF_THE_SYSTEM, RESIDENT, is_kept
from .points import Gathered
from .resident import LEAST
from .times import LineTimes
from .turned import moments_down

_LARGEST: Final = 2**21
"""Characters beyond which no text is a report or a test's log."""

_SAID: Final = {
    "go_goroutines": r"(?:#|no\.? of |number of |num[ _]?|live |active |total )?goroutines?(?:[ _]count)?",
    "process_resident_memory_bytes": (
        r"(?:process )?(?:rss(?:anon)?|resident(?: set| memory| size)*)(?:[ _](?:memory|size))?"
    ),
    "process_open_fds": r"(?:open[ _])?(?:fds?|file descriptors|descriptors|files)(?:[ _]count)?",
    "go_memstats_heap_alloc_bytes": r"(?:go )?heap[ _]?(?:alloc(?:ated)?|live)?|live heap",
    "go_memstats_heap_inuse_bytes": r"(?:go )?heap[ _]?in[ _-]?use",
    "go_memstats_heap_objects": r"(?:heap[ _])?objects",
}
_NAMES: Final = tuple((series, re.compile(words, re.IGNORECASE)) for series, words in _SAID.items())
_TELLING: Final = "go_"
"""A column of the runtime's own: resident memory and descriptors are those of any program."""
_MEMORY: Final = re.compile(
    r"(?:process |container |used )?(?:memory|mem|ram)(?:[ _](?:usage|used|use|consumption|size|rss))?"
    r"(?: \((?:cgroup|rss|res|resident)\))?",
    re.IGNORECASE,
)
_SINCE: Final = re.compile(
    r"(?<![a-z])(?:elapsed|uptime|after|age|when|minutes?|hours?|days?)(?![a-z])|^[tmh]$", re.IGNORECASE
)
"""Heads of times that a process has run; a `time` in seconds may be what a benchmark took."""

_HEAD_WORD: Final = re.compile(r"oroutines|NumGoroutine|oroutine[ _][Cc]ount|HeapAlloc|HeapIn[uU]se|heap_?\w|[Hh]eap\b")
"""One of the words without which no line of names is a head, wherever it stands on the line."""

_MOST_HEADS: Final = 1000
"""Lines with such a word that are looked at: a dump of a program that calls things heaps has one in every stack."""

_UNIT: Final = re.compile(r"[ _]?[(\[]?\b(?P<unit>[kKMGT]i?B|bytes|B)\b[)\]]?$")
_VALUE: Final = re.compile(
    r"[~\u2248]?(?P<figure>\d{1,3}(?:,\d{3})+|\d{1,18}(?:\.\d{1,9})?(?:[eE]\+?\d{1,2})?)"
    r" ?(?P<unit>[kKMGT]i?B|bytes|B)?$"
)
_PROSE_UNIT: Final = re.compile(
    r"\b(?:all|values|figures|numbers|sizes|columns)\b[^\n|\d]{0,30}?\b(?P<unit>[kKMG]i?B)\b", re.IGNORECASE
)
"""What a sentence beside a table says of its columns: `All MiB.`, `sizes in MB`."""
_FRACTION: Final = re.compile(r"\d{1,9}\.\d{1,6}")
_POWERS: Final = {"k": 1, "K": 1, "m": 2, "M": 2, "g": 3, "G": 3, "T": 4}
_TIME: Final = re.compile(
    r"(?<![a-z])(?:time(?:stamp)?|elapsed|uptime|when|after|age|date|minutes?|hours?|seconds?|days?)(?![a-z])"
    r"|^(?:t|min|h|s)$",
    re.IGNORECASE,
)
"""Heads of columns of moments. Whole words: `runtime`, `image` and `language` are none."""
_COUNTED: Final = re.compile(
    r"^#$|(?<![a-z])(?:samples?|iterations?|rounds?|steps?|cycles?|reconciles?|requests)(?![a-z])", re.IGNORECASE
)
"""Heads of columns that number the rows."""
_MOMENT: Final = re.compile(
    r"\b\d{1,2}:\d{2}\b|\b\d{4}-\d{2}-\d{2}\b|\b(?:day|week|hour|minute) \d"
    r"|(?<![\w.])(?:\d{1,6}h)?(?:\d{1,6}m)?\d{1,6}(?:\.\d{1,9})?"
    r" ?(?:[smhd]|secs?|mins?|hrs?|(?:second|minute|hour|day)s?)\b",
    re.IGNORECASE,
)
"""Something in a cell that is a moment even where it is not read: `Monday 10:00`, `1h30m`, `2 hours in`."""
_COUNT: Final = re.compile(
    r"(?:#|[a-z]{1,12} )?\d{1,3}(?:,\d{3}){1,5}$|(?:#|[a-z]{1,12} )?\d{1,18}[km]?$", re.IGNORECASE
)
"""`3`, `#3`, `round 3`, `10,000`, `10k`."""
_HOUR_MINUTE: Final = re.compile(r"^(?:\d{4}-\d{2}-\d{2}[ T])?(?:[01]\d|2[0-3]):[0-5]\d$")
_CLOCKED: Final = re.compile(
    r"(?!.*(?:elapsed|passed|since|uptime|duration|run))(?:.*[^a-z])?(?:time(?:stamp)?|when|date|at|clock)(?![a-z])",
    re.IGNORECASE,
)
"""Heads under which `15:04` are hours and minutes, and not minutes and seconds that have passed: `elapsed time`."""
_LONGEST_MOMENT: Final = 80
_MOST_TRIED: Final = 4
"""Columns with such a head whose cells are looked at."""
_OTHERS: Final = re.compile(
    r"pod|instance|host|node|version|build|branch|variant|case|config|release|shard|replica|service|name|func|site"
    r"|package|caller",
    re.IGNORECASE,
)
"""Heads of columns that tell one process or function from another."""
_SCALE: Final = re.compile(
    r"(?<![a-z])(?:v?cpus?|cores?|connections?|conns?|clients?|users?|concurrency|workers|threads|gomaxprocs|tenants|topics"
    r"|series|payload|plan|tier|flavou?r|scale|load|[qrt]ps)(?![a-z])(?! ?[%(]| usage| time)",
    re.IGNORECASE,
)
"""Heads of first columns that tell how large a run was: a table of runs of different sizes is no series in time."""
_SPAN: Final = re.compile(
    r"(?:t ?[=+] ?|\+|~)?(?P<figure>\d{1,9}(?:\.\d{1,6})?)"
    r" ?(?P<unit>s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?)$"
)
_SECONDS: Final = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
_FEWEST_NAMES: Final = 2
"""Columns that a line of bare words must name to be a head."""


def recognises(text: str) -> bool:
    """Whether a table has rows of the runtime's numbers."""
    return len(text) <= _LARGEST and next(_rows_of_runtime(text), None) is not None


def gather(text: str, limits: Limits) -> Gathered:
    """A point for each row and column that names a number of the runtime or its process."""
    gathered = Gathered(limits=limits)
    for at, values in _rows_of_runtime(text):
        for series, value in values:
            gathered.add(series, (), at, value)
    return gathered


_Name = tuple[str, str | None]
"""A series and the unit that its head tells."""
_Row = tuple[float | None, tuple[tuple[str, float], ...]]


def _rows_of_runtime(text: str) -> Iterator[_Row]:
    units = {found["unit"] for found in _PROSE_UNIT.finditer(text)}
    told = next(iter(units)) if len(units) == 1 else None
    for head, rows in _tables(text):
        names: Sequence[_Name | None] = [_with_unit(_series(cell), at, rows, told) for at, cell in enumerate(head)]
        if not any(name is not None and name[0].startswith(_TELLING) for name in names):
            yield from _resident_rows(head, names, rows, told)
            continue
        names = _with_memory(names, head, rows, told)
        others = [at for at, name in enumerate(names) if name is None]
        if any(_OTHERS.search(head[at]) for at in others):
            continue
        when = next((at for at in _headed(_TIME, head, others) if _tells(_is_moment, head, rows, at)), None)
        if when is None and not _is_of_one_process(head, rows, others):
            continue
        times = LineTimes()
        read = [row for cells in rows if (row := _row(head, names, cells, when, times)) is not None]
        timed = all(at is not None for at, _ in read)
        yield from ((at if timed else None, values) for at, values in read)


def _resident_rows(
    head: Sequence[str],
    names: Sequence[_Name | None],
    rows: Sequence[Sequence[str]],
    told: str | None,
) -> Iterator[_Row]:
    """Rows of a table with one column of resident memory, or of memory that no word tells of, whose times ascend.

    The times stand first: behind the name of a case they are what it took.
    """
    names = _with_memory(names, head, rows, told)
    others = [at for at, name in enumerate(names) if name is None]
    if [name[0] for name in names if name is not None] != [RESIDENT] or any(_OTHERS.search(head[at]) for at in others):
        return
    if _TIME.search(head[0]) is None or not (_SINCE.search(head[0]) or all(":" in cells[0] for cells in rows)):
        return
    times = LineTimes()
    read = [row for cells in rows if (row := _row(head, names, cells, 0, times)) is not None]
    moments = [at for at, _ in read if at is not None]
    if len(moments) == len(read) >= LEAST and all(earlier < later for earlier, later in pairwise(moments)):
        yield from read


def _with_memory(
    names: Sequence[_Name | None], head: Sequence[str], rows: Sequence[Sequence[str]], told: str | None
) -> Sequence[_Name | None]:
    """With a name for the column that says memory, where it is the only one that does and none tells bytes."""
    said = [_with_unit(_memory(cell), at, rows, told) for at, cell in enumerate(head)]
    if any(name is not None and name[0].endswith("_bytes") for name in names) or said.count(None) != len(said) - 1:
        return names
    return [name or other for name, other in zip(names, said, strict=True)]


def _memory(cell: str) -> _Name | None:
    """What a head tells that says memory and no more: `Memory (MB)`, `mem used`."""
    cell = cell.replace("`", "").strip("* ")
    told = _UNIT.search(cell)
    bare = cell[: told.start()].strip() if told else cell
    return (RESIDENT, told["unit"] if told else None) if _MEMORY.fullmatch(bare) else None


def _is_of_one_process(head: Sequence[str], rows: Sequence[Sequence[str]], others: Sequence[int]) -> bool:
    """Whether a column without times numbers the rows, or all that the table has beside its numbers are figures."""
    if any(_tells(_is_count, head, rows, at) for at in _headed(_COUNTED, head, others)):
        return True
    if others[:1] == [0] and _SCALE.search(head[0]) is not None:
        return False
    return all(at >= len(cells) or _VALUE.match(cells[at]) is not None for at in others for cells in rows)


def _headed(words: re.Pattern[str], head: Sequence[str], columns: Sequence[int]) -> Sequence[int]:
    return [at for at in columns if words.search(head[at]) is not None][:_MOST_TRIED]


def _tells(is_one: Callable[[str, str], bool], head: Sequence[str], rows: Sequence[Sequence[str]], column: int) -> bool:
    """Whether a column's cells are what its head says; one of them may be a word, `start` or `baseline`."""
    told = [is_one(head[column], cells[column]) for cells in rows if column < len(cells)]
    return any(told) and told.count(False) <= 1


def _is_moment(title: str, cell: str) -> bool:
    return len(cell) <= _LONGEST_MOMENT and (
        _VALUE.match(cell) is not None
        or _moment(title, cell, LineTimes()) is not None
        or _MOMENT.search(cell) is not None
    )


def _is_count(_: str, cell: str) -> bool:
    return _COUNT.match(cell) is not None


def _tables(text: str) -> Iterator[tuple[Sequence[str], Sequence[Sequence[str]]]]:
    for table in tables_in(text):
        yield table.head, table.rows
        turned = moments_down(table.head, [cells for cells in table.rows if _series(cells[0]) is not None])
        if turned is not None:
            yield turned
    yield from _delimited(text)


def _delimited(text: str) -> Iterator[tuple[Sequence[str], Sequence[Sequence[str]]]]:
    """Heads of bare names over rows with as many cells, parted by commas, tabs or blanks."""
    done = 0
    tried = 0
    for found in _HEAD_WORD.finditer(text):
        if found.start() < done:
            continue
        if (tried := tried + 1) > _MOST_HEADS:
            return
        done = _line_end(text, found.start())
        head = _cells(text[text.rfind("\n", 0, found.start()) + 1 : done])
        if len(head) < _FEWEST_NAMES or sum(_series(cell) is not None for cell in head) < _FEWEST_NAMES:
            continue
        rows = []
        while done < len(text) and len(cells := _cells(text[done + 1 : _line_end(text, done + 1)])) == len(head):
            rows.append(cells)
            done = _line_end(text, done + 1)
        yield head, rows


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)


def _cells(line: str) -> Sequence[str]:
    """No cells of a line that cannot be a row: prose is the commonest line."""
    if len(line) > 2000 or "|" in line:
        return ()
    mark = next((mark for mark in (",", "\t", ";") if mark in line), None)
    return tuple(cell.strip().strip('"') for cell in (line.split(mark) if mark else line.split()) if cell.strip())


def _with_unit(name: _Name | None, column: int, rows: Sequence[Sequence[str]], told: str | None) -> _Name | None:
    """The name with the unit that a sentence tells, where the head tells none, or bytes that have fractions."""
    if name is None or name[1] not in {None, "B"} or not name[0].endswith("_bytes"):
        return name
    if name[1] == "B" and not any(column < len(cells) and _FRACTION.fullmatch(cells[column]) for cells in rows):
        return name
    return name[0], told


def _series(cell: str) -> _Name | None:
    """The series a head names and the unit it tells: `RSS (MB)`, `HeapAlloc`, `go_goroutines`, Go `Sys`."""
    cell = cell.replace("`", "").strip("* ").removeprefix("Go ")
    told = _UNIT.search(cell)
    bare = cell[: told.start()].strip() if told else cell.strip()
    if bare not in OF_THE_SYSTEM and (cell in MEMSTATS_NAMES or bare in MEMSTATS_NAMES):
        return MEMSTATS_NAMES.get(cell) or MEMSTATS_NAMES[bare], told["unit"] if told and bare else "B"
    if is_kept(cell):
        return cell, "B"
    found = next((series for series, words in _NAMES if words.fullmatch(bare)), None)
    return None if found is None else (found, told["unit"] if told else None)


def _row(
    head: Sequence[str],
    names: Sequence[_Name | None],
    cells: Sequence[str],
    when: int | None,
    times: LineTimes,
) -> _Row | None:
    values = []
    for name, cell in zip(names, cells, strict=False):
        value = _value(*name, cell) if name is not None else None
        if name is not None and value is not None:
            values.append((name[0], value))
    at = _moment(head[when], cells[when], times) if when is not None and when < len(cells) else None
    return (at, tuple(values)) if values else None


def _value(series: str, unit: str | None, cell: str) -> float | None:
    found = _VALUE.match(cell.strip())
    if found is None:
        return None
    figure = float(found["figure"].replace(",", ""))
    if not series.endswith(("_bytes", "_bytes_total")):
        return figure if found["unit"] is None else None
    told = found["unit"] or unit
    return None if told is None else figure * float(1024 ** _POWERS.get(told[0], 0))


def _moment(title: str, cell: str, times: LineTimes) -> float | None:
    """Unix seconds, or those since some start: `2026-05-01 15:04:05`, `15:04`, `10 min`, 10 under `minutes`."""
    clock = _HOUR_MINUTE.search(cell.strip()) if _CLOCKED.match(title) else None
    told = times.at(f"{clock[0]}:00" if clock else cell)
    if told is not None:
        return told
    span = _SPAN.match(cell.strip()) or _SPAN.match(f"{cell.strip()} {_unit_of(title)}")
    return None if span is None else float(span["figure"]) * _SECONDS[span["unit"][0]]


def _unit_of(title: str) -> str:
    found = re.search(r"\b(s|sec|seconds?|m|min|minutes?|h|hours?|d|days?)\b", title, re.IGNORECASE)
    return found[1].lower() if found else "-"
