"""The posted bytes, by their SHA-256, each written once. A small port so that an object store can take the place."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Protocol


class BlobsAway(OSError):
    """The place where evidence is kept cannot be written or read now: full, or not there."""


class BlobStore(Protocol):
    """Immutable bytes by content address (64 hexadecimal digits)."""

    def put(self, sha256: str, content: bytes) -> None:
        """Keep `content` for good before returning; no work when it is there. Raises BlobsAway."""

    def get(self, sha256: str) -> bytes:
        """The bytes. Raises FileNotFoundError, BlobsAway."""

    def remove(self, sha256: str) -> None:
        """Forget the bytes; no error when they are gone."""


class DirectoryBlobs:
    """Blobs as files, `ab/ab12…`; safe with any number of writing processes."""

    def __init__(self, root: Path) -> None:
        """Use `root`, made at the first write."""
        self._root = root

    def _path(self, sha256: str) -> Path:
        if len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):
            raise ValueError(f"{sha256!r} is no SHA-256")
        return self._root / sha256[:2] / sha256

    def put(self, sha256: str, content: bytes) -> None:
        """Write beside, sync, link into place, sync the directory: a crash leaves the whole blob or none."""
        path = self._path(sha256)
        if path.exists():
            return
        try:
            self._write(path, content)
        except OSError as error:
            raise BlobsAway(f"cannot keep evidence: {error}") from error

    @staticmethod
    def _write(path: Path, content: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        beside = path.with_name(f"{path.name}.{os.urandom(6).hex()}.part")
        try:
            with beside.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
        _sync_directory(path.parent)

    def get(self, sha256: str) -> bytes:
        """The bytes. Raises FileNotFoundError, BlobsAway."""
        try:
            return self._path(sha256).read_bytes()
        except FileNotFoundError:
            raise
        except OSError as error:
            raise BlobsAway(f"cannot read evidence: {error}") from error

    def remove(self, sha256: str) -> None:
        """Unlink the file."""
        self._path(sha256).unlink(missing_ok=True)


def _sync_directory(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
