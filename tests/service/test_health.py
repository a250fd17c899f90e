"""Alive, ready, and which part is down."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import TimeoutError as NoConnection

from leakbook.storage.blobs import DirectoryBlobs
from leakbook.storage.census import Census
from service import metrics
from service.readiness import Looked
from workers import metrics as worker_metrics  # noqa: F401 - in embedded mode the workers' counts are shown here too


def samples(client) -> list[str]:
    return [line for line in client.get("/metrics").text.splitlines() if not line.startswith("#")]


def test_all_well(client) -> None:
    ready = client.get("/readyz").json
    assert {name: ready[name] for name in ("status", "store", "broker", "evidence_store")} == {
        "status": "ok",
        "store": "ok",
        "broker": "ok",
        "evidence_store": "ok",
    }
    assert "leakbook_store_up 1.0" in samples(client)
    assert 'leakbook_part_up{part="broker"} 1.0' in samples(client)


def test_evidence_that_cannot_be_stored_degrades(client, settings) -> None:
    settings.blob_dir.write_bytes(b"a file where the directory should be")
    ready = client.get("/readyz")
    assert ready.status_code == 200
    assert (ready.json["status"], ready.json["evidence_store"], ready.json["broker"]) == ("degraded", "away", "ok")
    assert 'leakbook_part_up{part="evidence_store"} 0.0' in samples(client)


def test_a_broker_that_is_away_degrades_and_jobs_are_accepted(client, settings, dump) -> None:
    (settings.data_dir / "queue").write_bytes(b"a file where the queue should be")
    ready = client.get("/readyz")
    assert (ready.status_code, ready.json["status"], ready.json["broker"]) == (200, "degraded", "away")
    assert client.post("/v1/diagnoses", data=dump).status_code == 202


def test_a_store_that_is_away_is_named_and_the_others_with_it(client, app, settings) -> None:
    app.extensions["leakbook"].engine.dispose()  # an open connection may answer from its cache
    for beside in settings.data_dir.glob("leakbook.sqlite3-*"):
        beside.unlink()
    (settings.data_dir / "leakbook.sqlite3").write_bytes(b"no database" * 1000)
    ready = client.get("/readyz")
    assert ready.status_code == 503
    assert (ready.json["store"], ready.json["broker"], ready.json["evidence_store"]) == ("away", "ok", "ok")
    assert client.get("/livez").json == {"status": "ok"}
    assert "leakbook_store_up 0.0" in samples(client)


def test_a_store_whose_connections_are_all_taken_is_away(client, monkeypatch) -> None:
    def wait_in_vain(_census: Census) -> None:
        raise NoConnection("QueuePool limit reached")

    monkeypatch.setattr(Census, "unended", wait_in_vain)
    assert (client.get("/readyz").status_code, client.get("/readyz").json["store"]) == (503, "away")
    assert "leakbook_store_up 0.0" in samples(client)


def test_livez_touches_nothing(client, app) -> None:
    del app.extensions["leakbook"]
    assert client.get("/livez").status_code == 200


def test_a_sick_part_is_asked_once_in_a_while(monkeypatch) -> None:
    asked: list[None] = []
    looked = Looked(lambda: asked.append(None) is not None)
    assert [looked.word() for _ in range(5)] == ["away"] * 5
    assert len(asked) == 1
    monkeypatch.setattr("service.readiness.KEEP_SECONDS", -1.0)
    looked.word()
    assert len(asked) == 2


def test_a_full_disk_is_noticed(tmp_path, monkeypatch) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    assert DirectoryBlobs(tmp_path).is_well()
    monkeypatch.setattr("pathlib.Path.write_bytes", full)
    assert not DirectoryBlobs(tmp_path).is_well()


@pytest.mark.parametrize("method", ["FROBNICATE", "x" * 500])
def test_a_method_or_path_that_a_client_invents_makes_no_label(client, app, method: str) -> None:
    app.test_client().open("/nowhere/" + "y" * 300, method=method)
    found = [line for line in samples(client) if line.startswith("leakbook_http_requests_total")]
    assert any('route="none"' in line and 'method="other"' in line for line in found), found
    assert method not in "".join(found)
    assert "yyy" not in "".join(found)


def test_requests_are_counted_by_route_and_status(client) -> None:
    before = metrics.REQUESTS.labels("/v1/playbooks", "GET", 200)._value.get()
    client.get("/v1/playbooks")
    assert metrics.REQUESTS.labels("/v1/playbooks", "GET", 200)._value.get() == before + 1


def test_a_post_whose_evidence_cannot_be_stored_is_answered_503_and_leaves_no_job(client, settings, dump) -> None:
    settings.blob_dir.write_bytes(b"a file where the directory should be")
    response = client.post("/v1/diagnoses", data=dump)
    assert (response.status_code, response.json["code"]) == (503, "store-unavailable")
    assert response.headers["Retry-After"]
    assert client.get("/v1/diagnoses").json["diagnoses"] == []
