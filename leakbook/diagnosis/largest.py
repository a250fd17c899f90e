"""What there is most of, for an answer that can name no cause: whoever reads it knows where to look."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from ..rows.goroutines.group_model import GoroutineGroupRow
from ..rows.heap.site_model import HeapSiteRow
from .culprit import nearest_code
from .report import Largest
from .scene import RowView, Scene

MOST: Final = 3
"""Shown of each kind."""


def largest(scene: Scene) -> tuple[Largest, ...]:
    """The largest goroutine groups, then the sites that hold the most memory; of equals that with the lesser name."""
    groups = [view for view in scene.views("goroutine_group") if _goroutines(view)]
    sites = [view for view in scene.views("heap_site") if _bytes(view)]
    return (*_most(groups, _goroutines), *_most(sites, _bytes))


def _most(views: Sequence[RowView], size: Callable[[RowView], int]) -> Sequence[Largest]:
    shown = sorted(((view, _shown(view)) for view in views), key=lambda one: (-size(one[0]), one[1].function or ""))
    return [one for _, one in shown[:MOST]]


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
