"""One try to deliver: resolve once, judge every address, connect to one of those, post, look at the status alone."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from .addresses import may_connect
from .destination import Destination

ACCEPTED: Final = range(200, 300)
GONE: Final = 410


class NotDelivered(Exception):
    """No answer came: refused, unreachable, too slow, or no HTTP. The message is for the tenant to read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the receiver said. Its body is not read."""

    status: int
    retry_after_seconds: float | None = None


def deliver(destination: Destination, body: bytes, headers: Mapping[str, str], *, seconds: float) -> Answer:
    """Post `body` within `seconds` once the name is known; a redirect is an answer like any other. Raises NotDelivered."""
    connection = _connection(destination, address_of(destination), seconds)
    # A socket's time-out starts anew with every byte; this ends a receiver that sends one byte at a time.
    deadline = threading.Timer(seconds, _cut, (connection,))
    deadline.daemon = True
    deadline.start()
    try:
        sent = {"Host": destination.authority, "User-Agent": "Leakbook", "Content-Type": "application/json"}
        connection.request("POST", destination.target, body=body, headers=sent | dict(headers), preload_content=False)
        answer = connection.getresponse()
        return Answer(status=answer.status, retry_after_seconds=_seconds(answer.headers.get("Retry-After")))
    except (OSError, HTTPError) as error:
        raise NotDelivered(_words(error)) from error
    finally:
        deadline.cancel()
        connection.close()


def address_of(destination: Destination) -> str:
    """The address to connect to. Raises NotDelivered when the name leads nowhere, or anywhere it must not."""
    try:
        found = socket.getaddrinfo(destination.host, destination.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NotDelivered("The host's name cannot be resolved.") from error
    addresses = [str(entry[4][0]) for entry in found]
    if not addresses or not all(may_connect(address, destination) for address in addresses):
        raise NotDelivered("The host's name leads to an address that may not be called.")
    return addresses[0]


def _connection(destination: Destination, address: str, seconds: float) -> HTTPConnection:
    if destination.scheme == "http":
        return HTTPConnection(address, destination.port, timeout=seconds)
    return HTTPSConnection(
        address,
        destination.port,
        timeout=seconds,
        ssl_context=ssl.create_default_context(),
        server_hostname=destination.host,
        assert_hostname=destination.host,
    )


def _cut(connection: HTTPConnection) -> None:
    """Wake whoever reads from it with an error."""
    waiting = connection.sock
    if waiting is not None:
        try:
            waiting.shutdown(socket.SHUT_RDWR)
        except OSError:
            return  # it ended by itself meanwhile


def _seconds(text: str | None) -> float | None:
    """`Retry-After` in seconds; its other form, a date, is left to the schedule."""
    return float(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 10 else None


def _words(error: Exception) -> str:
    """The kind of failure, never the receiver's own words: whoever may post could read other hosts through them."""
    if isinstance(error, (TimeoutError, socket.timeout)) or "timed out" in str(error):
        return "The receiver did not answer in time."
    if isinstance(error, ssl.SSLError) or isinstance(error.__cause__, ssl.SSLError):
        return "The receiver's certificate is not trusted, or it speaks no TLS."
    return "The receiver cannot be reached, or its answer is no HTTP."
