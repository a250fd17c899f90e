"""Requests of one caller at a time: each has its place until its answer is sent, and gives it back once."""

from __future__ import annotations

import hashlib
import os
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
import requests
from flask import Flask
from werkzeug.test import EnvironBuilder

from leakbook.diagnosis.report import Subject
from leakbook.storage.blobs import DirectoryBlobs
from leakbook.storage.database import open_engine
from leakbook.storage.jobs import JobStore
from leakbook.storage.model import EvidenceRow, NewJob, new_job_id
from service.access.in_hand import MOST_LEAVING, InHand
from service.app import create_app

from .real_server import serving

PLAYBOOKS = "/v1/playbooks"


@pytest.fixture
def app(settings) -> Flask:
    """One request of a caller at a time."""
    return create_app(replace(settings, auth=frozenset({"keys"}), key_concurrency=1, key_requests=0))


@pytest.fixture
def evidence(settings):
    """Store evidence; the path where it is downloaded."""

    def store(content: bytes) -> str:
        sha256 = hashlib.sha256(content).hexdigest()
        DirectoryBlobs(settings.blob_dir).put(sha256, content)
        row = EvidenceRow(position=0, name="a", kind=None, captured_at=None, sha256=sha256, size=len(content))
        new = NewJob(subject=Subject(), evidence=(row,), fingerprint="f")
        jobs = JobStore(open_engine(settings), tenant="shop")
        return f"/v1/diagnoses/{jobs.create(new, job_id=new_job_id(), secure_blobs=lambda: None).id}/evidence/0"

    return store


class Asked:
    """An answer as a WSGI server has it: not sent before its pieces are taken."""

    def __init__(self, app: Flask, path: str, key: dict[str, str], method: str = "GET") -> None:
        environ = EnvironBuilder(path, method=method, headers=key).get_environ() | {"REMOTE_ADDR": "127.0.0.1"}
        self.pieces = app(environ, self._start)

    def _start(self, status: str, _headers: object, _error: object = None) -> None:
        self.status = int(status[:3])

    def send(self) -> bytes:
        sent = b"".join(self.pieces)
        self.pieces.close()
        return sent


def status(app: Flask, key: dict[str, str]) -> int:
    """Of a request that is answered whole."""
    asked = Asked(app, PLAYBOOKS, key)
    asked.send()
    return asked.status


def test_requests_at_a_time_are_bounded_and_given_back(app, issue, dump) -> None:
    key, done = issue(), []

    def wait_for_an_answer() -> None:
        done.append(app.test_client().post("/v1/diagnoses?wait=2", data=dump, headers=key).status_code)

    waiting = threading.Thread(target=wait_for_an_answer)
    waiting.start()
    room = app.extensions["leakbook"].waiting_room
    while not room.waiters:
        threading.Event().wait(0.01)
    refused = app.test_client().get(PLAYBOOKS, headers=key)
    assert (refused.status_code, refused.json["code"], refused.headers["Retry-After"]) == (429, "rate-limited", "1")
    assert status(app, issue()) == 200
    waiting.join()
    assert done == [202]


@pytest.mark.parametrize("end", [Asked.send, lambda asked: asked.pieces.close()], ids=["sent", "hung up"])
def test_a_download_has_its_place_until_it_is_sent_or_the_client_is_gone(app, issue, evidence, end) -> None:
    key = issue()
    download = Asked(app, evidence(b"x" * 1_000_000), key)
    assert download.status == 200
    assert len(next(download.pieces)) < 1_000_000
    assert status(app, key) == 429
    end(download)
    download.pieces.close()  # once more: nothing is given back twice
    held = Asked(app, PLAYBOOKS, key)
    assert (held.status, status(app, key)) == (200, 429)
    held.send()
    assert status(app, key) == 200


@pytest.mark.parametrize(
    ("method", "path", "expected"),
    [("HEAD", PLAYBOOKS, 200), ("GET", "/v1/diagnoses?limit=0", 400), ("OPTIONS", PLAYBOOKS, 200)],
)
def test_an_answer_without_a_view_or_body_gives_its_place_back(app, issue, method, path, expected) -> None:
    key = issue()
    asked = Asked(app, path, key, method)
    assert asked.status == expected
    asked.send()
    assert status(app, key) == 200


def test_a_view_and_what_follows_it_may_fail(app, issue) -> None:
    key = issue()

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("a mistake")

    rightly = app.view_functions["playbooks.index"]
    fail.leakbook_demand = rightly.leakbook_demand
    app.view_functions["playbooks.index"] = fail
    assert [status(app, key) for _ in range(3)] == [500] * 3
    app.view_functions["playbooks.index"] = rightly
    app.after_request_funcs[None].append(fail)  # the first to run: the gate's own never does
    assert [status(app, key) for _ in range(3)] == [500] * 3
    app.after_request_funcs[None].pop()
    assert status(app, key) == 200


