"""Lists of a debugger and of gomega's leak checker read as dumps."""

from __future__ import annotations

import pytest

from leakbook.evidence.model import GoroutineSnapshot, Submission
from leakbook.evidence.paste.lists import read_debugger
from leakbook.evidence.read import read_evidence

LIST = """(dlv) goroutines
* Goroutine 1 - User: /src/shop/main.go:20 main.main (0x4a12b3) (thread 4217) [select]
  Goroutine 7 - User: /src/shop/desk.go:31 shop.(*Desk).ask (0x4a12b3) [chan send 457422h31m13.32s]
  Goroutine 8 - User: /src/shop/desk.go:31 shop.(*Desk).ask (0x4a12b3) [chan send 258316338387791]
  Goroutine 9 - User: C:/Program Files/Go/src/net/fd_windows.go:139 net.(*netFD).accept (0x7ff6) [IO wait]
[4 goroutines]
"""
TRACED = """Goroutine 7 - User: /src/shop/desk.go:31 shop.(*Desk).ask (0x4a12b3) [chan send]
\t0  0x000000000043b3ce in runtime.gopark
\t    at /usr/local/go/src/runtime/proc.go:402
\t1  0x000000000040654b in runtime.chansend
\t    at /usr/local/go/src/runtime/chan.go:259
\t2  0x00000000004a12b3 in shop.(*Desk).ask
\t    at /src/shop/desk.go:31
Goroutine 9 - User: /src/shop/till.go:8 shop.(*Till).count (0x4a1400) [select]
"""
GLEAK = """  [FAILED] Timed out after 2.001s.
  Expected not to leak 1 goroutines:
      goroutine 26 [chan receive]
          shop/desk.(*Desk).watch(...) at shop/desk.go:54
          shop/desk.(*Desk).Open.func1() at shop/desk.go:40
          created by shop/desk.(*Desk).Open in goroutine 41 at shop/desk.go:39
"""


def snapshot_of(text):
    (capture,) = read_evidence([Submission(name="t.txt", content=text.encode())]).captures
    assert isinstance(capture.reading.content, GoroutineSnapshot)
    return capture.reading.content


def shown(snapshot):
    return {(g.state, tuple(frame.function for frame in g.frames), g.count, g.ids) for g in snapshot.groups}


def test_a_debuggers_list_is_a_dump_of_one_call_each():
    snapshot = snapshot_of(LIST)
    assert shown(snapshot) == {
        ("select", ("main.main",), 1, (1,)),
        ("chan send", ("shop.(*Desk).ask",), 2, (7, 8)),
        ("IO wait", ("net.(*netFD).accept",), 1, (9,)),
    }
    assert all(minutes is None for group in snapshot.groups for minutes, _ in group.waits)


def test_a_trace_below_a_goroutine_is_its_stack():
    assert shown(snapshot_of(TRACED)) == {
        ("chan send", ("shop.(*Desk).ask",), 1, (7,)),
        ("select", ("shop.(*Till).count",), 1, (9,)),
    }


@pytest.mark.parametrize(
    ("call", "state"),
    [
        ("/usr/local/go/src/runtime/sema.go:71 sync.runtime_SemacquireMutex (0x446677)", "sync.Mutex.Lock"),
        ("/usr/local/go/src/runtime/netpoll.go:173 internal/poll.runtime_pollWait (0x427407)", "IO wait"),
        ("/usr/local/go/src/runtime/proc.go:292 runtime.gopark (0x42ca6a)", "waiting"),
        ("/src/shop/desk.go:31 shop.(*Desk).ask (0x4a12b3)", "waiting"),
    ],
)
def test_where_no_state_is_printed_the_call_tells_it_or_nothing(call, state):
    (group,) = snapshot_of(f"  Goroutine 11713965 - User: {call}\n").groups
    assert group.state == state


def test_gleaks_list_is_of_goroutines_left_behind():
    snapshot = snapshot_of(GLEAK)
    (group,) = snapshot.groups
    assert snapshot.left_behind
    assert [(frame.function, frame.line) for frame in group.frames] == [
        ("shop/desk.(*Desk).watch", 54),
        ("shop/desk.(*Desk).Open.func1", 40),
    ]
    assert (group.state, group.ids, group.created_in) == ("chan receive", (26,), (41,))
    assert group.created_by is not None
    assert (group.created_by.function, group.created_by.line) == ("shop/desk.(*Desk).Open", 39)


BACKTRACE = """(dlv) goroutine 9
Switched from 1 to 9 (thread 4217)
(dlv) bt
 0  0x000000000042ca8a in runtime.gopark
    at /usr/local/go/src/runtime/proc.go:292
 1  0x0000000000404222 in runtime.chanrecv
    at /usr/local/go/src/runtime/chan.go:518
 2  0x0000000000403edb in runtime.chanrecv1
    at /usr/local/go/src/runtime/chan.go:400
 3  0x0000000000aff91c in shop.(*Desk).watch
    at /src/shop/desk.go:54
(dlv) goroutine 12 bt
0  0x000000000042ca8a in runtime.gopark
   at /usr/local/go/src/runtime/proc.go:292
1  0x000000000040bbb5 in runtime.selectgo
   at /usr/local/go/src/runtime/select.go:327
2  0x0000000000aff91c in shop.(*Till).serve
   at /src/shop/till.go:12
"""
FRAMES = """Goroutine 12
  runtime.gopark (/usr/local/go/src/runtime/proc.go:364)
  runtime.semacquire1 (/usr/local/go/src/runtime/sema.go:150)
  sync.runtime_SemacquireMutex (/usr/local/go/src/runtime/sema.go:77)
  sync.(*Mutex).Lock (/usr/local/go/src/sync/mutex.go:81)
  shop.(*Desk).close (/src/my shop/desk.go:31)
  created at: shop.(*Desk).Open (/src/my shop/desk.go:12)

Goroutine 13
  runtime.gopark (/usr/local/go/src/runtime/proc.go:364)
  runtime.chansend1 (/usr/local/go/src/runtime/chan.go:144)
  shop.(*Desk).ask (/src/my shop/desk.go:40)
  created at: shop.(*Desk).Open (/src/my shop/desk.go:13)
"""


def test_backtraces_of_a_debugger_take_their_goroutine_from_the_command_and_its_state_from_the_calls():
    assert shown(snapshot_of(BACKTRACE)) == {
        ("chan receive", ("shop.(*Desk).watch",), 1, (9,)),
        ("select", ("shop.(*Till).serve",), 1, (12,)),
    }


def test_frames_as_an_editor_lists_them_are_stacks_with_their_creator():
    snapshot = snapshot_of(FRAMES)
    assert {(group.state, group.frames[-1].function, group.frames[-1].line) for group in snapshot.groups} == {
        ("sync.Mutex.Lock", "shop.(*Desk).close", 31),
        ("chan send", "shop.(*Desk).ask", 40),
    }
    assert {group.created_by.line for group in snapshot.groups if group.created_by} == {12, 13}


def test_lines_that_only_look_like_an_editors_frames_stay_as_they_are():
    assert read_debugger("Goroutine 12\n  shop.Open (/src/desk.go:12)\n") is None
