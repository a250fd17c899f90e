import pytest

from .captured import dump, goroutine, written
from .test_goroutine_groups import rows_of

AWAITS_TX = "database/sql.(*Tx).awaitDone(0xc000300000):2217"
READS = (
    "internal/poll.runtime_pollWait(0x1):351",
    "database/sql.(*Tx).ExecContext(0xc000300000):2600",
    "shop/sale.(*Room).sell(0x1):44",
    "shop/sale.(*Room).Run(0x1):30",
)
SLEEPS = ("time.Sleep(0x3b9aca00):368", "shop/sale.(*Room).sell(0x1):47", "shop/sale.(*Room).Run(0x1):31")
WAITS = (
    "database/sql.(*DB).conn(0x1):1374",
    "database/sql.(*DB).BeginTx(0x1):1878",
    "shop/sale.(*Room).sell(0x1):40",
    "shop/sale.(*Room).Run(0x1):31",
)


def open_transactions(numbers, creators):
    """One that waits for the end of a transaction for each number, begun in the goroutine beside it."""
    begun = [f"database/sql.(*DB).beginDC in {creator}:1944" for creator in creators]
    return [goroutine(n, "chan receive", AWAITS_TX, creator=by) for n, by in zip(numbers, begun, strict=True)]


def rooms(state, calls, numbers=range(100, 120)):
    return [goroutine(n, state, *calls, creator="main.main in 1:37") for n in numbers]


def awaiting(text, name="owner_at_work"):
    (row,) = [row for row in rows_of(written(text)) if row.stack[0].endswith("awaitDone")]
    return getattr(row, name)


def test_a_transaction_each_of_goroutines_at_work():
    assert awaiting(dump([*rooms("sleep", SLEEPS), *open_transactions(range(200, 220), range(100, 120))])) == 1


@pytest.mark.parametrize(
    ("state", "calls", "creators"),
    [
        pytest.param("sleep", SLEEPS, [100] * 20, id="one goroutine began them all"),
        pytest.param("sleep", SLEEPS, range(300, 320), id="who began them has ended"),
        pytest.param("select", WAITS, range(100, 120), id="who began them waits for another connection"),
    ],
)
def test_transactions_whose_owners_are_not_at_work_on_them(state, calls, creators):
    assert awaiting(dump([*rooms(state, calls), *open_transactions(range(200, 220), creators)])) == 0


COUNTED = """\
goroutine profile: total {total}
{opened} @ 0x48fc0a 0x41c8ce 0x41c412 0x56186b 0x496d81
#\t0x56186a\tdatabase/sql.(*Tx).awaitDone+0x2a\t/usr/local/go/src/database/sql/sql.go:2217

{rooms} @ 0x48fc0a 0x493de5 0x7e5acc 0x7e5939 0x496d81
#\t0x493de4\ttime.Sleep+0x164\t/usr/local/go/src/runtime/time.go:368
#\t0x7e5acb\tshop/sale.(*Room).sell+0xcb\t/src/shop/sale/room.go:47
#\t0x7e5938\tshop/sale.(*Room).Run+0x78\t/src/shop/sale/room.go:31

1 @ 0x48fc0a 0x41c8ce 0x41c412 0x7e5d3e 0x455fc7
#\t0x7e5d3d\tmain.main+0x3d\t/src/shop/main.go:23
#\t0x455fc6\truntime.main+0x426\t/usr/local/go/src/runtime/proc.go:302
"""


@pytest.mark.parametrize(
    ("opened", "halls", "of"), [(34, 34, 0.8), (34, 36, 0.8), (34, 20, 0), (34, 60, 0), (6, 6, None)]
)
def test_by_counts_as_many_of_the_program_are_at_work(opened, halls, of):
    assert awaiting(COUNTED.format(total=opened + halls + 1, opened=opened, rooms=halls)) == of


POLL = "#\t0x7e5938\tshop/sale.(*Room).Run+0x78\t/src/shop/sale/room.go:31\n"
SELL = "#\t0x7e5acb\tshop/sale.(*Room).sell+0xcb\t/src/shop/sale/room.go:47\n"
ASKING = """
2 @ 0x48fc0a 0x493de5 0x7e5acc 0x7e5939 0x496d82
#\t0x493de4\tdatabase/sql.(*Tx).ExecContext+0x164\t/usr/local/go/src/database/sql/sql.go:2600
"""


def counted(opened, halls):
    return COUNTED.format(total=opened + halls + 1, opened=opened, rooms=halls)


def test_by_counts_one_that_was_met_in_the_database_shows_whose_they_are():
    asking = counted(34, 32).replace("total 67", "total 69") + ASKING + SELL + POLL
    assert awaiting(asking) == round(32 / 34, 3)


def test_by_counts_whoever_sleeps_in_its_own_loop_owns_nothing():
    assert awaiting(counted(34, 34).replace(SELL, "")) == 0


@pytest.mark.parametrize(("first", "of"), [((34, 200), 0), ((60, 60), 0.8), ((34, 36), 0.8)])
def test_by_counts_that_part_in_a_series_are_equal_by_chance(first, of):
    series = written(counted(*first), counted(200, 200))
    (row,) = [row for row in rows_of(series) if row.stack[0].endswith("awaitDone")]
    assert row.owner_at_work == of


@pytest.mark.parametrize(("each", "of"), [(1, 1), (3, None)])
def test_of_more_than_are_kept_only_one_creator_each_is_known(each, of):
    creators = [1000 + n // each for n in range(90)]
    asleep = rooms("sleep", SLEEPS, range(1000, 1000 + 90 // each))
    assert awaiting(dump([*asleep, *open_transactions(range(2000, 2090), creators)])) == of


def test_open_transactions_whose_queries_are_under_way():
    under_way = [*rooms("IO wait", READS, range(100, 105)), *open_transactions(range(200, 210), range(100, 110))]
    assert awaiting(dump([*under_way, *rooms("sleep", SLEEPS, range(105, 110))]), "results_busy") == 0.5
    assert awaiting(dump([*rooms("sleep", SLEEPS), *open_transactions([200], [100])]), "results_busy") == 0
