"""How far a count of descriptors has grown beyond what passing connections make it differ by."""

from __future__ import annotations

import pytest

from leakbook.rows.descriptor_counts import descriptor_features
from leakbook.rows.process_series import Figure


class Scraped:
    """Figures of a process of which only descriptors were scraped."""

    def __init__(self, counts: list[int]) -> None:
        self.fds = Figure(points=tuple((place / 12, float(count)) for place, count in enumerate(counts)), timed=True)

    def get(self, name: str) -> Figure | None:
        return self.fds if name == "process_open_fds" else None

    def value(self, name: str) -> float | None:  # noqa: ARG002 - the figures' own signature
        return None


@pytest.mark.parametrize(
    ("counts", "grows"),
    [
        ([44, 47, 47, 47, 48, 48, 48, 48, 48, 48, 48, 48, 50, 50, 50, 50, 50, 50], False),
        ([12, 13, 15, 16, 18, 19, 21, 22, 24, 25, 27, 28, 30, 31, 33, 34, 36, 37], True),
    ],
)
def test_a_pool_that_took_three_more_is_no_climb(counts, grows):
    trend = descriptor_features((), Scraped(counts))["open_fds_trend"]
    assert (trend > 0.6) if grows else (trend < 0.35)
