"""`callback_url` in the three ways to post, what is refused, and how far it is in the answer."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest

from leakbook.callbacks.settings import CallbackSettings
from leakbook.storage.census import Census
from leakbook.storage.database import open_engine
from leakbook.storage.jobs import JobStore
from service.app import create_app
from workers.desk import Desk

from .conftest import CheckedClient

URL = "https://hooks.example.com/leakbook?token=hidden"
SIGNING = "whsec_" + "QUJD" * 8


@pytest.fixture
def calling(settings):
    environ = {"LEAKBOOK_CALLBACKS": "on", "LEAKBOOK_CALLBACK_SECRETS": f"default={SIGNING}"}
    return replace(settings, callbacks=CallbackSettings.from_environ(environ))


@pytest.fixture
def caller(calling) -> CheckedClient:
    return CheckedClient(create_app(calling))


def posts(client, dump: bytes, url: str) -> list:
    manifest = json.dumps({"callback_url": url})
    return [
        client.post("/v1/diagnoses", query_string={"callback_url": url}, data=dump, content_type="text/plain"),
        client.post("/v1/diagnoses", data={"evidence": (io.BytesIO(dump), "a.txt"), "manifest": manifest}),
        client.post("/v1/diagnoses", json={"callback_url": url, "evidence": [{"name": "a", "content": dump.decode()}]}),
    ]


def test_each_way_to_post_takes_a_callback_url_and_the_answer_shows_how_far_it_is(
    caller, calling, dump, shipped
) -> None:
    answers = posts(caller, dump, URL)
    assert [answer.status_code for answer in answers] == [202, 202, 202]
    jobs = JobStore(open_engine(calling))
    for answer in answers:
        assert answer.json["callback"]["status"] == "waiting"
        assert "hidden" not in answer.text
        assert jobs.get(answer.json["id"]).callback_url == URL
    Desk(calling, shipped).clear()
    shown = caller.get(answers[0].headers["Location"]).json["callback"]
    assert (shown["status"], shown["tries"], shown["last"], shown["ended_at"]) == ("pending", 0, None, None)
    assert shown["next_try_at"] is not None


def test_a_job_without_a_callback_shows_none(caller, dump) -> None:
    assert "callback" not in caller.post("/v1/diagnoses", data=dump, content_type="text/plain").json


@pytest.mark.parametrize(
    "url", ["http://hooks.example.com/", "https://u:p@hooks.example.com/", "https://hooks.example.com:22/", "nonsense"]
)
def test_what_may_not_be_called_is_refused_before_anything_is_stored(caller, calling, dump, url: str) -> None:
    for answer in posts(caller, dump, url):
        assert (answer.status_code, answer.json["code"]) == (422, "callback-not-allowed")
    assert sum(Census(open_engine(calling)).unended().values()) == 0
    assert not calling.blob_dir.exists()


def test_while_callbacks_are_off_none_is_accepted(client, dump) -> None:
    for answer in posts(client, dump, URL):
        assert (answer.status_code, answer.json["code"]) == (422, "callback-not-allowed")


def test_a_key_is_of_one_callback_url(caller, dump) -> None:
    def post(url: str | None):
        query = {} if url is None else {"callback_url": url}
        return caller.post(
            "/v1/diagnoses",
            query_string=query,
            data=dump,
            content_type="text/plain",
            headers={"Idempotency-Key": "k"},
        )

    first = post(URL)
    assert post(URL).json["id"] == first.json["id"]
    for other in (None, URL + "2"):
        assert post(other).json["code"] == "idempotency-key-reused"


def test_evidence_that_is_not_kept_is_gone_and_the_job_is_not(settings, dump, shipped) -> None:
    forgetful = replace(settings, keep_evidence=False)
    client = CheckedClient(create_app(forgetful))
    location = client.post("/v1/diagnoses", data=dump, content_type="text/plain").headers["Location"]
    assert client.get(f"{location}/evidence/0").data == dump
    Desk(forgetful, shipped).clear()
    answer = client.get(f"{location}/evidence/0")
    assert (answer.status_code, answer.json["code"]) == (410, "evidence-gone")
    assert client.get(location).json["status"] == "succeeded"


def test_evidence_comes_with_its_length_and_a_tag(client, dump) -> None:
    location = client.post("/v1/diagnoses", data=dump, content_type="text/plain").headers["Location"]
    answer = client.get(f"{location}/evidence/0")
    assert answer.content_length == len(dump)
    again = client.get(f"{location}/evidence/0", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
