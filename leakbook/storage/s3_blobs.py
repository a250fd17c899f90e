"""Blobs as objects of a bucket, `prefix/ab/ab12…`, in S3 or whatever speaks its protocol.

Endpoint, region and credentials come from where AWS's own tools take them: `AWS_ENDPOINT_URL_S3`, `AWS_REGION`,
`AWS_ACCESS_KEY_ID`, profiles, web identities, instance roles.

boto3, because worker processes fork while their parent has used the store, and a client must then work in the child:
clients on a shared native runtime (obstore 0.12) hang there.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from urllib.parse import urlsplit

import boto3
from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from .blobs import PIECE_BYTES, BlobsAway, check_address

_ABSENT: Final = frozenset({"404", "NoSuchKey", "NotFound"})
_TRANSFER: Final = TransferConfig(multipart_threshold=8 * 2**20, multipart_chunksize=8 * 2**20, use_threads=False)
_CONFIG: Final = Config(
    connect_timeout=3,
    read_timeout=15,
    retries={"mode": "standard", "total_max_attempts": 3},
    max_pool_connections=40,
    # Checksums beyond the protocol's own are unknown to older stores that are not Amazon's.
    request_checksum_calculation="when_required",
    response_checksum_validation="when_required",
)


class S3Blobs:
    """A bucket; safe with any number of writing processes, since an object appears whole or not at all."""

    def __init__(self, bucket: str, prefix: str) -> None:
        """`prefix` is empty or ends with a slash."""
        self._bucket = bucket
        self._prefix = prefix
        self._client = boto3.session.Session().client("s3", config=_CONFIG)

    @classmethod
    def at(cls, url: str) -> S3Blobs:
        """From `s3://bucket/prefix`. Raises ValueError."""
        split = urlsplit(url)
        if split.scheme != "s3" or not split.netloc or split.query or split.fragment or "@" in split.netloc:
            raise ValueError(f"LEAKBOOK_BLOB_URL is {url!r}, expected s3://BUCKET or s3://BUCKET/PREFIX")
        prefix = split.path.strip("/")
        return cls(split.netloc, f"{prefix}/" if prefix else "")

    def _key(self, sha256: str) -> str:
        return f"{self._prefix}{sha256[:2]}/{check_address(sha256)}"

    def put(self, sha256: str, content: bytes) -> None:
        """Upload, in parts of 8 MiB when it is large; no work when it is there."""
        key = self._key(sha256)
        with _known_errors("keep"):
            if not self._has(key):
                self._client.upload_fileobj(io.BytesIO(content), self._bucket, key, Config=_TRANSFER)

    def _has(self, key: str) -> bool:
        try:
            self._client.head_object(Bucket=self._bucket, Key=key)
        except ClientError as error:
            if _is_absent(error):
                return False
            raise
        return True

    def get(self, sha256: str) -> bytes:
        """The bytes. Raises FileNotFoundError, BlobsAway."""
        return b"".join(self.pieces(sha256))

    def pieces(self, sha256: str) -> Iterator[bytes]:
        """As they come over the network."""
        with _known_errors("read"):
            body = self._client.get_object(Bucket=self._bucket, Key=self._key(sha256))["Body"]

        def read() -> Iterator[bytes]:
            with _known_errors("read"), body:
                yield from body.iter_chunks(PIECE_BYTES)

        return read()

    def remove(self, sha256: str) -> None:
        """Delete the object. A bucket that keeps versions keeps it, as an old version, for as long as its rules say."""
        with _known_errors("remove"):
            self._client.delete_object(Bucket=self._bucket, Key=self._key(sha256))

    def addresses(self, *, older_than_seconds: float) -> Iterator[str]:
        """By the store's time of the last write."""
        before = datetime.now(UTC) - timedelta(seconds=older_than_seconds)
        for entry in self._pages("list_objects_v2", "Contents"):
            folder, _, name = entry["Key"].removeprefix(self._prefix).partition("/")
            if entry["LastModified"] < before and name[:2] == folder and _is_address(name):
                yield name

    def tidy(self, *, older_than_seconds: float) -> int:
        """Abort uploads in parts that were never completed."""
        before = datetime.now(UTC) - timedelta(seconds=older_than_seconds)
        left = [one for one in self._pages("list_multipart_uploads", "Uploads") if one["Initiated"] < before]
        with _known_errors("remove"):
            for one in left:
                self._client.abort_multipart_upload(Bucket=self._bucket, Key=one["Key"], UploadId=one["UploadId"])
        return len(left)

    def _pages(self, operation: str, what: str) -> Iterator[dict[str, Any]]:
        with _known_errors("list"):
            for page in self._client.get_paginator(operation).paginate(Bucket=self._bucket, Prefix=self._prefix):
                yield from page.get(what, ())

    def is_well(self) -> bool:
        """Whether a small object can be written."""
        try:
            self._client.put_object(Bucket=self._bucket, Key=f"{self._prefix}.probe", Body=b"probe")
        except (ClientError, BotoCoreError):
            return False
        return True


def _is_address(name: str) -> bool:
    try:
        return check_address(name) == name
    except ValueError:
        return False


def _is_absent(error: ClientError) -> bool:
    return error.response["Error"]["Code"] in _ABSENT


@contextmanager
def _known_errors(what: str) -> Iterator[None]:
    try:
        yield
    except ClientError as error:
        if _is_absent(error):
            raise FileNotFoundError(str(error)) from error
        raise BlobsAway(f"cannot {what} evidence: {error}") from error
    except (BotoCoreError, OSError) as error:
        raise BlobsAway(f"cannot {what} evidence: {error}") from error
