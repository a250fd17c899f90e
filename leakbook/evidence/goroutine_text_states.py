"""What goroutines of a debug=1 text wait for, told by the addresses of the runtime frames that it does not name.

`runtime.gopark` and `runtime.selectgo` are called at the same addresses by every select of a binary. So when one
stack's state is known, all stacks that start with the same addresses have it. Known are stacks with a telling named
frame (states.state_from_frames) and those whose leaf, a function of the standard library or a common one, waits in one
way only, in every release: `net/http.(*persistConn).writeLoop` is a select.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from .goroutine_text_lines import FrameLine
from .model import Frame
from .states import state_from_frames

ONLY_WAITS: Final = {
    "context.(*cancelCtx).propagateCancel.func2": "select",
    "context.propagateCancel.func1": "select",
    "database/sql.(*DB).connectionCleaner": "select",
    "database/sql.(*DB).connectionResetter": "select",
    "database/sql.(*Tx).awaitDone": "chan receive",
    "github.com/golang/glog.(*loggingT).flushDaemon": "chan receive",
    "go.opencensus.io/stats/view.(*worker).start": "select",
    "golang.org/x/sync/semaphore.(*Weighted).Acquire": "select",
    "google.golang.org/grpc/internal/transport.(*controlBuffer).get": "select",
    "net.(*netFD).connect.func2": "select",
    "net/http.(*http2ClientConn).RoundTrip": "select",
    "net/http.(*http2clientStream).writeRequest": "select",
    "net/http.(*http2serverConn).readFrames": "select",
    "net/http.(*http2serverConn).serve": "select",
    "net/http.(*persistConn).roundTrip": "select",
    "net/http.(*persistConn).writeLoop": "select",
    "net/http.(*timeoutHandler).ServeHTTP": "select",
    "net/http/internal/http2.(*serverConn).readFrames": "select",
    "net/http/internal/http2.(*serverConn).serve": "select",
    "os/exec.(*Cmd).watchCtx.func1": "select",
    "os/signal.NotifyContext.func1": "select",
    "testing.(*T).Parallel": "chan receive",
    "testing.(*T).Run": "chan receive",
    "testing.RunTests": "chan receive",
    "text/template/parse.(*lexer).emit": "chan send",
}
"""Functions that park in one way only, when they are the leaf-most named frame of a parked stack."""


def leading_addresses(addresses: Sequence[int], lines: Sequence[FrameLine]) -> tuple[int, ...]:
    """The record's addresses before that of its first named frame: the runtime frames.

    A frame prints its return address less one (Go before 1.4: the address itself). Empty when it cannot be told.
    """
    first = next((line for line in lines if line.frame is not None), None)
    if first is None or first.address is None:
        return ()
    for position, address in enumerate(addresses):
        if first.address in (address - 1, address):
            return tuple(addresses[:position])
    return ()


def states_by_addresses(stacks: Iterable[tuple[tuple[Frame, ...], tuple[int, ...]]]) -> dict[tuple[int, ...], str]:
    """Leading addresses -> state. One address alone is `runtime.gopark` of anything: it tells nothing.

    Addresses for which known stacks disagree are left out.
    """
    votes: dict[tuple[int, ...], Counter[str]] = {}
    for frames, leading in stacks:
        if len(leading) < 2 or not frames:
            continue
        state = state_from_frames(frames)[0] or ONLY_WAITS.get(frames[0].function)
        if state is not None:
            votes.setdefault(leading, Counter())[state] += 1
    return {leading: next(iter(told)) for leading, told in votes.items() if len(told) == 1}
