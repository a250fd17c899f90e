"""What ended a process that crashed, so that nobody looks for it among the goroutines that waited."""

from __future__ import annotations

from ..rows.goroutines.group_model import GoroutineGroupRow
from .culprit import nearest_code
from .name_text import placed
from .scene import RowView, Scene


def crash_text(scene: Scene) -> str:
    """The sentence, which names the code of the goroutine that ran, where it alone did; empty where nothing crashed."""
    if not scene.rows.process.crashed:
        return ""
    ran = [view for view in scene.views("goroutine_group") if _runs(view)]
    code = nearest_code(ran[0]) if len(ran) == 1 else None
    where = f" in {placed(code.function, code.file, code.line)}" if code is not None else ""
    return f"The process ended by a panic or a fault{where}, which none of those that wait raised."


def _runs(view: RowView) -> bool:
    return isinstance(view.row, GoroutineGroupRow) and view.row.state == "running"
