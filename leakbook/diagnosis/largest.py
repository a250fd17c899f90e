"""What there is most of, for an answer that can name no cause: whoever reads it knows where to look."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from ..evidence.model import Capture, GoroutineSnapshot
from ..rows.goroutines.group_model import GoroutineGroupRow
from ..rows.heap.site_model import HeapSiteRow
from .culprit import nearest_code
from .report import Largest
from .scene import RowView, Scene

MOST: Final = 3
"""Shown of each kind."""


def largest(scene: Scene, captures: Sequence[Capture] = ()) -> tuple[Largest, ...]:
    """The largest goroutine groups, then the sites that hold the most memory; of equals that with the lesser name.

    Of headers that were pasted without their stacks, which are no rows' of a function, the newest capture tells states.
    """
    groups = [_shown(view) for view in scene.views("goroutine_group") if _goroutines(view) and view.frames]
    sites = [_shown(view) for view in scene.views("heap_site") if _bytes(view)]
    groups.extend(_headers(captures))
    return (*_most(groups, lambda one: one.goroutines or 0), *_most(sites, lambda one: one.bytes or 0))


def _most(found: Sequence[Largest], size: Callable[[Largest], int]) -> Sequence[Largest]:
    return sorted(found, key=lambda one: (-size(one), one.function or one.state or ""))[:MOST]


def _headers(captures: Sequence[Capture]) -> Iterator[Largest]:
    dumps = [one.reading.content for one in captures if isinstance(one.reading.content, GoroutineSnapshot)]
    for group in dumps[-1].groups if dumps else ():
        if not group.frames and group.state is not None and group.count:
            yield Largest(goroutines=group.count, state=group.state, bytes=None, function=None, file=None, line=None)


def _shown(view: RowView) -> Largest:
    frame = nearest_code(view)
    return Largest(
        goroutines=_goroutines(view) or None,
        state=view.row.state if isinstance(view.row, GoroutineGroupRow) else None,
        bytes=_bytes(view) or None,
        function=frame.function if frame else None,
        file=frame.file if frame else None,
        line=frame.line if frame else None,
    )


def _goroutines(view: RowView) -> int:
    """Those that wait for a test or are the runtime's tell nothing."""
    row = view.row
    return row.count or 0 if isinstance(row, GoroutineGroupRow) and not row.observes else 0


def _bytes(view: RowView) -> int:
    row = view.row
    return row.inuse or 0 if isinstance(row, HeapSiteRow) and not row.is_runtime_cost else 0
