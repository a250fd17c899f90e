"""With LEAKBOOK_REDACT on, nothing of what was posted is stored as it was."""

from __future__ import annotations

import gzip
import io
import json
from dataclasses import replace

import pytest

from service.app import create_app
from workers.desk import Desk

from .conftest import CheckedClient

PERSONAL = b"ann.lee@corp.example"


@pytest.fixture
def redacting(settings):
    return replace(settings, redact=True)


@pytest.fixture
def careful(redacting) -> CheckedClient:
    return CheckedClient(create_app(redacting))


@pytest.fixture
def told(dump: bytes) -> bytes:
    return b"panic: no account of " + PERSONAL + b"\n\n" + dump


def stored(settings) -> bytes:
    files = [path.read_bytes() for path in settings.data_dir.rglob("*") if path.is_file()]
    return b"".join(gzip.decompress(file) if file.startswith(b"\x1f\x8b") else file for file in files)


def test_what_is_stored_answered_and_downloaded_is_redacted_and_the_answer_says_so(
    careful, redacting, told, shipped
) -> None:
    answer = careful.post("/v1/diagnoses", data=gzip.compress(told), content_type="application/gzip")
    location = answer.headers["Location"]
    Desk(redacting, shipped).clear()
    found = careful.get(location)
    assert found.json["status"] == "succeeded"
    assert "Redacted before it was stored: 1 panic messages." in found.json["evidence"][0]["notes"]
    download = gzip.decompress(careful.get(f"{location}/evidence/0").data)
    assert download == told.replace(b"no account of " + PERSONAL, b"redacted-panic-1")
    assert PERSONAL not in stored(redacting)
    assert PERSONAL.decode() not in found.text


def test_without_it_evidence_is_stored_as_posted(client, settings, told) -> None:
    client.post("/v1/diagnoses", data=told, content_type="text/plain")
    assert PERSONAL in stored(settings)


def test_a_repeat_under_redaction_is_the_same_request(careful, told) -> None:
    headers = {"Idempotency-Key": "k"}
    ids = {
        careful.post("/v1/diagnoses", data=told, content_type="text/plain", headers=headers).json["id"] for _ in "ab"
    }
    assert len(ids) == 1


def test_the_diagnosis_is_that_of_the_original(careful, client, settings, *, redacting, told, shipped) -> None:
    answers = []
    for poster, of in ((client, settings), (careful, redacting)):
        location = poster.post("/v1/diagnoses", data=told, content_type="text/plain").headers["Location"]
        Desk(of, shipped).clear()
        found = poster.get(location).json
        answers.append(json.dumps([found["verdict"], found["diagnoses"], found["summary"]]))
    assert answers[0] == answers[1]


def test_what_cannot_be_redacted_is_not_stored_and_named_in_a_warning(careful, redacting, dump, shipped) -> None:
    image = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
    parts = [(io.BytesIO(dump), "dump.txt"), (io.BytesIO(image), "screen.png")]
    answer = careful.post("/v1/diagnoses", data={"evidence": parts}, content_type="multipart/form-data")
    Desk(redacting, shipped).clear()
    found = careful.get(answer.headers["Location"]).json
    assert [piece["name"] for piece in found["evidence"]] == ["dump.txt"]
    assert found["warnings"][0].startswith("screen.png: Not stored: It is neither text nor a pprof profile.")
    assert image not in stored(redacting)
    assert careful.get(f"{answer.headers['Location']}/evidence/0").data == dump
    left = careful.get(f"{answer.headers['Location']}/evidence/1")
    assert (left.status_code, left.json["code"]) == (410, "evidence-gone")
    assert left.json["detail"].startswith("Not stored: It is neither text nor a pprof profile.")
    assert careful.post("/v1/diagnoses", data=image).status_code == 415


def test_a_key_is_not_for_another_file_of_the_same_name_of_which_nothing_is_kept(careful, dump) -> None:
    def post(image: bytes):
        parts = [(io.BytesIO(dump), "dump.txt"), (io.BytesIO(b"\x89PNG\r\n\x1a\n" + image), "screen.png")]
        headers = {"Idempotency-Key": "k"}
        return careful.post(
            "/v1/diagnoses", data={"evidence": parts}, content_type="multipart/form-data", headers=headers
        )

    first = post(bytes(range(256)))
    assert post(bytes(range(256))).json["id"] == first.json["id"]
    assert post(bytes(range(255))).json["code"] == "idempotency-key-reused"
