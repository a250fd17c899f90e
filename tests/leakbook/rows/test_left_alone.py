"""Who waits while nobody is left that could end it, and who was started by whom."""

from __future__ import annotations

import pytest

from .captured import dump, goroutine, mutex, written
from .test_goroutine_groups import rows_of

SESSION = 0xC000100000
START = "main.main in 1:3"


ENDS = goroutine(90, "select", "shop/tick.run(0x18):4", creator="main.main in 1:5")
"""A last goroutine whose creator is printed: the text is not cut."""


def row_of(function, goroutines):
    return next(row for row in rows_of(written(dump(goroutines))) if function in row.stack)


def waiters(state="sync.WaitGroup.Wait", creator="shop/web.serve in 7:9"):
    """Goroutines of another package inside Prune of a store, waiting."""
    calls = ("shop/prune.(*Store).Prune(0x18):31", "shop/web.handle(0x18):12")
    return [goroutine(n, state, *calls, creator=creator) for n in range(100, 110)]


@pytest.mark.parametrize(
    ("others", "alone"),
    [
        pytest.param([], True, id="nobody else"),
        pytest.param(
            [goroutine(50, "IO wait", "shop/prune.wipe(0x18):8", creator=START)], False, id="one is in its code"
        ),
        pytest.param(
            [goroutine(50, "IO wait", "net.(*conn).Read(0x18):8", creator="shop/prune.Open in 1:9")],
            False,
            id="one comes from its code",
        ),
        pytest.param(
            [goroutine(50, "IO wait", "shop/press.wipe(0x18):8", creator=START)], True, id="one is in other code"
        ),
    ],
)
def test_a_package_is_left_alone_with_those_that_wait_in_it(others, alone):
    assert row_of("shop/prune.(*Store).Prune", [*others, *waiters()]).package_alone is alone


def test_a_call_into_a_package_may_be_answered_by_who_else_of_the_module_calls_it():
    meeting = [
        goroutine(
            n, "select", "hub.example/sim/barrier.Meet(0x18):31", "hub.example/sim/boat.row(0x18):12", creator=START
        )
        for n in range(100, 110)
    ]
    boat, shore = (
        goroutine(50, "sleep", "time.Sleep(0x1):3", f"{place}(0x18):8", creator=START)
        for place in ("hub.example/sim/boat.steer", "hub.example/shore.wait")
    )
    assert row_of("hub.example/sim/barrier.Meet", [boat, *meeting]).package_alone is False
    assert row_of("hub.example/sim/barrier.Meet", [shore, *meeting]).package_alone is True


def test_a_pool_at_rest_on_a_condition_may_come_from_any_package_where_no_creator_is_printed():
    seen, unseen = waiters("sync.Cond.Wait"), [*waiters("sync.Cond.Wait", creator=""), ENDS]
    assert row_of("shop/prune.(*Store).Prune", seen).package_alone is True
    assert row_of("shop/prune.(*Store).Prune", unseen).package_alone is False


def loops(*starters):
    return [goroutine(100 + n, "select", "shop.(*Box).run(0x18):9", creator=c) for n, c in enumerate(starters)]


@pytest.mark.parametrize(
    ("starters", "one", "apart"),
    [
        pytest.param(["shop.Start in 7:3"] * 6, True, None, id="one that has gone"),
        pytest.param(["shop.Start in 7:3"], True, None, id="a lone one's that has gone"),
        pytest.param([f"shop.Start in {n}:3" for n in range(20, 26)], False, 1.0, id="several that have gone"),
        pytest.param(["main.main in 1:3"] * 6, True, 0.0, id="one that lives"),
        pytest.param(["shop.Start:3"] * 6, None, None, id="no number is printed"),
    ],
)
def test_one_goroutine_that_started_them_all_and_ended_shows_no_pile_up(starters, one, apart):
    row = row_of("shop.(*Box).run", loops(*starters))
    assert (row.one_starter, row.orphaned_apart) == (one, apart)


SERVE = ("net/http.HandlerFunc.ServeHTTP(0x18):2358", "net/http.(*conn).serve(0x18):2157")


def conns(state, numbers, *calls):
    return [goroutine(n, state, *calls, SERVE[1], creator="net/http.(*Server).Serve in 1:9") for n in numbers]


def test_idle_connections_of_a_server_do_not_read_for_its_handlers():
    handlers = conns("chan receive", range(100, 110), "shop.Open(0x18):36", SERVE[0])
    idle = conns("IO wait", range(200, 220), "net.(*conn).Read(0x18):189")
    reads = ("net.(*conn).Read(0x18):189", "shop.listen(0x18):3")
    readers = [goroutine(n, "IO wait", *reads, creator="net/http.(*Server).Serve in 1:9") for n in range(300, 310)]
    assert row_of("shop.Open", [*idle, *handlers]).has_reader is False
    assert row_of("shop.Open", [*readers, *handlers]).has_reader is True


def at_lock(state, *inner):
    """One that wants the session's lock, and the session's keeper."""
    stream = goroutine(30, "sync.Mutex.Lock", *mutex(SESSION), f"shop/pulse.(*Session).Stream({SESSION:#x}):37")
    return [goroutine(20, state, *inner, f"shop/pulse.(*Session).keep({SESSION:#x}):22"), stream]


def test_a_loop_at_rest_holds_the_lock_only_where_nobody_else_is_inside():
    keeper = at_lock("chan receive")
    row = row_of("shop/pulse.(*Session).keep", keeper)
    assert (row.holds_lock, row.lock_waiters) == (True, 1)
    ping = goroutine(
        40,
        "IO wait",
        "net.(*conn).Write(0x18):7",
        f"shop/pulse.(*Session).ping({SESSION:#x}):50",
        "shop/web.beat(0x1):3",
    )
    with_another = [*keeper, ping]
    assert row_of("shop/pulse.(*Session).keep", with_another).holds_lock is False
    assert row_of("shop/pulse.(*Session).ping", with_another).holds_lock is True


@pytest.mark.parametrize(
    ("function", "events"),
    [
        ("shop.(*Rows).watch", True),
        ("shop.(*Hub).Listen.func1", True),
        ("shop.consumeAll", True),
        ("shop.(*Beacon).run", False),
        ("shop.(*Site).poll", False),
        ("shop.(*Stopwatch).tick", False),
    ],
)
def test_a_name_may_say_that_a_loop_waits_for_others(function, events):
    assert (
        row_of(function, [goroutine(30, "chan receive", f"{function}(0x18):9", creator=START)]).awaits_events is events
    )
