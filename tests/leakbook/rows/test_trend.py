"""Shapes of growth: what must count as a climb that goes on, and what must not."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leakbook.rows.statistics import shapes
from leakbook.rows.statistics.trend import Trend, changed, floor_of, kept_share, settled, theil_sen, trend_of

MB = 2**20
Shape = Callable[[float], float]

LEAKS: dict[str, Shape] = {
    "linear": lambda u: 40 + 30 * u,
    "accelerating": lambda u: 40 + 40 * u**1.7,
    "after a warm-up": lambda u: 40 * (1 - math.exp(-u / 0.05)) + 30 * u,
    "begun late": lambda u: 40 + 40 * max(0.0, u - 0.35),
    "under batches": lambda u: 40 + 40 * u + 8 * ((u * 7) % 1),
}
LOOK_ALIKES: dict[str, Shape] = {
    "flat": lambda _: 60,
    "falling": lambda u: 60 - 30 * u,
    "warm-up": lambda u: 10 + 50 * (1 - math.exp(-u / 0.1)),
    "slow warm-up": lambda u: 10 + 50 * (1 - math.exp(-u / 0.33)),
    "warm-up not ended": lambda u: 10 + 50 * (1 - math.exp(-u / 0.6)),
    "cache that fills": lambda u: 20 + 40 * min(u, 0.5),
    "start, then a cache that fills": lambda u: 20 + 25 * (1 - math.exp(-u / 0.06)) + 30 * min(u, 0.55),
    "one step": lambda u: 30 + 30 * (u > 0.45),
    "batches": lambda u: 20 + 40 * ((u * 5.3) % 1),
    "spike": lambda u: 30 + 60 * math.exp(-(((u - 0.4) / 0.12) ** 2)),
    "wave": lambda u: 40 + 20 * math.sin(u * 14),
}


def traced(shape: Shape, *, seed: int, points: int = 60, noise: float = 0.02, minutes: float = 10.0) -> Trend:
    """As gctrace tells it: whole megabytes, with floating garbage on top."""
    rng = np.random.default_rng(seed)
    us = np.linspace(0, 1, points)
    values = [math.floor(shape(u) * (1 + abs(rng.normal(0, noise)))) * MB for u in us]
    trend = trend_of([(u * minutes, value) for u, value in zip(us, values, strict=True)], resolution=MB)
    assert trend is not None
    return trend


@pytest.mark.parametrize("name", LEAKS)
@pytest.mark.parametrize("seed", range(5))
def test_a_leak_is_called_one(name, seed):
    assert traced(LEAKS[name], seed=seed).climbs >= 0.7


@pytest.mark.parametrize("name", LOOK_ALIKES)
@pytest.mark.parametrize("seed", range(5))
def test_a_look_alike_is_not_called_a_leak(name, seed):
    assert traced(LOOK_ALIKES[name], seed=seed).climbs < 0.7


@pytest.mark.parametrize("name", ["flat", "warm-up", "cache that fills", "one step"])
def test_what_has_levelled_off_is_said_to(name):
    levelled = traced(LOOK_ALIKES[name], seed=1).levelled
    assert levelled is not None
    assert levelled >= 0.7


@pytest.mark.parametrize("minutes", [0.2, 5, 3000])
def test_only_the_shape_counts_not_the_age(minutes):
    assert traced(LEAKS["linear"], seed=3, minutes=minutes).climbs == traced(LEAKS["linear"], seed=3).climbs
    assert traced(LOOK_ALIKES["warm-up"], seed=3, minutes=minutes).climbs < 0.3


def test_three_megabytes_in_sixty_show_through_rounding():
    assert traced(lambda u: 60 + 4 * u, seed=2, noise=0.003).climbs >= 0.5


@pytest.mark.parametrize("gain", [0.0, 0.5, 1.0])
def test_a_gain_of_one_rounding_step_is_no_climb(gain):
    assert traced(lambda u: 4.4 + gain * u, seed=1, noise=0.0).climbs < 0.5


def test_a_start_up_jump_does_not_hide_the_slow_leak_after_it():
    start = [(second / 600, (4 + 4 * second) * MB) for second in range(11)]
    rest = [(minute, (46 + minute) * MB) for minute in range(1, 11)]
    trend = trend_of([*start, *rest], resolution=MB)
    assert trend is not None
    assert trend.climbs >= 0.7
    assert trend.growth_ratio is not None
    assert trend.growth_ratio < 1.5


@pytest.mark.parametrize(("points", "most"), [(2, 0.5), (3, 0.7), (5, 0.85)])
def test_few_points_prove_little(points, most):
    trend = trend_of([(minute, 100 + 500 * minute) for minute in range(points)], resolution=1.0)
    assert trend is not None
    assert 0.3 < trend.climbs <= most


def test_fewer_than_two_moments_have_no_trend():
    assert trend_of([]) is None
    assert trend_of([(1.0, 5.0)]) is None
    assert trend_of([(1.0, 5.0), (1.0, 9.0)]) is None
    assert trend_of([(float("nan"), 5.0), (1.0, 9.0)]) is None


def test_two_points_say_nothing_of_a_plateau():
    trend = trend_of([(0.0, 5.0), (1.0, 9.0)])
    assert trend is not None
    assert trend.levelled is None


def test_the_floor_of_a_sawtooth_is_its_least_of_few():
    rng = np.random.default_rng(4)
    samples = [(minute, 50.0 * (1 + rng.uniform(0, 1))) for minute in range(120)]
    floor = floor_of(samples)
    assert max(value for _, value in floor) < 65
    assert set(floor) <= set(samples)


@settings(max_examples=60)
@given(
    slope=st.floats(-1e6, 1e6),
    start=st.floats(0, 1e9),
    outlier=st.integers(1, 28),
)
def test_theil_sens_slope_survives_an_outlier(slope, start, outlier):
    times = np.arange(30, dtype=np.float64)
    values = start + slope * times
    values[outlier] += 1e9
    found, low, high = theil_sen(times, values)
    assert found == pytest.approx(slope, rel=1e-3, abs=1e-3 + 1e-6 * abs(start))
    assert low <= found <= high


def test_two_points_have_one_slope_and_nothing_to_doubt_it_by():
    assert theil_sen(np.array([1.0, 3.0]), np.array([10.0, 4.0])) == (-3.0, -3.0, -3.0)


@settings(max_examples=60)
@given(st.lists(st.tuples(st.floats(0, 1e4), st.floats(0, 1e12)), max_size=50))
def test_any_points_give_certainties_within_bounds_whatever_their_order(points):
    trend, again = trend_of(points), trend_of(points[::-1])
    assert trend == again
    if trend is not None:
        assert 0 <= trend.climbs <= 1
        assert trend.levelled is None or 0 <= trend.levelled <= 1 + 1e-9


@settings(max_examples=30)
@given(st.lists(st.floats(1, 1e9), min_size=6, max_size=40))
def test_a_series_that_only_falls_never_climbs(values):
    trend = trend_of(list(enumerate(sorted(values, reverse=True))))
    assert trend is not None
    assert trend.climbs == 0


def test_a_collection_that_finds_an_array_and_its_copy_is_no_height_of_the_floor():
    found = [31, 31, 48, 34, 56, 39, 66, 45, 45, 51, 53]
    assert [value for _, value in settled(list(enumerate(found)))] == [31, 31, 34, 34, 39, 39, 45, 45, 45, 51]


def test_a_new_height_by_far_at_the_end_is_kept_and_a_short_series_left_as_it_is():
    assert settled([*((at, 36.0) for at in range(8)), (8, 69.0)])[-1] == (8, 69.0)
    climb = [(at, 30.0 + at) for at in range(8)]
    assert settled([*climb, (8, 37.1)])[-1] == (7, 37.0), "may be a peak"
    assert settled([*climb, (12, 37.1)])[-1] == (12, 37.1), "the climb has ended"
    assert settled([(0, 3.0), (1, 9.0), (2, 4.0)]) == ((0, 3.0), (1, 9.0), (2, 4.0))


def test_a_goal_that_stands_still_between_rare_collections_climbs_all_the_same():
    goals = [18, 21, 24, 28, 32, 32, 38, 38, 46, 46, 55, 55, 55, 66, 66, 66, 66, 79, 79]
    points = [(at / 12, value * MB) for at, value in enumerate(goals)]
    assert len(changed(points)) == 10
    assert trend_of(settled(changed(points))).climbs > 0.8


def test_a_figure_that_hardly_changes_keeps_all_its_points():
    assert len(changed([(at, 5.0) for at in range(20)])) == 20


def test_tables_loaded_in_the_first_third_do_not_make_a_leak_level():
    trend = trend_of(
        [(0, 3 * MB), (0.02, 27 * MB), (1, 46 * MB), *((n, (45 + n) * MB) for n in range(2, 8))], resolution=MB
    )
    assert trend is not None
    assert trend.climbs >= 0.6
    assert trend.levelled is not None
    assert trend.levelled < 0.2


def test_tables_loaded_in_the_first_third_and_nothing_after_are_level():
    points = [(0, 3 * MB), (0.02, 27 * MB), (1, 46 * MB), *((n, (46 + n % 2) * MB) for n in range(2, 8))]
    trend = trend_of(points, resolution=MB)
    assert trend is not None
    assert trend.climbs < 0.1


def fitted_one_by_one(times: np.ndarray, values: np.ndarray) -> list[float | None]:
    left: list[float | None] = []
    for shape in shapes._shapes(times):
        design = np.column_stack((np.ones(len(values)), *shape.columns))
        solution = np.linalg.lstsq(design, values, rcond=None)[0]
        rises = len(solution) == 1 or float(solution[1:].min()) > 0
        left.append(float(((values - design @ solution) ** 2).sum()) if rises else None)
    return left


@given(st.lists(st.integers(0, 1000), min_size=2, max_size=40), st.lists(st.integers(1, 60), min_size=39, max_size=39))
@settings(max_examples=60)
def test_all_shapes_at_once_leave_over_what_each_leaves_by_itself(figures: list[int], steps: list[int]) -> None:
    values = np.array(figures) / 1000 + np.sin(np.arange(len(figures)) * 1.7) / 50  # no coefficient is a rounded zero
    times = np.cumsum([0, *steps[: len(figures) - 1]]).astype(np.float64)
    unit = times / times[-1]
    residuals, holds = shapes._fits_over(unit.tobytes()).residuals(values)
    together = [left if rises else None for left, rises in zip(residuals.tolist(), holds.tolist(), strict=True)]
    assert together == pytest.approx(fitted_one_by_one(unit, values), abs=1e-9)


def test_a_gain_too_small_for_a_quotient_is_no_error():
    values = np.array([1e9, *(step * 5e-324 for step in range(20)), *(1e9,) * 8])
    assert 0 <= kept_share(np.arange(len(values), dtype=np.float64), values) <= 1


def test_a_goal_that_five_collections_raised_is_not_level_for_standing_still_in_between():
    goals = [(0.0, 27.7), (0.25, 29.5), (0.5, 31.4), (0.75, 35.2), (1.0, 37.3)]
    scraped = [(at + step / 12, value) for at, value in goals for step in range(3)]
    kept = changed(scraped)
    assert kept == tuple(goals)
    assert trend_of(kept, resolution=1.0).climbs > 0.5


def test_loading_within_the_first_tenth_is_left_out_where_five_points_follow():
    floor = [(0.0, 3.0), (0.05, 13.0), (0.33, 13.0), (0.53, 14.0), (0.83, 17.0), (1.1, 17.6), (1.43, 19.0)]
    assert trend_of(floor, resolution=1.0).climbs > 0.5


def test_one_step_of_rounding_at_the_end_is_level():
    floor = [(place / 10, 8.0) for place in range(15)] + [(1.59, 9.0), (1.62, 9.0)]
    found = trend_of(floor, resolution=1.0)
    assert found.climbs == 0.0
    assert found.levelled >= 0.6


def test_a_goal_that_few_collections_raised_by_less_each_time_and_then_none_is_level():
    """Two lists of a cache fill one after the other; the goals of the last half minute are one megabyte apart."""
    goals = [(0, 9.0), (5, 27.0), (10, 41.0), (15, 57.0), (25, 63.0), (35, 68.0), (50, 72.0), (60, 72.7), (70, 72.6)]
    trend = trend_of([(at / 60, value * MB) for at, value in goals], resolution=MB)
    assert trend is not None
    assert trend.climbs <= 0.2
    assert trend.levelled is not None
    assert trend.levelled >= 0.8


LOADED = [(0.05, 3.0), (0.1, 5.7), (0.2, 11.5), (0.33, 20.1), (0.62, 35.0)]


def test_few_late_readings_that_each_rise_are_not_level_beside_what_was_loaded_at_first():
    trend = trend_of([*LOADED, (1.08, 37.5), (1.65, 39.0)], resolution=0.75)
    assert trend is not None
    assert trend.levelled == 0.5
    for later in ([(1.08, 35.2), (1.65, 35.5)], [(1.08, 39.0), (1.65, 38.5)]):  # within the noise; not always up
        level = trend_of([*LOADED, *later], resolution=0.75)
        assert level is not None
        assert level.levelled is not None
        assert level.levelled >= 0.9


def test_a_curve_that_slows_down_is_not_level_until_two_readings_agree():
    """As a heap grows its collections become rare: one reading after a pause cannot tell a leak from what ends."""
    slowing = [
        (0.0, 2.0),
        (0.1, 5.0),
        (0.22, 8.0),
        (0.29, 11.0),
        (0.48, 16.0),
        (0.75, 23.0),
        (1.05, 32.0),
        (2.12, 41.0),
    ]
    assert trend_of(slowing, resolution=1.0).levelled <= 0.5
    assert trend_of([*slowing, (3.2, 41.0), (4.3, 41.0)], resolution=1.0).levelled >= 0.6
    filled = [(0.0, 3.0), (0.1, 6.0), (0.2, 9.0), (0.33, 12.0), (0.65, 16.0), (1.6, 16.0), (1.9, 18.0)]
    assert trend_of(filled, resolution=1.0).levelled > 0.5


FILLED_BESIDE_A_LEAK = [(m / 12, 66.0 + min(m, 8) + 0.25 * m) for m in range(25)]
"""A table that fills in forty seconds and a leak of three megabytes a minute, beside sixty-six that were loaded."""


def test_a_table_that_filled_does_not_hide_that_the_rest_rises():
    risen = trend_of(FILLED_BESIDE_A_LEAK, resolution=0.5)
    assert risen is not None
    assert risen.rises
    filled = trend_of([(at, 66.0 + min(8.0, 12 * at)) for at, _ in FILLED_BESIDE_A_LEAK], resolution=0.5)
    assert filled is not None
    assert filled.levelled is not None
    assert filled.levelled >= 0.9


def test_a_rise_is_one_beyond_noise_and_rounding_and_never_of_two_readings():
    for flat in ([(0, 50.0), (1, 50.4), (2, 50.9)], [(0, 8.0), (1, 9.0), (2, 10.0)], [(0, 50.0), (2, 60.0)]):
        trend = trend_of([(float(at), value) for at, value in flat], resolution=1.0)
        assert trend is not None
        assert not trend.rises
    rising = trend_of([(0.0, 32.1), (1.0, 34.5), (2.0, 35.3)], resolution=1.0)
    assert rising is not None
    assert rising.rises


def test_a_leak_beside_a_table_that_fills_at_one_pace_and_is_full_is_a_climb():
    unit = [place / 40 for place in range(41)]
    both = trend_of([(at, 40 + 10 * min(at, 0.3) / 0.3 + 9 * at) for at in unit], resolution=0.5)
    table = trend_of([(at, 40 + 10 * min(at, 0.3) / 0.3) for at in unit], resolution=0.5)
    assert both is not None
    assert table is not None
    assert both.climbs >= 0.45
    assert table.climbs <= 0.2


def test_what_fills_for_half_of_the_time_and_is_full_is_no_climb():
    noise = [1.3, 1.4, 0.1, -0.8, -1.1, 0.0, -1.0, -1.4, 0.2, 0.1, 0.5, -0.9, 0.0, -0.1, -1.5, 0.5, 0.3, 2.4, 0.2, -0.1]
    filling = [(60 * n / 19, 100 + 200 * min(n / 19, 0.5) + noise[n]) for n in range(20)]
    trend = trend_of(filling, resolution=0.01)
    assert trend is not None
    assert trend.climbs < 0.3


@pytest.mark.parametrize("readings", [20, 40, 120])
@pytest.mark.parametrize("ended", [0.08, 0.15, 0.25])
def test_what_was_full_early_and_stood_still_does_not_climb(readings, ended):
    trend = trend_of([(at, 100 + 200 * min(at / (readings - 1) / ended, 1)) for at in range(readings)])
    assert trend is not None
    assert trend.climbs < 0.3


@pytest.mark.parametrize("readings", [12, 20, 31])
@pytest.mark.parametrize("step", [0.17, 0.33, 0.55, 0.59, 0.62])
def test_one_step_is_no_climb_wherever_it_stands(readings, step):
    trend = trend_of([(at, 150.0 if at > step * (readings - 1) else 100.0) for at in range(readings)])
    assert trend is not None
    assert trend.climbs < 0.3
