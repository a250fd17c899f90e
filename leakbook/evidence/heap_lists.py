"""Reader of sums of memory by function, as people write them into a report instead of pasting pprof's own table.

::

    | Function                     | flat     | flat%  | cum      |
    |------------------------------|---------:|-------:|---------:|
    | `shop/ledger.(*Book).Append` | 512.30MB | 61.96% | 540.10MB |

      343.72 GB (25.8%)  shop/ledger.(*Book).Append    <- grows
    - `shop/ledger.Load`: 152.3 MiB (11.4 %)

What such a sum leaves out is not known. It is of a heap only where its words say so: other tables have bytes as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ..limits import Limits
from .goroutine_dump_lines import is_symbol
from .markdown_tables import Table, tables_in
from .model import EvidenceKind, Reading, TopRow, TopTable
from .names import normalise

_LARGEST: Final = 2**20
"""Characters beyond which no text is a report."""
_FIGURE: Final = r"(?P<figure>\d{1,9}(?:\.\d{1,6})?) ?(?P<unit>[kKMGT]i?B|B|bytes)"
_PERCENT: Final = r"(?P<share>\d{1,3}(?:\.\d{1,4})?) ?%"
_BYTES: Final = re.compile(_FIGURE + r"$")
_SHARE: Final = re.compile(_PERCENT + r"$")
_NAME: Final = r"`?(?P<name>[^\s`|]{3,400}?)(?:\(\))?`?"
_MARK: Final = r"[ \t>#*\u2022-]{0,12}(?:\d{1,2}[.)] )?"
_LINES: Final = (
    re.compile(rf"{_MARK}{_FIGURE} ?\({_PERCENT}\)[ \t:\u2013\u2014-]{{1,12}}{_NAME}(?=[\s,;]|$)"),
    re.compile(rf"{_MARK}{_NAME}[ \t]{{0,3}}[:\u2013\u2014-]{{1,2}}[ \t]{{0,3}}{_FIGURE} ?[(,] ?{_PERCENT}"),
)
_OF_MEMORY: Final = re.compile(r"in-?use|\bin use\b|\bheap\b|\balloc|\bmemory\b|\bretain", re.IGNORECASE)
_WORDS: Final = ("heap", "Heap", "HEAP", "use", "alloc", "Alloc", "emory", "etain")
"""What a text must have somewhere, found at memory speed, for its sums to be of memory."""
_ALLOCATED: Final = re.compile(r"alloc_space|\ballocs\b|\b(?:total|cumulative) alloc|index=alloc", re.IGNORECASE)
_OF_FUNCTIONS: Final = re.compile(r"func|site|node|where|locat|caller|frame|name|who", re.IGNORECASE)
_CUMULATIVE: Final = re.compile(r"\bcum|\btotal", re.IGNORECASE)
_PRINTED: Final = re.compile(r"\d% {1,20}-?[\d.]{1,20}\w{0,5} {1,20}-?[\d.]{1,9}%")
"""The last columns of a row that pprof printed: `61.96%   540.10MB 65.30%`."""
_POWERS: Final = {"k": 1, "K": 1, "M": 2, "G": 3, "T": 4}
_LONGEST_ROW: Final = 1000
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
    for table in tables_in(text):
        found = _sum_of_table(table)
        if len(found.rows) >= _FEWEST and _OF_MEMORY.search(found.words) is not None:
            yield found
    if _OF_MEMORY.search(text) is not None:
        yield from _listed(text)


def _sum_of_table(table: Table) -> _Sum:
    named = [at for at, cell in enumerate(table.head) if _OF_FUNCTIONS.search(cell)]
    cumulative = frozenset(at for at, cell in enumerate(table.head) if _CUMULATIVE.search(cell))
    rows, shares = [], []
    for cells in table.rows if named else ():
        row, share = _row(cells, named[0], cumulative)
        if row is not None:
            rows.append(row)
            shares.append(share)
    return _Sum("\n".join((table.above, *table.head)), tuple(rows), tuple(shares))


def _row(cells: Sequence[str], named: int, cumulative: frozenset[int]) -> tuple[TopRow | None, float | None]:
    function = _function(cells[named].split(" ")[0]) if named < len(cells) else None
    sized = [(at, _bytes(found)) for at, cell in enumerate(cells) if (found := _BYTES.match(cell))]
    own = [size for at, size in sized if at not in cumulative]
    passed = [size for at, size in sized if at in cumulative]
    if function is None or not sized:
        return None, None
    flat = own[0] if own else 0
    share = next((_part(found) for cell in cells if (found := _SHARE.match(cell))), None)
    return TopRow(function=function, flat=flat, cum=max(passed[0] if passed else 0, flat)), share


def _listed(text: str) -> Iterator[_Sum]:
    """Runs of lines that each give a size, its share and a function; blank lines do not part them."""
    run: list[re.Match[str]] = []
    above = ""
    for line in (*text.split("\n"), "."):
        found = _row_of_list(line)
        if found is not None:
            run.append(found)
        elif line.strip():
            if len(run) >= _FEWEST:
                yield _sum_of_lines(above, run)
            run, above = [], line


def _row_of_list(line: str) -> re.Match[str] | None:
    if "%" not in line or len(line) > _LONGEST_ROW:
        return None
    return next((found for pattern in _LINES if (found := pattern.match(line)) and _function(found["name"])), None)


def _sum_of_lines(above: str, run: Sequence[re.Match[str]]) -> _Sum:
    rows = tuple(
        TopRow(function=_function(found["name"]) or "", flat=_bytes(found), cum=_bytes(found)) for found in run
    )
    return _Sum(above, rows, tuple(_part(found) for found in run))


def _function(name: str) -> str | None:
    bare = name.removesuffix("()")
    return normalise(bare) if "." in bare.strip(".") and is_symbol(bare) and not bare[0].isdigit() else None


def _bytes(found: re.Match[str]) -> int:
    power: int = _POWERS.get(found["unit"][0], 0)
    return round(float(found["figure"]) * float(1024**power))


def _part(found: re.Match[str]) -> float:
    return float(found["share"]) / 100
