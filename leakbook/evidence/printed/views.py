"""The views of `go tool pprof`'s text of one profile, gathered into one `TopTable`.

People paste `top`, then `top -cum`, then `list Foo` of one session: three views of one moment, not three moments.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from ..frames import Frame
from ..model import StackSample, TopRow, TopTable
from .values import Value

LEAST_PERCENT = 1.0
"""A percentage of two decimals below this is too coarse to tell the total by."""
WHOLE = 101.0
"""Beyond, percentages are of something else: pprof prints `+Inf%` of a total of 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedLine:
    """A line of `-list` that something was counted on; `line` is None for the sum above a function's lines."""

    function: str
    file: str | None
    line: int | None
    flat: int
    cum: int
    code: str | None = None


class Views:
    """Collects rows, edges, stacks and listed lines while the text is read."""

    def __init__(self) -> None:
        """Start empty: no type, no total, nothing read."""
        self.sample_type: str | None = None
        self.total: int | None = None
        self.is_difference = False
        self.notes: list[str] = []
        self._units: Counter[str] = Counter()
        self._rows: dict[tuple[str, str | None, int | None], tuple[int, TopRow]] = {}
        self._table = 0
        self._shares: dict[tuple[int, str], tuple[float, int]] = {}
        """For each table and unit the largest percentage of the total that a row prints, with its amount."""
        self._edges: dict[str, int] = {}
        self._carried: Mapping[str, int] = {}
        self._carried_unit: str | None = None
        self._stacks: list[StackSample] = []
        self._listed: list[ListedLine] = []
        self._sums: list[ListedLine] = []
        self._functions_listed: set[str] = set()

    def __len__(self) -> int:
        """How much was read."""
        return len(self._rows) + len(self._stacks) + len(self._listed) + len(self._sums) + len(self._edges)

    @property
    def is_cut(self) -> bool:
        """Whether only callers and callees were read: the end of a -peek whose head and own figures were not pasted."""
        own = any(row.flat for _, row in self._rows.values())
        return self.total is None and not (own or self._stacks or self._listed or self._sums)

    def lists(self, function: str) -> bool:
        """Whether lines of the function, or their sum, were read."""
        return function in self._functions_listed

    def carry(self, cut: Views) -> None:
        """What a cut view above this one told of its functions: it is of the same profile, not of a moment before."""
        told = {row.function: row.cum for _, row in cut._rows.values()}
        self._carried = {**cut._carried, **cut._edges, **told}
        self._carried_unit = cut.unit()

    def count(self, value: Value) -> int:
        """Note a value's unit and return its amount."""
        if value.unit is not None:
            self._units[value.unit] += 1
        if value.amount < 0:
            self.is_difference = True
        return value.amount

    def begin_table(self) -> None:
        """A table's head was read: `top` and `top -cum` of one profile repeat each other's rows."""
        self._table += 1

    def add_share(self, percent: float, cum: Value) -> None:
        """What part of the total a row is: of a table pasted without the total itself."""
        table = self._table, cum.unit or "count"
        self._shares[table] = max(self._shares.get(table, (0.0, 0)), (percent, cum.amount))

    def add_row(self, frame: Frame, flat: Value, cum: Value) -> None:
        """A row of -top, -tree or -peek.

        Rows for one place in one table are added up (-addresses prints one for each program counter); of several
        tables the first counts.
        """
        row = TopRow(
            function=frame.function, flat=self.count(flat), cum=self.count(cum), file=frame.file, line=frame.line
        )
        place = row.function, row.file, row.line
        table, before = self._rows.get(place, (self._table, None))
        if before is None:
            self._rows[place] = table, row
        elif table == self._table:
            self._rows[place] = table, replace(before, flat=before.flat + row.flat, cum=before.cum + row.cum)

    def add_edge(self, frame: Frame, value: Value) -> None:
        """A caller or callee in -peek or -tree: at least that much passes through it."""
        amount = self.count(value)
        self._edges[frame.function] = max(self._edges.get(frame.function, amount), amount, key=abs)

    def add_stack(self, frames: tuple[Frame, ...], value: Value, object_bytes: int | None) -> None:
        """A stack of -traces."""
        self._stacks.append(StackSample(frames=frames, values=(self.count(value),), object_bytes=object_bytes))

    def add_line(self, line: ListedLine) -> None:
        """A line of -list, or the sum above them, which counts where the paste has none of the lines."""
        (self._listed if line.line is not None else self._sums).append(line)
        self._functions_listed.add(line.function)

    def table(self) -> TopTable:
        """All of it as one table. Edges become rows only where the function has no row of its own."""
        rows = self._rows_with_lines()
        known = {row.function for row in rows}
        edges = {**self._fitting(), **self._edges}
        rows.extend(
            TopRow(function=function, flat=0, cum=cum) for function, cum in edges.items() if function not in known
        )
        return TopTable(
            rows=tuple(rows),
            sample_type=self.sample_type,
            unit=self.unit(),
            total=self.total if self.total is not None else self._total_by_shares(),
            is_difference=self.is_difference,
            stacks=tuple(self._stacks),
        )

    def _total_by_shares(self) -> int | None:
        """The total that the largest row's percentage tells, to a part in a hundred or better, and no row is above."""
        unit = self.unit() if self.unit() in self._units else "count"
        largest = max((row.cum for _, row in self._rows.values()), default=0)
        shares = sorted((share for (_, of), share in self._shares.items() if of == unit), reverse=True)
        for percent, amount in shares if not self.is_difference else ():
            if LEAST_PERCENT <= percent <= WHOLE and amount > 0:
                total = round(amount * 100 / percent)
                if total >= largest:
                    return total
        return None

    def _fitting(self) -> Mapping[str, int]:
        """What was carried over and can be a part of this profile."""
        if self.total is None or self._carried_unit != self.unit():
            return {}
        return {function: cum for function, cum in self._carried.items() if 0 < cum <= self.total}

    def unit(self) -> str:
        """bytes, nanoseconds or count: what most values carried, or what the type says when none carried any."""
        with_unit = {unit: count for unit, count in self._units.items() if unit != "count"}
        if with_unit:
            return max(with_unit, key=lambda unit: (with_unit[unit], unit))
        kind = self.sample_type or ""
        return "bytes" if kind.endswith("space") else "nanoseconds" if kind in {"cpu", "delay"} else "count"

    def _rows_with_lines(self) -> list[TopRow]:
        """-list gives a function that has a row its hottest line; one without gets a row for each line, or its sum."""
        hottest: dict[str, ListedLine] = {}
        for line in self._listed:
            best = hottest.setdefault(line.function, line)
            if (line.flat, line.cum) > (best.flat, best.cum):
                hottest[line.function] = line
        rows = []
        for _, row in self._rows.values():
            place = hottest.get(row.function)
            if place is not None:
                row = replace(row, code=place.code)  # noqa: PLW2901 - the same row, told more of
                row = replace(row, file=place.file, line=place.line) if row.line is None else row  # noqa: PLW2901
            rows.append(row)
        for listed in (self._listed, self._sums):
            in_table = {row.function for row in rows}
            rows.extend(
                TopRow(
                    function=line.function, flat=line.flat, cum=line.cum, file=line.file, line=line.line, code=line.code
                )
                for line in listed
                if line.function not in in_table
            )
        return rows
