"""A server's connections stay open as long as their handlers are stuck: then they are no leak of their own.

net/http keeps a connection, its buffers and its descriptor until the handler returns. Where a finding says why the
handlers do not, what is said of the server's connections belongs under it.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..rows.goroutines.group_model import GoroutineGroupRow
from .finding import LEAK_FROM, Finding
from .scene import RowView, Scene

FEWEST_HANDLERS = 5
"""Handlers that may be slow at any moment without being stuck."""

_SERVER = ("net/http.(*Server).", "net/http.(*conn).")
_SERVED = "net/http.(*conn).serve"
_COUNTED = frozenset({"resource/net-conn", "resource/file"})


def connections_under_handlers(findings: list[Finding], scene: Scene) -> list[Finding]:
    """Fold what is said of a server's own connections into the finding about handlers that never return."""
    ordered = sorted(findings, key=Finding.order)
    groups = scene.views("goroutine_group")
    served = [view for view in groups if any(frame.function == _SERVED for frame in view.frames)]
    cause = next((finding for finding in ordered if _holds_handlers(finding, served, scene)), None)
    if cause is None:
        return findings
    symptoms = [finding for finding in ordered if finding is not cause and _is_of_the_server(finding)]
    for symptom in symptoms:
        cause.take_in(symptom)
    return [finding for finding in ordered if finding not in symptoms]


def _holds_handlers(finding: Finding, served: Sequence[RowView], scene: Scene) -> bool:
    """Whether handlers, its own or those that wait for them, are stuck and are most of those `served`."""
    if finding.kind != "goroutine_group" or finding.confidence < LEAK_FROM or not finding.lead.playbook.leak:
        return False
    behind = {(victim.function, victim.state) for victim in finding.victims}
    stuck = sum(view.count or 0 for view in served if _is_stuck(view, finding, behind, scene))
    return stuck >= FEWEST_HANDLERS and stuck >= 0.5 * sum(view.count or 0 for view in served)


def _is_stuck(view: RowView, finding: Finding, behind: set[tuple[str, str | None]], scene: Scene) -> bool:
    if (view.kind, view.position) in finding.places:
        return True
    own = next((frame for frame in view.frames if scene.is_app(frame)), view.frames[0])
    return isinstance(view.row, GoroutineGroupRow) and (own.function, view.row.state) in behind


def _is_of_the_server(finding: Finding) -> bool:
    if finding.kind == "process":
        return finding.playbook_id in _COUNTED
    if finding.kind != "heap_site":
        return False
    return all(_is_server_site(view) for view in finding.views if view.kind == "heap_site")


def _is_server_site(view: RowView) -> bool:
    """Allocated by net/http's server itself rather than by a handler that it called."""
    nearest = next(
        (
            frame.function
            for frame, is_app in zip(view.frames, view.is_app, strict=True)
            if is_app or frame.function.startswith(_SERVER)
        ),
        "",
    )
    return nearest.startswith(_SERVER)
