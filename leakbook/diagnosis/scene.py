"""The rows of one request, prepared for asking many playbooks about them.

Whose code a frame is, which rows have a state or a function on their stack, and which rows fit a condition are each
worked out once, so that hundreds of playbooks over tens of thousands of groups stay cheap.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ..evidence.frames import Frame
from ..evidence.names import is_application
from ..playbook.where import Condition, StackTest, Where, WordTest
from ..rows.goroutines.group_model import GoroutineGroupRow
from ..rows.heap.site_model import HeapSiteRow
from ..rows.model import Rows
from ..rows.process.model import ProcessRow
from ..rows.stack_match import Glob, StackPattern

Row = GoroutineGroupRow | HeapSiteRow | ProcessRow


@dataclass(slots=True, eq=False, weakref_slot=True)
class RowView:
    """A row with its kind and, when it has a stack, whose code each frame is. Compared by identity."""

    kind: str
    row: Row
    position: int
    whose: Callable[[Sequence[Frame]], tuple[bool, ...]] = field(repr=False)
    _is_app: tuple[bool, ...] | None = field(default=None, init=False, repr=False)

    @property
    def is_app(self) -> tuple[bool, ...]:
        """Of each frame, whether it is the program's own code; asked of few rows, and worked out for those."""
        if self._is_app is None:
            self._is_app = self.whose(self.frames)
        return self._is_app

    @property
    def frames(self) -> tuple[Frame, ...]:
        """Frames leaf first; none for the process."""
        return () if isinstance(self.row, ProcessRow) else self.row.frames

    @property
    def count(self) -> int | None:
        """Goroutines of a group; None for other rows."""
        return self.row.count if isinstance(self.row, GoroutineGroupRow) else None


class _ByName:
    """Rows by function. The names are kept sorted too, so that a glob is only asked about those with its prefix."""

    def __init__(self, rows: Mapping[str, list[RowView]]) -> None:
        self._rows = rows
        self._ordered = sorted(rows)

    def matching(self, globs: Sequence[Glob]) -> list[RowView]:
        """Rows under every function that one of the globs matches, each once."""
        found: dict[int, RowView] = {}
        for glob in globs:
            for name in self._names(glob):
                for view in self._rows.get(name, ()):
                    found[view.position] = view
        return list(found.values())

    def _names(self, glob: Glob) -> Iterable[str]:
        prefix, star, _ = glob.pattern.partition("*")
        if not star:
            return (glob.pattern,)
        start = bisect_left(self._ordered, prefix)
        beyond = bisect_left(self._ordered, prefix + "\U0010ffff") if prefix else len(self._ordered)
        return (name for name in self._ordered[start:beyond] if glob.matches(name))


class _Index:
    """Rows of one kind by state and by function, each worked out when it is first asked for."""

    def __init__(self, views: tuple[RowView, ...]) -> None:
        self._views = views

    @cached_property
    def _stacks(self) -> list[tuple[RowView, tuple[str, ...] | None]]:
        return [(view, None if isinstance(view.row, ProcessRow) else view.row.stack) for view in self._views]

    @cached_property
    def by_state(self) -> Mapping[str | None, list[RowView]]:
        """Goroutine groups by their wait reason."""
        found: dict[str | None, list[RowView]] = {}
        for view in self._views:
            if isinstance(view.row, GoroutineGroupRow):
                found.setdefault(view.row.state, []).append(view)
        return found

    @cached_property
    def without_stack(self) -> list[RowView]:
        """Rows whose stack is not known."""
        return [view for view, stack in self._stacks if not stack]

    @cached_property
    def by_leaf(self) -> _ByName:
        """Rows by the leaf of their stack."""
        found: dict[str, list[RowView]] = defaultdict(list)
        for view, stack in self._stacks:
            if stack:
                found[stack[0]].append(view)
        return _ByName(found)

    @cached_property
    def by_function(self) -> _ByName:
        """Rows by every function on their stack."""
        found: dict[str, list[RowView]] = defaultdict(list)
        for view, stack in self._stacks:
            for function in set(stack or ()):
                found[function].append(view)
        return _ByName(found)


class Scene:
    """All rows of one request."""

    def __init__(self, rows: Rows) -> None:
        """Nothing is indexed before it is asked for."""
        self.rows = rows
        self._is_app: dict[int, bool] = {}
        """By a frame's identity: rows share equal frames, and hold them. Hashing a frame takes thrice as long."""
        self.process = RowView(kind="process", row=rows.process, position=0, whose=self._whose)
        self._views = {
            "goroutine_group": self._seen("goroutine_group", rows.goroutine_groups),
            "heap_site": self._seen("heap_site", rows.heap_sites),
            "process": (self.process,),
        }
        self._indexes = {kind: _Index(views) for kind, views in self._views.items()}

    def views(self, kind: str) -> tuple[RowView, ...]:
        """All rows of a kind, in the rows' own order."""
        return self._views[kind]

    def is_app(self, frame: Frame) -> bool:
        """Whether the frame is the program's own code."""
        return is_application(frame, self.rows.main_modules)

    def was_read(self, kind: str) -> bool:
        """Whether some evidence shows rows of this kind at all, so that finding none says something."""
        if kind == "goroutine_group":
            return bool(self._views[kind]) or self.rows.process.has_goroutine_stacks is True
        if kind == "heap_site":
            return bool(self._views[kind]) or self.rows.process.has_heap_sites is True
        return True

    @cached_property
    def shows_part(self) -> bool:
        """Whether the stacks are part of the process only, so that a missing one says nothing."""
        return any(row.part for row in self.rows.goroutine_groups)

    def likely(self, kind: str, where: Where) -> Iterable[RowView]:
        """The rows that may fit: a superset of those that do, in the rows' order, found without asking all."""
        if not where or not self._views[kind]:
            return self._views[kind]
        found = {view.position: view for condition in where for view in self._likely(kind, condition)}
        return [found[position] for position in sorted(found)]

    def _likely(self, kind: str, condition: Condition) -> Iterable[RowView]:
        choices: list[Sequence[RowView]] = [self._views[kind]]
        for test in condition.tests:
            if isinstance(test, WordTest) and test.feature == "state" and test.allowed:
                index = self._indexes[kind]
                choices.append([view for state in (*test.allowed, None) for view in index.by_state.get(state, ())])
            elif isinstance(test, StackTest):
                choices.extend(self._with_stack(kind, test.pattern))
        return min(choices, key=len)

    def _with_stack(self, kind: str, pattern: StackPattern) -> Iterable[list[RowView]]:
        index = self._indexes[kind]
        demands: list[tuple[tuple[Glob, ...], _ByName]] = []
        demands.extend(((glob,), index.by_function) for glob in pattern.contains)
        if pattern.contains_any:
            demands.append((pattern.contains_any, index.by_function))
        if pattern.leaf:
            demands.append((pattern.leaf, index.by_leaf))
        for globs, table in demands:
            yield [*index.without_stack, *table.matching(globs)]

    def _seen(self, kind: str, rows: Sequence[GoroutineGroupRow | HeapSiteRow]) -> tuple[RowView, ...]:
        return tuple(
            RowView(kind=kind, row=row, position=position, whose=self._whose) for position, row in enumerate(rows)
        )

    def _whose(self, frames: Sequence[Frame]) -> tuple[bool, ...]:
        for frame in frames:
            if id(frame) not in self._is_app:
                self._is_app[id(frame)] = self.is_app(frame)
        return tuple([self._is_app[id(frame)] for frame in frames])
