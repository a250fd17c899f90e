"""Receivers on loopback: what they got, and what they answer."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

LONGEST_DRIP = 8.0
"""Seconds; who is not cut off by then fails its test and does not hang it."""


@dataclass
class Got:
    """One request."""

    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Receiver:
    """A server that answers as `answer` says for each request; by default 204."""

    port: int = 0
    got: list[Got] = field(default_factory=list)
    answer: Callable[[Got], tuple[int, dict[str, str]]] = lambda _: (204, {})

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/hook"


@contextmanager
def receiving(context: ssl.SSLContext | None = None) -> Iterator[Receiver]:
    """A receiver for the block."""
    receiver = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            got = Got(self.path, {k.lower(): v for k, v in self.headers.items()}, body)
            receiver.got.append(got)
            status, headers = receiver.answer(got)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            pass  # a client that turns away because it does not trust us

    server = Server(("127.0.0.1", 0), Handler)
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    receiver.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield receiver
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def dripping(
    byte: bytes,
    every_seconds: float,
    *,
    start: bytes = b"HTTP/1.1 200 OK\r\nX-Long: ",
    context: ssl.SSLContext | None = None,
    silent_seconds: float = 0.0,
) -> Iterator[int]:
    """The port of a server that sends `start`, then one byte at a time while anybody listens, LONGEST_DRIP at most.

    With `context` it speaks TLS, whose handshake it answers after `silent_seconds`.
    """
    stopped = threading.Event()
    server = socket.create_server(("127.0.0.1", 0))
    server.settimeout(0.05)

    def drip(client: socket.socket) -> None:
        with client:
            stopped.wait(silent_seconds)
            try:
                with client if context is None else context.wrap_socket(client, server_side=True) as speaking:
                    speaking.sendall(start)
                    end = time.monotonic() + LONGEST_DRIP
                    while time.monotonic() < end and not stopped.wait(every_seconds):
                        speaking.sendall(byte)
            except OSError:
                return

    def accept() -> None:
        while not stopped.is_set():
            try:
                client, _ = server.accept()
            except TimeoutError:
                continue
            threads.append(threading.Thread(target=drip, args=(client,)))
            threads[-1].start()

    threads = [threading.Thread(target=accept)]
    threads[0].start()
    try:
        yield server.getsockname()[1]
    finally:
        stopped.set()
        for thread in threads:
            thread.join()
        server.close()
