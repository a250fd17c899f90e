"""Timers that are stopped and made anew: which of them a profile of half a megabyte a sample meets is chance."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from leakbook.diagnosis.diagnose import diagnose
from leakbook.diagnosis.report import Report
from leakbook.playbook.model import Playbooks
from tests.leakbook.rows.profiles import profile

START = datetime(2026, 11, 29, 3, 0, tzinfo=UTC)
RENEWED = ("time.newTimer", "time.AfterFunc", "rent.example/leases.(*Leases).Renew", "main.renew", "main.main.func1")
ONE_SAMPLED = 3640
"""Objects of 144 bytes that one sampled of them stands for."""


def looked_at_twice(playbooks: Playbooks, *, gained: int) -> Report:
    """Two profiles a minute apart: of `gained` sampled timers made in between, and as many as were there before."""
    table = (("rent.example/shop/goods.Load", "main.main"), 4096, 5000, 5000)
    before = profile(0, table, (RENEWED, 144, ONE_SAMPLED, 0), minutes=START)
    kept = gained * ONE_SAMPLED
    after = profile(1, table, (RENEWED, 144, ONE_SAMPLED + kept, kept), minutes=START + timedelta(minutes=1))
    return diagnose([before, after], playbooks)


def test_two_sampled_timers_more_are_no_leak_yet_and_thirty_are(playbooks: Playbooks):
    few, many = (looked_at_twice(playbooks, gained=count).diagnoses[0] for count in (2, 30))
    assert few.playbook == many.playbook == "resource/timer"
    assert few.confidence < 0.5
    assert many.confidence >= 0.7
