"""The audit log as the API writes and shows it."""

from __future__ import annotations

import json
import logging
from dataclasses import replace

import pytest
from sqlalchemy.exc import DataError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection

from leakbook.storage.audit import AuditLog
from leakbook.storage.blobs import BlobsAway, DirectoryBlobs
from leakbook.storage.jobs import JobStore
from leakbook.storage.keys import Scope
from service.app import create_app
from service.metrics import AUDIT_LOST

from .conftest import CheckedClient


def shown(client, key, query: str = "") -> list[tuple[str, str, str | None]]:
    rows = client.get(f"/v1/audit{query}", headers=key).json["audit"]
    return [(row["action"], row["outcome"], row["target"]) for row in rows]


def lost() -> float:
    return AUDIT_LOST._value.get()


def actor_of(key: dict[str, str]) -> str:
    return "key:" + key["Authorization"].split("_")[1]


@pytest.fixture
def post(keyed_client, dump):
    """Post the dump with a key."""
    return lambda key: keyed_client.post("/v1/diagnoses", data=dump, headers=key)


def test_what_changes_or_hands_out_leaves_a_row(keyed_client, issue, dump) -> None:
    key, admin = issue("shop"), issue("shop", Scope.ADMIN)
    posted = keyed_client.post("/v1/diagnoses", data=dump, headers=key | {"X-Request-Id": "inc-1"})
    job = posted.json["id"]
    keyed_client.get(f"/v1/diagnoses/{job}", headers=key)
    keyed_client.get(f"/v1/diagnoses/{job}/evidence/0", headers=key)
    keyed_client.delete(f"/v1/diagnoses/{job}", headers=key)
    keyed_client.delete(f"/v1/diagnoses/{job}", headers=key)
    assert shown(keyed_client, admin) == [
        ("diagnoses.delete", "404", job),
        ("diagnoses.delete", "204", job),
        ("diagnoses.evidence", "200", job),
        ("diagnoses.create", "202", job),
    ]
    (row,) = keyed_client.get("/v1/audit?limit=1&target=" + job, headers=admin).json["audit"]
    assert row["actor"] == actor_of(key)
    first = keyed_client.get(f"/v1/audit?target={job}", headers=admin).json["audit"][-1]
    assert (first["request_id"], first["action"]) == ("inc-1", "diagnoses.create")


def test_a_call_without_its_scope_leaves_a_row(keyed_client, issue) -> None:
    reader = issue("shop", Scope.READ)
    assert keyed_client.get("/v1/audit", headers=reader).status_code == 403
    assert shown(keyed_client, issue("shop")) == [("audit.index", "403", None)]


def test_who_is_not_known_or_comes_too_often_leaves_no_row(keyed_client, keyed, issue) -> None:
    for _ in range(3):
        keyed_client.delete("/v1/diagnoses/01a210db-4446-7b2d-8850-f9330c40a56c")
    assert AuditLog(keyed.extensions["leakbook"].engine).select() == []


def test_the_log_is_read_page_by_page(keyed_client, issue, dump) -> None:
    admin = issue("shop")
    for _ in range(5):
        keyed_client.post("/v1/diagnoses", data=dump, headers=admin)
    seen, cursor = [], ""
    while cursor is not None:
        page = keyed_client.get(f"/v1/audit?limit=2&since=2026-01-01T00:00:00Z{cursor}", headers=admin).json
        seen += [row["id"] for row in page["audit"] if row["action"] == "diagnoses.create"]
        cursor = page["next"] and f"&cursor={page['next']}"
    assert len(set(seen)) == len(seen) == 5


@pytest.mark.parametrize("query", ["limit=0", "cursor=x", "since=1", "target=", "q=1", "tenant=other"])
def test_a_wrong_query_is_refused(keyed_client, issue, query: str) -> None:
    response = keyed_client.get(f"/v1/audit?{query}", headers=issue())
    assert (response.status_code, response.json["code"]) == (400, "parameter-invalid")


@pytest.mark.parametrize("error", [OperationalError("INSERT", {}, Exception("gone")), NoConnection("all are taken")])
def test_a_row_that_cannot_be_stored_is_logged_whole_and_counted(post, issue, monkeypatch, caplog, error) -> None:
    def away(*_: object) -> None:
        raise error

    before = lost()
    monkeypatch.setattr(AuditLog, "record", away)
    with caplog.at_level(logging.ERROR):
        posted = post(issue())
    assert posted.status_code == 202
    assert lost() == before + 1
    (record,) = [record for record in caplog.records if record.message == "the audit row is not stored"]
    assert record.fields["target"] == posted.json["id"]
    json.dumps(record.fields)


def test_what_is_refused_because_the_queue_is_full_leaves_a_row(keyed_settings, issue, dump) -> None:
    client, key = CheckedClient(create_app(replace(keyed_settings, max_queued=1))), issue("shop")
    assert client.post("/v1/diagnoses", data=dump, headers=key).status_code == 202
    assert client.post("/v1/diagnoses", data=dump, headers=key).json["code"] == "over-capacity"
    assert [row[:2] for row in shown(client, key)] == [("diagnoses.create", "503"), ("diagnoses.create", "202")]


def test_what_is_refused_because_evidence_cannot_be_stored_leaves_a_row(keyed_client, issue, dump, monkeypatch) -> None:
    def away(*_: object) -> None:
        raise BlobsAway("the disk is full")

    monkeypatch.setattr(DirectoryBlobs, "put", away)
    key = issue("shop")
    assert keyed_client.post("/v1/diagnoses", data=dump, headers=key).status_code == 503
    assert shown(keyed_client, key) == [("diagnoses.create", "503", None)]


@pytest.mark.parametrize("error", [OperationalError("SELECT", {}, Exception("gone")), NoConnection("all are taken")])
def test_while_the_store_is_away_nobody_waits_for_it_twice_and_the_log_has_the_row(
    post, issue, monkeypatch, caplog, error
) -> None:
    def away(*_: object, **__: object) -> None:
        raise error

    recorded, before, key = [], lost(), issue("shop")
    monkeypatch.setattr(AuditLog, "record", lambda _log, step: recorded.append(step))
    monkeypatch.setattr(JobStore, "create", away)
    refused = post(key)
    assert (refused.status_code, refused.json["code"]) == (503, "store-unavailable")
    assert recorded == []
    assert lost() == before + 1
    (record,) = [record for record in caplog.records if record.message == "the audit row is not stored"]
    assert (record.fields["actor"], record.fields["outcome"]) == (actor_of(key), "503")


def test_a_store_that_refuses_a_row_is_there_to_take_the_log_s(keyed_client, post, issue, monkeypatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise DataError("INSERT", {}, Exception("value too long"))

    monkeypatch.setattr(JobStore, "create", refuse)
    key = issue("shop")
    assert post(key).status_code == 503
    assert shown(keyed_client, key) == [("diagnoses.create", "503", None)]


def test_open_mode_knows_nobody_and_writes_no_rows(client, app, dump) -> None:
    client.post("/v1/diagnoses", data=dump)
    assert client.get("/v1/audit").json == {"audit": [], "next": None}
