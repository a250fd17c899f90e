"""Where the memory is now, and when the limit is met: the process's figures in the shape of the answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ..evidence.metrics.names import MEMORY_LIMIT, RESIDENT
from ..rows.heap.moments import printed_total
from ..rows.process.forecast import CERTAIN, Forecast, forecast_of
from ..rows.process.ledger import MemoryLedger, memory_ledger
from ..rows.process.process import ProcessScene
from ..rows.process.series import Figure
from ..rows.statistics.trend import Trend
from .finding import SUSPECT_FROM
from .quantity_text import bytes_text, minutes_text, part_text
from .report import Diagnosis
from .why_unseen import STATE_TIMES

_FEW: Final = 4
"""Figures below which no shape is told, so that no climb is certain."""

_NEARLY: Final = 0.8
"""Part of a limit that nobody asked about, from which it is worth a word."""


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
    figure = _figure(scene)
    times = [capture.captured_at for capture in scene.captures if capture.captured_at is not None]
    return forecast_of(
        _trend(scene) if figure is not None and figure.has_pace else None,
        current=_current(scene),
        limit_bytes=limit,
        now=max(times, default=None),
    )


def _figure(scene: ProcessScene) -> Figure | None:
    """What is followed to the limit."""
    return scene.live.figure if scene.live else scene.figure(RESIDENT)


def _trend(scene: ProcessScene) -> Trend | None:
    figure = _figure(scene)
    return scene.live.trend if scene.live else figure.trend() if figure else None


def _current(scene: ProcessScene) -> float | None:
    resident = scene.value(RESIDENT)
    return resident if resident is not None else scene.live.newest if scene.live else None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoForecast:
    """Why nothing is said of a limit that was stated. `room` is what is left to it in bytes, None where not known."""

    limit_bytes: int
    because: str
    room: float | None

    def says(self, diagnoses: Sequence[Diagnosis]) -> str:
        """The sentence, and when the first finding alone would meet the limit, where it has a pace."""
        part = 0.0 if self.room is None else 1 - self.room / self.limit_bytes
        used = f", {part_text(part)} of which is used" if part >= _NEARLY else ""
        said = f"No forecast of the limit of {bytes_text(self.limit_bytes)}{used}, because {self.because}"
        first = next((one for one in diagnoses if one.is_leak and one.confidence >= SUSPECT_FROM), None)
        pace = first.impact.bytes_per_minute if first else None
        if not pace or pace <= 0 or self.room is None or self.room <= 0:
            return said if said.endswith(".") else f"{said}."
        alone = f"at the pace of the first finding alone, {bytes_text(pace)} a minute"
        return f"{said}; {alone}, it would be met about {minutes_text(self.room / pace)} after the newest evidence."


def no_forecast_for(scene: ProcessScene, limit_bytes: int | None, forecast: Forecast | None) -> NoForecast | None:
    """Why there is no forecast; None where there is one, or nobody stated a limit and the evidence's is far off."""
    current, limit = _current(scene), limit_bytes or round(scene.value(MEMORY_LIMIT) or 0)
    if limit <= 0 or forecast is not None:
        return None
    if not limit_bytes and (current or 0.0) < _NEARLY * limit:
        return None
    room = None if current is None else limit - current
    return NoForecast(limit_bytes=limit, because=_no_climb(scene), room=room)


def _no_climb(scene: ProcessScene) -> str:
    what = "the live heap" if scene.live else "resident memory"
    trend, figure = _trend(scene), _figure(scene)
    if figure is None or trend is None:
        return f"{what} was measured once only" if figure else "nothing in the evidence measures the memory over time"
    if not figure.timed:
        return f"nothing tells how much time lies between the figures of {what}{STATE_TIMES}"
    if not figure.has_pace:
        return f"{what} was watched for a glance only"
    if trend.per_minute <= 0:
        return f"{what} did not grow"
    if trend.climbs < CERTAIN and trend.points < _FEW:
        return f"{trend.points} figures of {what} are too few to be sure that it climbs"
    return f"it is not sure that {what} still climbs"
