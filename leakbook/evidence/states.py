"""Wait reasons: Go's words for what a goroutine waits for, and how to read one off a stack.

A debug=2 dump states the reason in its header, `goroutine 9 [chan send, 12 minutes]:`. A goroutine profile (protobuf
or debug=1 text) does not; there the leading runtime frames tell it::

    runtime.gopark  runtime.chansend  runtime.chansend1  main.leak                     chan send
    runtime.gopark  runtime.goparkunlock  runtime.semacquire1
        internal/sync.runtime_SemacquireMutex  internal/sync.(*Mutex).lockSlow  …      sync.Mutex.Lock

Reasons are those of runtime/runtime2.go `waitReasonStrings` and runtime/traceback.go `gStatusStrings` (Go 1.27).
Waiting in package sync was plain `semacquire` before Go 1.20 (Mutex, RWMutex) and Go 1.25 (WaitGroup), and so was
Cond.Wait before Go 1.5: `modern_state` gives those the later names when the stack shows who waits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from .frames import Frame
from .names import is_runtime, package_of
from .packages import is_stdlib

WAIT_REASONS: Final = frozenset(
    {
        "chan receive",
        "chan receive (nil chan)",
        "chan send",
        "chan send (nil chan)",
        "cleanup wait",
        "coroutine",
        "debug call",
        "dumping heap",
        "finalizer wait",
        "flushing proc caches",
        "force gc (idle)",
        "garbage collection",
        "garbage collection scan",
        "GC assist marking",
        "GC assist wait",
        "GC mark termination",
        "GC scavenge wait",
        "GC sweep wait",
        "GC weak to strong wait",
        "GC worker (active)",
        "GC worker (idle)",
        "GC worker init",
        "GOMAXPROCS updater (idle)",
        "IO wait",
        "page trace flush",
        "panicwait",
        "preempted",
        "select",
        "select (no cases)",
        "semacquire",
        "semarelease",
        "sleep",
        "stack growth",
        "stopping the world",
        "sync.Cond.Wait",
        "sync.Mutex.Lock",
        "sync.RWMutex.Lock",
        "sync.RWMutex.RLock",
        "sync.WaitGroup.Wait",
        "synctest.Run",
        "synctest.Wait",
        "timer goroutine (idle)",
        "trace goroutine status",
        "trace proc status",
        "trace reader (blocked)",
        "wait for GC cycle",
        "wait until GC ends",
    }
)
"""Reasons a parked goroutine's header may print, of all releases."""

STATUSES: Final = frozenset(
    {
        "copystack",
        "dead",
        "enqueue",
        "idle",
        "leaked",
        "moribund",
        "preempted",
        "runnable",
        "runnable/lockedm",
        "running",
        "syscall",
        "waiting",
        "waiting for cgo callback",
        "???",
    }
)
"""Scheduler statuses, printed when there is no wait reason."""

