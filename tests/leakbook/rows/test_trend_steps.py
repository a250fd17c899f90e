from leakbook.rows.statistics.steps import climbs_by_steps

MB = 2**20


def stood(*stretches):
    """(minutes, megabytes) stretches one after the other, a point each tenth of a minute."""
    points, at = [], 0.0
    for minutes, megabytes in stretches:
        for _ in range(round(10 * minutes)):
            points.append((at, megabytes * MB))
            at += 0.1
    return points


def test_a_step_after_a_long_stillness_is_a_climb_until_it_stands_twice_as_long():
    assert climbs_by_steps(stood((1, 26), (1.5, 33)))
    assert not climbs_by_steps(stood((1, 26), (3, 33)))


def test_a_warm_up_that_never_stood_still_is_none():
    warm = [(0.1, megabytes) for megabytes in range(10, 40, 4)]
    assert not climbs_by_steps(stood(*warm, (1, 40)))


def test_rounding_is_no_step():
    assert not climbs_by_steps(stood((1, 9), (1, 11)))
    assert not climbs_by_steps(stood((1, 100), (1, 104)))
