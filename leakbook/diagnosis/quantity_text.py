"""Figures as a tired person reads them: rounded, with a unit, never more digits than they are worth."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from ..rows.features import Unit


def _short(value: float) -> str:
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.1f}"


def bytes_text(value: float) -> str:
    """`3.2 GiB`; a sign is kept."""
    size = abs(value)
    for unit, factor in (("GiB", 2**30), ("MiB", 2**20), ("KiB", 2**10)):
        if size >= factor:
            return f"{_short(value / factor)} {unit}"
    return f"{value:.0f} B"


def minutes_text(value: float) -> str:
    """`less than a second`, `40 s`, `12 min`, `3.5 h`, `2 days`."""
    if value * 60 < 1:
        return "less than a second"
    if value < 1:
        return f"{value * 60:.0f} s"
    if value < 120:
        return f"{value:.0f} min"
    return f"{_short(value / 60)} h" if value < 48 * 60 else f"{_short(value / 1440)} days"


MOST_SURE: Final = 0.99
"""No heuristic is surer."""


def percent_text(confidence: float) -> str:
    """`98 %`; never 0 or 100, for no heuristic is that sure."""
    return f"{round(min(MOST_SURE, max(0.01, confidence)) * 100)} %"


def part_text(value: float) -> str:
    """`95 %` of a measured part; what is nearly all or nearly none is not rounded to it."""
    percent = value * 100
    if 0 < percent < 1:
        return "under 1 %"
    return "over 99 %" if 99 < percent < 100 else f"{percent:.0f} %"


def certainty_text(value: float) -> str:
    """`certainty 52 %`: beside a sentence it must not be read as a part of what the sentence is of."""
    return f"certainty {round(100 * min(MOST_SURE, value))} %"


def times_text(value: float) -> str:
    """`16 times`, `1.8 times`; nothing that is not zero is rounded to it."""
    if 0 < value < 0.1:
        return "under 0.1 times"
    return f"{count_text(value)} times"


def counted(count: float, one: str, many: str | None = None) -> str:
    """`1 goroutine`, `1,204 goroutines`; `many` where the plural is not made with an s."""
    return f"{count_text(count)} {one if count == 1 else many or f'{one}s'}"


def goroutines_text(count: float) -> str:
    """`1 goroutine`, `1,204 goroutines`."""
    return counted(count, "goroutine")


def for_some_text(proved: int | None, of: int | None) -> str:
    """` for 49 of 179 goroutines`; nothing where it is so for all of them, or nothing tells for how many."""
    return f" for {count_text(proved)} of {goroutines_text(of)}" if proved and of else ""


def count_text(value: float) -> str:
    """`12,345`; fractions only below ten."""
    return f"{value:,.0f}" if abs(value) >= 10 or value == int(value) else f"{value:.1f}"


_TEXTS: Final[dict[Unit, Callable[[float], str]]] = {
    Unit.BYTES: bytes_text,
    Unit.BYTES_PER_MINUTE: lambda value: f"{bytes_text(value)} per minute",
    Unit.MINUTES: minutes_text,
    Unit.PER_MINUTE: lambda value: f"{count_text(value)} per minute",
    Unit.PER_SECOND: lambda value: f"{count_text(value)} per second",
    Unit.COUNT: count_text,
    Unit.RATIO: part_text,
    Unit.CERTAINTY: certainty_text,
    Unit.QUOTIENT: times_text,
}


def quantity_text(value: float, unit: Unit) -> str:
    """A measured value of a feature."""
    return _TEXTS[unit](value)
