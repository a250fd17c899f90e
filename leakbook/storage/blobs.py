"""The posted bytes, by their SHA-256, each written once: the port, and the directory that is its default."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Protocol

PIECE_BYTES: Final = 2**18
_ADDRESS: Final = re.compile(r"[0-9a-f]{64}")


class BlobsAway(OSError):
    """The place where evidence is kept cannot be written or read now: full, or not there."""


class BlobStore(Protocol):
    """Immutable bytes by content address (64 hexadecimal digits)."""

    def put(self, sha256: str, content: bytes) -> None:
        """Keep `content` for good before returning; no work when it is there. Raises BlobsAway."""

    def get(self, sha256: str) -> bytes:
        """The bytes. Raises FileNotFoundError, BlobsAway."""

    def pieces(self, sha256: str) -> Iterator[bytes]:
        """The bytes a piece at a time. Raises FileNotFoundError, BlobsAway before the first."""

    def remove(self, sha256: str) -> None:
        """Forget the bytes; no error when they are gone. Raises BlobsAway."""

    def addresses(self, *, older_than_seconds: float) -> Iterator[str]:
        """Of all that was written longer ago. Raises BlobsAway."""

    def tidy(self, *, older_than_seconds: float) -> int:
        """Remove what writes left that began longer ago and never ended; how many. Raises BlobsAway."""

    def is_well(self) -> bool:
        """Whether something can be written now."""


def check_address(sha256: str) -> str:
    """The address. Raises ValueError for what is no SHA-256, a path above all."""
    if not _ADDRESS.fullmatch(sha256):
        raise ValueError(f"{sha256!r} is no SHA-256")
    return sha256


class DirectoryBlobs:
    """Blobs as files, `ab/ab12…`; safe with any number of writing processes."""

    def __init__(self, root: Path) -> None:
        """Use `root`, made at the first write."""
        self._root = root

    def _path(self, sha256: str) -> Path:
        return self._root / sha256[:2] / check_address(sha256)

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
        if not path.parent.exists():
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            _sync_directory(path.parent.parent)
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

    def pieces(self, sha256: str) -> Iterator[bytes]:
        """The file's bytes."""
        try:
            file = self._path(sha256).open("rb")
        except FileNotFoundError:
            raise
        except OSError as error:
            raise BlobsAway(f"cannot read evidence: {error}") from error

        def read() -> Iterator[bytes]:
            with file:
                while piece := file.read(PIECE_BYTES):
                    yield piece

        return read()

    def remove(self, sha256: str) -> None:
        """Unlink the file."""
        try:
            self._path(sha256).unlink(missing_ok=True)
        except OSError as error:
            raise BlobsAway(f"cannot remove evidence: {error}") from error

    def addresses(self, *, older_than_seconds: float) -> Iterator[str]:
        """By the time at which the file was written."""
        for path in self._old_files("[0-9a-f][0-9a-f]/*", older_than_seconds):
            if _ADDRESS.fullmatch(path.name):
                yield path.name

    def tidy(self, *, older_than_seconds: float) -> int:
        """Unlink what killed processes left beside the files."""
        left = [*self._old_files("*/*.part", older_than_seconds), *self._old_files(".probe-*", older_than_seconds)]
        for path in left:
            path.unlink(missing_ok=True)
        return len(left)

    def _old_files(self, pattern: str, older_than_seconds: float) -> Iterator[Path]:
        before = time.time() - older_than_seconds
        for path in self._root.glob(pattern):
            try:
                if path.stat().st_mtime < before:
                    yield path
            except FileNotFoundError:
                continue  # removed meanwhile

    def is_well(self) -> bool:
        """Whether a file can be made there, with something in it: a full disk makes empty files."""
        probe = self._root / f".probe-{os.getpid()}"
        try:
            self._root.mkdir(parents=True, exist_ok=True, mode=0o700)
            probe.write_bytes(b"probe" * 1000)
            probe.unlink()
        except OSError:
            return False
        return True


def _sync_directory(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
