"""Heads of goroutine pages without the pages: a number again and again, as `watch` and `grep` leave it.

goroutine profile: total 52
goroutine profile: total 102
goroutine profile: total 502

Where a line of other words stands above each, they are of several processes, or of cases.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ..metrics.print_lines import are_of_cases, plain_words
from ..model import EvidenceKind, MetricSeries, Reading, RuntimeMetrics
from .counting import Profile

_FEWEST: Final = 2


def parted(profiles: Sequence[Profile]) -> tuple[Reading | None, list[Profile]]:
    """The numbers of goroutines that heads alone tell, None where there are not several; and the other profiles."""
    alone = [
        profile
        for profile in profiles
        if profile.kind is EvidenceKind.GOROUTINE_PROFILE and not profile.records and profile.stated is not None
    ]
    above = [plain_words(profile.above) for profile in alone]
    if len(alone) < _FEWEST or (all(above) and are_of_cases(above)):
        return None, list(profiles)
    points = tuple((None, float(profile.stated)) for profile in alone if profile.stated is not None)
    reading = Reading(
        kind=EvidenceKind.RUNTIME_METRICS,
        content=RuntimeMetrics(series=(MetricSeries(name="go_goroutines", points=points),)),
        notes=(f"of {len(alone)} goroutine profiles only the totals are in the text: they are read as one series",),
    )
    return reading, [profile for profile in profiles if all(profile is not one for one in alone)]
