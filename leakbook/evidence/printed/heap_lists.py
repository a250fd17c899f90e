"""Reader of sums of memory by function, as people write them into a report instead of pasting pprof's own table.

::

    | Function                     | flat     | flat%  | cum      |
    |------------------------------|---------:|-------:|---------:|
    | `shop/ledger.(*Book).Append` | 512.30MB | 61.96% | 540.10MB |

      343.72 GB (25.8%)  shop/ledger.(*Book).Append    <- grows
    - `shop/ledger.Load`: 152.3 MiB (11.4 %)

What such a sum leaves out is not known. It is of a heap only where the words at it say so, and of functions only where
one is named as Go alone names them: other tables and lists have bytes beside names as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ...limits import Limits
from ..markdown_tables import Table, tables_in
from ..model import EvidenceKind, Reading, TopRow, TopTable
from .written_names import function_in, is_only_go

_LARGEST: Final = 2**20
"""Characters beyond which no text is a report."""
_FIGURE: Final = r"(?P<figure>\d{1,9}(?:\.\d{1,6})?) ?(?P<unit>[kKMGT]i?B|B|bytes)"
_PERCENT: Final = r"(?P<share>\d{1,3}(?:\.\d{1,4})?) ?%"
_BYTES: Final = re.compile(_FIGURE + r"$")
_SHARE: Final = re.compile(_PERCENT + r"$")
_UNIT_OF_HEAD: Final = re.compile(r"(?:, ?|[(\[] ?| in )([kKMGT]i?B|bytes|B)[)\]]?$")
_GROUPED: Final = re.compile(r"(\d{1,9}(?:,\d{1,6}){0,4}(?:\.\d{1,6})?)( ?(?:[kKMGT]i?B|B|bytes|%))?$")
"""A cell's figure, whose commas may part thousands or stand for the point, and its unit."""
_DECIMAL_COMMA: Final = re.compile(r"\d{1,9},(?:\d{1,2}|\d{4,6})(?!\d)")
_NAME: Final = r"`?(?P<name>[^\s`|]{3,400}?)(?:\(\))?`?"
_MARK: Final = r"[ \t>#*\u2022-]{0,12}(?:\d{1,2}[.)] )?"
_LINES: Final = (
    re.compile(rf"{_MARK}{_FIGURE} ?\({_PERCENT}\)[ \t:\u2013\u2014-]{{1,12}}{_NAME}(?=[\s,;]|$)"),
    re.compile(rf"{_MARK}{_NAME}[ \t]{{0,3}}[:\u2013\u2014-]{{1,2}}[ \t]{{0,3}}{_FIGURE} ?[(,] ?{_PERCENT}"),
)
_OF_MEMORY: Final = re.compile(r"in-?use|\bin use\b|\bheap\b|\balloc|\bmemory\b|\bretain", re.IGNORECASE)
_WORDS: Final = ("heap", "Heap", "HEAP", "use", "alloc", "Alloc", "emory", "etain")
"""What a text must have somewhere, found at memory speed, for its sums to be of memory."""
_ALLOCATED: Final = re.compile(
    r"alloc_space|\ballocs\b|\b(?:total|cumulative) alloc|index=alloc"
    r"|\balloc(?:ations?)? (?:consumers?|contributors?|hot)",
    re.IGNORECASE,
)
_OF_FUNCTIONS: Final = re.compile(r"func|alloc|caller", re.IGNORECASE)
_MOST_HEADS: Final = 4
"""Columns with such a head whose cells are looked at."""
_CUMULATIVE: Final = re.compile(r"\bcum|(?<!of )(?<!of the )\btotal", re.IGNORECASE)
_NOW: Final = re.compile(r"\b(?:after|now|current(?:ly)?)\b", re.IGNORECASE)
_OWN: Final = re.compile(r"\bflat|\bin[ _-]?use|\binuse", re.IGNORECASE)
"""Heads that tell which of several columns is what is held: the later of two moments, what pprof calls flat."""
_IN_USE: Final = re.compile(r"\bin[ _-]?use", re.IGNORECASE)
_NO_SHARE: Final = re.compile(r"\bsum|grow|change|delta|diff|incr", re.IGNORECASE)
_PRINTED: Final = re.compile(
    r"\d% {1,20}-?[\d.,]{1,20}\w{0,5} {1,20}-?[\d.,]{1,9}%"
    r"|^[ \t]{0,9}\| {0,9}flat {0,9}\| {0,9}flat% {0,9}\| {0,9}sum% {0,9}\| {0,9}cum {0,9}\| {0,9}cum% {0,9}\|",
    re.MULTILINE,
)
"""The last columns of a row that pprof printed: `61.96%   540.10MB 65.30%`; the head of its table in Markdown."""
_POWERS: Final = {"k": 1, "K": 1, "M": 2, "G": 3, "T": 4}
_LONGEST_ROW: Final = 1000
_MOST_ABOVE: Final = 10
"""Lines of the paragraph above a list that may say what it is about."""
_FEWEST: Final = 2
"""Rows that make a sum: one figure beside a name is a remark."""


