"""When a growing process meets its memory limit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from ..statistics.trend import Trend

CERTAIN: Final = 0.7
"""A forecast of an uncertain climb would be taken for a fact."""

_CENTURY: Final = 100 * 365 * 24 * 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """The limit is met at `reaches_limit_at`, between `earliest` and `latest` by the slope's confidence bounds.

    `latest` is None when the lower bound of the slope never reaches it. `per_minute` is in bytes, `minutes` what is
    left after the newest evidence, 0 when the limit is passed.
    """

    limit_bytes: int
    reaches_limit_at: datetime | None
    earliest: datetime | None
    latest: datetime | None
    per_minute: float
    minutes: float


def forecast_of(
    trend: Trend | None, *, current: float | None, limit_bytes: int | None, now: datetime | None
) -> Forecast | None:
    """When `current` bytes, growing by `trend`, meet the limit.

    None without a limit, a current size or a climb of at least `CERTAIN`. Times are None when `now`, the newest
    evidence's moment, is, and beyond a hundred years.
    """
    if trend is None or limit_bytes is None or current is None or limit_bytes <= 0:
        return None
    if trend.climbs < CERTAIN or trend.per_minute <= 0:
        return None
    room = limit_bytes - current
    return Forecast(
        limit_bytes=limit_bytes,
        reaches_limit_at=_reached(now, room, trend.per_minute),
        earliest=_reached(now, room, trend.high),
        latest=_reached(now, room, trend.low),
        per_minute=trend.per_minute,
        minutes=max(0.0, room) / trend.per_minute,
    )


def _reached(now: datetime | None, room: float, per_minute: float) -> datetime | None:
    if now is None or per_minute <= 0:
        return None
    minutes = max(0.0, room) / per_minute
    # A capture time near the calendar's end is a client's mistake.
    return None if minutes > _CENTURY or now.year > 9000 else now + timedelta(minutes=minutes)
