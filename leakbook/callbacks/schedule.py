"""When to try again: 5 s, 15 s, 45 s … after a try, at most six hours, each a fifth more or less."""

from __future__ import annotations

from collections.abc import Callable

FACTOR = 3
LONGEST_SECONDS = 6 * 3600.0
JITTER = 0.2


def pause_seconds(tries: int, *, first_seconds: float, asked_seconds: float | None, dice: Callable[[], float]) -> float:
    """From try number `tries` (from 1) to the next.

    `asked_seconds` is what the receiver asked for with `Retry-After`; it can only make the pause longer, and not beyond
    the longest. `dice` gives numbers from 0 to 1.
    """
    planned: float = min(first_seconds * FACTOR ** min(tries - 1, 40), LONGEST_SECONDS)
    spread = planned * (1 + JITTER * (2 * dice() - 1))
    return max(spread, min(asked_seconds or 0.0, LONGEST_SECONDS))
