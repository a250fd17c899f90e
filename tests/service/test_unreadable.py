"""What is no HTTP, or more of it than the server takes, against a real server: problems, never pages or a 500."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator

import pytest

from leakbook.storage.settings import Settings

from .real_server import serving

CHUNKED = b"POST /v1/diagnoses HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n"
FORM = CHUNKED + b"Content-Type: multipart/form-data; boundary=x\r\n"
UNREADABLE = {
    "a line without end": (b"GET /v1/diagnoses?service=" + b"a" * 9000 + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 414),
    "a header without end": (b"GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: " + b"a" * 9000 + b"\r\n\r\n", 431),
    "TLS": (b"\x16\x03\x01\x02\x00\r\n\r\n", 400),
    "a length that is none": (b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: x\r\n\r\n", 400),
    "an expectation": (b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nExpect: 200-ok\r\nContent-Length: 1\r\n\r\n", 417),
    "a coding": (b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: br, chunked\r\n\r\n", 501),
    "a chunk's size": (CHUNKED + b"\r\nzz\r\nabc\r\n0\r\n\r\n", 400),
    "a chunk's end": (CHUNKED + b"\r\n3\r\nabcXX0\r\n\r\n", 400),
    "a chunk of a form": (FORM + b"\r\nzz\r\nabc\r\n0\r\n\r\n", 400),
}


@pytest.fixture(scope="module")
def server(tmp_path_factory, make_tables) -> Iterator[int]:
    settings = Settings.from_environ({"LEAKBOOK_DATA_DIR": str(tmp_path_factory.mktemp("unreadable"))})
    make_tables(settings)
    with serving(settings, {}) as port:
        yield port


@pytest.mark.parametrize("what", UNREADABLE)
def test_it_is_answered_with_a_problem_and_the_connection_closed(server, what: str) -> None:
    request, status = UNREADABLE[what]
    with socket.create_connection(("127.0.0.1", server), timeout=10) as client:
        client.sendall(request)
        answer = b"".join(iter(lambda: client.recv(65_536), b""))
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 %d " % status), answer
    assert b"\r\nContent-Type: application/problem+json\r\n" in head + b"\r\n"
    problem = json.loads(body)
    assert (problem["status"], problem["code"]) == (status, "request-malformed")
