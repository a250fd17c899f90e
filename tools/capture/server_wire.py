"""Clients that speak a server's protocol by hand, to do what a library would not: stop reading, never end a call.

Only what the loads need: gRPC without compression, AMQP 0.9.1 up to opening channels, NATS lines.
"""

from __future__ import annotations

import socket
import struct
import threading
import time
from collections.abc import Iterable
from typing import Final

PREFACE: Final = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
DATA, HEADERS, SETTINGS, WINDOW_UPDATE = 0, 1, 4, 8
INITIAL_WINDOW: Final = 4
"""The setting that says how many bytes of an answer may be sent unasked."""
LARGEST_WINDOW: Final = 2**31 - 1
CONNECT_SECONDS: Final = 20.0


def varint(number: int) -> bytes:
    """A number as protobuf writes it."""
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*out, number])


def field(number: int, value: int | bytes) -> bytes:
    """One protobuf field: a number, or text and messages with their length."""
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    return varint(number << 3 | 2) + varint(len(value)) + value


def _frame(kind: int, flags: int, stream: int, payload: bytes) -> bytes:
    return struct.pack(">I", len(payload))[1:] + bytes((kind, flags)) + struct.pack(">I", stream) + payload


def _plain(name: bytes, value: bytes) -> bytes:
    """A header in HPACK's plainest form: literal, not indexed, not squeezed."""
    return b"\x00" + bytes((len(name),)) + name + bytes((len(value),)) + value


class Grpc:
    """One HTTP/2 connection. With `window` 0 the server may never send an answer's body, as if nobody read it."""

    def __init__(self, address: tuple[str, int] | str, *, window: int = LARGEST_WINDOW) -> None:
        family = socket.AF_UNIX if isinstance(address, str) else socket.AF_INET
        self.line = socket.socket(family, socket.SOCK_STREAM)
        self.line.settimeout(CONNECT_SECONDS)
        self.line.connect(address)
        self._next = 1
        self._lock = threading.Lock()
        settings = struct.pack(">HI", INITIAL_WINDOW, window)
        more = _frame(WINDOW_UPDATE, 0, 0, struct.pack(">I", 2**30)) if window else b""
        self.line.sendall(PREFACE + _frame(SETTINGS, 0, 0, settings) + _frame(SETTINGS, 1, 0, b"") + more)

    def call(self, method: str, messages: Iterable[bytes] = (), *, ends: bool = False) -> int:
        """Open a stream of `/service/Method`, send the messages, and leave it open unless the call `ends` there."""
        with self._lock:
            stream, self._next = self._next, self._next + 2
            heads = ((b":method", b"POST"), (b":scheme", b"http"), (b":path", method.encode()), (b":authority", b"x"))
            kinds = ((b"content-type", b"application/grpc"), (b"te", b"trailers"))
            kinds += ((b"containerd-namespace", b"default"),)  # others pass it over
            self.line.sendall(_frame(HEADERS, 4, stream, b"".join(_plain(*pair) for pair in heads + kinds)))
        self.send(stream, messages, ends=ends)
        return stream

    def send(self, stream: int, messages: Iterable[bytes], *, ends: bool = False) -> None:
        """More messages on an open stream."""
        body = b"".join(b"\x00" + struct.pack(">I", len(message)) + message for message in messages)
        parts = [body[start : start + 16384] for start in range(0, len(body), 16384)] or [b""]
        frames = [_frame(DATA, int(ends and part is parts[-1]), stream, part) for part in parts]
        with self._lock:
            self.line.sendall(b"".join(frames))

    def close(self) -> None:
        """Hang up."""
        self.line.close()


def connected(port: int) -> socket.socket:
    """A connection to a loopback port, which may only be opened a moment after the server is ready elsewhere."""
    for _ in range(100):
        try:
            return socket.create_connection(("127.0.0.1", port), CONNECT_SECONDS)
        except ConnectionRefusedError:
            time.sleep(0.1)
    return socket.create_connection(("127.0.0.1", port), CONNECT_SECONDS)


class Amqp:
    """One AMQP connection of guest's, on which channels are opened."""

    def __init__(self, port: int) -> None:
        self.line = connected(port)
        self.line.sendall(b"AMQP\x00\x00\x09\x01")
        self.line.recv(65536)
        login = b"\x00guest\x00guest"
        start = struct.pack(">I", 0) + b"\x05PLAIN" + struct.pack(">I", len(login)) + login + b"\x05en_US"
        self._method(0, 10, 11, start)
        self.line.recv(65536)
        self._method(0, 10, 31, struct.pack(">HIH", 4096, 65536, 0))
        self._method(0, 10, 40, b"\x01/\x00\x00")
        self.line.recv(65536)

    def _method(self, channel: int, group: int, number: int, arguments: bytes) -> None:
        payload = struct.pack(">HH", group, number) + arguments
        self.line.sendall(struct.pack(">BHI", 1, channel, len(payload)) + payload + b"\xce")

    def open_channel(self, number: int) -> None:
        """Channel.Open; nobody closes it."""
        self._method(number, 20, 10, b"\x00")
        self.line.recv(65536)


def nats_line(port: int) -> socket.socket:
    """A NATS connection that has said hello."""
    line = connected(port)
    line.sendall(b'CONNECT {"verbose":false,"pedantic":false}\r\n')
    return line
