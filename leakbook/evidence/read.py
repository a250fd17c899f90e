"""Everything of one request -> captures: unpack, recognise by content, read.

Binary readers are asked first and the first that recognises decides. Text is cleaned of what pasting did to it, then
every text reader that recognises is asked, since one log holds gctrace lines, a dump and a metrics scrape. Of a large
text that one format fills, only what is not a whole record or line of it is looked at for what pasting did.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Final

from ..errors import EmptyEvidence, EvidenceError, KindMismatch, Malformed, NotGo, NotRecognised, OverLimit
from ..limits import DEFAULT_LIMITS, Limits
from .debug1.goroutines import GoroutineTextReader
from .debug1.heap import HeapTextReader
from .descriptors import DescriptorReader
from .dump.panicparse import PanicparseReader
from .dump.reader import GoroutineDumpReader, read_lone_dump
from .dump.stream import HEAD_BYTES, LARGE, read_streamed_dump, starts_dump
from .gctrace import GcTraceReader
from .metrics.reader import RuntimeMetricsReader
from .model import Capture, EvidenceKind, Reading, Submission
from .paste.clean import clean
from .pprof.reader import PprofReader
from .printed.gains import with_gains
from .printed.goroutine_tables import GoroutineTableReader
from .printed.heap_lists import HeapListReader
from .printed.reader import PprofTextReader
from .reader import BinaryReader, Bulk, BulkReader, TextReader, with_notes
from .unpacking.inflate import Allowance
from .unpacking.text_bytes import decode, describe, is_text, without_holes
from .unpacking.unpack import Leaf, Unpacked, label, unpack
from .unread_base64 import unread_base64
from .unread_forms import named_form
from .unreadable import UNREADABLE, left_aside, may_be_left_aside, nothing_readable

BINARY_READERS: Final[tuple[BinaryReader, ...]] = (PprofReader(),)
_GOROUTINE_TEXT: Final = GoroutineTextReader()
_GCTRACE: Final = GcTraceReader()
TEXT_READERS: Final[tuple[TextReader, ...]] = (
    GoroutineDumpReader(),
    PanicparseReader(),
    GoroutineTableReader(),
    _GOROUTINE_TEXT,
    HeapTextReader(),
    PprofTextReader(),
    HeapListReader(),
    _GCTRACE,
    RuntimeMetricsReader(),
    DescriptorReader(),
)
BULK_READERS: Final[tuple[BulkReader, ...]] = (_GOROUTINE_TEXT, _GCTRACE)

EXPECTED: Final = (
    "a pprof profile (protobuf, or text of ?debug=1), a goroutine dump (?debug=2, SIGQUIT, a panic), what go tool "
    "pprof prints, gctrace lines, runtime metrics (Prometheus, expvar, MemStats), resident memory over time (VmRSS, "
    "ps, top, docker stats, kubectl top), open descriptors (ls -l /proc/PID/fd, lsof, ss), or a zip, tar, gzip or zstd "
    "of these"
)
"""All that is read, for whoever sent something else."""

_MARKS_OF_DAMAGE: Final = ("\r", "\\", "\x1b")
"""Of line ends, escapes and colours: a text that has one is cleaned before anything is taken from it."""
_HEAD: Final = 4096
_LOOKED_AT: Final = 2**16
"""Bytes of a text of no kind in which the name of another kind is looked for."""
_NAMED: Final = 3
"""Members of a bundle that an error names."""
_GOROUTINES: Final = frozenset({EvidenceKind.GOROUTINE_PROFILE, EvidenceKind.GOROUTINE_DUMP})
_CONTENTION: Final = frozenset({EvidenceKind.BLOCK_PROFILE, EvidenceKind.MUTEX_PROFILE})
_PRINTED_BY_PPROF: Final = frozenset(
    {
        EvidenceKind.HEAP_PROFILE,
        EvidenceKind.GOROUTINE_PROFILE,
        EvidenceKind.GOROUTINELEAK_PROFILE,
        EvidenceKind.THREADCREATE_PROFILE,
        EvidenceKind.BLOCK_PROFILE,
        EvidenceKind.MUTEX_PROFILE,
        EvidenceKind.CPU_PROFILE,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadEvidence:
    """The captures of a request in order of posting, and what could not be used beside them."""

    captures: tuple[Capture, ...]
    warnings: tuple[str, ...] = ()


def read_evidence(submissions: Sequence[Submission], limits: Limits = DEFAULT_LIMITS) -> ReadEvidence:
    """Read what a client posted.

    A time the client states for a submission wins over the profile's own; where one submission holds several
    captures, each one's own time wins. `Capture.order` numbers the captures of the whole request.

    Raises an EvidenceError that names the part: EmptyEvidence, NotRecognised, NotGo, Malformed, KindMismatch or
    OverLimit. A part among others that cannot be read is a warning, unless none can; so is a member of a bundle.
    """
    _check_request(submissions, limits)
    allowance = Allowance(limits)
    captures: list[Capture] = []
    warnings: list[str] = []
    idle: list[EvidenceError] = []
    for position, submission in enumerate(submissions):
        try:
            found = _streamed(submission, allowance)
        except EvidenceError as error:
            raise error.in_part(submission.name) from error
        if not found:
            try:
                unpacked = unpack(submission, allowance)
                warnings.extend(unpacked.warnings)
                found = read_unpacked(submission, unpacked, warnings, limits)
            except EvidenceError as error:
                if not may_be_left_aside(error, submission):
                    raise error.in_part(submission.name) from error
                idle.append(error.in_part(submission.name))
        captures.extend(_captures(submission, found, first=len(captures), position=position))
    if idle and not captures:
        raise nothing_readable(idle)
    warnings.extend(left_aside(idle))
    return ReadEvidence(captures=with_gains(captures), warnings=tuple(warnings))


def _check_request(submissions: Sequence[Submission], limits: Limits) -> None:
    if not submissions:
        raise EmptyEvidence("The request has no evidence.", expected="at least one profile, dump, log or metrics file")
    if len(submissions) > limits.parts:
        raise OverLimit(f"The request has {len(submissions)} parts; {limits.parts} are allowed.", limit="parts")
    posted = sum(len(submission.content) for submission in submissions)
    if posted > limits.request_bytes:
        detail = f"The request has {posted} bytes of evidence; {limits.request_bytes} are allowed."
        raise OverLimit(detail, limit="request_bytes")


def _streamed(submission: Submission, allowance: Allowance) -> list[tuple[str, Reading]]:
    """The readings of a large compressed dump, never unpacked as a whole; nothing for any other submission."""
    readings = read_streamed_dump(submission.content, allowance)
    name = label(submission.name) or "evidence"
    return _as_stated(submission.kind, [(name, reading) for reading in readings]) if readings else []


def read_unpacked(
    submission: Submission, unpacked: Unpacked, warnings: list[str], limits: Limits
) -> list[tuple[str, Reading]]:
    """Readings of one submission with the names of their leaves, kinds checked against the stated one.

    Raises the EvidenceErrors of `read_evidence`. A member that cannot be read is added to `warnings`.
    """
    found: list[tuple[str, Reading]] = []
    failures: list[EvidenceError] = []
    said = list(unpacked.warnings)
    for leaf in unpacked.leaves:
        try:
            found.extend((leaf.name, reading) for reading in read_leaf(leaf, limits))
        except UNREADABLE as error:
            if not leaf.is_member:
                raise
            failures.append(error)
            said.append(f"{leaf.name}: {error.detail}")
    if not found:
        raise _nothing_in(failures, said)
    warnings.extend(said[len(unpacked.warnings) :])
    return _as_stated(submission.kind, found)


def _nothing_in(failures: Sequence[EvidenceError], said: Sequence[str]) -> EvidenceError:
    """The error of a bundle without a single readable member: its only member's own, or what each of the first is."""
    if len(failures) == len(said) == 1:
        return failures[0]
    if not said:
        return EmptyEvidence("The bundle has no members.")
    more = f" {len(said) - _NAMED} more." if len(said) > _NAMED else ""
    return NotRecognised(
        f"None of the bundle's {len(said)} members can be read. {' '.join(said[:_NAMED])}{more}", found=said[0]
    )


