"""The service and a worker with their evidence in a bucket."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace

import boto3
import pytest
from moto.server import ThreadedMotoServer

from service.app import create_app
from workers.desk import Desk
from workers.purger import Purger

from .conftest import CheckedClient


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    for name, value in {
        "AWS_ENDPOINT_URL_S3": f"http://{host}:{port}",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
    }.items():
        monkeypatch.setenv(name, value)
    name = f"evidence-{os.urandom(4).hex()}"
    boto3.client("s3").create_bucket(Bucket=name)
    yield name
    server.stop()


def keys(bucket: str) -> list[str]:
    found = [entry["Key"] for entry in boto3.client("s3").list_objects_v2(Bucket=bucket).get("Contents", ())]
    return [key for key in found if not key.endswith(".probe")]


def test_evidence_is_posted_read_downloaded_and_deleted_through_the_bucket(settings, bucket, dump, shipped) -> None:
    there = replace(settings, blob_url=f"s3://{bucket}/leakbook", orphan_seconds=0.0)
    client = CheckedClient(create_app(there))
    location = client.post("/v1/diagnoses", data=dump, content_type="text/plain").headers["Location"]
    assert len(keys(bucket)) == 1
    assert not settings.blob_dir.exists()
    Desk(there, shipped).clear()
    assert client.get(location).json["status"] == "succeeded"
    download = client.get(f"{location}/evidence/0")
    assert (download.data, download.content_length) == (dump, len(dump))
    assert client.get("/readyz").json["evidence_store"] == "ok"
    assert "leakbook_evidence_free_bytes" not in client.get("/metrics").text
    assert Purger(there).purge().blobs == 0
    assert client.delete(location).status_code == 204
    assert keys(bucket) == []


def test_a_bucket_that_is_away_is_said_and_nothing_is_accepted(settings, bucket, dump) -> None:
    client = CheckedClient(create_app(replace(settings, blob_url="s3://no-such-bucket-here")))
    answer = client.post("/v1/diagnoses", data=dump, content_type="text/plain")
    assert (answer.status_code, answer.json["code"]) == (503, "store-unavailable")
    assert client.get("/readyz").json["evidence_store"] == "away"
    assert client.get("/v1/diagnoses").json["diagnoses"] == []
