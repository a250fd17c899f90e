"""Growth at one pace since the start, by two scrapes and the start time."""

from __future__ import annotations

import pytest

from leakbook.rows.process.pace import age_of, keeps_pace, work_ratio
from leakbook.rows.process.series import Figure, ProcessFigures
from leakbook.rows.statistics.trend import trend_of


def pace_of(*points: tuple[float, float], age: float | None) -> float | None:
    figure = Figure(points=points, timed=True)
    return keeps_pace(figure, trend_of(figure.points, resolution=1.0), age)


@pytest.mark.parametrize(
    ("first", "last", "age", "sure"),
    [
        ((0.0, 300.0), (5.0, 1400.0), 6.0, True),  # 220 a minute, of the first 300 in the minute before
        ((0.0, 300.0), (5.0, 1400.0), 20_000.0, False),  # for two weeks there were 300 and no more
        ((0.0, 9_000.0), (1_440.0, 18_200.0), 2_900.0, True),  # a day of two
        ((0.0, 9_000.0), (60.0, 9_400.0), 1_440.0, False),  # the pace fits, and so would a busy hour
        ((0.0, 4.0), (5.0, 22.0), 6.0, False),
        ((0.0, 900.0), (5.0, 300.0), 6.0, False),
    ],
)
def test_two_moments_are_held_against_the_time_since_the_start(first, last, age, sure):
    pace = pace_of(first, last, age=age)
    assert pace is not None
    assert (pace >= 0.9) if sure else (pace <= 0.1)


def test_what_was_there_from_the_start_was_not_gained_since():
    assert pace_of((0.0, 400.0), (5.0, 900.0), age=5.2) == 0


@pytest.mark.parametrize(
    ("points", "age"),
    [
        (((0.0, 300.0),), 6.0),
        (((0.0, 300.0), (5.0, 1400.0)), None),
        (((0.0, 300.0), (5.0, 1400.0)), 5.0),
        (tuple((float(minute), 300.0 * (minute + 1)) for minute in range(3)), 6.0),
    ],
)
def test_one_moment_many_moments_or_no_start_measure_no_pace(points, age):
    assert pace_of(*points, age=age) is None


def test_moments_without_a_clock_measure_no_pace():
    figure = Figure(points=((0.0, 300.0), (1.0, 1400.0)), timed=False)
    assert keeps_pace(figure, trend_of(figure.points), 6.0) is None


def figures(*allocated: tuple[float, float], started: float = 40.0) -> ProcessFigures:
    named = {
        "go_memstats_alloc_bytes_total": Figure(points=allocated, timed=True),
        "process_start_time_seconds": Figure(points=((0.0, started),), timed=True),
    }
    return ProcessFigures(figures=named, labels=(), go_version=None, end_seconds=640.0)


def test_work_is_what_was_allocated_between_the_scrapes_over_what_was_before():
    ten_minutes = figures((0.0, 5e9), (5.0, 20e9))
    assert age_of(ten_minutes) == pytest.approx(10)
    assert work_ratio(ten_minutes, 10.0) == pytest.approx(3.0)
    assert work_ratio(figures((0.0, 5e9)), 10.0) is None
    assert work_ratio(figures(*((float(minute), minute * 1e9 + 1e9) for minute in range(4))), 10.0) is None


def test_a_start_after_the_newest_figure_is_no_age():
    assert age_of(figures((0.0, 1.0), started=700.0)) is None
    assert age_of(None) is None