@dataclass(frozen=True, slots=True)
class _Sum:
    words: str
    rows: tuple[TopRow, ...]
    shares: tuple[float | None, ...]


class HeapListReader:
    """Reads sums of memory by function out of cleaned text."""

    def recognises(self, text: str) -> bool:
        """Whether a table or a list tells what functions hold, and no row of pprof's own is there to tell it better."""
        return len(text) <= _LARGEST and next(_sums(text), None) is not None and _PRINTED.search(text) is None

    def read(self, text: str, limits: Limits) -> tuple[Reading, ...]:
        """A table of pprof's for each sum, in the order they stand in."""
        return tuple(
            Reading(
                kind=EvidenceKind.PPROF_TEXT,
                content=_table(found, limits),
                notes=("a sum of memory by function was read: what it leaves out is not known",),
            )
            for found in _sums(text)
        )


def _table(found: _Sum, limits: Limits) -> TopTable:
    rows = found.rows[: limits.stacks]
    allocated = _ALLOCATED.search(found.words) is not None
    return TopTable(
        rows=rows, sample_type="alloc_space" if allocated else "inuse_space", unit="bytes", total=_total(found)
    )


def _total(found: _Sum) -> int | None:
    """What the largest row with a share is a share of."""
    shared = [(row.flat, share) for row, share in zip(found.rows, found.shares, strict=True) if share and row.flat]
    flat, share = max(shared, default=(0, None))
    return None if share is None else round(flat / share)


def _sums(text: str) -> Iterator[_Sum]:
    if ("%" not in text and "|" not in text) or not any(word in text for word in _WORDS):
        return
    for written in tables_in(text):
        table = _with_units(written)
        if _OF_MEMORY.search("\n".join((table.above, *table.head))) is not None:
            yield from _sum_of_table(table)
    for found in _listed(text):
        if _OF_MEMORY.search(found.words) is not None:
            yield found


def _with_units(table: Table) -> Table:
    """The same with each column's unit in its cells where its head tells it, and figures as programs write them.

    A column with a minus is a difference, of which nothing is held: it is left without units.
    """
    units = [found[1] if (found := _UNIT_OF_HEAD.search(head)) is not None else "" for head in table.head]
    rows = [list(cells) for cells in table.rows]
    for at, unit in enumerate(units):
        cells = [row[at] for row in rows if at < len(row)]
        if any(cell.startswith(("-", "\u2212")) and cell[1:2].isdigit() for cell in cells):
            continue
        is_decimal = any(_DECIMAL_COMMA.match(cell) is not None for cell in cells)
        for row in rows:
            if at < len(row) and (found := _GROUPED.match(row[at])) is not None:
                figure = found[1].replace(",", "." if is_decimal else "")
                row[at] = f"{figure}{found[2] or unit}"
    return replace(table, rows=tuple(tuple(row) for row in rows))


