"""What requests hold while they are read and while they wait, and what who waits is told of a deletion."""

from __future__ import annotations

import gc
import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from leakbook.evidence.model import Submission
from service import bodies


@contextmanager
def waiting(client, app, send) -> Iterator[list]:
    """The answers of `send`, which is under way and waits; all are there when the block has ended."""
    answers: list = []
    thread = threading.Thread(target=lambda: answers.append(send(client)))
    thread.start()
    room = app.extensions["leakbook"].waiting_room
    deadline = time.monotonic() + 20
    while not room.waiters:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    yield answers
    thread.join()


def held() -> int:
    gc.collect()
    return sum(isinstance(one, Submission) for one in gc.get_objects())


def test_who_waits_holds_none_of_the_posted_bytes(client, app, dump) -> None:
    before = held()
    with waiting(client, app, lambda client: client.post("/v1/diagnoses?wait=2", data=dump)) as answers:
        assert held() == before
    assert answers[0].status_code == 202


@pytest.mark.parametrize("method", ["POST", "GET"])
def test_who_waits_for_what_is_deleted_is_told_so(client, app, dump, method: str) -> None:
    job = client.post("/v1/diagnoses", data=dump, headers={"Idempotency-Key": "k"}).json["id"]
    path = f"/v1/diagnoses/{job}" if method == "GET" else "/v1/diagnoses"
    asked = {"query_string": {"wait": 20}, "data": dump, "headers": {"Idempotency-Key": "k"}}
    with waiting(client, app, lambda client: client.open(path, method=method, **asked)) as answers:
        client.delete(f"/v1/diagnoses/{job}")
    assert (answers[0].status_code, answers[0].json["code"]) == (404, "not-found")


@pytest.mark.parametrize("encoding", ["gzip", None])
def test_json_that_may_be_large_is_read_two_bodies_at_a_time(app, monkeypatch, encoding: str | None) -> None:
    body = b'{"evidence": []}'
    sent = {"data": gzip.compress(body), "headers": {"Content-Encoding": "gzip"}} if encoding else {"data": body}
    reading: list[int] = []
    counts: list[int] = []

    def slow(*_: object, **__: object) -> dict:
        reading.append(1)
        counts.append(len(reading))
        time.sleep(0.5)
        reading.pop()
        return {"evidence": []}

    monkeypatch.setattr(bodies, "json_object", slow)
    post = lambda: app.test_client().post("/v1/diagnoses", content_type="application/json", **sent)  # noqa: E731
    threads = [threading.Thread(target=post) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(counts) == 4
    assert (max(counts) <= 2) is (encoding is not None)
