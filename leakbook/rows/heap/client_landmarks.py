"""Functions of net/http and its HTTP/2 that allocate for a client's transport, for a request or for a connection.

Each list was read off profiles of every allocation, of clients that leave either behind (Go 1.19 and 1.27).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

_HTTP2: Final = r"(?:net/http\.\(\*http2|net/http/internal/http2\.\(\*|golang\.org/x/net/http2\.\(\*)"

_TRANSPORT: Final = re.compile(
    r"net/http\.(?:\(\*Transport\)\.(?:queueForIdleConn|onceSetNextProtoDefaults|tryPutIdleConn|getConn|Clone"
    r"|getIdleConnCh|[rR]egisterProtocol|prepareTransportCancel|setReqCanceler)"
    r"|\(\*connLRU\)\.add|http2[cC]onfigureTransports?)$"
    rf"|{_HTTP2}clientConnPool\)\.(?:addConnLocked|addConnIfNeeded|getStartDialLocked)$"
)
_REQUEST: Final = re.compile(
    r"net/http\.(?:NewRequest\w*|setRequestCancel|ReadResponse|http2RoundTrip"
    r"|\(\*Transport\)\.roundTrip|\(\*persistConn\)\.(?:roundTrip|readResponse))$"
    rf"|{_HTTP2}ClientConn\)\.(?:roundTrip|RoundTrip)$|{_HTTP2}clientStream\)\."
    rf"|{_HTTP2}clientConnReadLoop\)\.(?:handleResponse|processData)$"
)
_CONNECTION: Final = re.compile(
    rf"net/http\.\(\*Transport\)\.(?:dialConn|startDialConn)|{_HTTP2}Transport\)\.(?:newClientConn|NewClientConn)$"
    rf"|{_HTTP2}Framer\)\.readMetaFrame$"
)


def _matches(expression: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda function: expression.match(function) is not None


CLIENT_MARKS: Final[dict[str, Callable[[str], bool]]] = {
    "client_transport": _matches(_TRANSPORT),
    "client_request": _matches(_REQUEST),
    "client_connection": _matches(_CONNECTION),
    "tls": lambda function: function.startswith(("crypto/", "vendor/")),
}
"""Flags of `HeapColumns` between the leaf and the site, by name."""
