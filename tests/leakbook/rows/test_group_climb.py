"""A count of goroutines that climbs from scrape to scrape, put down to the group that gained."""

import pytest

from leakbook.rows.goroutines.group_climb import with_climb
from leakbook.rows.process.model import ProcessRow
from tests.leakbook.diagnosis.rows_by_hand import group


def climbing(*growths, trend=0.9):
    groups = [group(f"shop.(*Part{n}).wait", growth=growth, growth_certainty=0.1) for n, growth in enumerate(growths)]
    return with_climb(groups, ProcessRow(evidence=("metrics",), goroutines_trend=trend))


def test_the_group_that_gained_nearly_all_climbs_as_surely_as_the_count():
    piles_up, came_and_went = climbing(190.0, 12.0)
    assert (piles_up.count_climbs, piles_up.growth_certainty) == (0.9, 0.9)
    assert came_and_went.count_climbs < 0.1
    assert came_and_went.growth_certainty == 0.1


def test_groups_that_share_the_gain_share_the_climb():
    assert [row.count_climbs for row in climbing(100.0, 100.0, 100.0)] == pytest.approx([0.5] * 3)


def test_who_left_takes_no_part_in_the_gain():
    gone, came = climbing(-80.0, 100.0)
    assert (gone.count_climbs, came.count_climbs) == (None, 0.9)


def test_without_a_series_or_a_second_dump_nothing_is_said():
    assert climbing(100.0, trend=None)[0].count_climbs is None
    assert climbing(None)[0].count_climbs is None
    (level,) = climbing(0.0)
    assert (level.count_climbs, level.growth_certainty) == (None, 0.1)
