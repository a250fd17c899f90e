"""What debuggers, lock detectors, leak checkers and people print of a stack or two: how sure it makes the answer."""

import pytest

from leakbook.diagnosis.diagnose import diagnose
from leakbook.diagnosis.finding import LEAK_FROM, SUSPECT_FROM
from leakbook.evidence.model import Submission
from leakbook.evidence.read import read_evidence
from leakbook.rows import build_rows
from leakbook.rows.process.process import process_scene

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
DELIVERIES = """goroutine 28 [chan receive, 9 minutes]:
github.com/streadway/amqp.bufferDeliveries(0x191a1980, 0x191a1940)
	/go/pkg/mod/github.com/streadway/amqp@v1.0.0/consumers.go:38 +0x64
created by github.com/streadway/amqp.(*consumers).add
	/go/pkg/mod/github.com/streadway/amqp@v1.0.0/consumers.go:74 +0xec
"""
TAKEN = """goroutine 18 [running]:
corp.example/ship/signals.dump()
	/src/ship/signals/signals.go:207 +0x8c
created by corp.example/ship/signals.Handle
	/src/ship/signals/signals.go:28 +0x8b
goroutine 1 [select, 600 minutes]:
main.main()
	/src/ship/main.go:137 +0x4f4
goroutine 21 [syscall, 600 minutes]:
syscall.Syscall6(0xe8,"""
PIPE = """goroutine 113 [semacquire]:
sync.(*Cond).Wait(0xc208a246f0)
	/usr/local/go/src/sync/cond.go:62 +0x9e
io.(*pipe).read(0xc208a246c0, 0xc208468000, 0x1000, 0x1000, 0x0, 0x0, 0x0)
	/usr/local/go/src/io/pipe.go:52 +0x303
io.(*PipeReader).Read(0xc20802bc20, 0xc208468000, 0x1000, 0x1000, 0xc2082466f0, 0x0, 0x0)
	/usr/local/go/src/io/pipe.go:134 +0x5b
net/http.(*liveSwitchReader).Read(0xc20852d588, 0xc208468000, 0x1000, 0x1000, 0xc00, 0x0, 0x0)
	/usr/local/go/src/net/http/server.go:214 +0xab
"""
RECEIVER = """goroutine 15 [chan receive, 315 minutes]:
corp.example/shop/{owner}.func1(0xcb006f, 0x28)
	/src/shop/bayes.go:147 +0x1fc
created by corp.example/shop/{owner}
	/src/shop/bayes.go:156 +0x5d
"""
FURNISHED = """goroutine 6 [chan receive]:
k8s.io/klog/v2.(*loggingT).flushDaemon(0x0)
	/go/pkg/mod/k8s.io/klog/v2@v2.9.0/klog.go:1169 +0x8b
created by k8s.io/klog/v2.init.0
	/go/pkg/mod/k8s.io/klog/v2@v2.9.0/klog.go:417 +0xd8

goroutine 28 [select, 9 minutes]:
corp.example/shop/desk.(*Desk).follow(0x191a1980)
	/src/shop/desk/desk.go:38 +0x64
created by corp.example/shop/desk.Open
	/src/shop/desk/desk.go:30 +0xec
"""
FAULT = "fatal error: fault\n[signal SIGSEGV: segmentation violation code=0x80 addr=0x0 pc=0x4a2d3e]\n"
SPINNING = """Expected not to leak 1 goroutines:
    goroutine 26 [{state}]
        corp.example/shop/desk.(*Desk).watch() at desk@v1.0.2/desk.go:54
        created by corp.example/shop/desk.(*Desk).Open in goroutine 41 at desk@v1.0.2/desk.go:52
"""