def _sum_of_table(table: Table) -> Iterator[_Sum]:
    """The sum by the first column that names functions; none where it is open which of several sizes is held."""
    sized = _columns(table, _BYTES)
    passed = [at for at in sized if _CUMULATIVE.search(table.head[at])]
    own = [at for at in sized if at not in passed]
    flat, cum = _one_of(table.head, own), _one_of(table.head, passed)
    if flat is None and (own or cum is None):
        return
    share = _one_of(table.head, [at for at in _columns(table, _SHARE) if _is_share(table.head[at])])
    for named in [at for at, cell in enumerate(table.head) if _OF_FUNCTIONS.search(cell)][:_MOST_HEADS]:
        read = [row for cells in table.rows if (row := _row(cells, named, flat, cum, share)) is not None]
        if _are_functions([row for row, _ in read]):
            in_use = flat is not None and _IN_USE.search(table.head[flat]) is not None
            words = table.head[flat] if flat is not None and in_use else "\n".join((table.above, *table.head))
            yield _Sum(words, tuple(row for row, _ in read), tuple(part for _, part in read))
            return


def _columns(table: Table, pattern: re.Pattern[str]) -> Sequence[int]:
    return [
        at
        for at in range(len(table.head))
        if any(at < len(cells) and pattern.match(cells[at]) is not None for cells in table.rows)
    ]


def _is_share(head: str) -> bool:
    return _CUMULATIVE.search(head) is None and _NO_SHARE.search(head) is None


def _one_of(head: Sequence[str], columns: Sequence[int]) -> int | None:
    """The column of what is held now: the only one, or the only one whose head says so."""
    for words in (_NOW, _OWN):
        if len(columns) > 1:
            columns = [at for at in columns if words.search(head[at])] or columns
    return columns[0] if len(columns) == 1 else None


def _are_functions(rows: Sequence[TopRow]) -> bool:
    return len(rows) >= _FEWEST and any(is_only_go(row.function) for row in rows)


def _row(
    cells: Sequence[str], named: int, flat: int | None, cum: int | None, share: int | None
) -> tuple[TopRow, float | None] | None:
    function = function_in(cells[named].split(" ")[0]) if named < len(cells) else None
    held, passed = _cell(_BYTES, cells, flat), _cell(_BYTES, cells, cum)
    if function is None or (held is None and passed is None):
        return None
    own = _bytes(held) if held else 0
    part = _cell(_SHARE, cells, share)
    row = TopRow(function=function, flat=own, cum=max(_bytes(passed) if passed else 0, own))
    return row, _part(part) if part else None


def _cell(pattern: re.Pattern[str], cells: Sequence[str], column: int | None) -> re.Match[str] | None:
    return pattern.match(cells[column]) if column is not None and column < len(cells) else None


def _listed(text: str) -> Iterator[_Sum]:
    """Runs of lines that each give a size, its share and a function; blank lines do not part them."""
    run: list[re.Match[str]] = []
    above: list[str] = []
    parted = False
    for line in (*text.split("\n"), "."):
        found = _row_of_list(line)
        if found is not None:
            above = above[-1:] if parted and not run else above
            run.append(found)
        elif line.strip():
            yield from _sum_of_lines("\n".join(above), run)
            above = [line] if parted or run else [*above[-_MOST_ABOVE:], line]
            run = []
        parted = not line.strip()


def _row_of_list(line: str) -> re.Match[str] | None:
    if "%" not in line or len(line) > _LONGEST_ROW:
        return None
    return next((found for pattern in _LINES if (found := pattern.match(line)) and function_in(found["name"])), None)


def _sum_of_lines(above: str, run: Sequence[re.Match[str]]) -> Iterator[_Sum]:
    rows = tuple(
        TopRow(function=function_in(found["name"]) or "", flat=_bytes(found), cum=_bytes(found)) for found in run
    )
    if _are_functions(rows):
        yield _Sum(above, rows, tuple(_part(found) for found in run))


def _bytes(found: re.Match[str]) -> int:
    power: int = _POWERS.get(found["unit"][0], 0)
    return round(float(found["figure"]) * float(1024**power))


def _part(found: re.Match[str]) -> float:
    return float(found["share"]) / 100
