"""What is refused before it is accepted, and what is left to the worker."""

from __future__ import annotations

import gzip
import io
import random
import struct
import tarfile
import zipfile
from collections.abc import Sequence
from dataclasses import replace

import pytest
from backports import zstd

from leakbook.errors import EvidenceError, KindMismatch, NotRecognised
from leakbook.evidence import first_look as module
from leakbook.evidence.first_look import READ_BYTES, SMALL_BYTES, first_look
from leakbook.evidence.model import EvidenceKind, Submission
from leakbook.evidence.read import read_evidence
from leakbook.evidence.unpacking.inflate import Allowance
from leakbook.evidence.unpacking.unpack import Unpacked, unpack
from leakbook.limits import DEFAULT_LIMITS

DUMP = b"goroutine 7 [chan send, 12 minutes]:\nshop.publish()\n\t/src/shop/notify.go:41 +0x2d\n\n"
NOISE = random.Random(7).randbytes(SMALL_BYTES + 1)
PNG = b"\x89PNG\r\n\x1a\n"


def look(content: bytes, kind: EvidenceKind | None = None) -> None:
    look_at([Submission(name="a", content=content, kind=kind)])


def look_at(submissions: Sequence[Submission], enough: int = 2**24) -> int:
    return first_look(submissions, DEFAULT_LIMITS, enough=enough)


@pytest.mark.parametrize(
    "content", [PNG + NOISE, PNG + NOISE[:1000], NOISE, NOISE[:1000], gzip.compress(b"no evidence", mtime=0)]
)
def test_what_no_reader_claims_is_refused_with_its_name(content: bytes) -> None:
    with pytest.raises(NotRecognised) as caught:
        look(content)
    assert caught.value.part == "a"


def test_small_evidence_is_read_so_its_kind_is_checked() -> None:
    look(DUMP, EvidenceKind.GOROUTINE_DUMP)
    with pytest.raises(KindMismatch):
        look(DUMP, EvidenceKind.HEAP_PROFILE)


@pytest.mark.parametrize(
    "content",
    [DUMP * 2000, gzip.compress(NOISE), gzip.compress(bytes(2**24)), b"PK\x03\x04" + NOISE, b"x" * (SMALL_BYTES + 1)],
    ids=["large dump", "packed", "bomb", "zip", "large text"],
)
def test_what_cannot_be_told_within_the_bound_is_left_to_the_worker(content: bytes) -> None:
    look(content)


@pytest.mark.parametrize("content", [PNG + NOISE, DUMP, NOISE[:500], b"hello\n"])
def test_it_is_never_stricter_than_the_full_reading(content: bytes) -> None:
    try:
        look(content)
    except EvidenceError as error:
        with pytest.raises(type(error)):
            read_evidence([Submission(name="a", content=content)], DEFAULT_LIMITS)


LOG = Submission(name="service.log", content=b"2026/11/28 started, listening on :8080\n")


def test_a_log_without_evidence_is_let_through_among_evidence_and_left_aside() -> None:
    both = (Submission(name="dump.txt", content=DUMP), LOG)
    look_at(both)
    read = read_evidence(both)
    assert [capture.name for capture in read.captures] == ["dump.txt"]
    (warning,) = read.warnings
    assert warning.startswith("service.log: No evidence was found in it: text beginning '2026/11/28 started")
    assert "It was left aside. Expected was a pprof profile" in warning


IDLE = (
    Submission(name="screen.png", content=PNG + NOISE[:500]),
    Submission(name="empty.txt", content=b""),
    Submission(name="cut.gz", content=gzip.compress(DUMP)[:12]),
    Submission(name="jstack.txt", content=b"Full thread dump OpenJDK 64-Bit Server VM:\n"),
)


