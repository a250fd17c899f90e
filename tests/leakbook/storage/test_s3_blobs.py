"""Evidence in a bucket of a real server process's protocol, on loopback."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator

import boto3
import pytest
from moto.server import ThreadedMotoServer

from leakbook.storage.blob_places import open_blobs
from leakbook.storage.blobs import BlobsAway
from leakbook.storage.s3_blobs import S3Blobs
from leakbook.storage.settings import Settings

LARGE = 20 * 2**20


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(server: str, monkeypatch: pytest.MonkeyPatch) -> str:
    for name, value in {
        "AWS_ENDPOINT_URL_S3": server,
        "AWS_REGION": "us-east-1",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_EC2_METADATA_DISABLED": "true",
    }.items():
        monkeypatch.setenv(name, value)
    name = f"evidence-{os.urandom(4).hex()}"
    boto3.client("s3").create_bucket(Bucket=name)
    return name


@pytest.fixture
def blobs(bucket: str) -> S3Blobs:
    return S3Blobs.at(f"s3://{bucket}/team/leakbook/")


def address(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def keys(bucket: str) -> list[str]:
    return [entry["Key"] for entry in boto3.client("s3").list_objects_v2(Bucket=bucket).get("Contents", ())]


def test_a_blob_is_written_once_and_removed_for_good(bucket, blobs) -> None:
    digest = address(b"heap")
    blobs.put(digest, b"heap")
    written = boto3.client("s3").head_object(Bucket=bucket, Key=f"team/leakbook/{digest[:2]}/{digest}")["LastModified"]
    blobs.put(digest, b"heap")
    assert keys(bucket) == [f"team/leakbook/{digest[:2]}/{digest}"]
    again = boto3.client("s3").head_object(Bucket=bucket, Key=keys(bucket)[0])["LastModified"]
    assert again == written
    assert blobs.get(digest) == b"heap"
    blobs.remove(digest)
    blobs.remove(digest)
    for read in (blobs.get, blobs.pieces):
        with pytest.raises(FileNotFoundError):
            read(digest)
    assert keys(bucket) == []


def test_a_large_blob_goes_up_in_parts_and_comes_down_in_pieces(bucket, blobs) -> None:
    content = os.urandom(2**20) * (LARGE // 2**20)
    digest = address(content)
    blobs.put(digest, content)
    etag = boto3.client("s3").head_object(Bucket=bucket, Key=keys(bucket)[0])["ETag"]
    assert etag.strip('"').endswith("-3")  # S3's mark of an object that came in three parts
    pieces = list(blobs.pieces(digest))
    assert len(pieces) > 10
    assert max(map(len, pieces)) <= 2**18
    assert b"".join(pieces) == content


def test_only_a_digest_is_a_name(blobs) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        blobs.put("../../other-tenant", b"")


def test_old_blobs_are_listed_page_by_page_and_nothing_else_is(bucket, blobs, monkeypatch) -> None:
    digests = {address(b"%d" % number) for number in range(5)}
    for number in range(5):
        blobs.put(address(b"%d" % number), b"%d" % number)
    for foreign in ("team/leakbook/notes.txt", "team/other/ab/" + "ab" * 32, "team/leakbook/ab/short"):
        boto3.client("s3").put_object(Bucket=bucket, Key=foreign, Body=b"")
    assert set(blobs.addresses(older_than_seconds=-5)) == digests
    assert list(blobs.addresses(older_than_seconds=3600)) == []


def test_uploads_that_never_ended_are_aborted(bucket, blobs) -> None:
    client = boto3.client("s3")
    client.create_multipart_upload(Bucket=bucket, Key="team/leakbook/ab/half")
    # This server gives every such upload a time in 2010.
    assert blobs.tidy(older_than_seconds=100 * 365 * 86_400) == 0
    assert blobs.tidy(older_than_seconds=3600) == 1
    assert client.list_multipart_uploads(Bucket=bucket).get("Uploads", []) == []


def test_a_store_that_is_away_says_so(server, bucket, monkeypatch) -> None:
    missing = S3Blobs.at("s3://no-such-bucket-here")
    assert not missing.is_well()
    with pytest.raises(BlobsAway):
        missing.put(address(b"a"), b"a")
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9")
    away = S3Blobs.at(f"s3://{bucket}")
    assert not away.is_well()
    for act in (lambda: away.put(address(b"a"), b"a"), lambda: away.get(address(b"a")), lambda: away.remove("a" * 64)):
        with pytest.raises(BlobsAway):
            act()


def test_a_client_made_before_a_fork_leaves_the_child_free_to_make_its_own(bucket, blobs) -> None:
    blobs.put(address(b"parent"), b"parent")
    child = os.fork()
    if child == 0:
        try:
            S3Blobs.at(f"s3://{bucket}/team/leakbook").put(address(b"child"), b"child")
            os._exit(0)
        finally:
            os._exit(1)
    assert os.waitpid(child, 0)[1] == 0
    assert blobs.get(address(b"child")) == b"child"


@pytest.mark.parametrize("url", ["bucket", "https://bucket/x", "s3://", "s3://key:secret@bucket/", "s3://bucket?x=1"])
def test_a_wrong_url_names_the_variable(url: str) -> None:
    with pytest.raises(ValueError, match="LEAKBOOK_BLOB_URL"):
        open_blobs(Settings.from_environ({"LEAKBOOK_BLOB_URL": url}))
