import pytest

from .captured import dump, goroutine, written
from .test_goroutine_groups import rows_of

OTHERS = [goroutine(n, "select", "shop.tick():7", creator="main.main in 1:9") for n in range(20, 22)]
LATER = [goroutine(n, "select", "shop.tick():7", creator="main.main in 1:9") for n in range(3000, 3002)]


def row(*dumps, state="select", minutes=1.0, others=OTHERS):
    texts = [dump([*members, *others]) for members in dumps]
    return next(r for r in rows_of(written(*texts, minutes=minutes)) if r.state == state and r.stack[0] != "shop.tick")


def seats(numbers, wait=""):
    return [goroutine(n, f"select{wait}", "shop/hall.(*Hall).Attend(0xc000012000):30") for n in numbers]


def handlers(numbers, wait=""):
    calls = ("shop/desk.Order(0xc000012000):30", "net/http.(*conn).serve(0xc000013000):2157")
    return [goroutine(n, f"select{wait}", *calls, creator="net/http.(*Server).Serve in 1:9") for n in numbers]


def test_work_that_ends_shows_by_its_oldest_members():
    attended = row(seats(range(100, 140)), seats([*range(110, 140), *range(200, 250)]))
    assert attended.stayed == 0.75
    assert attended.veterans_stayed == 0.5


def test_young_ones_that_leave_are_what_is_under_way_among_stuck_ones():
    stuck = row(seats(range(100, 140)), seats([*range(100, 125), *range(200, 250)]))
    assert stuck.stayed == 0.625
    assert stuck.veterans_stayed == 1.0


def test_few_members_have_no_veterans():
    assert row(seats(range(100, 108)), seats(range(100, 120))).veterans_stayed is None


def test_a_kept_alive_connection_that_serves_again_has_not_stayed():
    served = row(handlers(range(100, 140)), handlers(range(100, 160)))
    assert (served.stayed, served.joined, served.ticks) == (None, None, None)


def test_handlers_that_print_a_wait_have_served_nothing_since():
    assert row(handlers(range(100, 140)), handlers(range(100, 160), ", 2 minutes")).stayed == 1.0


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (range(20, 3000, 30), 0.0),  # members come up to the last
        (range(20, 1000, 10), 0.951),  # none of the newest two thirds of all numbers
        (range(20, 120), None),  # dense: one burst, or nearly all that was started
    ],
)
def test_members_that_no_longer_join_are_told_by_their_numbers(numbers, expected):
    assert row(seats(numbers), others=LATER).joins_ended == (
        expected if expected is None else pytest.approx(expected, abs=0.01)
    )
