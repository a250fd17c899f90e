import numpy as np
import pytest

from leakbook.rows.statistics.levels import levels_off, steadiness
from leakbook.rows.statistics.sampling import chances_of_noise, corrected, error_of, scale_up, unit_bytes

R = 512 * 1024


def test_small_objects_stand_for_the_period_and_large_ones_for_themselves():
    assert unit_bytes(np.array([16.0]), R)[0] == pytest.approx(R, rel=0.01)
    assert unit_bytes(np.array([64.0 * R]), R)[0] == pytest.approx(64 * R)


def test_an_unknown_size_or_a_period_of_one_scales_nothing():
    assert scale_up(np.array([0.0]), R)[0] == 1.0
    assert scale_up(np.array([16.0]), 1)[0] == 1.0


def test_the_chance_of_noise_is_that_of_a_fair_coin():
    # Six sampled allocations and no release: six heads in a row, 1.6 %.
    chances = chances_of_noise(
        R * np.array([6.0, 1, -1, 1]), R * np.array([6.0, 100, 10, 1]), R * np.array([1.0, 1, 1, 0])
    )
    assert chances == pytest.approx([0.0156, 0.5, 1.0, 0.0], abs=0.006)


def test_comparing_many_sites_makes_each_less_certain_and_keeps_their_order():
    chances = corrected(np.array([0.001, 0.04, 0.9, 0.5]))
    assert chances == pytest.approx([0.004, 0.08, 0.9, 2 / 3])


def test_growth_levels_off_by_rate_not_by_step():
    assert levels_off([0, 100, 110], [0.0, 1.0, 11.0]) == pytest.approx(0.99)
    assert levels_off([0, 100, 110], [None, None, None]) == pytest.approx(0.9)
    assert levels_off([0, 100], [0.0, 1.0]) is None
    assert levels_off([100, 100, 200], [0.0, 1.0, 2.0]) is None


def test_falls_in_between_take_from_steadiness():
    assert steadiness([0, 10, 20]) == 1.0
    assert steadiness([0, 40, 20]) == pytest.approx(0.5)
    assert steadiness([10, 0]) == 0.0


@pytest.mark.parametrize(
    ("chance", "error"), [(0.5, 0.5), (0.124, 0.413), (0.05, 0.289), (0.01, 0.111), (0.001, 0.0184)]
)
def test_a_small_chance_of_noise_is_less_of_a_proof_than_it_seems(chance, error):
    assert error_of(chance) == pytest.approx(error, abs=0.001)


def test_the_error_falls_with_the_chance_and_is_whole_where_all_is_noise():
    chances = [1.0, 0.6, 0.3, 0.1, 1e-3, 1e-9, 0.0]
    errors = [error_of(chance) for chance in chances]
    assert errors == sorted(errors, reverse=True)
    assert (errors[0], errors[-1]) == (1.0, 0.0)
