"""Functions that say what a goroutine is for: work for one request, or a service's resident loop.

Only the standard library and very common frameworks are named, and only entry points whose purpose is fixed by their
documentation. They are matched on whole function names after normalisation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from ..evidence.name_memory import remembered

REQUEST_ENTRY: Final = re.compile(
    r"""(?x)
    \.ServeHTTP$ | net/http\.HandlerFunc\.ServeHTTP | net/http\.\(\*conn\)\.serve$
    | google\.golang\.org/grpc\.\(\*Server\)\.(?:handleStream|processUnaryRPC|processStreamingRPC)
    | _Handler$                                     # grpc-generated method handlers
    | gin-gonic/gin\.\(\*Context\)\.Next | labstack/echo/v\d+\.\(\*Echo\)\.ServeHTTP
    | gofiber/fiber/v\d+\.\(\*App\)\.(?:handler|next) | valyala/fasthttp\.\(\*Server\)\.serveConn
    | go-chi/chi/v\d+\.\(\*Mux\)\.routeHTTP | gorilla/mux\.\(\*Router\)\.ServeHTTP
    | net/rpc\.\(\*service\)\.call | database/sql\.\(\*Rows\)\.initContextClose
    """
)
"""Entry points of work for one request, stream or connection."""

REQUEST_ENDS: Final = (".ServeHTTP", "_Handler")
"""How such entry points end in whatever package."""

RESIDENT_NAME: Final = re.compile(
    r"""(?xi)
    (?:^|[./*)(])
    (?: \w*loop | run | serve | start | listen\w* | watch\w* | worker\w* | consum\w* | poll\w* | dispatch\w*
      | monitor\w* | subscribe\w* | background\w* | daemon\w* | janitor | refresh\w* | flush\w* )
    (?: \.func[\d.]+ | \.gowrap\d+ | -fm )* $
    """
)
"""Names that services give to loops which live as long as the process. A weak hint, never more."""

EVENT_NAME: Final = re.compile(
    r"(?i)(?:^|[./*)(])(?:listen|watch|worker|consum|dispatch|subscribe)\w*(?:\.func[\d.]+|\.gowrap\d+|-fm)*$"
)
"""Those of them that wait for what others do, not for a clock."""


def is_request_scoped(functions: Iterable[str]) -> bool:
    """Whether any function on the stack (or the creator) is an entry point of per-request work."""
    return any(map(is_request_entry, functions))


def is_resident_loop(function: str | None) -> bool | None:
    """Whether the function a goroutine was started with is named as a resident loop; None without a function."""
    if function is None:
        return None
    return RESIDENT_NAME.search(function) is not None and not is_request_entry(function)


def is_named_for_events(function: str) -> bool:
    """Whether the name of the function a goroutine was started with says that it waits for others, not for a clock."""
    return EVENT_NAME.search(function) is not None


_RESOURCES: Final = (
    ("goroutine", re.compile(r"runtime\.(?:newproc1|malg)$")),
    ("thread", re.compile(r"runtime\.allocm$")),  # with the descriptor of its own goroutine
    (
        "file",
        re.compile(
            r"os\.(?:newFile\w*|OpenFile\w*|Open|Create|CreateTemp|openFileNolog|\(\*File\)\.[rR]ead[dD]ir(?:names)?)$"
        ),
    ),
    ("process", re.compile(r"os/exec\.\(\*Cmd\)\.|os\.StartProcess")),
    ("timer", re.compile(r"time\.(?:NewTimer|NewTicker|AfterFunc|After|Tick|newTimer)$")),
    (
        "context",
        re.compile(
            r"context\.(?:With(?:Cancel|Timeout|Deadline)\w*|with(?:Cancel|Timeout|Deadline)\w*|newCancelCtx|AfterFunc|\(\*cancelCtx\)\.\w+|propagateCancel)"
            r"|children\. \(map\[context\.canceler\]"  # as goref names what keeps them
        ),
    ),
    (  # values that were read out are the program's: they stay when the rows are closed
        "sql",
        re.compile(
            r"database/sql\.(?!convertAssign|asString|\(\*?Rows?\)\.(?:Scan|Next|next)|\(?\*?Null)"
            r"|github\.com/jackc/(?:pgx(?:/v\d+)?(?:/pgxpool|/pgconn)?|puddle(?:/v\d+)?|pgconn)\."
            r"(?!.*(?:Scan|Values|Next|Collect|ForEachRow|RowTo|AppendRows))"
        ),
    ),
    (  # nor is an answer that a call has decoded: what its stream consists of is made below newClientStream
        "grpc",
        re.compile(
            r"google\.golang\.org/grpc(?!/encoding)[./]"
            r"(?!(?:.*\.)?[rR]ecv\w*$|.*(?:[rR]ecvMsg|[iI]nvoke|withRetry|[cC]odec|[uU]nmarshal|decompress))"
        ),
    ),
    (
        "http_client",
        re.compile(
            r"net/http\.\(\*(?:Client|Transport|http2Transport|persistConn)\)\.|net/http/internal/http2\.\(\*(?:Transport|ClientConn)\)"
        ),
    ),
    (
        "http_server",
        re.compile(
            r"net/http\.(?:newBufio(?:Reader|WriterSize)$|\(\*conn\)\.(?:readRequest|serve)$"
            r"|\(\*Server\)\.(?:Serve|trackConn|newConn)$)"
        ),
    ),
    (
        "socket",
        re.compile(
            r"net\.(?:newFD|\(\*netFD\)\.accept|\(\*\w*Dialer\)\.|Dial\w*|socket|internetSocket|\(\*\w+Listener\)\.)"
            r"|crypto/tls\.(?:\(\*(?:Conn|halfConn|block)\)\.|Client$|Server$|Dial)"
            r"|github\.com/gorilla/websocket\.(?:\(\*(?:Upgrader|Dialer)\)\.|newConn)"
            r"|(?:nhooyr\.io|github\.com/coder)/websocket\.(?:Accept|Dial|newConn|accept|dial)"
            r"|golang\.org/x/net/websocket\.(?:new\w*Conn|Dial\w*|NewClient)|github\.com/gobwas/ws\.(?:\w*Dialer|\w*Upgrade\w*)"
            r"|golang\.org/x/crypto/ssh\.(?:newTransport|newHandshakeTransport|newMux|newClientTransport|newServerTransport)$"
            r"|github\.com/(?:hashicorp/yamux|libp2p/go-yamux(?:/v\d+)?|xtaci/smux)\.(?:newSession|Server|Client)$"
            r"|github\.com/(?:quic-go|lucas-clemente)/quic-go\.(?:newConnection|newSession|newClient\w*|\(\*\w+\)\.preSetup)$"
        ),
    ),
)


@remembered(65536)
def resource_of(function: str) -> str | None:
    """The sort of resource whose constructor the function is or belongs to; see `HeapSiteRow.resource`."""
    return next((sort for sort, expression in _RESOURCES if expression.match(function)), None)


def is_main(function: str) -> bool:
    """Whether the function is only ever found on the main goroutine's stack."""
    return function in {"main.main", "runtime.main"}


# A closure of a package variable (os.init.func1, a sync.Pool's New) runs later; at the start its init is on the stack.
_START_UP: Final = re.compile(r"(?:^|[./])(?:init|map\.init)(?:\.\d+)*$|^runtime\.doInit\d?$")
_ONCE: Final = re.compile(r"sync\.(?:\(\*Once\)\.|OnceFunc|OnceValues?)")
_PROFILER: Final = re.compile(
    r"runtime/pprof\.|net/http/pprof\.|runtime/trace\.|internal/trace\.|github\.com/(?:grafana|pyroscope-io)/"
    r"|cloud\.google\.com/go/profiler\.|gopkg\.in/DataDog/dd-trace-go\.v\d+/profiler|github\.com/google/pprof/"
)


@remembered(65536)
def is_start_up(function: str) -> bool:
    """Whether the function initialises a package: it runs once in the life of the process."""
    return _START_UP.search(function) is not None


@remembered(65536)
def is_once(function: str) -> bool:
    """Whether the function runs something once through package sync."""
    return _ONCE.match(function) is not None


@remembered(65536)
def is_profiler(function: str) -> bool:
    """Whether the function belongs to a profiler or tracer, whose memory is the price of looking."""
    return _PROFILER.match(function) is not None


@remembered(65536)
def is_request_entry(function: str) -> bool:
    """Whether the function is an entry point of per-request work."""
    return REQUEST_ENTRY.search(function) is not None


_STREAM_BUFFER: Final = re.compile(r"bufio\.New(?:Reader|Writer)(?:Size)?$|net/textproto\.New(?:Conn|Reader|Writer)$")


@remembered(65536)
def is_stream_buffer(function: str) -> bool:
    """Whether the function makes the buffer of a stream, which is kept for as long as the file or connection is."""
    return _STREAM_BUFFER.match(function) is not None


_PUTS: Final = re.compile(
    r"(?:^|[./)])(?:[Ss]et|[Pp]ut|[Ss]tore|[Aa]dd|[Ii]nsert|[Rr]egister|[Rr]emember|[Ii]ntern|LoadOrStore|[Gg]etOrCreate\w*)$"
)


def puts_entries(function: str) -> bool:
    """Whether the function is named as those are that put an entry into a container. A hint: it may as well upload."""
    return _PUTS.search(function) is not None
