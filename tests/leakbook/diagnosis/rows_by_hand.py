"""Rows and captures written down by hand, for tests of what is made of them."""

from datetime import UTC, datetime

from leakbook.evidence.frames import Frame
from leakbook.evidence.model import Capture, EvidenceKind, GcTrace, GoroutineGroup, GoroutineSnapshot, Reading
from leakbook.rows.goroutines.group_model import GoroutineGroupRow
from leakbook.rows.heap.site_model import HeapSiteRow
from leakbook.rows.model import Rows
from leakbook.rows.process.model import ProcessRow

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


def frames(*functions, line=31):
    return tuple(Frame(function=function, file=f"/src/{function}.go", line=line) for function in functions)


def group(*functions, creator=None, **features):
    """A goroutine group's row, leaf first; what is not given was not measured."""
    return GoroutineGroupRow(
        frames=frames(*functions),
        creator=Frame(function=creator, file="/src/c.go", line=9) if creator else None,
        stack=functions,
        created_by=creator,
        evidence=features.pop("evidence", ("dump",)),
        **features,
    )


def site(*functions, **features):
    """A heap site's row, leaf first."""
    stack = frames(*functions)
    return HeapSiteRow(frames=stack, site=stack[0], stack=functions, evidence=("heap",), **features)


def rows(*those, **process):
    """Rows of one request."""
    return Rows(
        main_modules=("shop",),
        goroutine_groups=tuple(row for row in those if isinstance(row, GoroutineGroupRow)),
        heap_sites=tuple(row for row in those if isinstance(row, HeapSiteRow)),
        process=ProcessRow(evidence=("metrics",), **process),
    )


def dump(name="dump", *, complete=True):
    """A dump's capture, as far as a diagnosis looks at captures."""
    one = GoroutineGroup(state="select", frames=frames("shop.loop"), created_by=None, count=1)
    content = GoroutineSnapshot(groups=(one,), total=1, complete=complete, tells_waits=True, tells_creators=True)
    return capture(name, EvidenceKind.GOROUTINE_DUMP, content)


def gctrace(name="gctrace"):
    """A gctrace's capture."""
    return capture(name, EvidenceKind.GCTRACE, GcTrace(runs=((),)))


def capture(name, kind, content):
    reading = Reading(kind=kind, content=content)
    return Capture(name=name, order=0, reading=reading, captured_at=NOON, sha256="0" * 64, size=1)
