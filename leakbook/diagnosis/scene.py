"""The rows of one request, prepared for asking many playbooks about them.

Whose code a frame is, which rows have a state or a function on their stack, and which rows fit a condition are each
worked out once, so that hundreds of playbooks over tens of thousands of groups stay cheap.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ..evidence.model import Frame
from ..evidence.names import Origin, origin
from ..playbook.model import Condition, StackTest, Where, WordTest
from ..rows.model import GoroutineGroupRow, HeapSiteRow, ProcessRow, Rows
from ..rows.stack_match import Glob, StackPattern

Row = GoroutineGroupRow | HeapSiteRow | ProcessRow


@dataclass(slots=True, eq=False, weakref_slot=True)
class RowView:
    """A row with its kind and, when it has a stack, whose code each frame is. Compared by identity."""

    kind: str
    row: Row
    position: int
    is_app: tuple[bool, ...] = ()

    @property
    def frames(self) -> tuple[Frame, ...]:
        """Frames leaf first; none for the process."""
        return () if isinstance(self.row, ProcessRow) else self.row.frames

    @property
    def count(self) -> int | None:
        """Goroutines of a group; None for other rows."""
        return self.row.count if isinstance(self.row, GoroutineGroupRow) else None


@dataclass(slots=True)
class _ByName:
    """Rows by function. The names are kept sorted too, so that a glob is only asked about those with its prefix."""

    rows: dict[str, list[RowView]] = field(default_factory=dict)
    ordered: list[str] = field(default_factory=list)

    def matching(self, globs: Sequence[Glob]) -> list[RowView]:
        """Rows under every function that one of the globs matches, each once."""
        found: dict[int, RowView] = {}
        for glob in globs:
            for name in self._names(glob):
                for view in self.rows.get(name, ()):
                    found[view.position] = view
        return list(found.values())

    def _names(self, glob: Glob) -> Iterable[str]:
        prefix, star, _ = glob.pattern.partition("*")
        if not star:
            return (glob.pattern,)
        if not self.ordered:
            self.ordered = sorted(self.rows)
        start = bisect_left(self.ordered, prefix)
        beyond = bisect_left(self.ordered, prefix + "\U0010ffff") if prefix else len(self.ordered)
        return (name for name in self.ordered[start:beyond] if glob.matches(name))


@dataclass(slots=True)
class _Index:
    """Rows of one kind by state and by function."""

    views: tuple[RowView, ...]
    by_state: dict[str | None, list[RowView]] = field(default_factory=dict)
    by_function: _ByName = field(default_factory=_ByName)
    by_leaf: _ByName = field(default_factory=_ByName)
    without_stack: list[RowView] = field(default_factory=list)


class Scene:
    """All rows of one request."""

    def __init__(self, rows: Rows) -> None:
        """Nothing is indexed before it is asked for."""
        self.rows = rows
        self._origins: dict[Frame, bool] = {}
        self.process = RowView(kind="process", row=rows.process, position=0)
        self._views = {
            "goroutine_group": self._seen("goroutine_group", rows.goroutine_groups),
            "heap_site": self._seen("heap_site", rows.heap_sites),
            "process": (self.process,),
        }
        self._indexes: dict[str, _Index] = {}

    def views(self, kind: str) -> tuple[RowView, ...]:
        """All rows of a kind, in the rows' own order."""
        return self._views[kind]

    def is_app(self, frame: Frame) -> bool:
        """Whether the frame is the program's own code."""
        known = self._origins.get(frame)
        if known is None:
            known = origin(frame, self.rows.main_modules) is Origin.APPLICATION
            self._origins[frame] = known
        return known

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
        if not where:
            return self._views[kind]
        found = {view.position: view for condition in where for view in self._likely(kind, condition)}
        return [found[position] for position in sorted(found)]

    def _likely(self, kind: str, condition: Condition) -> Iterable[RowView]:
        choices: list[Sequence[RowView]] = [self._views[kind]]
        for test in condition.tests:
            if isinstance(test, WordTest) and test.feature == "state" and test.allowed:
                index = self._index(kind)
                choices.append([view for state in (*test.allowed, None) for view in index.by_state.get(state, ())])
            elif isinstance(test, StackTest):
                choices.extend(self._with_stack(kind, test.pattern))
        return min(choices, key=len)

    def _with_stack(self, kind: str, pattern: StackPattern) -> Iterable[list[RowView]]:
        index = self._index(kind)
        demands: list[tuple[tuple[Glob, ...], _ByName]] = []
        demands.extend(((glob,), index.by_function) for glob in pattern.contains)
        if pattern.contains_any:
            demands.append((pattern.contains_any, index.by_function))
        if pattern.leaf:
            demands.append((pattern.leaf, index.by_leaf))
        for globs, table in demands:
            yield [*index.without_stack, *table.matching(globs)]

    def _index(self, kind: str) -> _Index:
        if kind not in self._indexes:
            index = _Index(views=self._views[kind])
            for view in index.views:
                if isinstance(view.row, GoroutineGroupRow):
                    index.by_state.setdefault(view.row.state, []).append(view)
                stack = None if isinstance(view.row, ProcessRow) else view.row.stack
                if not stack:
                    index.without_stack.append(view)
                    continue
                index.by_leaf.rows.setdefault(stack[0], []).append(view)
                for function in dict.fromkeys(stack):
                    index.by_function.rows.setdefault(function, []).append(view)
            self._indexes[kind] = index
        return self._indexes[kind]

    def _seen(self, kind: str, rows: Sequence[GoroutineGroupRow | HeapSiteRow]) -> tuple[RowView, ...]:
        # Rows share equal frames, and hold them: by identity each is asked once, hashing one takes thrice as long.
        frames = {id(frame): frame for row in rows for frame in row.frames}
        is_app = {identity: self.is_app(frame) for identity, frame in frames.items()}.__getitem__
        return tuple(
            RowView(kind=kind, row=row, position=position, is_app=tuple(map(is_app, map(id, row.frames))))
            for position, row in enumerate(rows)
        )
