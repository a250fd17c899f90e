"""go-deadlock's reports read as the goroutines that wait for a lock."""

from __future__ import annotations

import pytest

from leakbook.errors import NotRecognised
from leakbook.evidence.model import GoroutineSnapshot, Submission
from leakbook.evidence.read import read_evidence

ORDER = r"""POTENTIAL DEADLOCK: Inconsistent locking. saw this ordering in one goroutine:
happened before
shop\desk.go:31 shop.(*Desk).ask { d.mu.Lock() } <<<<<
shop\desk.go:30 shop.(*Desk).ask { func (d *Desk) ask() int { }
shop\api.go:12 shop.(*Api).Serve { a.desk.ask() }

happened after
shop\till.go:12 shop.(*Till).sum { t.mu.RLock() } <<<<<
shop\till.go:11 shop.(*Till).sum { func (t *Till) sum() int { }
shop\desk.go:33 shop.(*Desk).ask { return d.till.sum() }
shop\api.go:12 shop.(*Api).Serve { a.desk.ask() }

in another goroutine: happened before
shop\till.go:40 shop.(*Till).close ??? <<<<<

happend after
vendor\github.com\sasha-s\go-deadlock\deadlock.go:85 go-deadlock.(*Mutex).Lock { lock(m.mu.Lock, m) } <<<<<
shop\desk.go:50 shop.(*Desk).drop { d.mu.Lock() }
shop\till.go:42 shop.(*Till).close { t.desk.drop() }


Other goroutines holding locks:
goroutine 1 lock 0xc0000b4100
shop\main.go:9 main.main { mu.Lock() } <<<<<
"""
TIMEOUT = """POTENTIAL DEADLOCK:
Previous place where the lock was grabbed
goroutine 20 lock 0xc0000b4008
desk.go:31 shop.(*Desk).ask { d.mu.Lock() } <<<<<

Have been trying to lock it again for more than 5m30s
goroutine 21 lock 0xc0000b4008
desk.go:50 shop.(*Desk).drop { d.mu.Lock() } <<<<<
api.go:20 shop.(*Api).Close { a.desk.drop() }

Here is what goroutine 20 doing now
goroutine 20 [chan send, 5 minutes]:
shop.(*Desk).ask(0xc0000b4000)
\t/src/shop/desk.go:33 +0x1d
created by shop.(*Api).Serve in goroutine 1
\t/src/shop/api.go:12 +0x9f
"""
RECURSIVE = """POTENTIAL DEADLOCK: Recursive locking:
current goroutine 7 lock 0xc0000b4008
desk.go:50 shop.(*Desk).drop { d.mu.Lock() } <<<<<
desk.go:33 shop.(*Desk).ask { d.drop() }

Previous place where the lock was grabbed (same goroutine)
desk.go:31 shop.(*Desk).ask { d.mu.Lock() } <<<<<
"""


def captures_of(text):
    return read_evidence([Submission(name="t.txt", content=text.encode())]).captures


def shown(text):
    (capture,) = captures_of(text)
    assert isinstance(capture.reading.content, GoroutineSnapshot)
    return {(g.state, tuple(frame.function for frame in g.frames), g.ids) for g in capture.reading.content.groups}


def test_of_two_orders_those_who_take_the_second_lock_are_shown_down_to_who_took_the_first():
    assert shown(ORDER) == {
        ("sync.RWMutex.RLock", ("sync.(*RWMutex).RLock", "shop.(*Till).sum", "shop.(*Desk).ask"), ()),
        ("sync.Mutex.Lock", ("sync.(*Mutex).Lock", "shop.(*Desk).drop", "shop.(*Till).close"), ()),
    }


def test_a_wait_that_took_too_long_stands_beside_the_holders_own_stack():
    assert shown(TIMEOUT) == {
        ("sync.Mutex.Lock", ("sync.(*Mutex).Lock", "shop.(*Desk).drop", "shop.(*Api).Close"), (21,)),
        ("chan send", ("shop.(*Desk).ask",), (20,)),
    }
    (capture,) = captures_of(TIMEOUT)
    waiter = next(g for g in capture.reading.content.groups if g.state == "sync.Mutex.Lock")
    assert (waiter.waits, waiter.lock_addresses) == (((5, 1),), ((0xC0000B4008, 1),))


def test_a_goroutine_that_a_dump_shows_as_well_is_not_counted_twice():
    dump = "\ngoroutine 21 [semacquire, 5 minutes]:\nsync.(*Mutex).Lock(0xc0000b4008)\n\t/go/src/sync/mutex.go:81\n"
    (capture,) = captures_of(TIMEOUT + dump)
    assert capture.reading.content.total == 2


def test_a_lock_taken_twice():
    assert shown(RECURSIVE) == {
        ("sync.Mutex.Lock", ("sync.(*Mutex).Lock", "shop.(*Desk).drop", "shop.(*Desk).ask"), (7,)),
    }


def test_a_report_without_the_stack_of_who_waits_holds_nothing():
    with pytest.raises(NotRecognised):
        captures_of(ORDER.partition("happened after")[0])
