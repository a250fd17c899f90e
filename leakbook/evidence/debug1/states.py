"""What goroutines of a debug=1 text wait for, told by the addresses of the runtime frames that it does not name.

`runtime.gopark` and `runtime.selectgo` are called at the same addresses by every select of a binary. So when one
stack's state is known, all stacks that start with the same addresses have it. Known are stacks with a telling named
frame (states.state_from_frames) and those whose leaf, a function of the standard library or a common one, waits in one
way only, in every release: `net/http.(*persistConn).writeLoop` is a select.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from ..frames import Frame
from .lines import FrameLine

ONLY_WAITS: Final = {
    "context.(*cancelCtx).propagateCancel.func2": "select",
    "context.propagateCancel.func1": "select",
    "database/sql.(*DB).connectionCleaner": "select",
    "database/sql.(*DB).connectionOpener": "select",
    "database/sql.(*DB).connectionResetter": "select",
    "database/sql.(*Tx).awaitDone": "chan receive",
    "github.com/Shopify/sarama.(*Broker).responseReceiver": "chan receive",
    "github.com/IBM/sarama.(*Broker).responseReceiver": "chan receive",
    "github.com/go-sql-driver/mysql.(*mysqlConn).startWatcher.func1": "select",
    "github.com/golang/glog.(*loggingT).flushDaemon": "chan receive",
    "go.opencensus.io/stats/view.(*worker).start": "select",
    "golang.org/x/sync/semaphore.(*Weighted).Acquire": "select",
    "google.golang.org/grpc.(*ccBalancerWrapper).watcher": "select",
    "google.golang.org/grpc/internal/transport.(*controlBuffer).get": "select",
    "google.golang.org/grpc/internal/transport.(*http2Client).keepalive": "select",
    "google.golang.org/grpc/internal/transport.(*http2Server).keepalive": "select",
    "google.golang.org/grpc/internal/transport.(*recvBufferReader).read": "select",
    "google.golang.org/grpc/internal/transport.(*recvBufferReader).readClient": "select",
    "google.golang.org/grpc/transport.(*recvBufferReader).Read": "select",
    "k8s.io/apimachinery/pkg/watch.(*Broadcaster).loop": "chan receive",
    "k8s.io/client-go/tools/cache.(*processorListener).pop": "select",
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


def leading_addresses(addresses: Iterable[int], first: FrameLine | None) -> tuple[int, ...]:
    """The record's addresses before that of its first named frame: the runtime frames.

    A frame prints its return address less one (Go before 1.4: the address itself). Empty when it cannot be told.
    """
    if first is None or first.address is None:
        return ()
    leading: list[int] = []
    for address in addresses:
        if first.address in (address - 1, address):
            return tuple(leading)
        leading.append(address)
    return ()


def states_by_addresses(
    stacks: Iterable[tuple[str | None, tuple[Frame, ...], tuple[int, ...]]],
) -> dict[tuple[int, ...], str]:
    """Leading addresses -> state, from the stacks' own states (None: not told), frames and leading addresses.

    One address alone is `runtime.gopark` of anything: it tells nothing.
    Addresses for which known stacks disagree are left out. What no known stack tells is told by the shape of the
    runtime's own calls, see `_by_shape`.
    """
    votes: dict[tuple[int, ...], Counter[str]] = {}
    first: Counter[int] = Counter()
    parked: set[int] = set()
    for state, frames, leading in stacks:
        if not leading or not frames:
            continue
        if state in _PARKED:
            parked.add(leading[0])
        if len(leading) < 2:
            continue
        first[leading[0]] += 1
        if (known := state or ONLY_WAITS.get(frames[0].function)) is not None:
            votes.setdefault(leading, Counter())[known] += 1
        elif leading not in votes:
            votes[leading] = Counter()
    told = {leading: next(iter(states)) for leading, states in votes.items() if len(states) == 1}
    gopark = parked or {address for address, _ in first.most_common(1)}
    unknown = [leading for leading, states in votes.items() if not states and leading[0] in gopark]
    return told | _by_shape(unknown, told)


_PARKED: Final = frozenset({"IO wait", "select", "chan receive", "chan send", "sync.Cond.Wait", "sleep"})

_SEND_CALL: Final = {False: frozenset({0x3, 0x5, 0x7, 0xD}), True: frozenset({0x8})}
_RECEIVE_CALL: Final = {False: frozenset({0x2, 0x8, 0xB}), True: frozenset({0x4})}
"""Where `chansend1` and `chanrecv1`, two functions of one call each, return to, within 16 bytes: `+0x17` and `+0x12`
from Go 1.21 on amd64, `+0x1d` and `+0x18` from 1.17, `+0x35` and `+0x2b` before; True: on arm64."""
_REGISTER_ABI: Final = frozenset({0x2, 0x4, 0x7, 0x8, 0xD})
_NIL_CHANNEL_BELOW: Final = 0x2C0
"""A nil channel parks near the start of `chansend` or `chanrecv` (Go 1.17 to 1.27: 0x115 to 0x22b past the caller just
before it in the text, any other wait 0x3ec to 0x4dc)."""


def _by_shape(unknown: Iterable[tuple[int, ...]], told: Mapping[tuple[int, ...], str]) -> dict[tuple[int, ...], str]:
    """States of parked stacks whose leaf is not a runtime function that is named, by their hidden calls.

    gopark and selectgo (or block, of an empty select, which stands before it) are two; gopark, chansend or chanrecv
    and the one-call function the compiler calls are three, four while goparkunlock stood between (up to Go 1.13).
    """
    found: dict[tuple[int, ...], str] = {}
    selects = {leading for leading, state in told.items() if state == "select"}
    pairs = sorted(leading for leading in unknown if len(leading) == 2)
    last_pair: tuple[int, ...] = max((*pairs, *selects), default=())
    for leading in pairs:
        found[leading] = "select" if leading == last_pair or not _may_be_block(leading, last_pair) else _EMPTY_SELECT
    is_arm = all(address % 4 == 0 for leading in (*unknown, *told) for address in leading)
    for hidden in unknown:
        if len(hidden) in {3, 4} and (state := _channel_wait(hidden, is_arm=is_arm)) is not None:
            found[hidden] = state
    return found


_EMPTY_SELECT: Final = "select (no cases)"


def _may_be_block(leading: Sequence[int], select: Sequence[int]) -> bool:
    """`block` is the short function before selectgo: the two return addresses lie within 4 KiB."""
    return 0 < select[-1] - leading[-1] < 0x1000


def _channel_wait(leading: Sequence[int], *, is_arm: bool) -> str | None:
    within = leading[-1] % 16
    if within in _SEND_CALL[is_arm]:
        state = "chan send"
    elif within in _RECEIVE_CALL[is_arm]:
        state = "chan receive"
    else:
        return None
    is_nil = len(leading) == 3 and within in _REGISTER_ABI and 0 < leading[1] - leading[2] < _NIL_CHANNEL_BELOW
    return f"{state} (nil chan)" if is_nil else state
