"""Content-addressed files."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from leakbook.storage import blobs as blobs_module
from leakbook.storage.blobs import DirectoryBlobs


def test_a_blob_is_written_once_and_removed_for_good(tmp_path) -> None:
    blobs = DirectoryBlobs(tmp_path)
    digest = hashlib.sha256(b"heap").hexdigest()
    blobs.put(digest, b"heap")
    written = (tmp_path / digest[:2] / digest).stat().st_mtime_ns
    blobs.put(digest, b"heap")
    assert (tmp_path / digest[:2] / digest).stat().st_mtime_ns == written
    assert blobs.get(digest) == b"heap"
    blobs.remove(digest)
    blobs.remove(digest)
    with pytest.raises(FileNotFoundError):
        blobs.get(digest)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_new_folder_is_on_the_disk_before_what_is_in_it_counts_as_kept(tmp_path, monkeypatch) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(blobs_module, "_sync_directory", synced.append)
    blobs, folder = DirectoryBlobs(tmp_path), tmp_path / "ab"
    blobs.put("ab" + "0" * 62, b"one")
    blobs.put("ab" + "1" * 62, b"two")
    assert synced == [tmp_path, folder, folder]


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "0" * 63, "0" * 63 + "/"])
def test_only_a_digest_is_a_name(tmp_path, name: str) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        DirectoryBlobs(tmp_path).put(name, b"")