BUCKETS = """The largest are:

1204: chan receive [{waits}] [Created by desk.(*Desk).Open @ desk.go:31]
    desk   desk.go:52   (*Desk).turn(*, #12)
    desk   desk.go:40   (*Desk).serve(*)

1187: IO wait [{waits}] [Created by net.Dial @ dial.go:9]
    net    netpoll.go:160          runtime_pollWait(*, 0x72, *)
    net    fd_poll_runtime.go:73   (*pollDesc).Wait(*, 0x72, 0, 0)
"""
RUNNING = """1: running [Created by api.Listen @ api.go:17]
    cart   cart.go:31   (*Cart).Price(#2)
"""
BESIDE = """os/exec.(*Cmd).Wait(0xc00037c000)
	/usr/local/go/src/os/exec/exec.go:507 +0x54
created by corp.example/shop/run.start
	/src/shop/run/run.go:86 +0xbf

goroutine 11 [chan receive, 12 minutes]:
main.follow(0xc00009e940)
	/src/shop/follow.go:69 +0x37
created by main.allot
	/src/shop/main.go:726 +0x176

goroutine 43 [semacquire, 11 minutes]:
sync.runtime_SemacquireMutex(0x406fe0?, 0x20?, 0xc0002e37a0?)
	/usr/local/go/src/runtime/sema.go:71 +0x25
sync.(*Mutex).lockSlow(0x72a788)
	/usr/local/go/src/sync/mutex.go:153 +0x165
sync.(*Mutex).Lock(...)
	/usr/local/go/src/sync/mutex.go:81
main.redraw()
	/src/shop/main.go:796 +0x49
created by main.watch
	/src/shop/main.go:795 +0x8a
"""
TORN = """	/usr/lib/golang/src/runtime/proc.go:268 +0x54 fp=0xc82107f4c0 sp=0xc82107f488
runtime.chanrecv(0x11eb260, 0xc820c9a8a0, 0xc82107f920, 0x7f97e4e41001, 0xc821080000)
	/usr/lib/golang/src/runtime/chan.go:470 +0x49f fp=0xc82107f548 sp=0xc82107f4c0
runtime.chanrecv1(0x11eb260, 0xc820c9a8a0, 0xc82107f920)
	/usr/lib/golang/src/runtime/chan.go:355 +0x2b fp=0xc82107f578 sp=0xc82107f548
main.(*Shop).Serve(0xc8207a8f40, 0xc8200a41c0, 0xb, 0xb, 0x0, 0x0)
	/src/shop/shop.go:327 +0x2643 fp=0xc82107faa0 sp=0xc82107f578
"""
MAIN = """goroutine 1 [semacquire, 28 minutes]:
sync.runtime_Semacquire(0xc0000a4450)
	/usr/local/go/src/runtime/sema.go:56 +0x49
sync.(*WaitGroup).Wait(0xc0000a4448)
	/usr/local/go/src/sync/waitgroup.go:130 +0x6b
corp.example/shop/run.Until(0xc0000a4448)
	/src/shop/run/run.go:27 +0x1d
main.main()
	/src/shop/main.go:73 +0xb7
"""
WAITERS = """848 @ 0x438536 0x4491cc 0x4491a6 0x4644e5 0x473b11 0x896b2f 0x897f88 0x468341
#	0x4644e4	sync.runtime_Semacquire+0x24				/usr/local/go/src/runtime/sema.go:56
#	0x473b10	sync.(*WaitGroup).Wait+0x70				/usr/local/go/src/sync/waitgroup.go:130
#	0x896b2e	golang.org/x/sync/singleflight.(*Group).Do+0x1ae	/go/pkg/mod/golang.org/x/sync@v0.7.0/singleflight/singleflight.go:94
#	0x897f87	corp.example/jobs.(*Clock).tick+0x4e7			/go/pkg/mod/corp.example/jobs@v1.2.0/clock.go:100

1 @ 0x438536 0x40666c 0x406098 0x97a6b1 0x97d07d
#	0x97a6b0	main.reload+0x310	/src/app/config.go:124
"""  # noqa: E501 - as the page prints it
BARE = """corp.example/shop/stream.(*Stream).follow(0xc420308f00, 0xc424812380)
	/src/shop/stream/stream.go:298 +0x112
created by corp.example/shop/stream.Open
	/src/shop/stream/stream.go:297 +0xb59
"""
TAKES = """goroutine profile: total {total}
{count} @ 0x42e70a 0x42e7ee 0x40597d 0x40568d 0x8fc44e 0x45b971
#	0x8fc44d	corp.example/shop/desk.(*Desk).await+0xcd	/src/shop/desk/desk.go:65

"""


def told(text, playbooks):
    found = diagnose(read_evidence([Submission(name="t.txt", content=text.encode())]).captures, playbooks).diagnoses
    return found[0] if found else None


