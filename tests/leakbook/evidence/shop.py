"""The captures of captures/shop/main.go, as evidence."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

from leakbook.errors import EvidenceError
from leakbook.evidence.model import Capture, Submission
from leakbook.evidence.read import read_evidence

CAPTURES = Path(__file__).parent / "captures" / "shop"


def posted(name: str) -> bytes:
    return (CAPTURES / name).read_bytes()


def plain(name: str) -> bytes:
    return gzip.decompress(posted(name))


def failure(act: Callable[[], object]) -> EvidenceError | None:
    """The evidence error that an act raises; any other error goes on."""
    try:
        act()
    except EvidenceError as error:
        return error
    return None


def read_one(content: bytes) -> Capture:
    (capture,) = read_evidence([Submission(name="unknown", content=content)]).captures
    return capture
