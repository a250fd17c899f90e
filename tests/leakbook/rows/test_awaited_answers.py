"""Who waits for goroutines of its own that are at work, or for the answer that a client's loop will hand on."""

from __future__ import annotations

import pytest

from .captured import dump, goroutine, written
from .test_goroutine_groups import rows_of

CLIENT = "0xc000100000"
OTHER = "0xc000700000"
READS = ("internal/poll.(*FD).Read(0x18):165", "net.(*conn).Read(0x18):189")


def askers(state="select"):
    """Each has started goroutines that ask for it, and waits in the function that started them."""
    return [
        goroutine(n, state, "shop/quote.(*Desk).ask(0x18):29", "shop/quote.serve(0x18):12") for n in range(100, 120)
    ]


def asked(state, *calls, count=20):
    return [
        goroutine(n, state, *calls, "shop/quote.(*Desk).ask.func1(0x18):35", creator="shop/quote.(*Desk).ask:31")
        for n in range(200, 200 + count)
    ]


def row_in(function, goroutines):
    (row,) = [row for row in rows_of(written(dump(goroutines))) if function in row.stack[:1] and row.count > 1]
    return row


FETCH = "shop/quote.fetch(0x18):50"


@pytest.mark.parametrize(
    ("wait", "children", "awaits"),
    [
        pytest.param("", asked("IO wait", *READS, FETCH), True, id="they read"),
        pytest.param(", 9 minutes", asked("IO wait", *READS, FETCH), True, id="a long answer, piece by piece"),
        pytest.param(", 9 minutes", asked("select, 9 minutes", FETCH), True, id="they have waited as long"),
        pytest.param("", asked("sleep", "time.Sleep(0x3b):368", FETCH), True, id="they try again"),
        pytest.param("", asked("select"), False, id="loops at rest"),
        pytest.param("", asked("IO wait", *READS, FETCH, count=8), False, id="fewer than ask"),
        pytest.param(", 9 minutes", asked("sleep", "time.Sleep(0x3b):368", FETCH), False, id="a beat that pauses"),
        pytest.param(", 9 minutes", asked("select", FETCH), False, id="a beat that waits for its ticker"),
        pytest.param("", [], False, id="nobody asks"),
    ],
)
def test_who_waits_where_it_started_goroutines_that_are_at_work_awaits_them(wait, children, awaits):
    row = row_in("shop/quote.(*Desk).ask", [*askers(f"select{wait}"), *children])
    assert row.awaits_own_work is awaits


def callers(state="chan receive"):
    calls = (f"shop/wire.(*Client).Call({CLIENT}):29", "shop/quote.serve(0x18):12")
    return [goroutine(n, state, *calls) for n in range(100, 120)]


def loop(state, *calls, receiver=CLIENT):
    return goroutine(20, state, *calls, f"shop/wire.(*Client).loop({receiver}):35")


@pytest.mark.parametrize(
    ("loops", "awaits"),
    [
        pytest.param([loop("IO wait", *READS)], True, id="it reads the answers"),
        pytest.param([loop("IO wait", *READS, receiver=OTHER)], False, id="another client's loop reads"),
        pytest.param([loop("select")], False, id="it reads nothing"),
        pytest.param([], False, id="it is gone"),
    ],
)
def test_callers_of_a_client_await_its_reply_while_its_loop_reads(loops, awaits):
    assert row_in("shop/wire.(*Client).Call", [*callers(), *loops]).awaits_reply is awaits
