"""What helps at once: what a restart does is the playbook's, how long that lasts the evidence's, and nobody's guess."""

from dataclasses import replace

import pytest

from leakbook.diagnosis.at_once import ASK_FIRST, NO_PACE, NO_TIMES
from leakbook.diagnosis.diagnose import diagnose_rows
from leakbook.diagnosis.report import Verdict
from leakbook.rows.process.forecast import Forecast
from tests.leakbook.diagnosis.rows_by_hand import dump, gctrace, group, rows

RESTART = "A restart ends them, and they come back with the work."


def stuck(count=300, **features):
    """A group that the small set's chan-send is sure of, unless features say otherwise."""
    grown = {"growth": 270.0, "growth_certainty": 0.99, "wait_median": 20.0}
    return group("shop.Send", state="chan send", count=count, **(grown | features))


def relief(playbooks, *those, forecast=None, **process):
    report = diagnose_rows(rows(*those, **process), [dump(), gctrace()], playbooks, forecast=forecast)
    return report.at_once


def forecast_in(minutes):
    return Forecast(
        limit_bytes=2**30, reaches_limit_at=None, earliest=None, latest=None, per_minute=1.0, minutes=minutes
    )


def test_without_a_pace_no_time_is_named(playbooks):
    said = relief(playbooks, stuck())
    assert said.says == f"{RESTART} {NO_PACE}"
    assert (said.limit, said.minutes_to_limit, said.minutes_after_restart) == (None, None, None)


def test_looks_without_times_are_told_to_state_them(playbooks):
    report = diagnose_rows(rows(stuck()), [replace(dump(name), captured_at=None) for name in "ab"], playbooks)
    assert report.at_once.says == f"{RESTART} {NO_TIMES}"
    assert [warning for warning in report.warnings if warning.startswith("times_unknown: ")]


def test_a_restart_lasts_as_long_as_it_took_and_what_is_left_to_the_limit(playbooks):
    said = relief(playbooks, stuck(growth_per_minute=5.0), forecast=forecast_in(90.0), observed=54.0, uptime=1000.0)
    assert (said.limit, said.minutes_to_limit, said.minutes_after_restart) == ("memory", 90.0, 150.0)
    assert "The memory limit of 1.0 GiB is met about 90 min after the newest evidence." in said.says
    assert "A restart buys about 2.5 h under the same load." in said.says


def test_it_took_no_longer_than_the_process_is_old(playbooks):
    said = relief(playbooks, stuck(growth_per_minute=5.0), forecast=forecast_in(90.0), observed=54.0, uptime=40.0)
    assert said.minutes_after_restart == 130.0


def test_a_climb_that_was_only_watched_gives_the_least(playbooks):
    said = relief(playbooks, stuck(), forecast=forecast_in(90.0), observed=30.0)
    assert said.minutes_after_restart == 120.0
    assert "A restart buys at least 2.0 h" in said.says


def test_without_a_limit_it_is_said_when_it_is_back(playbooks):
    said = relief(playbooks, stuck(growth_per_minute=5.0), observed=54.0)
    assert said.limit is None
    assert said.minutes_after_restart == 60.0
    assert "Under the same load it is back where it is now about 60 min after a restart." in said.says


def test_a_gain_of_a_few_is_no_pace(playbooks):
    assert NO_PACE in relief(playbooks, stuck(growth_per_minute=0.1), observed=54.0).says


@pytest.mark.parametrize(
    ("process", "minutes"),
    [
        ({"open_fds_per_minute": 10.0, "open_fds_trend": 0.9, "fds_of_limit": 0.5}, 50.0),
        ({"open_fds_per_minute": 10.0, "open_fds_trend": 0.5, "fds_of_limit": 0.5}, None),
        ({"open_fds_per_minute": 0.0, "open_fds_trend": 0.1, "fds_of_limit": 0.99}, 0.0),
        ({"open_fds_per_minute": 10.0, "open_fds_trend": 0.9}, None),
    ],
)
def test_descriptors_have_a_limit_too(playbooks, process, minutes):
    said = relief(playbooks, stuck(), open_fds=500, observed=20.0, **process)
    assert said.minutes_to_limit == minutes
    assert said.limit == ("descriptors" if minutes is not None else None)


def test_the_limit_that_is_met_first_is_told(playbooks):
    fds = {"open_fds": 500, "open_fds_per_minute": 10.0, "open_fds_trend": 0.9, "fds_of_limit": 0.5}
    said = relief(playbooks, stuck(), forecast=forecast_in(20.0), observed=20.0, **fds)
    assert (said.limit, said.minutes_to_limit) == ("memory", 20.0)
    assert "descriptors" not in said.says


def test_what_comes_back_by_chance_has_no_time_after_a_restart(playbooks):
    said = relief(
        playbooks, forecast=forecast_in(90.0), observed=60.0, uptime=60.0, live_heap=2**30, live_heap_trend=0.99,
        live_heap_per_minute=2.0**20, live_heap_readings=9, live_heap_growth_ratio=3.0,
    )  # fmt: skip
    assert said.minutes_to_limit == 90.0
    assert said.minutes_after_restart is None
    assert NO_PACE not in said.says


def test_a_step_for_other_candidates_is_left_out(playbooks):
    assert "Send work elsewhere" not in relief(playbooks, stuck()).says
    assert "Send work elsewhere." in relief(playbooks, stuck(count=2000, growth=1900.0)).says


def test_before_a_restart_comes_what_it_would_wipe_where_that_is_asked_for(playbooks):
    report = diagnose_rows(rows(stuck(growth=None, growth_certainty=None)), [dump()], playbooks)
    assert report.verdict in {Verdict.LEAK, Verdict.SUSPECT}
    assert report.next_evidence
    assert report.at_once.says.endswith(ASK_FIRST)
    assert ASK_FIRST not in relief(playbooks, stuck()).says


def test_nobody_restarts_a_test_or_what_is_well(playbooks):
    assert relief(playbooks, stuck(left_behind=True)) is None
    assert relief(playbooks, stuck(stuck_test=True)) is None
    assert relief(playbooks, group("shop.loop", state="select", count=3)) is None


def test_less_than_a_minute_is_no_figure(playbooks):
    said = relief(playbooks, stuck(growth_per_minute=200.0), observed=54.0, uptime=0.004)
    assert said.says.endswith("Under the same load it is back where it is now less than a minute after a restart.")
