"""What lines tell that each give the figures of one moment of a process, as logs have them again and again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ...limits import Limits
from .points import Gathered


class LineMoment(NamedTuple):
    """One line: when, in seconds, if it tells; values by series; whose they are, `` where no process is named."""

    at: float | None
    figures: dict[str, float]
    process: str


def gathered(moments: Sequence[LineMoment], limits: Limits) -> Gathered:
    """The series of the lines, in their order; without times where one line has none."""
    found = Gathered(limits=limits)
    timed = all(moment.at is not None for moment in moments)
    for moment in moments:
        for name, value in moment.figures.items():
            found.add(name, (), moment.at if timed else None, value)
    return found