def read_leaf(leaf: Leaf, limits: Limits) -> tuple[Reading, ...]:
    """Readings of bytes that are no container, notes of their unpacking included. Raises EvidenceError."""
    content = leaf.content
    for reader in BINARY_READERS:
        if reader.recognises(content[:_HEAD]):
            return with_notes(reader.read(content, limits), leaf.notes)
    if not content[:_HEAD].strip() and not content.strip():
        raise EmptyEvidence("There is nothing in it but blanks.")
    content, holes = without_holes(content)
    if not is_text(content):
        raise _unrecognised(content)
    if len(content) >= LARGE and starts_dump(content[:HEAD_BYTES]):
        dumps = read_lone_dump((content,), limits)
        if dumps is not None:
            return with_notes(dumps, (*leaf.notes, *holes))
    text, notes = decode(content)
    readings, undone = _read_text(text, limits)
    if not readings:
        raise _unrecognised(content)
    return with_notes(readings, (*leaf.notes, *holes, *notes, *undone))


def _read_text(text: str, limits: Limits) -> tuple[tuple[Reading, ...], tuple[str, ...]]:
    """What all text readers make of it, and notes of what was undone before."""
    undone: tuple[str, ...] = ()
    taken = None if any(mark in text for mark in _MARKS_OF_DAMAGE) else _taken_in_bulk(text, limits)
    if taken is None or clean(taken[1].uncertain)[1]:
        text, undone = clean(text)
        taken = _taken_in_bulk(text, limits) if taken is None or undone else taken
    return _read_by_all(text, taken, limits), undone


