"""One try to deliver: resolve once, judge every address, connect to one of those, post, look at the status alone."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPException
from typing import Final

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from .addresses import may_connect
from .destination import Destination
from .places import Places

ACCEPTED: Final = range(200, 300)
GONE: Final = 410
TOO_SLOW: Final = "The receiver did not answer in time."


class NotDelivered(Exception):
    """No answer came: refused, unreachable, too slow, or no HTTP. The message is for the tenant to read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the receiver said. Its body is not read."""

    status: int
    retry_after_seconds: float | None = None


def deliver(
    destination: Destination, body: bytes, headers: Mapping[str, str], *, seconds: float, places: Places
) -> Answer:
    """Post `body` within `seconds` of knowing the address; a redirect is an answer like any.

    A handshake of TLS that is under way by then may take as long again, and then nothing is posted. Raises
    NotDelivered; Crowded, nothing tried, when there is no place left at the address.
    """
    address = address_of(destination)
    connection = _connection(destination, address, seconds)
    with places.one(address), _deadline(connection, seconds) as over:
        return _posted(connection, destination, body, headers, over)


def _posted(
    connection: HTTPConnection,
    destination: Destination,
    body: bytes,
    headers: Mapping[str, str],
    over: threading.Event,
) -> Answer:
    try:
        connection.connect()
        if over.is_set():  # a deadline that falls into connecting or TLS's handshake finds no socket that it could cut
            raise TimeoutError
        sent = {"Host": destination.authority, "User-Agent": "Leakbook", "Content-Type": "application/json"}
        connection.request("POST", destination.target, body=body, headers=sent | dict(headers), preload_content=False)
        answer = connection.getresponse()
        return Answer(status=answer.status, retry_after_seconds=_seconds(answer.headers.get("Retry-After")))
    except (OSError, HTTPError, HTTPException) as error:
        raise NotDelivered(_words(error)) from error
    finally:
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
    )


@contextmanager
def _deadline(connection: HTTPConnection, seconds: float) -> Iterator[threading.Event]:
    """End the connection in the block after `seconds`. Raises NotDelivered then, whatever was read.

    A socket's time-out starts anew with every byte; this is for a receiver that sends one byte at a time. The event
    is set before the socket is looked for: whoever finds it unset after connecting has a socket that will be cut.
    """
    over = threading.Event()

    def cut() -> None:
        over.set()
        waiting = connection.sock
        if waiting is not None:
            with suppress(OSError):  # it ended by itself meanwhile
                # Not SSLSocket's own: it takes TLS from under a reader, who then fails as on a mistake of ours.
                socket.socket.shutdown(waiting, socket.SHUT_RDWR)

    timer = threading.Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    try:
        yield over
    except NotDelivered as error:
        raise NotDelivered(TOO_SLOW if over.is_set() else str(error)) from error
    finally:
        timer.cancel()
    if over.is_set():
        raise NotDelivered(TOO_SLOW)


def _seconds(text: str | None) -> float | None:
    """`Retry-After` in seconds; its other form, a date, is left to the schedule."""
    return float(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 10 else None


def _words(error: Exception) -> str:
    """The kind of failure, never the receiver's own words: whoever may post could read other hosts through them."""
    if isinstance(error, (TimeoutError, socket.timeout)) or "timed out" in str(error):
        return TOO_SLOW
    if isinstance(error, ssl.SSLError) or isinstance(error.__cause__, ssl.SSLError):
        return "The receiver's certificate is not trusted, or it speaks no TLS."
    return "The receiver cannot be reached, or its answer is no HTTP."
