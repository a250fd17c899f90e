"""What is refused before it is accepted, and what is left to the worker."""

from __future__ import annotations

import gzip
import random

import pytest

from leakbook.errors import EvidenceError, KindMismatch, NotRecognised
from leakbook.evidence.first_look import SMALL_BYTES, first_look
from leakbook.evidence.model import EvidenceKind, Submission
from leakbook.evidence.read import read_evidence
from leakbook.limits import DEFAULT_LIMITS

DUMP = b"goroutine 7 [chan send, 12 minutes]:\nshop.publish()\n\t/src/shop/notify.go:41 +0x2d\n\n"
NOISE = random.Random(7).randbytes(SMALL_BYTES + 1)
PNG = b"\x89PNG\r\n\x1a\n"


def look(content: bytes, kind: EvidenceKind | None = None) -> None:
    first_look(
        [Submission(name="good", content=DUMP), Submission(name="a", content=content, kind=kind)], DEFAULT_LIMITS
    )


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
    first_look(both, DEFAULT_LIMITS)
    read = read_evidence(both)
    assert [capture.name for capture in read.captures] == ["dump.txt"]
    assert read.warnings == ("service.log: This is of no kind that Leakbook reads. It was left aside.",)


def test_logs_alone_are_refused() -> None:
    with pytest.raises(NotRecognised):
        first_look((LOG, LOG), DEFAULT_LIMITS)
    with pytest.raises(NotRecognised):
        read_evidence((LOG, LOG))
