"""A crowd at a lock that is there at first and at last is not cleared by its number alone."""

import pytest

from leakbook.diagnosis.diagnose import diagnose_rows
from leakbook.diagnosis.report import Verdict

from .rows_by_hand import dump, group, rows


def verdict(playbooks, *, watched=180.0, captures=(), **features):
    measured = {"state": "sync.Mutex.Lock", "count": 300, "growth": 0.0, "holder_finishes": True} | features
    crowd = group("sync.(*Mutex).Lock", "shop/stock.(*Shelf).Count", state_known=True, **measured)
    seen = captures or [dump("a"), dump("b")]
    return diagnose_rows(rows(crowd, goroutines_watched=watched), seen, playbooks)


def test_hours_apart_counts_alone_clear_no_crowd_at_a_lock(playbooks):
    report = verdict(playbooks)
    assert report.verdict is Verdict.INCONCLUSIVE
    assert "300 goroutines wait for a lock at first and at last" in report.summary


@pytest.mark.parametrize("changed", [{"watched": 2.0}, {"stayed": 0.1}, {"count": 20}, {"growth": 290.0, "count": 300}])
def test_what_speaks_of_a_busy_lock_clears_it(playbooks, changed):
    assert "wait for a lock at first and at last" not in verdict(playbooks, **changed).summary


def test_parts_of_a_process_hours_apart_are_not_called_too_short_a_time(playbooks):
    report = verdict(playbooks, captures=[dump("a", complete=False), dump("b", complete=False)], count=5)
    assert report.verdict is Verdict.INCONCLUSIVE
    assert "do not show all of them" in report.summary
    assert "too short" not in report.summary
