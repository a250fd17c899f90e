"""Logs that were emptied while a process wrote on: they begin, or go on, with a hole of zeros."""

import pytest

from leakbook.errors import EvidenceError
from leakbook.evidence.first_look import first_look
from leakbook.evidence.model import EvidenceKind, GcTrace, Submission
from leakbook.evidence.read import read_evidence
from leakbook.limits import DEFAULT_LIMITS

LINES = [
    f"gc {number} @{2 * number}.5s 0%: 0.03+1.1+0.002 ms clock, 0.06+0.04/0.9/0.2+0.004 ms cpu, "
    f"{20 + number}->{20 + number}->{11 + number} MB, {22 + number} MB goal, 0 MB stacks, 0 MB globals, 2 P\n"
    for number in range(1, 31)
]
TRACE = "".join(LINES).encode()


@pytest.mark.parametrize("hole", [64, 5_000, 300_000])
@pytest.mark.parametrize("before", [b"", b"".join(line.encode() for line in LINES[:10])])
def test_what_stands_around_a_hole_is_read_and_the_hole_is_said(hole, before):
    content = before + bytes(hole) + TRACE[len(before) :]
    submission = Submission(name="app.log", content=content)
    first_look([submission], DEFAULT_LIMITS, enough=2**40)
    (capture,) = read_evidence([submission]).captures
    assert capture.reading.kind is EvidenceKind.GCTRACE
    assert isinstance(capture.reading.content, GcTrace)
    assert sum(map(len, capture.reading.content.runs)) == 30
    assert any(f"{hole} zero bytes in 1 runs" in note for note in capture.reading.notes)


@pytest.mark.parametrize("content", [bytes(100), bytes(500_000), bytes(70) + bytes(range(1, 32)) * 20])
def test_nothing_but_a_hole_or_a_hole_in_bytes_that_are_no_text_is_refused(content):
    with pytest.raises(EvidenceError):
        read_evidence([Submission(name="app.log", content=content)])


def test_a_short_run_of_zeros_is_left_to_the_readers():
    (capture,) = read_evidence([Submission(name="t", content=TRACE + b"label \0\0\0\n" + TRACE)]).captures
    assert not any("zero bytes" in note for note in capture.reading.notes)


def test_zeros_of_utf_16_are_its_characters():
    text = TRACE.decode().replace("\n", "\r\n", 1) + "\0" * 40 + "\n" + TRACE.decode()
    (capture,) = read_evidence([Submission(name="t", content=b"\xff\xfe" + text.encode("utf-16-le"))]).captures
    assert isinstance(capture.reading.content, GcTrace)
    assert not any("zero bytes" in note for note in capture.reading.notes)