def accuses(text, playbooks):
    first = told(text, playbooks)
    return first is not None and first.confidence >= SUSPECT_FROM


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
        (RECEIVER.format(owner="bayes.Load"), "goroutine/chan-receive", SUSPECT_FROM, LEAK_FROM),
        (RECEIVER.format(owner="web.(*Page).ServeHTTP"), "goroutine/chan-receive", LEAK_FROM, 1.0),
        (SPINNING.format(state="runnable"), "goroutine/no-exit-loop", SUSPECT_FROM, LEAK_FROM),
        (SPINNING.format(state="chan receive"), "goroutine/chan-receive", SUSPECT_FROM, 0.9),
    ],
)
def test_how_sure_a_stack_or_two_makes(text, playbook, least, most, playbooks):
    first = told(text, playbooks)
    assert first is not None
    assert first.playbook == playbook
    assert least <= first.confidence < most


@pytest.mark.parametrize("text", [COPIER, MAIN, FURNISHED, DELIVERIES, TAKEN, PIPE])
def test_who_waits_by_design_is_not_accused(text, playbooks):
    assert not accuses(text, playbooks)


@pytest.mark.parametrize("banner", ["panic: sync: negative WaitGroup counter\n", FAULT])
def test_a_fault_says_that_nobody_who_waits_is_to_blame_though_its_goroutine_was_left_out(banner, playbooks):
    stack = f"goroutine 5 [chan send]:\n{BARE}"
    assert not accuses(f"{banner}\n{stack}", playbooks)
    assert accuses(f"panic: desk 7: no progress for 1m0s\n\n{stack}", playbooks)


def test_one_stack_of_unknown_state_is_no_growing_number(playbooks):
    assert told(BARE, playbooks).confidence < LEAK_FROM


def test_whoever_waits_in_a_package_that_only_waits_for_him_is_named(playbooks):
    assert told(WAITERS, playbooks).culprit.function == "corp.example/jobs.(*Clock).tick"


def test_of_a_stack_cut_off_in_the_standard_library_the_outermost_call_is_named(playbooks):
    cut = READER.format(age=", 40 minutes").partition("corp.example")[0]
    assert told(cut, playbooks).culprit.function == "net.(*conn).Read"


def test_two_profiles_of_different_totals_in_one_text_are_two_moments(playbooks):
    text = TAKES.format(total=38, count=3) + "later:\n\n" + TAKES.format(total=58, count=23)
    captures = read_evidence([Submission(name="t.txt", content=text.encode())]).captures
    rows = build_rows(captures, playbooks.idle, process_scene(captures))
    assert [(row.count, row.growth) for row in rows.goroutine_groups] == [(23, 20)]
    assert told(text, playbooks).confidence >= LEAK_FROM


def test_the_function_that_takes_the_lock_is_named(playbooks):
    assert told(TOO_LONG, playbooks).culprit.function in {"shop.(*Desk).ask", "shop.(*Desk).drop"}
    assert told(ORDER, playbooks).culprit.function in {"mux.(*Session).drop", "mux.(*Stream).reset"}


def test_a_profile_of_after_the_restart_below_one_of_a_pile_up_excuses_nobody(playbooks):
    piled, restarted = TAKES.format(total=4_000, count=3_990), TAKES.format(total=25, count=15)
    alone, both = told(piled, playbooks), told(f"leaking:\n{piled}after a restart:\n{restarted}", playbooks)
    assert alone.confidence >= LEAK_FROM
    assert both.confidence >= LEAK_FROM


def test_thousands_counted_on_one_stack_are_one_thing_to_pick_and_of_no_one_age(playbooks):
    first = told(BUCKETS.format(waits="4617~18774 minutes"), playbooks)
    assert (first.playbook, first.culprit.function) == ("goroutine/chan-receive", "desk.(*Desk).turn")
    assert first.confidence >= LEAK_FROM
    pool = BUCKETS.format(waits="4617 minutes").partition("\n1187")[0]
    assert told(pool, playbooks).confidence < 0.5


def test_buckets_beside_one_that_runs_were_not_picked(playbooks):
    assert not accuses(RUNNING + BUCKETS.format(waits="3~9 minutes"), playbooks)


def test_in_a_dump_that_was_cut_no_loop_at_rest_of_the_package_is_taken_for_the_holder(playbooks):
    first = told(BESIDE, playbooks)
    assert (first.playbook, first.culprit.function) == ("goroutine/lock", "main.redraw")
    assert SUSPECT_FROM < first.confidence < 0.95


def test_a_stack_without_its_first_call_was_not_picked(playbooks):
    assert not accuses(TORN, playbooks)
    assert accuses(TORN.partition("\n")[2], playbooks)
