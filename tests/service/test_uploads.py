"""Slow clients against a real server of four threads."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Iterator

import pytest
import requests

from leakbook.storage.settings import Settings

from .real_server import answers, serving

UPLOAD_SECONDS = 1.5
LATE = 15.0
"""Far beyond the deadline, for a machine that is busy; without a cut these clients would go on for a minute."""


@pytest.fixture(scope="module")
def settings(tmp_path_factory, make_tables) -> Settings:
    """Of the one server that all tests of this module ask."""
    settings = Settings.from_environ({"LEAKBOOK_DATA_DIR": str(tmp_path_factory.mktemp("uploads"))})
    make_tables(settings)
    return settings


@pytest.fixture(scope="module")
def port(settings) -> Iterator[int]:
    with serving(settings, {"LEAKBOOK_UPLOAD_SECONDS": str(UPLOAD_SECONDS)}) as port:
        yield port


def trickle(port: int, start: bytes, piece: bytes) -> tuple[bytes, float]:
    """Send the start, then a piece every fifth of a second until the server has had enough; its answer, and when."""
    began = time.monotonic()
    with socket.create_connection(("127.0.0.1", port), timeout=0.2) as client:
        client.sendall(start)
        while (passed := time.monotonic() - began) < 60:
            try:
                answer = client.recv(65_536)
            except TimeoutError:
                try:
                    client.sendall(piece)
                except OSError:
                    return b"", time.monotonic() - began
                continue
            except OSError:
                return b"", time.monotonic() - began
            client.settimeout(5)
            while not answer.endswith((b"}", b"}\n")) and (more := client.recv(65_536)):
                answer += more
            return answer, passed
    return b"", time.monotonic() - began


HEAD = b"POST /v1/diagnoses HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/plain\r\n"
FORM = HEAD.replace(b"text/plain", b"multipart/form-data; boundary=x")
SLOW_BODIES = {
    "known length": (HEAD + b"Content-Length: 1000\r\n\r\n", b"g"),
    "chunked": (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\ng\r\n"),
    "cut chunk": (HEAD + b"Transfer-Encoding: chunked\r\n\r\n500\r\n", b"g"),
    "form": (FORM + b"Content-Length: 1000\r\n\r\n--x\r\n", b"A"),
    "nothing more": (HEAD + b"Content-Length: 1000\r\n\r\n", b""),
}


@pytest.mark.parametrize("way", SLOW_BODIES)
def test_a_body_that_trickles_in_is_cut_and_answered_408(port, way: str) -> None:
    answer, passed = trickle(port, *SLOW_BODIES[way])
    assert answer.startswith(b"HTTP/1.1 408 "), answer
    assert json.loads(answer.partition(b"\r\n\r\n")[2])["code"] == "upload-too-slow"
    assert UPLOAD_SECONDS / 2 <= passed < LATE


def test_a_head_that_trickles_in_is_cut(port) -> None:
    _, passed = trickle(port, b"GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Pad: ", b"a")
    assert UPLOAD_SECONDS / 2 <= passed < LATE


def test_slow_clients_on_every_thread_keep_nobody_out_for_long(port) -> None:
    slow = [threading.Thread(target=trickle, args=(port, *SLOW_BODIES["known length"])) for _ in range(8)]
    for client in slow:
        client.start()
    time.sleep(0.3)
    began = time.monotonic()
    while not answers(port):
        assert time.monotonic() - began < LATE
    for client in slow:
        client.join()


def test_a_request_that_came_in_time_may_wait_longer_for_its_answer(port, dump) -> None:
    began = time.monotonic()
    assert requests.post(f"http://127.0.0.1:{port}/v1/diagnoses?wait=4", dump, timeout=30).status_code == 202
    assert time.monotonic() - began > 2 * UPLOAD_SECONDS


def test_a_client_that_leaves_is_no_mistake_of_ours(port, settings) -> None:
    for start, _ in SLOW_BODIES.values():
        with socket.create_connection(("127.0.0.1", port)) as client:
            client.sendall(start)
    time.sleep(0.5)
    assert answers(port)
    assert "unexpected failure" not in (settings.data_dir / "api.log").read_text()