def test_a_thread_that_is_stopped_gives_its_place_back(app, issue) -> None:
    key = issue()

    def stop(*_: object, **__: object) -> None:
        raise SystemExit

    rightly = app.view_functions["playbooks.index"]
    stop.leakbook_demand = rightly.leakbook_demand
    app.view_functions["playbooks.index"] = stop
    for _ in range(2):
        with pytest.raises(SystemExit):
            status(app, key)
    app.view_functions["playbooks.index"] = rightly
    assert status(app, key) == 200


def test_evidence_that_cannot_be_read_to_its_end_gives_its_place_back(app, issue, evidence, monkeypatch) -> None:
    def breaking(*_: object) -> Iterator[bytes]:
        yield b"x"
        raise OSError("input/output error")

    monkeypatch.setattr(DirectoryBlobs, "pieces", breaking)
    key = issue()
    download = Asked(app, evidence(b"xyz"), key)
    with pytest.raises(OSError, match="input"):
        download.send()
    assert status(app, key) == 200


def test_a_server_gives_the_place_back_when_its_client_hangs_up(settings, issue, evidence) -> None:
    key, path = issue(), evidence(os.urandom(32 * 2**20))
    environ = {"LEAKBOOK_AUTH": "keys", "LEAKBOOK_KEY_CONCURRENCY": "1", "LEAKBOOK_KEY_REQUESTS": "0"}
    with serving(settings, environ) as port:

        def get() -> int:
            return requests.get(f"http://127.0.0.1:{port}{PLAYBOOKS}", headers=key, timeout=10).status_code

        with socket.create_connection(("127.0.0.1", port), timeout=10) as client:
            head = f"GET {path} HTTP/1.1\r\nHost: x\r\nAuthorization: {key['Authorization']}\r\n\r\n"
            client.sendall(head.encode())
            assert client.recv(12) == b"HTTP/1.1 200"
            time.sleep(0.3)
            assert get() == 429
        stop = time.monotonic() + 20
        while (answer := get()) == 429 and time.monotonic() < stop:
            time.sleep(0.05)
        assert answer == 200


def test_whoever_asks_once_a_time_never_meets_its_own_place_taken(settings, issue, evidence) -> None:
    """Each request on a connection of its own, sent when the last byte of the answer before is there."""
    key, paths = issue(), [PLAYBOOKS, "/v1/diagnoses?limit=1", evidence(os.urandom(600_000)), "/v1/diagnoses?limit=0"]
    environ = {"LEAKBOOK_AUTH": "keys", "LEAKBOOK_KEY_CONCURRENCY": "1", "LEAKBOOK_KEY_REQUESTS": "0"}
    with serving(settings, environ) as port:
        answers = [status_over_socket(port, paths[number % len(paths)], key) for number in range(1200)]
    assert set(answers) == {200, 400}


def status_over_socket(port: int, path: str, key: dict[str, str]) -> int:
    """Reads no byte beyond the answer's `Content-Length`, so as not to wait for the server to be done with it."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as client:
        head = f"GET {path} HTTP/1.1\r\nHost: x\r\nAuthorization: {key['Authorization']}\r\n\r\n"
        client.sendall(head.encode())
        answer = client.recv(2**16)
        while b"\r\n\r\n" not in answer:
            answer += client.recv(2**16)
        head, _, body = answer.partition(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
        while len(body) < length:
            body += client.recv(2**20)
        return int(head[9:12])


def test_last_bytes_that_nobody_takes_are_bounded_too(app, issue) -> None:
    key, unsent = issue(), []
    for _ in range(MOST_LEAVING):
        asked = Asked(app, PLAYBOOKS, key)
        assert asked.status == 200
        next(asked.pieces), next(asked.pieces)
        unsent.append(asked)
    assert status(app, key) == 429
    unsent[0].pieces.close()
    assert status(app, key) == 200
    for asked in unsent:
        asked.send()
    assert status(app, key) == 200


def test_an_answer_is_the_same_in_one_byte_more_pieces() -> None:
    for pieces in ([], [b""], [b"a"], [b"ab"], [b"", b"ab", b"", b"c", b""]):
        told = InHand(1).around(lambda *_, pieces=pieces: pieces)({}, lambda *_: None)
        assert b"".join(told) == b"".join(pieces)


def test_in_hand_is_exact_under_threads() -> None:
    in_hand, environs = InHand(5), [{} for _ in range(20)]
    entered: list[bool] = []

    def enter(environ: dict) -> None:
        entered.append(in_hand.enter("a", environ))

    threads = [threading.Thread(target=enter, args=(environ,)) for environ in environs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(entered) == 5
    for environ in environs * 2:
        in_hand.leave(environ)
    assert [in_hand.enter("a", {}) for _ in range(6)] == [True] * 5 + [False]
