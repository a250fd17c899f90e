"""A figure that falls back again and again is judged by its troughs; one that climbs with noise is not."""

import numpy as np
import pytest

from leakbook.rows.statistics.trend import trend_of
from leakbook.rows.statistics.troughs import troughs

MB = 2**20
DROPPED = [
    *(13, 14, 16, 17, 18, 20, 21, 23, 17, 18, 19, 20, 22),
    *(17, 18, 19, 21, 23, 25, 19, 20, 22, 24, 26, 19, 21, 23, 24),
]
"""Two generations of a table, the older dropped every few collections; the last reading is on its way up."""


def series(values):
    return np.array([(float(at), float(value) * MB) for at, value in enumerate(values)])


def climbs(values):
    return trend_of(series(values).tolist(), resolution=MB).climbs


def test_the_troughs_are_what_is_left_after_each_fall():
    assert (troughs(series(DROPPED)).rows[:, 1] / MB).tolist() == [17, 17, 19, 19]


def test_a_fall_of_several_steps_has_one_trough():
    values = [10, 20, 15, 11, 20, 30, 22, 12, 12, 25, 18, 13, 20]
    assert (troughs(series(values)).rows[:, 1] / MB).tolist() == [11, 12, 13]


@pytest.mark.parametrize("values", [[10, 11, 13, 12, 14, 15, 14, 17, 18], [10, 20, 10, 20, 10], [10, 9, 10]])
def test_noise_and_one_or_two_spikes_are_no_sawtooth(values):
    assert troughs(series(values)) is None


def test_a_sawtooth_that_ends_on_its_way_up_does_not_climb():
    assert climbs(DROPPED) < 0.3


def test_a_sawtooth_whose_troughs_rise_climbs():
    beside = [value + 0.8 * at for at, value in enumerate(DROPPED)]
    assert climbs(beside) > 0.9


BATCHES = [
    *(12, 14, 16, 18, 20, 23, 26, 30, 34, 11, 13, 15, 17, 20, 23, 27, 30, 34),
    *(12, 14, 16, 19, 22, 26, 29, 32, 36, 14, 16),
]
"""Batches of forty readings' worth: the first reading after each comes a little sooner or later."""


def test_troughs_are_known_no_finer_than_a_reading_apart():
    assert climbs(BATCHES) < 0.3


@pytest.mark.parametrize("per_reading", [3, 0.5])
def test_a_sawtooth_that_is_dropped_no_longer_is_a_climb(per_reading):
    kept = [14 + per_reading * at for at in range(40)]
    assert climbs([13, 15, 17, 19, 22] * 5 + kept) > 0.9


def test_a_last_rise_about_as_large_as_those_before_is_the_sawtooths():
    assert climbs([13, 15, 17, 19, 22] * 5 + [13, 15, 17, 19, 22, 24]) < 0.3


def test_troughs_that_rise_all_along_are_not_said_to_be_level_though_a_tall_sawtooth_blurs_them():
    def levelled(troughs):
        return trend_of(series([low + 10 * step for low in troughs for step in range(4)]).tolist()).levelled

    assert levelled(range(20, 32)) <= 0.5
    assert levelled([20, 27, 23, 29, 21, 28, 24, 29, 22, 26, 25, 29]) > 0.6
