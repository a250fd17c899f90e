"""`priority` in the three ways to post, and what decides in which queue a job waits."""

from __future__ import annotations

import gzip
import io
import json
from dataclasses import replace

import pytest
from sqlalchemy import select

from leakbook.storage.claims import ClaimStore
from leakbook.storage.database import open_engine, reading
from leakbook.storage.schema import jobs
from service.app import create_app

from .conftest import CheckedClient


def posts(client, dump: bytes, priority: str) -> list:
    manifest = json.dumps({"priority": priority})
    return [
        client.post("/v1/diagnoses", query_string={"priority": priority}, data=dump, content_type="text/plain"),
        client.post("/v1/diagnoses", data={"evidence": (io.BytesIO(dump), "a.txt"), "manifest": manifest}),
        client.post(
            "/v1/diagnoses", json={"priority": priority, "evidence": [{"name": "a", "content": dump.decode()}]}
        ),
    ]


def test_each_way_to_post_takes_a_priority_and_the_urgent_is_claimed_first(client, settings, dump) -> None:
    posted = {priority: posts(client, dump, priority) for priority in ("low", "normal", "high")}
    unsaid = client.post("/v1/diagnoses", data=dump, content_type="text/plain")
    claims = ClaimStore(open_engine(settings), settings)
    order = [claims.claim().job_id for _ in range(10)]
    expected = [*posted["high"], *posted["normal"], unsaid, *posted["low"]]
    assert order == [answer.json["id"] for answer in expected]


def test_the_body_is_heard_before_the_query(client, settings, dump) -> None:
    body = {"priority": "low", "evidence": [{"name": "a", "content": dump.decode()}]}
    client.post("/v1/diagnoses", query_string={"priority": "high"}, json=body)
    with reading(open_engine(settings)) as connection:
        assert connection.execute(select(jobs.c.priority)).scalar_one() == -1


@pytest.mark.parametrize("priority", ["urgent", "9", ""])
def test_another_word_is_refused(client, dump, priority: str) -> None:
    answers = [answer.status_code for answer in posts(client, dump, priority)]
    assert answers == [400, 422, 422]


def test_a_repeat_with_an_idempotency_key_may_be_in_more_of_a_hurry(client, dump) -> None:
    first, second = (
        client.post("/v1/diagnoses", query_string={"priority": priority, "idempotency_key": "k"}, data=dump)
        for priority in ("low", "high")
    )
    assert first.json["id"] == second.json["id"]


def test_evidence_waits_among_the_large_by_what_it_unpacks_to(settings, dump) -> None:
    few = replace(settings, large_bytes=len(dump) * 40)
    client = CheckedClient(create_app(few))
    small, large = (
        client.post("/v1/diagnoses", data=gzip.compress(dump * count), content_type="text/plain").json["id"]
        for count in (10, 50)
    )
    claims = ClaimStore(open_engine(few), few)
    assert claims.claim(large=True).job_id == large
    assert claims.claim(large=False).job_id == small