_RUNTIME_STATES: Final = {
    # Channels and select. A nil channel parks in the same functions: the stack cannot tell it.
    "runtime.chansend": "chan send",
    "runtime.chansend1": "chan send",
    "runtime.chanrecv": "chan receive",
    "runtime.chanrecv1": "chan receive",
    "runtime.chanrecv2": "chan receive",
    "runtime.reflect_chansend": "chan send",
    "runtime.reflect_chanrecv": "chan receive",
    "reflect.chansend0": "chan send",
    "reflect.chansend": "chan send",
    "reflect.chanrecv": "chan receive",
    "runtime.selectgo": "select",
    "runtime.reflect_rselect": "select",
    "reflect.rselect": "select",
    "runtime.block": "select (no cases)",
    # Network poller.
    "runtime.netpollblock": "IO wait",
    "internal/poll.runtime_pollWait": "IO wait",
    "internal/poll.runtime_pollWaitCanceled": "IO wait",
    "net.runtime_pollWait": "IO wait",
    # Package sync: names in the runtime, and as linknamed into sync and (Go 1.24) internal/sync.
    "runtime.notifyListWait": "sync.Cond.Wait",
    "sync.runtime_notifyListWait": "sync.Cond.Wait",
    "sync.runtime_SemacquireRWMutexR": "sync.RWMutex.RLock",
    "sync.runtime_SemacquireRWMutex": "sync.RWMutex.Lock",
    "sync.runtime_SemacquireWaitGroup": "sync.WaitGroup.Wait",
    "runtime.semacquire": "semacquire",
    "runtime.semacquire1": "semacquire",
    "sync.runtime_Semacquire": "semacquire",
    "sync.runtime_SemacquireMutex": "semacquire",
    "internal/sync.runtime_SemacquireMutex": "semacquire",
    "internal/poll.runtime_Semacquire": "semacquire",
    "net.runtime_Semacquire": "semacquire",
    "sync.runtime_Syncsemacquire": "sync.Cond.Wait",
    "sync.runtime_Syncsemrelease": "semarelease",
    # Time.
    "runtime.timeSleep": "sleep",
    "time.Sleep": "sleep",
    "runtime.timerproc": "timer goroutine (idle)",
    # In the kernel or in C.
    "runtime.cgocall": "syscall",
    "runtime.notetsleepg": "syscall",
    "os/signal.signal_recv": "syscall",
    "syscall.Syscall": "syscall",
    "syscall.Syscall6": "syscall",
    "syscall.Syscall9": "syscall",
    "syscall.SyscallN": "syscall",
    "syscall.syscall": "syscall",
    "syscall.syscall6": "syscall",
    "syscall.syscalln": "syscall",
    "runtime.syscall_syscall": "syscall",
    "runtime.syscall_syscall6": "syscall",
    "internal/runtime/syscall.Syscall6": "syscall",
    "internal/runtime/syscall/linux.Syscall6": "syscall",
    "runtime/internal/syscall.Syscall6": "syscall",
    "syscall.RawSyscall6": "syscall",
    # Can run, or runs.
    "runtime.Gosched": "runnable",
    "runtime.goschedIfBusy": "runnable",
    "runtime.asyncPreempt": "runnable",
    "runtime.asyncPreempt2": "runnable",
    "runtime.goroutineProfileWithLabels": "running",
    "runtime.pprof_goroutineProfileWithLabels": "running",
    "runtime/pprof.runtime_goroutineProfileWithLabels": "running",
    "runtime/pprof.runtime_goroutineLeakProfileWithLabels": "running",
    "runtime.GoroutineProfile": "running",
    "runtime.Stack": "running",
    # The runtime's own goroutines.
    "runtime.bgsweep": "GC sweep wait",
    "runtime.bgscavenge": "GC scavenge wait",
    "runtime.forcegchelper": "force gc (idle)",
    "runtime.gcBgMarkWorker": "GC worker (idle)",
    "runtime.runfinq": "finalizer wait",
    "runtime.runFinalizers": "finalizer wait",
    "runtime.runCleanups": "cleanup wait",
    "runtime.updateMaxProcsGoroutine": "GOMAXPROCS updater (idle)",
    "runtime.coroswitch": "coroutine",
    "runtime.coroswitch_m": "coroutine",
    "runtime.corostart": "coroutine",
    "runtime.ReadTrace": "trace reader (blocked)",
    "runtime.gcParkAssist": "GC assist wait",
}

_SYNC_WAITERS: Final = {
    "sync.(*Mutex).Lock": "sync.Mutex.Lock",
    "sync.(*Mutex).lockSlow": "sync.Mutex.Lock",
    "internal/sync.(*Mutex).Lock": "sync.Mutex.Lock",
    "internal/sync.(*Mutex).lockSlow": "sync.Mutex.Lock",
    "sync.(*RWMutex).RLock": "sync.RWMutex.RLock",
    "sync.(*RWMutex).Lock": "sync.RWMutex.Lock",
    "sync.(*WaitGroup).Wait": "sync.WaitGroup.Wait",
    "sync.(*Cond).Wait": "sync.Cond.Wait",
}
"""Who stands above a semaphore wait; the frame nearest the leaf decides (RWMutex.Lock may wait in its inner Mutex)."""

_READERS: Final = frozenset(
    {
        "internal/poll.(*pollDesc).wait",
        "internal/poll.(*pollDesc).waitRead",
        "internal/poll.(*FD).Accept",
        "net.(*pollDesc).wait",
        "net.(*pollDesc).waitRead",
        "net.(*netFD).Read",
        "net.(*netFD).accept",
        "net.(*conn).Read",
        "crypto/tls.(*Conn).readFromUntil",
        "crypto/tls.(*Conn).readRecordOrCCS",
        "bufio.(*Reader).ReadSlice",
        "bufio.(*Reader).ReadLine",
        "bufio.(*Reader).collectFragments",
        "bufio.(*Reader).fill",
    }
)
"""Who waits for the network poller, or for another reader, as the first frame of a stack whose inner ones were cut off.
"""

_SEMAPHORE_PACKAGES: Final = ("sync.", "internal/sync.", "internal/poll.", "net.", "golang.org/x/sync/")

_PARKING: Final = frozenset(
    {
        "runtime.gopark",
        "runtime.goparkunlock",
        "runtime.goparkWithTimeout",
        "runtime.park",
        "runtime.park0",
        "runtime.mcall",
        "runtime.goready",
    }
)

_SUFFIXES = re.compile(r" \((?:leaked|scan|durable|synctest)\)")
_SUFFIXED = (" (leaked)", " (scan)", " (durable)", " (synctest)")


def is_known_state(text: str) -> bool:
    """Whether the text is a wait reason or status of some Go release, without ` (leaked)` and the like."""
    return text in WAIT_REASONS or text in STATUSES


def plain_state(text: str) -> str:
    """The wait reason alone: `chan send (leaked)` -> `chan send`, `select (durable)` -> `select`.

    `(leaked)` since Go 1.27, `(durable)` Go 1.25 (`(synctest)` in 1.24), `(scan)` while the collector looks at it.
    """
    return _SUFFIXES.sub("", text).strip() if text.endswith(_SUFFIXED) else text


