"""The code to open first: the application's own frame nearest to where it is stuck, or to the allocation."""

from __future__ import annotations

from ..evidence.model import Frame
from ..evidence.names import package_of
from ..playbook.model import CulpritStep, Playbook
from ..rows.model import GoroutineGroupRow, HeapSiteRow
from .observe import Observer
from .report import Culprit
from .scene import RowView, Scene


def culprit_of(playbook: Playbook, subject: RowView, scene: Scene, observer: Observer) -> Culprit:
    """The first of the playbook's steps that yields a frame or has something to say."""
    said: str | None = None
    for step in playbook.culprit:
        found = _frame_by(step, subject, scene, observer)
        if found is not None:
            frame, view = found
            return _named(frame, view, step.say or said)
        if step.frame is None and step.say is not None:
            said = said or step.say
    return Culprit(function=None, created_by=_creator_name(subject), say=said)


def _named(frame: Frame, view: RowView, say: str | None) -> Culprit:
    return Culprit(
        function=frame.function,
        file=frame.file,
        line=frame.line,
        package=package_of(frame.function),
        created_by=_creator_name(view),
        say=say,
    )


def _frame_by(step: CulpritStep, subject: RowView, scene: Scene, observer: Observer) -> tuple[Frame, RowView] | None:
    if step.frame is None:
        return None
    for view in _rows_of(step, subject, observer):
        frame = _frame_of(view, step.frame, scene)
        if frame is not None:
            return frame, view
    return None


def _rows_of(step: CulpritStep, subject: RowView, observer: Observer) -> list[RowView]:
    """The row itself, or the rows of another kind: those that grow most first, then the largest."""
    if step.source is None:
        fitting = not step.where or observer.rule_holds(step.where, None, absent=False, subject=subject)
        return [subject] if fitting else []
    rows, _ = observer.rows_matching(step.source, step.where)
    return sorted((view for view in rows if view is not subject), key=_strength)


def _strength(view: RowView) -> tuple[float, float, int]:
    row = view.row
    if isinstance(row, HeapSiteRow):
        return -(row.growth or 0.0), -float(row.inuse or 0), view.position
    if isinstance(row, GoroutineGroupRow):
        return -(row.growth or 0.0), -float(row.count or 0), view.position
    return 0.0, 0.0, view.position


def _frame_of(view: RowView, which: str, scene: Scene) -> Frame | None:
    creator = view.row.creator if isinstance(view.row, GoroutineGroupRow) else None
    own = [frame for frame, is_app in zip(view.frames, view.is_app, strict=True) if is_app]
    frames = {
        "spawned_in": view.row.spawned_in if isinstance(view.row, GoroutineGroupRow) else None,
        "kept_by": view.row.kept_by if isinstance(view.row, HeapSiteRow) else None,
        "leaf_app": own[0] if own else None,
        "outermost_app": own[-1] if own else None,
        "leaf": view.frames[0] if view.frames else None,
        "created_by": creator,
        "created_by_app": creator if creator is not None and scene.is_app(creator) else None,
    }
    return frames[which]


def _creator_name(view: RowView) -> str | None:
    if isinstance(view.row, GoroutineGroupRow) and view.row.creator is not None:
        return view.row.creator.function
    return None
