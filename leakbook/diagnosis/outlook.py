"""Where the memory is now, and when the limit is met: the process's figures in the shape of the answer."""

from __future__ import annotations

from ..evidence.metrics.names import MEMORY_LIMIT, RESIDENT
from ..rows.heap.moments import printed_total
from ..rows.process.forecast import Forecast, forecast_of
from ..rows.process.ledger import MemoryLedger, memory_ledger
from ..rows.process.process import ProcessScene


def ledger_for(scene: ProcessScene) -> MemoryLedger | None:
    """The memory ledger; None when no evidence gives figures for one."""
    return memory_ledger(scene.figures, scene.live.newest if scene.live else _printed_heap(scene))


def _printed_heap(scene: ProcessScene) -> int | None:
    """The live heap as a pasted table tells it; None where it is more than what the process has, so of another time."""
    total = printed_total(scene.captures)
    resident = scene.figures.value(RESIDENT) if scene.figures else None
    return None if total is None or (resident is not None and total > resident) else total


def forecast_for(scene: ProcessScene, limit_bytes: int | None) -> Forecast | None:
    """When the growing live heap meets the limit; without one measured, resident memory. None without a climb.

    A limit that nobody states is the one which the evidence tells of the container.
    """
    limit = limit_bytes or round(scene.value(MEMORY_LIMIT) or 0)
    resident, figure = scene.value(RESIDENT), scene.figure(RESIDENT)
    watched = scene.live.figure if scene.live else figure
    trend = None
    if watched is not None and watched.has_pace:
        trend = scene.live.trend if scene.live else watched.trend()
    times = [capture.captured_at for capture in scene.captures if capture.captured_at is not None]
    return forecast_of(
        trend,
        current=resident if resident is not None else scene.live.newest if scene.live else None,
        limit_bytes=limit,
        now=max(times, default=None),
    )
