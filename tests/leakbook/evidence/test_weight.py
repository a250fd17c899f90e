"""How much evidence unpacks to, whatever it says of itself."""

from __future__ import annotations

import gzip
import io
import struct
import tarfile
import zipfile

import pytest
from backports import zstd

from leakbook.evidence.model import Submission
from leakbook.evidence.weight import weight_of
from leakbook.limits import DEFAULT_LIMITS

PLAIN = b"goroutine 7 [chan send]:\nshop.publish()\n\t/src/shop/notify.go:41 +0x2d\n\n" * 4_000
ENOUGH = len(PLAIN)


def weigh(*contents: bytes) -> int:
    pieces = [Submission(name="e", content=content) for content in contents]
    return weight_of(pieces, DEFAULT_LIMITS, enough=ENOUGH)


def zipped(content: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr("dump.txt", content)
    return held.getvalue()


def tarred(content: bytes) -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as bundle:
        member = tarfile.TarInfo("dump.txt")
        member.size = len(content)
        bundle.addfile(member, io.BytesIO(content))
    return held.getvalue()


def lying(packed: bytes) -> bytes:
    """A gzip whose trailer says that three bytes come out of it."""
    return packed[:-4] + struct.pack("<I", 3)


PACKED = {
    "plain": PLAIN,
    "gzip": gzip.compress(PLAIN),
    "gzip that lies": lying(gzip.compress(2 * PLAIN)),
    "two members of gzip": gzip.compress(PLAIN[: ENOUGH // 2]) + gzip.compress(PLAIN[ENOUGH // 2 :]),
    "zstd": zstd.compress(PLAIN),
    "zip": zipped(PLAIN),
    "gzip in a zip": zipped(gzip.compress(PLAIN)),
    "gzip in a tar": tarred(gzip.compress(PLAIN)),
    "tar.gz": gzip.compress(tarred(PLAIN)),
    "gzip twice": gzip.compress(gzip.compress(PLAIN)),
    "more layers than are opened": gzip.compress(gzip.compress(gzip.compress(gzip.compress(gzip.compress(PLAIN))))),
}


@pytest.mark.parametrize("way", PACKED)
def test_evidence_weighs_what_comes_out_of_it(way: str) -> None:
    assert weigh(PACKED[way]) >= ENOUGH, way


def test_pieces_weigh_together() -> None:
    half = gzip.compress(PLAIN[: ENOUGH // 2])
    assert weigh(half) == ENOUGH // 2
    assert weigh(half, half) == ENOUGH


@pytest.mark.parametrize("content", [PLAIN[:1000], b"PK\x03\x04" + b"x" * 996, b"\x1f\x8b\x08" + b"x" * 997])
def test_what_cannot_be_unpacked_weighs_what_was_posted(content: bytes) -> None:
    assert weigh(content) == 1000