def test_whatever_cannot_be_read_is_left_aside_among_evidence_and_named() -> None:
    pile = (IDLE[0], Submission(name="dump.txt", content=DUMP), *IDLE[1:], LOG)
    look_at(pile)
    read = read_evidence(pile)
    assert [capture.name for capture in read.captures] == ["dump.txt"]
    assert [warning.partition(":")[0] for warning in read.warnings] == [piece.name for piece in (*IDLE, LOG)]
    assert "a PNG image" in read.warnings[0]
    assert "no bytes" in read.warnings[1]
    assert "curl" in read.warnings[1]
    assert sum("Expected was a pprof profile" in warning for warning in read.warnings) == 1


@pytest.mark.parametrize("piece", IDLE, ids=lambda piece: piece.name)
def test_what_cannot_be_read_is_refused_where_its_kind_is_stated_or_nothing_is_left(piece: Submission) -> None:
    good = Submission(name="dump.txt", content=DUMP)
    stated = replace(piece, kind=EvidenceKind.HEAP_PROFILE)
    for pile in ((good, stated), (piece,), (piece, LOG)):
        for ask in (look_at, read_evidence):
            with pytest.raises(EvidenceError) as caught:
                ask(pile)
            assert caught.value.part == piece.name


def test_logs_alone_are_refused() -> None:
    with pytest.raises(NotRecognised):
        look_at((LOG, LOG))
    with pytest.raises(NotRecognised):
        read_evidence((LOG, LOG))


SMALL = DUMP * (SMALL_BYTES // len(DUMP))


def pieces(content: bytes, number: int = 100) -> list[Submission]:
    return [Submission(name=f"{n}", content=content) for n in range(number)]


@pytest.mark.parametrize("content", [SMALL, gzip.compress(DUMP * 10_000)], ids=["plain", "packed"])
@pytest.mark.parametrize("enough", [1, 2**24, 2**40], ids=["nothing is weighed", "some is", "all is"])
def test_what_is_read_of_many_small_pieces_is_bounded(monkeypatch, content: bytes, enough: int) -> None:
    read = 0
    ask = module.read_unpacked

    def watched(submission: Submission, unpacked: Unpacked, *others: object) -> object:
        nonlocal read
        read += sum(len(leaf.content) for leaf in unpacked.leaves)
        return ask(submission, unpacked, *others)

    monkeypatch.setattr(module, "read_unpacked", watched)
    look_at(pieces(content), enough)
    assert read <= READ_BYTES


def test_what_is_read_no_more_is_looked_at(monkeypatch) -> None:
    monkeypatch.setattr(module, "READ_BYTES", 2 * len(SMALL))
    for content in (DUMP, NOISE[:1000]):
        pile = [*pieces(SMALL, 2), Submission(name="last", content=content, kind=EvidenceKind.HEAP_PROFILE)]
        if content is DUMP:
            look_at(pile)  # its kind is wrong, which only reading shows: that is the worker's now
        else:
            with pytest.raises(NotRecognised) as caught:
                look_at(pile)
            assert caught.value.part == "last"


@pytest.mark.parametrize("enough", [1, 2**24], ids=["nothing is weighed", "all is"])
def test_nothing_is_unpacked_twice(monkeypatch, enough: int) -> None:
    unpacked = []

    def watched(submission: Submission, allowance: Allowance) -> Unpacked:
        unpacked.append(submission.name)
        return unpack(submission, allowance)

    monkeypatch.setattr(module, "unpack", watched)
    look_at([*pieces(gzip.compress(DUMP), 3), Submission(name="large", content=DUMP * 2000)], enough)
    assert len(unpacked) == len(set(unpacked))


PLAIN = DUMP * 4_000
ENOUGH = len(PLAIN)


def weigh(*contents: bytes) -> int:
    return look_at([Submission(name="e", content=content) for content in contents], ENOUGH)


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


@pytest.mark.parametrize("head", [b"goroutine 1", b"PK\x03\x04", b"\x1f\x8b\x08"])
def test_what_cannot_be_unpacked_weighs_what_was_posted(head: bytes) -> None:
    content = head + b"x" * SMALL_BYTES
    assert weigh(content) == len(content)
