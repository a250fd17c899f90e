"""Where evidence is kept: the directory, or the object store that the settings name."""

from __future__ import annotations

from .blobs import BlobStore, DirectoryBlobs
from .settings import Settings


def open_blobs(settings: Settings) -> BlobStore:
    """The place. Nothing is connected yet; open it after a fork. Raises ValueError for a URL of no known kind."""
    if settings.blob_url is None:
        return DirectoryBlobs(settings.blob_dir)
    from .s3_blobs import S3Blobs  # noqa: PLC0415 - boto3 is installed for S3 only

    return S3Blobs.at(settings.blob_url)
