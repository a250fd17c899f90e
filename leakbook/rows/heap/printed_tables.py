"""A table that pprof printed as a profile: which heap it is of, and what stacks its rows can have had.

A `-top` table has no stacks, but its numbers bound them::

    Showing nodes accounting for 24320kB, 100% of 24320kB total
     21242kB 87.34% 87.34%    21242kB 87.34%  holdings.Images     more than main.main leaves over: main made it
           0     0%   100%    21242kB 87.34%  main.main
           0     0%   100%     2052kB  8.44%  presence.Enter      one figure twice: what Enter calls
      2052kB  8.44%   100%     2052kB  8.44%  presence.room
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from ...evidence.frames import Frame
from ...evidence.model import StackProfile, StackSample, TopRow, TopTable, ValueType
from ...evidence.names import package_of
from ...evidence.packages import is_stdlib
from ...evidence.profiles import profile_of_samples
from ..landmarks import is_main
from ..statistics.sampling import DEFAULT_PERIOD
from .printed_sizes import object_size, prints_sizes

ROWS_COMPLETED = 200
"""Rows of a table whose callers and object sizes are looked for; further ones are too small to matter."""

TABLE_TYPES: Final = ("inuse_space", "inuse_objects", "alloc_space")
"""What a printed table may be of, the most telling first."""

_WAITS: Final = ("runtime.", "syscall.", "sync.", "internal/")
"""Packages that what is counted in a goroutine, mutex or block profile stands in."""

MANY_OBJECTS: Final = 1000

CALLERS_ONLY: Final = 0.02
"""Part of the total that the rows of a table of callers allocate themselves, at most."""

_APPENDS: Final = re.compile(r"\bappend\(")
_ASSIGNS: Final = re.compile(r"^[\w.()]{1,80}\[(?P<key>[^\]\n]{1,80})\]\s{0,4}=(?!=)")
"""An entry of a map or of a slice is assigned; only a map asks for memory by that."""
_PLACE: Final = re.compile(r"(?:\w|\d{1,9}|idx|index|pos|len\(\w{1,80}\))(?: ?[-+%] ?\w{1,80})?")
"""What a slice is indexed with, by its name: `i`, `n-1`, `len(rows)`."""
_MAKES: Final = re.compile(r"\b(?:make|new|string|append)\(|\w\{|\]\w{1,80}[{(]")
"""What is assigned is made on the same line, and may be all that the line asks for."""


def table_type(table: TopTable) -> str | None:
    """The sample type of a heap's table, also of one pasted without its head; None for a table of another kind.

    Bytes are of a heap. Bare counts are objects unless what is counted mostly stands in waits, as goroutines do.
    """
    if table.sample_type is not None:
        return table.sample_type if table.sample_type in TABLE_TYPES else None
    if table.unit == "bytes":
        return "inuse_space"
    counted = sum(row.flat for row in table.rows)
    waiting = sum(row.flat for row in table.rows if row.function.startswith(_WAITS))
    is_heap = table.unit == "count" and (table.total or 0) >= MANY_OBJECTS and waiting < counted / 2
    return "inuse_objects" if is_heap else None


def is_guessed(content: object) -> bool:
    """Whether it is a table of bare counts whose head is missing: of objects in use, or of something else."""
    return isinstance(content, TopTable) and content.sample_type is None and content.unit == "count"


def table_profile(table: TopTable) -> StackProfile:
    """A table as a profile: -traces rows carry their stacks, a `-top` row its function and who must have called it."""
    type_name = table_type(table) or "inuse_space"
    unit = "count" if type_name == "inuse_objects" else "bytes"
    samples = list(table.stacks) or _common_stack(table)
    if not samples:
        flat = sorted((row for row in table.rows if row.flat), key=lambda row: (-abs(row.flat), row.function))
        outer = sorted(table.rows, key=lambda row: (_passed(row), is_main(row.function), row.function))
        unspent = {id(row): _passed(row) for row in outer}
        samples = [
            StackSample(
                frames=_covering_stack(row, table, outer if place < ROWS_COMPLETED else (), unspent), values=(row.flat,)
            )
            for place, row in enumerate(flat)
        ]
    types = [ValueType(type=type_name, unit=unit)]
    if type_name == "inuse_space" and not table.stacks and not table.is_difference and prints_sizes(table.rows):
        types = [*types, ValueType(type="inuse_objects", unit="count")]
        samples = [_sized(one, told=place < ROWS_COMPLETED) for place, one in enumerate(samples)]
    return profile_of_samples(types, samples, is_delta=table.is_difference)


def _sized(sample: StackSample, *, told: bool) -> StackSample:
    """The sample with the size and number of its objects, where its figure tells them; else with no objects."""
    size = object_size(sample.values[0]) if told else None
    count = round(sample.values[0] / size) if size else 0
    return StackSample(frames=sample.frames, values=(*sample.values, count), object_bytes=size)


def _common_stack(table: TopTable) -> list[StackSample]:
    """Of a table that shows callers only (`top5 -cum`), the functions that most of the heap goes through, as one stack.

    Any two rows of more than half of the total share stacks; the one with the least is nearest to the allocation. What
    little such a table shows of those who allocate is no reason to leave out the rest of it.
    """
    if not table.total or sum(row.flat for row in table.rows) > CALLERS_ONLY * table.total:
        return []
    most = sorted(
        ((row, place) for place, row in enumerate(table.rows) if row.cum > table.total / 2),
        key=lambda entry: (entry[0].cum, -entry[1]),
    )
    frames = tuple(Frame(function=row.function, file=row.file, line=row.line) for row, _ in most)
    return [StackSample(frames=frames, values=(most[0][0].cum,))] if most else []


def _covering_stack(
    row: TopRow, table: TopTable, outer: Sequence[TopRow], unspent: dict[int, int]
) -> tuple[Frame, ...]:
    """The row's function and the functions that called it, or may have, the tightest first.

    What a caller passes on holds the callee's flat. Where the function is the standard library's, the program's rows
    that pass on so much are candidates: one of them asked for the memory. What it passes on it passes on once, so what
    was found for larger rows is no longer `unspent`, of it or of who calls it: 6 MB that a table's names took are not
    those of expressions, too.
    """
    found = _callers(row, table, outer)
    counts = table.unit != "bytes" or row.flat >= TOLD_APART
    if counts and is_stdlib(package_of(row.function)):
        found = [other for other in found if is_stdlib(package_of(other.function)) or _affords(other, row, unspent)]
        told_apart = TOLD_APART if table.unit == "bytes" else 1
        maker = _nearest_maker(row, outer, unspent, told_apart)
        found = [maker] if maker is not None else found
    asked = next((other for other in found if not is_stdlib(package_of(other.function))), None)
    above = _callers(asked, table, outer) if asked is not None else []
    if counts and asked is not None:
        for passing in (asked, *above):
            unspent[id(passing)] -= row.flat
    called = {id(other) for other in (*found, *above)}
    frames = (row, *(other for other in outer if id(other) in called))
    told = tuple(Frame(function=one.function, file=one.file, line=one.line) for one in frames)
    inner = _runtime_call(row.code) if row.code else None
    return told if inner is None else (Frame(function=inner), *told)


def _runtime_call(code: str) -> str | None:
    """What the line that allocates has the runtime do, which stacks of a heap leave out: `list` shows the source."""
    code = code.partition("//")[0]
    if _APPENDS.search(code):
        return "runtime.growslice"
    assigned = _ASSIGNS.search(code)
    if assigned is None or (_MAKES.search(code, assigned.end()) and _PLACE.fullmatch(assigned["key"])):
        return None
    return "runtime.mapassign"


def _affords(other: TopRow, row: TopRow, unspent: Mapping[int, int]) -> bool:
    return unspent[id(other)] >= 0.9 * row.flat


def _nearest_maker(row: TopRow, outer: Sequence[TopRow], unspent: Mapping[int, int], least: int) -> TopRow | None:
    """A function that makes `least` or more itself and passes on most of what the row makes, though not all of it.

    `fmt.Sprintf` makes 3072 kB: who only calls others, and passes on 4096 kB, may have asked for them; likelier it is
    who makes 11 MB and passes on 2560 kB, for all but one sampled object.
    """
    makers = [
        other
        for other in outer
        if other.flat >= least and _may_call(other) and 0.5 * row.flat <= unspent[id(other)] < 0.9 * row.flat
    ]
    return max(makers, key=lambda other: (unspent[id(other)], other.function), default=None)


def _callers(row: TopRow, table: TopTable, outer: Sequence[TopRow]) -> list[TopRow]:
    standard = is_stdlib(package_of(row.function))
    return [
        other
        for other in outer
        if other.function != row.function
        and _passed(other) >= 0.9 * (row.flat or row.cum) > 0
        and (_calls(other, row, table, shared=standard) or (standard and _may_call(other)))
    ]


def _passed(row: TopRow) -> int:
    """What the functions that this one calls allocate for it."""
    return row.cum - row.flat


def _may_call(other: TopRow) -> bool:
    return not is_stdlib(package_of(other.function)) and not is_main(other.function)


TOLD_APART: Final = 3 * DEFAULT_PERIOD
"""Bytes from which two equal figures are no chance: of one sampled object or two they have the same size everywhere."""

ROUNDED: Final = 0.0005
"""Part of a figure that printing it may have lost."""


def _calls(other: TopRow, row: TopRow, table: TopTable, *, shared: bool) -> bool:
    """Whether the row's memory must have been asked for through the other function.

    It passes on just what the row makes; or the row makes more than is left over beside it, so that one of the two
    calls the other: not the one that makes less, unless the row calls nobody. `shared`: everybody calls such a
    function, so that more than half of what it makes must be more than what is left over.
    """
    if table.is_difference or not table.total:
        return False
    left_over = table.total - other.cum
    share_stacks = (row.cum - left_over > 0.5 * row.cum) if shared else (row.cum > 1.05 * left_over)
    if share_stacks and (other.cum >= row.cum or row.cum == row.flat):
        return True
    same = abs(_passed(other) - row.cum) <= ROUNDED * row.cum
    return same and table.unit == "bytes" and row.cum >= TOLD_APART