def modern_state(state: str, frames: Sequence[Frame]) -> str:
    """Today's name of an older release's reason: `semacquire` in `sync.(*WaitGroup).Wait` is `sync.WaitGroup.Wait`.

    A semaphore wait of anything else, internal/poll's descriptor lock for one, stays `semacquire`.
    """
    if state != "semacquire":
        return state
    for frame in frames:
        if frame.function in _SYNC_WAITERS:
            return _SYNC_WAITERS[frame.function]
        told = _RUNTIME_STATES.get(frame.function, "semacquire")
        if told != "semacquire":
            return told
        if frame.function not in _RUNTIME_STATES and not is_runtime(frame.function):
            return state
    # Only a Mutex, and before Go 1.20 the one inside an RWMutex, calls it: a debugger shows no more of the stack.
    locks = any(frame.function.endswith(".runtime_SemacquireMutex") for frame in frames)
    return "sync.Mutex.Lock" if locks else state


def waits_for_the_runtime(state: str | None, frames: Sequence[Frame]) -> bool:
    """Whether a semaphore is the runtime's own: a function that allocates waits for its turn to start a collection.

    Whatever else waits for one does so in package sync, internal/poll or net, whose function stands at the leaf, unless
    whoever pasted the stack left out what is the standard library's. A dump on request stops the world, and catches
    whole crowds of busy goroutines so.
    """
    if state != "semacquire":
        return False
    outside = next((frame.function for frame in frames if not frame.function.startswith("runtime.")), None)
    if outside is None or outside.startswith(_SEMAPHORE_PACKAGES):
        return False
    return frames[0].function != outside or is_stdlib(package_of(outside))


def state_from_frames(frames: Sequence[Frame]) -> tuple[str | None, tuple[Frame, ...]]:
    """The state that a stack (leaf first) tells, and the frames with its leading runtime frames cut off.

    None when nothing names it. A stack of the runtime alone keeps its frames from the first that is not mere
    parking (`runtime.bgsweep`). `runtime.goexit`, under every goroutine, is always dropped. A goroutine that is seen in
    `runtime.Gosched` or at a preemption point can run: `runnable`.
    """
    state = _told_state(frames)
    return state, cut_runtime_frames(frames)


def cut_runtime_frames(frames: Sequence[Frame]) -> tuple[Frame, ...]:
    """The stack without leading runtime frames and without what stands under the function it was started with.

    That is `runtime.goexit` and the compiler's wrapper of a `go f(x)`, which a signal's traceback prints and a dump on
    request hides: `main.main.gowrap1`. Before Go 1.22 it is called `main.main.func1` and is not told from a closure
    of the program's own, which may be all that it runs. Never empty if the stack was not.
    """
    end = len(frames)
    while end > 1 and frames[end - 1].function == "runtime.goexit":
        end -= 1
    if end > 1 and _GO_WRAPPER.search(frames[end - 1].function):
        end -= 1
    start = 0
    while start < end and is_runtime(frames[start].function):
        start += 1
    if start == end:
        start = 0
        while start < end - 1 and frames[start].function in _PARKING:
            start += 1
    return tuple(frames[start:end])


_GO_WRAPPER: Final = re.compile(r"\.gowrap\d+$")


_CHANNEL_CALLS: Final = {
    "runtime.chansend": frozenset({"runtime.chansend1"}),
    "runtime.chanrecv": frozenset({"runtime.chanrecv1", "runtime.chanrecv2"}),
}
_NIL_CHANNEL_LINES: Final = 70


def _is_nil_channel(inner: Frame, callers: Sequence[Frame]) -> bool:
    """Whether `chansend` or `chanrecv` parks where it does for a nil channel: in its first lines.

    In runtime/chan.go the one-line function that compiled code calls stands just before; a nil channel parks 20 to 45
    lines below it, every other wait 100 to 150 (Go 1.9 to 1.27).
    """
    return any(
        caller.function in _CHANNEL_CALLS[inner.function]
        and inner.line is not None
        and caller.line is not None
        and 0 < inner.line - caller.line < _NIL_CHANNEL_LINES
        for caller in callers
    )


def _told_state(frames: Sequence[Frame]) -> str | None:
    for position, frame in enumerate(frames):
        function = frame.function
        state = _RUNTIME_STATES.get(function) or _SYNC_WAITERS.get(function)
        if state is not None:
            if function in _CHANNEL_CALLS and _is_nil_channel(frame, frames[position + 1 : position + 2]):
                return f"{state} (nil chan)"
            return modern_state(state, frames[position:])
        if position == 0 and function in _READERS:
            return "IO wait"
        if not is_runtime(function):
            # `main._Cfunc_output`: cgo's stub of a C function; the goroutine is in C.
            return "syscall" if "._Cfunc_" in function else None
    return None
