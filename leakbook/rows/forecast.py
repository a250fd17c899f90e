"""When a growing process meets its memory limit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """The limit is met at `reaches_limit_at`, between `earliest` and `latest` by the slope's confidence bounds.

    `latest` is None when the lower bound of the slope never reaches it. `per_minute` is in bytes.
    """

    limit_bytes: int
    reaches_limit_at: datetime | None
    earliest: datetime | None
    latest: datetime | None
    per_minute: float
