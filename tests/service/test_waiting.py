"""What a request holds while it waits for its answer, and what it is told when the diagnosis is deleted meanwhile."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from leakbook.evidence.model import Submission


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