def _taken_in_bulk(text: str, limits: Limits) -> tuple[BulkReader, Bulk] | None:
    """What the reader takes whose format a large text is filled with; None where it is small or none does."""
    head = text[:HEAD_BYTES]
    filling = (reader for reader in BULK_READERS if reader.fills(head))
    reader = next(filling, None) if len(text) >= LARGE else None
    return None if reader is None else (reader, reader.read_bulk(text, limits))


def _read_by_all(text: str, taken: tuple[BulkReader, Bulk] | None, limits: Limits) -> tuple[Reading, ...]:
    """One that fails is only an error when no other has read anything."""
    readings: list[Reading] = []
    failures: list[Malformed] = []
    filling, bulk = taken if taken is not None else (None, Bulk(readings=(), rest=text))
    for reader in TEXT_READERS:
        if reader is filling:
            readings.extend(bulk.readings)
            continue
        if not reader.recognises(bulk.rest):
            continue
        try:
            readings.extend(reader.read(bulk.rest, limits))
        except Malformed as error:
            failures.append(error)
    if not readings and failures:
        raise failures[0]
    return with_notes(tuple(readings), tuple(error.detail for error in failures))


def _unrecognised(content: bytes) -> EvidenceError:
    seen = describe(content)
    if "Java" in seen:
        return NotGo("This is not of a Go program.", found=seen, expected="evidence of a Go process")
    if not is_text(content):
        return NotRecognised(f"This is no evidence of a Go process: {seen}.", found=seen, expected=EXPECTED)
    text = decode(content[:_LOOKED_AT])[0]
    named = unread_base64(text, _is_read) or named_form(text)
    return NotRecognised(named or f"No evidence was found in it: {seen}.", found=seen, expected=EXPECTED)


def _is_read(text: str) -> bool:
    return any(reader.recognises(text) for reader in TEXT_READERS)


def _as_stated(stated: EvidenceKind | None, found: list[tuple[str, Reading]]) -> list[tuple[str, Reading]]:
    """The readings under the stated kind. Raises KindMismatch when none of them is of it.

    Block and mutex profiles look alike: there the client knows better.
    """
    if stated is None:
        return found
    if stated in _CONTENTION:
        found = [(n, replace(r, kind=stated) if r.kind in _CONTENTION else r) for n, r in found]
    kinds = {reading.kind for _, reading in found}
    if not any(_agree(stated, kind) for kind in kinds):
        names = ", ".join(sorted(kinds))
        raise KindMismatch(f"Stated as {stated}, but it is {names}.", found=names, expected=str(stated))
    return found


def _agree(stated: EvidenceKind, kind: EvidenceKind) -> bool:
    return (
        stated is kind
        or (stated in _GOROUTINES and kind in _GOROUTINES)
        or (kind is EvidenceKind.PPROF_TEXT and stated in _PRINTED_BY_PPROF)
        or (stated is EvidenceKind.PPROF_TEXT and kind is EvidenceKind.GOROUTINE_PROFILE)
    )


def _captures(submission: Submission, found: list[tuple[str, Reading]], *, first: int, position: int) -> list[Capture]:
    digest = submission.sha256 or sha256(submission.content).hexdigest()
    return [
        Capture(
            name=name,
            order=first + index,
            reading=with_notes((reading,), submission.notes)[0],
            captured_at=_time(submission.captured_at, reading.captured_at, alone=len(found) == 1),
            sha256=digest,
            size=len(submission.content),
            position=position,
        )
        for index, (name, reading) in enumerate(found)
    ]


def _time(stated: datetime | None, own: datetime | None, *, alone: bool) -> datetime | None:
    first, second = (stated, own) if alone else (own, stated)
    return first if first is not None else second
