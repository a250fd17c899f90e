"""A count of goroutines that climbs from scrape to scrape, put down to the group that gained."""

import json
from datetime import timedelta

import pytest

from leakbook.evidence.model import Submission
from leakbook.evidence.read import read_evidence
from leakbook.rows import build_rows
from leakbook.rows.goroutines.group_climb import climb_between, with_climb
from leakbook.rows.moments import goroutine_series
from leakbook.rows.process.series import Figure
from tests.leakbook.diagnosis.rows_by_hand import group

from .captured import START, dump, goroutine, written


def climbing(*growths, trend=0.9, climbed=200.0, **features):
    measured = {"count": 250, "growth_certainty": 0.1} | features
    return with_climb(
        [group(f"shop.(*Part{n}).wait", growth=growth, **measured) for n, growth in enumerate(growths)], trend, climbed
    )


def test_the_group_that_gained_nearly_all_climbs_as_surely_as_the_count():
    piles_up, came_and_went = climbing(190.0, 12.0)
    assert (piles_up.count_climbs, piles_up.growth_certainty) == (0.9, 0.9)
    assert came_and_went.count_climbs < 0.1
    assert came_and_went.growth_certainty == 0.1


def test_groups_that_share_the_gain_share_the_climb():
    assert [row.count_climbs for row in climbing(100.0, 100.0, 100.0)] == pytest.approx([0.5] * 3)


def test_who_left_takes_no_part_in_the_gain():
    gone, came = climbing(-80.0, 120.0)
    assert (gone.count_climbs, came.count_climbs) == (None, 0.9)


def test_without_a_series_or_a_second_dump_nothing_is_said():
    assert climbing(100.0, trend=None)[0].count_climbs is None
    assert climbing(100.0, climbed=None)[0].count_climbs is None
    assert climbing(100.0, climbed=-3.0)[0].count_climbs is None
    assert climbing(None)[0].count_climbs is None
    (level,) = climbing(0.0)
    assert (level.count_climbs, level.growth_certainty) == (None, 0.1)


def test_a_gain_that_is_little_of_the_climb_or_far_more_than_it_does_not_carry_it():
    assert climbing(40.0, climbed=500.0)[0].count_climbs < 0.2
    assert climbing(190.0, climbed=5.0)[0].count_climbs < 0.1


def test_what_coming_and_going_make_by_chance_is_no_gain():
    def told(growth, stayed):
        return climbing(growth, climbed=growth, count=63, stayed=stayed)[0].count_climbs

    assert told(3.0, 0.5) == 0  # 30 gone and 33 come
    assert told(3.0, 0.917) == 0  # 5 gone and 8 come
    assert 0 < told(8.0, 0.9) < 0.9
    assert told(12.0, 1.0) == 0.9
    assert told(45.0, 0.0) == 0.9


def test_the_climb_is_that_of_the_time_between_dumps_which_were_taken_within_it():
    begun = START.timestamp() - 1800

    def between(origin, minutes=60.0, apart=4.0):
        points = tuple((minute, 100 + 8.5 * minute) for minute in range(int(minutes) + 1))
        dumps = goroutine_series(written(dump([]), dump([goroutine(9, "select", "shop.wait():3")]), minutes=apart))
        return climb_between(Figure(points=points, timed=True, origin=origin), dumps)

    assert between(begun) == pytest.approx(34)
    assert between(None) is None
    assert between(begun, apart=None) is None
    assert between(begun - 3600) is None  # the scrapes ended half an hour before
    assert between(begun + 3600) is None
    assert climb_between(None, ()) is None


def feed(numbers):
    creator = "shop/feed.(*Hub).Join in 9:17"
    return [goroutine(n, "select", "shop/feed.(*Subscriber).next(0xc000012000):31", creator=creator) for n in numbers]


def stuck(numbers):
    return [
        goroutine(n, "chan send", "shop/audit.Record(0xc000012000):31", creator="shop.serve in 7:1") for n in numbers
    ]


def told_of_subscribers(before, after, climb):
    begun = START.timestamp() - 3540
    points = [[begun + 15 * n, str(round(100 + climb * n / 240))] for n in range(241)]
    series = {"metric": {"__name__": "go_goroutines"}, "values": points}
    scrapes = json.dumps({"status": "success", "data": {"resultType": "matrix", "result": [series]}})
    texts = [(dump(before), START), (dump(after), START + timedelta(minutes=1)), (scrapes, None)]
    captures = read_evidence(
        [Submission(name=f"{n}.txt", content=text.encode(), captured_at=at) for n, (text, at) in enumerate(texts)]
    ).captures
    rows = build_rows(captures)
    assert rows.process.goroutines_trend > 0.9
    return next(row for row in rows.goroutine_groups if "Subscriber" in row.stack[0])


def test_a_group_in_service_is_not_accused_of_what_another_gained_before_the_dumps():
    pile, first, second = (
        stuck(range(1000, 1500)),
        feed(range(5000, 5060)),
        feed([*range(5005, 5060), *range(7000, 7008)]),
    )
    row = told_of_subscribers(pile + first, pile + second, 510)
    assert row.growth == 3
    assert row.count_climbs == 0
    assert row.growth_certainty < 0.75


def test_a_queue_that_is_outrun_carries_the_climb_though_its_members_change():
    row = told_of_subscribers(feed(range(5000, 5060)), feed([*range(5055, 5060), *range(7000, 7255)]), 12_000)
    assert row.stayed < 0.1
    assert row.count_climbs > 0.9
