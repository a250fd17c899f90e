"""Locks that a call brings back to its caller."""

from .captured import dump, goroutine, mutex, written
from .test_wait_for import rows_by_leaf

PAIRS = 4


def standbys(locks, *, first=100):
    """One goroutine at each of so many locks, inside the call that is to bring it the lock."""
    return [
        goroutine(
            first + n,
            "sync.Mutex.Lock",
            *mutex(0xC000100000 + 0x1000 * n),
            f"shop/seats.(*Seats).Take(0xc000200000, {n:#x}):33",
            "shop/turn.Turn.Serve(0xc000300000):22",
            creator="main.main in 1:9",
        )
        for n in range(locks)
    ]


def seated(number, *, line=23):
    """One that came back from the call and goes on in the function that made it."""
    return goroutine(
        number,
        "select",
        "shop/turn.Turn.do(0xc000400000):36",
        f"shop/turn.Turn.Serve(0xc000300000):{line}",
        creator="main.main in 1:9",
    )


def test_whoever_is_past_the_call_has_the_locks():
    rows = rows_by_leaf(written(dump([*(seated(n) for n in range(10, 10 + PAIRS)), *standbys(PAIRS)])))
    having, waiting = rows["shop/turn.Turn.do"], rows["shop/seats.(*Seats).Take"]
    assert (having.holds_lock, having.has_handed_locks, having.victims) == (True, True, PAIRS)
    assert (waiting.holder_absent, waiting.holder_finishes) == (False, False)


def test_requests_that_came_after_the_wait_began_have_none_of_the_locks():
    """A lock left locked an hour ago: handlers still pass the call, at other keys, and are somewhere further on."""
    stuck = [text.replace("sync.Mutex.Lock]", "sync.Mutex.Lock, 60 minutes]") for text in standbys(PAIRS)]
    fresh = [seated(n) for n in range(900, 900 + PAIRS)]
    rows = rows_by_leaf(written(dump([*stuck, *fresh])))
    assert rows["shop/seats.(*Seats).Take"].holder_absent
    assert not rows["shop/turn.Turn.do"].has_handed_locks


def test_fewer_than_there_are_locks_cannot_have_them_all():
    rows = rows_by_leaf(written(dump([seated(10), *standbys(PAIRS)])))
    assert rows["shop/seats.(*Seats).Take"].holder_absent
    assert not rows["shop/turn.Turn.do"].holds_lock


def test_two_locks_may_both_have_been_left_locked():
    rows = rows_by_leaf(written(dump([*(seated(n) for n in range(10, 14)), *standbys(2)])))
    assert rows["shop/seats.(*Seats).Take"].holder_absent


def test_one_lock_that_everybody_passes_is_not_handed_to_those_further_on():
    rows = rows_by_leaf(written(dump([*(seated(n) for n in range(10, 14)), *standbys(1)])))
    assert rows["shop/seats.(*Seats).Take"].holder_absent


def test_who_stands_before_the_call_does_not_have_it_yet():
    rows = rows_by_leaf(written(dump([*(seated(n, line=20) for n in range(10, 14)), *standbys(PAIRS)])))
    assert rows["shop/seats.(*Seats).Take"].holder_absent
