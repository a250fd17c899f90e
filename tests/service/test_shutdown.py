"""What clients get whose requests are in hand when the server is asked to stop."""

from __future__ import annotations

import json
import signal
import socket
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

import pytest
import requests

from service.uploads import GRACE_SECONDS, UploadClock

from .real_server import started
from .test_uploads import SLOW_BODIES, trickle

SOON = 15.0
"""Seconds, on a machine that is busy; without a word these clients would wait for a minute, or be cut off after 20."""


@pytest.fixture
def server(settings):
    with started(settings, {"LEAKBOOK_UPLOAD_SECONDS": "60"}) as found:
        yield found


def in_hand(ask: Callable[[], object]) -> Future:
    """The answer to a request that is in the server's hand for a while."""
    future = ThreadPoolExecutor(1).submit(ask)
    time.sleep(1.5)
    assert not future.done()
    return future


@pytest.mark.parametrize("ask", ["post", "get"])
def test_who_waits_for_an_answer_is_told_where_it_will_be(server, dump, ask: str) -> None:
    process, port = server
    url = f"http://127.0.0.1:{port}"
    if ask == "post":
        waiting = in_hand(lambda: requests.post(f"{url}/v1/diagnoses?wait=60", dump, timeout=90))
    else:
        job = requests.post(f"{url}/v1/diagnoses", dump, timeout=30).headers["Location"]
        waiting = in_hand(lambda: requests.get(f"{url}{job}?wait=60", timeout=90))
    began = time.monotonic()
    process.send_signal(signal.SIGTERM)
    answer = waiting.result(90)
    assert time.monotonic() - began < SOON
    assert (answer.status_code, answer.json()["status"]) == (202 if ask == "post" else 200, "queued")
    assert answer.headers["Retry-After"] == "1"
    assert answer.json()["links"]["self"] == (answer.headers["Location"] if ask == "post" else job)
    process.wait(SOON)


def test_who_still_sends_is_told_to_send_again(server) -> None:
    process, port = server
    sending = in_hand(lambda: trickle(port, *SLOW_BODIES["known length"]))
    began = time.monotonic()
    process.send_signal(signal.SIGTERM)
    answer, _ = sending.result(90)
    assert time.monotonic() - began < GRACE_SECONDS
    assert answer.startswith(b"HTTP/1.1 408 "), answer
    assert json.loads(answer.partition(b"\r\n\r\n")[2])["code"] == "upload-too-slow"


def test_no_upload_that_begins_late_gets_more_time() -> None:
    class Connection:
        def __init__(self) -> None:
            self.cut = threading.Event()

        def shutdown(self, _how: int) -> None:
            self.cut.set()

    clock = UploadClock()
    clock.end_within(0.0)
    connection = Connection()
    with clock.timed(connection, 60):
        assert connection.cut.wait(SOON)
        assert clock.was_cut(connection)


def test_a_worker_told_to_stop_while_it_loads_has_nobody_to_send_away(monkeypatch) -> None:
    from service import gunicorn_worker

    clock = UploadClock()
    monkeypatch.setattr(gunicorn_worker, "CLOCK", clock)
    gunicorn_worker.DeadlineWorker.__new__(gunicorn_worker.DeadlineWorker)._send_away()
    left, right = socket.socketpair()
    with left, right, clock.timed(left, 600.0):
        (deadline, _) = clock._deadlines[id(left)]
    assert deadline <= time.monotonic() + gunicorn_worker.LAST_UPLOAD_SECONDS
