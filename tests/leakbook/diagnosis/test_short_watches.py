"""What two heap profiles minutes apart cannot tell is not called healthy, or is said to be open."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from leakbook.diagnosis.diagnose import diagnose
from leakbook.diagnosis.likely_growth import likely_grows
from leakbook.diagnosis.report import Report, Verdict
from tests.leakbook.rows.profiles import profile
from tests.playbooks.programs import PLAYBOOKS

from .rows_by_hand import NOON, gctrace, site

SMALL = 4096
MEGABYTE = 256
"""Objects of that size that are a megabyte."""


def pair(gained: int, *, minutes: float = 2.0) -> list:
    """A loaded table beside a function whose pages are mostly dropped, two looks at both."""
    looks = ((0, 2 * MEGABYTE, 4 * MEGABYTE), (minutes, 2 * MEGABYTE + gained, 34 * MEGABYTE))
    return [
        profile(
            place,
            (("shop.table", "shop.load"), SMALL, 60 * MEGABYTE, 60 * MEGABYTE),
            (("shop.page", "shop.serve"), SMALL, made, kept),
            minutes=NOON + timedelta(minutes=at),
        )
        for place, (at, kept, made) in enumerate(looks)
    ]


def asked(report: Report) -> dict[str, str]:
    return {step.evidence: step.because for step in report.next_evidence}


@pytest.mark.parametrize("gained", [3 * MEGABYTE, 4 * MEGABYTE])
def test_a_site_that_has_likely_grown_is_not_cleared_for_want_of_samples(gained: int):
    report = diagnose(pair(gained), PLAYBOOKS)
    assert report.verdict is not Verdict.HEALTHY
    assert diagnose(pair(0), PLAYBOOKS).verdict is Verdict.HEALTHY


@pytest.mark.parametrize(("minutes", "asks"), [(2.0, True), (30.0, False)])
def test_minutes_show_a_fast_leak_only_and_one_more_profile_is_asked_for(minutes: float, *, asks: bool):
    report = diagnose(pair(0, minutes=minutes), PLAYBOOKS)
    assert report.verdict is Verdict.HEALTHY
    assert ("fast leak only" in asked(report).get("heap_profile", "")) is asks


def test_figures_of_the_collector_show_a_slow_one_as_well():
    assert "fast leak only" not in asked(diagnose([*pair(0), gctrace()], PLAYBOOKS)).get("heap_profile", "")


PARTS = ("wire.newLine", "wire.newBuffer", "wire.newLock")


@pytest.mark.parametrize(("megabytes", "kept", "is_told"), [(1, 90, True), (1, 10, False), (0, 90, False)])
def test_parts_that_grow_together_are_not_cleared_though_none_grows_beyond_chance(megabytes, kept, is_told):
    rows = [
        site(f"example.org/{part}", growth=float(megabytes * 2**20), growth_certainty=0.48, retention=kept / 100)
        for part in PARTS
    ]
    compared = [replace(row, inuse=2**20, sampled=2.0) for row in rows]
    side = likely_grows(compared)
    assert (side is not None) is is_told
    if side is not None:
        assert "example.org/wire" in side.says
        assert "3.0 MiB" in side.says
