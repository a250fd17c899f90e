from __future__ import annotations

import pytest

from leakbook.evidence.frames import Frame
from leakbook.evidence.states import (
    cut_runtime_frames,
    is_known_state,
    modern_state,
    plain_state,
    state_from_frames,
    waits_for_the_runtime,
)


def stack(*functions: str) -> tuple[Frame, ...]:
    return tuple(Frame(function=function) for function in functions)


@pytest.mark.parametrize(
    ("functions", "state", "leaf"),
    [
        (("runtime.gopark", "runtime.chansend", "runtime.chansend1", "main.leak"), "chan send", "main.leak"),
        (("runtime.gopark", "runtime.chanrecv", "runtime.chanrecv2", "main.r"), "chan receive", "main.r"),
        (("runtime.gopark", "runtime.selectgo", "main.s"), "select", "main.s"),
        (("runtime.gopark", "runtime.block", "main.s"), "select (no cases)", "main.s"),
        (("runtime.gopark", "runtime.selectgo", "reflect.rselect", "main.s"), "select", "reflect.rselect"),
        (
            ("runtime.gopark", "runtime.netpollblock", "internal/poll.runtime_pollWait", "net.(*conn).Read"),
            "IO wait",
            "internal/poll.runtime_pollWait",
        ),
        (("runtime.gopark", "time.Sleep", "main.loop"), "sleep", "time.Sleep"),
        (("time.Sleep", "main.loop"), "sleep", "time.Sleep"),
        (
            (
                "runtime.gopark",
                "runtime.goparkunlock",
                "runtime.semacquire1",
                "internal/sync.runtime_SemacquireMutex",
                "internal/sync.(*Mutex).lockSlow",
                "internal/sync.(*Mutex).Lock",
                "sync.(*Mutex).Lock",
                "main.f",
            ),
            "sync.Mutex.Lock",
            "internal/sync.runtime_SemacquireMutex",
        ),
        (
            ("sync.runtime_SemacquireMutex", "sync.(*RWMutex).RLock", "main.f"),
            "sync.RWMutex.RLock",
            "sync.runtime_SemacquireMutex",
        ),
        (("sync.runtime_Semacquire", "sync.(*WaitGroup).Wait", "main.f"), "sync.WaitGroup.Wait", None),
        (("runtime.gopark", "sync.runtime_notifyListWait", "sync.(*Cond).Wait", "main.f"), "sync.Cond.Wait", None),
        (("sync.runtime_Syncsemacquire", "sync.(*Cond).Wait", "main.f"), "sync.Cond.Wait", None),
        (("internal/poll.runtime_Semacquire", "internal/poll.(*fdMutex).rwlock", "main.f"), "semacquire", None),
        (("runtime/pprof.runtime_goroutineProfileWithLabels", "runtime/pprof.writeGoroutine"), "running", None),
        (("internal/runtime/syscall.Syscall6", "syscall.read", "os.(*File).Read"), "syscall", "syscall.read"),
        (("main.busy", "main.main"), None, "main.busy"),
        (("crypto/tls.(*Conn).readFromUntil", "crypto/tls.(*Conn).Read", "main.f"), "IO wait", None),
        (("main.read", "net.(*conn).Read"), None, "main.read"),
        (("net/http.(*persistConn).readLoop",), None, "net/http.(*persistConn).readLoop"),
    ],
)
def test_the_state_is_read_from_the_leading_runtime_frames(functions, state, leaf):
    told, frames = state_from_frames(stack(*functions))
    assert told == state
    if leaf is not None:
        assert frames[0].function == leaf
    assert not frames[0].function.startswith("runtime.")


def test_the_writer_that_waits_in_the_inner_mutex_of_an_rwmutex_waits_for_a_mutex():
    frames = stack("sync.runtime_SemacquireMutex", "sync.(*Mutex).lockSlow", "sync.(*RWMutex).Lock", "main.f")
    assert state_from_frames(frames)[0] == "sync.Mutex.Lock"


def test_a_stack_of_the_runtime_alone_keeps_what_is_not_parking():
    state, frames = state_from_frames(
        stack("runtime.gopark", "runtime.goparkunlock", "runtime.bgsweep", "runtime.gcenable.gowrap1", "runtime.goexit")
    )
    assert state == "GC sweep wait"
    assert [frame.function for frame in frames] == ["runtime.bgsweep"]


def test_an_empty_stack_tells_nothing():
    assert state_from_frames(()) == (None, ())


def test_cutting_never_empties_a_stack():
    assert cut_runtime_frames(stack("runtime.gopark")) == stack("runtime.gopark")
    assert cut_runtime_frames(stack("runtime.goexit")) == stack("runtime.goexit")


@pytest.mark.parametrize(
    ("functions", "state"),
    [
        (("sync.runtime_Semacquire", "sync.(*WaitGroup).Wait", "main.f"), "sync.WaitGroup.Wait"),
        (("sync.(*Mutex).Lock", "main.f"), "sync.Mutex.Lock"),
        (("sync.runtime_SemacquireMutex", "sync.(*RWMutex).RLock", "main.f"), "sync.RWMutex.RLock"),
        (("internal/poll.runtime_Semacquire", "internal/poll.(*FD).Close", "sync.(*Mutex).Lock"), "semacquire"),
        ((), "semacquire"),
    ],
)
def test_an_old_semacquire_gets_the_name_that_later_releases_print(functions, state):
    assert modern_state("semacquire", stack(*functions)) == state


def test_other_states_keep_their_name():
    assert modern_state("chan send", stack("sync.(*Mutex).Lock")) == "chan send"


@pytest.mark.parametrize(
    ("printed", "state"),
    [
        ("chan send (leaked)", "chan send"),
        ("chan receive (nil chan) (leaked) (scan)", "chan receive (nil chan)"),
        ("select (durable)", "select"),
        ("select (no cases)", "select (no cases)"),
    ],
)
def test_marks_after_the_reason_are_taken_off(printed, state):
    assert plain_state(printed) == state
    assert is_known_state(state)


def test_prose_is_no_state():
    assert not is_known_state("see below")


@pytest.mark.parametrize(
    ("functions", "own"),
    [
        (("os.statNolog", "os.Stat", "main.follow"), True),
        (("runtime.semacquire1", "runtime.semacquire", "runtime.gcStart", "runtime.mallocgc", "main.follow"), True),
        (("sync.runtime_Semacquire", "sync.(*WaitGroup).Wait", "main.f"), False),
        (("main.(*Pool).Get", "main.serve"), False),  # what lay between was left out
        (("runtime.semacquire1", "internal/poll.runtime_Semacquire", "os.(*File).Close"), False),
        ((), False),
    ],
)
def test_a_semaphore_that_no_package_waits_at_is_the_runtimes_own(functions, own):
    assert waits_for_the_runtime("semacquire", stack(*functions)) is own
    assert not waits_for_the_runtime("select", stack(*functions))
