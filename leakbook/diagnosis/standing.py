"""How one side of a process stands, and how a figure tells that was counted over time."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum, auto

from ..rows.lineage import FEW
from ..rows.moments import LEAST_MINUTES
from .quantity_text import count_text, minutes_text

CLIMBS_FROM = 0.6
LEVELLED_FROM = 0.6


class Standing(Enum):
    """How one side of the process looks. GROWING is also what rose and is not known to have levelled off."""

    UNSEEN = auto()
    GROWING = auto()
    QUIET = auto()
    STEADY = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side with the sentence that tells how it was seen."""

    standing: Standing
    says: str
    ask: tuple[str, str] | None = None
    """The id of the evidence that would tell what it is that grows, and what it tells."""
    begun: bool = False
    """Of a side that was not seen: whether some of it was looked at."""


def watched(minutes: float | None) -> str:
    """For how long, as words behind a sentence."""
    return f" over {minutes_text(minutes)}" if minutes else " between the captures"


def is_long_enough(minutes: float | None) -> bool:
    """Whether something that grows could have shown."""
    return minutes is not None and minutes >= LEAST_MINUTES


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A figure that was counted over time, as the features of the process tell it."""

    what: str
    last: int
    ratio: float | None
    trend: float
    plateau: float | None
    per_minute: float | None
    minutes: float | None

    @property
    def first(self) -> float:
        """Where it began; a figure that began with nothing has no ratio."""
        return self.last / self.ratio if self.ratio else 0.0

    @property
    def scatter(self) -> float:
        """What it may differ by between two moments though it only comes and goes."""
        return math.sqrt(self.first + self.last)

    def standing(self, *, followed: bool = False) -> Standing:
        """Steady only where it is measured as level; any other gain is growth until it levels off.

        Few figures tell less than many, unless the goroutines themselves were `followed` and no group grows: a gain
        may be the load's, and one of 25 in a minute is 36,000 a day.
        """
        gained = self.last - self.first
        levelled = self.plateau is not None and self.plateau >= LEVELLED_FROM
        slack = max(FEW, self.scatter) if followed or self.plateau is not None else max(2.0, self.scatter / 4)
        if self.trend >= CLIMBS_FROM or (gained > slack and not levelled):
            return Standing.GROWING
        return Standing.STEADY if is_long_enough(self.minutes) else Standing.UNSEEN

    def growth(self) -> str:
        """The sentence on a count that grows."""
        if self.trend >= CLIMBS_FROM:
            by = f" by {count_text(self.per_minute)} per minute" if self.per_minute else ""
            return f"The number of {self.what} climbs{by}."
        doubt = "it has not levelled off" if self.plateau is not None else "so few figures cannot tell a leak from load"
        return (
            f"The number of {self.what} went from {count_text(round(self.first))} to {count_text(self.last)}"
            f"{watched(self.minutes)}; {doubt}."
        )
