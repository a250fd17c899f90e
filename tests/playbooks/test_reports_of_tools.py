"""What debuggers, lock detectors and leak checkers print: how sure it makes the answer."""

import pytest

from leakbook.diagnosis.diagnose import diagnose
from leakbook.diagnosis.finding import LEAK_FROM, SUSPECT_FROM
from leakbook.evidence.model import Submission
from leakbook.evidence.read import read_evidence

ORDER = """POTENTIAL DEADLOCK: Inconsistent locking. saw this ordering in one goroutine:
happened before
session.go:31 mux.(*Stream).close { s.mu.Lock() } <<<<<
session.go:12 mux.(*Session).serve { stream.close() }

happened after
session.go:90 mux.(*Session).drop { s.streams.Lock() } <<<<<
session.go:33 mux.(*Stream).close { s.session.drop(s.id) }
session.go:12 mux.(*Session).serve { stream.close() }

in another goroutine: happened before
session.go:40 mux.(*Session).Close { s.streams.Lock() } <<<<<

happend after
session.go:55 mux.(*Stream).reset { s.mu.Lock() } <<<<<
session.go:42 mux.(*Session).Close { stream.reset() }
"""
TOO_LONG = """POTENTIAL DEADLOCK:
Previous place where the lock was grabbed
goroutine 20 lock 0xc0000b4008
desk.go:31 shop.(*Desk).ask { d.mu.Lock() } <<<<<

Have been trying to lock it again for more than 5m0s
goroutine 21 lock 0xc0000b4008
desk.go:50 shop.(*Desk).drop { d.mu.Lock() } <<<<<
api.go:20 shop.(*Api).Close { a.desk.drop() }

Here is what goroutine 20 doing now
goroutine 20 [chan send, 5 minutes]:
shop.(*Desk).ask(0xc0000b4000)
	/src/shop/desk.go:33 +0x1d
created by shop.(*Api).Serve in goroutine 1
	/src/shop/api.go:12 +0x9f
"""
LOCKED = """goroutine 57723 [semacquire{age}]:
sync.runtime_SemacquireMutex(0xc0006f04d4, 0x0, 0x1)
	/usr/local/go/src/runtime/sema.go:71 +0x4e
sync.(*Mutex).lockSlow(0xc0006f04d0)
	/usr/local/go/src/sync/mutex.go:138 +0x103
sync.(*Mutex).Lock(...)
	/usr/local/go/src/sync/mutex.go:81
corp.example/shop/desk.(*Desk).drop(0xc0006f04d0, 0xc060a0c7e0)
	/src/shop/desk/desk.go:113 +0x54
corp.example/shop/api.(*Api).Close(0xc0006f0400)
	/src/shop/api/api.go:40 +0x34
created by corp.example/shop/api.(*Api).Serve
	/src/shop/api/api.go:12 +0x9f
"""
READER = """goroutine 49 [IO wait{age}]:
internal/poll.runtime_pollWait(0x7efe4023a520, 0x72)
	/usr/local/go/src/runtime/netpoll.go:302 +0x89
internal/poll.(*FD).Read(0xc000348080, {{0xc0003b2000, 0x13, 0x13}})
	/usr/local/go/src/internal/poll/fd_unix.go:167 +0x25a
net.(*conn).Read(0xc00000eab8, {{0xc0003b2000?, 0xc00008bcd8?, 0x40b2f6?}})
	/usr/local/go/src/net/net.go:183 +0x45
corp.example/shop/wire.(*Peer).next(0xdf2450)
	/src/shop/wire/peer.go:80 +0x6b
corp.example/shop/wire.(*Peer).serve(0xdf2450)
	/src/shop/wire/peer.go:31 +0x6b
created by corp.example/shop/wire.Accept
	/src/shop/wire/peer.go:12 +0x9f
"""
COPIER = """goroutine 299 [semacquire, 656 minutes]:
sync.runtime_Syncsemacquire(0xc820441fd0)
	/usr/local/go/src/runtime/sema.go:241 +0x201
sync.(*Cond).Wait(0xc820441fc0)
	/usr/local/go/src/sync/cond.go:63 +0x9b
corp.example/ship/pipes.(*Pipe).Read(0xc8200eaa00, 0xc820f02000, 0x1000, 0x1000)
	/src/ship/pipes/pipe.go:127 +0x121
bufio.(*Reader).fill(0xc820f09ed0)
	/usr/local/go/src/bufio/bufio.go:97 +0x1e9
corp.example/ship/logs.(*Copier).run(0xc820f09ec0)
	/src/ship/logs/copier.go:40 +0x21a
created by corp.example/ship/logs.Start
	/src/ship/logs/copier.go:12 +0x9f
"""
SPINNING = """Expected not to leak 1 goroutines:
    goroutine 26 [{state}]
        corp.example/shop/desk.(*Desk).watch() at desk@v1.0.2/desk.go:54
        created by corp.example/shop/desk.(*Desk).Open in goroutine 41 at desk@v1.0.2/desk.go:52
"""


def told(text, playbooks):
    found = diagnose(read_evidence([Submission(name="t.txt", content=text.encode())]).captures, playbooks).diagnoses
    return found[0] if found else None


@pytest.mark.parametrize(
    ("text", "playbook", "least", "most"),
    [
        (ORDER, "goroutine/lock", LEAK_FROM, 1.0),
        (ORDER.partition("in another")[0], "goroutine/lock", SUSPECT_FROM, LEAK_FROM),  # one of the two orders
        (TOO_LONG, "goroutine/lock", LEAK_FROM, 1.0),
        (LOCKED.format(age=""), "goroutine/lock", SUSPECT_FROM, LEAK_FROM),
        (LOCKED.format(age=", 40 minutes"), "goroutine/lock", 0.9, 1.0),
        (READER.format(age=""), "goroutine/io-wait", 0.0, SUSPECT_FROM),
        (READER.format(age=", 40 minutes"), "goroutine/io-wait", LEAK_FROM, 1.0),
        (SPINNING.format(state="runnable"), "goroutine/no-exit-loop", SUSPECT_FROM, LEAK_FROM),
        (SPINNING.format(state="chan receive"), "goroutine/chan-receive", SUSPECT_FROM, 0.9),
    ],
)
def test_how_sure_a_stack_or_two_makes(text, playbook, least, most, playbooks):
    first = told(text, playbooks)
    assert first is not None
    assert first.playbook == playbook
    assert least <= first.confidence < most


def test_who_copies_from_a_pipe_waits_for_its_writer(playbooks):
    first = told(COPIER, playbooks)
    assert first is None or first.confidence < SUSPECT_FROM


def test_the_function_that_takes_the_lock_is_named(playbooks):
    assert told(TOO_LONG, playbooks).culprit.function in {"shop.(*Desk).ask", "shop.(*Desk).drop"}
    assert told(ORDER, playbooks).culprit.function in {"mux.(*Session).drop", "mux.(*Stream).reset"}
