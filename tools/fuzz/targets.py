"""What is fuzzed: one function of bytes for each reader, for the whole way from evidence to answer, and for playbooks.

A target may raise EvidenceError and PlaybookError, which are answers. Whatever else it raises is a crash; so are the
promises checked here: JSON that is valid, no control characters in any rendering, no answer above 5 MB, redaction in
pieces as at once.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Final

from leakbook.diagnosis.diagnose import diagnose
from leakbook.diagnosis.report import Report, Subject
from leakbook.errors import EvidenceError, PlaybookError
from leakbook.evidence.model import Capture, Submission
from leakbook.evidence.paste.clean import clean
from leakbook.evidence.read import BINARY_READERS, TEXT_READERS, read_evidence
from leakbook.evidence.reader import TextReader
from leakbook.evidence.redaction.names import PSEUDONYM, Pseudonyms
from leakbook.evidence.redaction.redact import Redactor
from leakbook.evidence.redaction.text import TextRedaction
from leakbook.evidence.unpacking.inflate import Allowance
from leakbook.evidence.unpacking.text_bytes import decode, is_text
from leakbook.evidence.unpacking.unpack import unpack
from leakbook.limits import DEFAULT_LIMITS
from leakbook.playbook.load import load_playbooks
from leakbook.playbook.model import Playbooks
from leakbook.playbook.reference import reference_markdown
from leakbook.playbooks_path import default_folder, read_folder
from leakbook.report.html import report_html
from leakbook.report.json import report_json
from leakbook.report.markdown import report_markdown
from leakbook.report.terminal import report_terminal
from leakbook.trial.run import run_tests

Target = Callable[[bytes], None]

NEXT_PART: Final = b"\n=== next part ===\n"
"""Parts the input of target `answer` into the submissions of one request."""

MOST_OUTPUT: Final = 5 * 2**20
CAPTURED: Final = Path(__file__).resolve().parents[2] / "tests" / "fixtures" / "goroutine"
MOST_SKETCHED: Final = 2000
"""Goroutines that a playbook's own tests may draw; more makes a run slow and finds nothing else."""
START: Final = datetime(2026, 1, 1, tzinfo=UTC)
ANSWERS: Final = (EvidenceError, PlaybookError)

_ID: Final = re.compile(r"(?m)^id: ([a-z]{1,20}/[a-z-]{1,40})$")
_PARENT: Final = re.compile(r"(?m)^specialises: ([a-z]{1,20}/[a-z-]{1,40})$")
_SKETCHED: Final = re.compile(r"(\d{1,9}) x \[")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Broken(AssertionError):
    """A promise that does not hold."""


@cache
def shipped_playbooks() -> Playbooks:
    """The set that the service starts with."""
    return load_playbooks(read_shipped())


def renderings(report: Report) -> dict[str, str]:
    """The report in every form it is given out in."""
    return {
        "json": json.dumps(report_json(report), ensure_ascii=False, allow_nan=False),
        "markdown": report_markdown(report),
        "html": report_html(report),
        "terminal": report_terminal(report),
    }


def require_sound(outputs: Mapping[str, str]) -> None:
    """Raise Broken for a rendering that cannot be encoded, is too long or holds control characters."""
    for form, text in outputs.items():
        size = len(text.encode())
        if size > MOST_OUTPUT:
            raise Broken(f"{form} has {size} bytes")
        found = None if form == "json" else _CONTROL.search(text)
        if found is not None:
            raise Broken(f"{form} holds {found[0]!r} in {text[max(found.start() - 30, 0) : found.end() + 30]!r}")


def answer(content: bytes) -> None:
    """A request: read, build rows, diagnose, render."""
    parts = content.split(NEXT_PART)[:6]
    submissions = [
        Submission(name=f"part-{at}", content=part, captured_at=START + timedelta(minutes=10 * at))
        for at, part in enumerate(parts)
    ]
    read = read_evidence(submissions)
    subject = Subject(service="shop", memory_limit_bytes=2**30)
    require_sound(renderings(diagnose(read.captures, shipped_playbooks(), subject, read.warnings)))


def unpacking(content: bytes) -> None:
    """Containers alone."""
    unpack(Submission(name="part", content=content), Allowance(DEFAULT_LIMITS))


def binary(content: bytes) -> None:
    """Binary readers, whether they recognise the content or not."""
    for reader in BINARY_READERS:
        reader.recognises(content[:4096])
        reader.read(content, DEFAULT_LIMITS)


def paste(content: bytes) -> None:
    """Undoing of paste damage."""
    clean(decode(content)[0])


def redaction(content: bytes) -> None:
    """Redaction in its container and, of text, in pieces and spans of sizes that follow from the content."""
    Redactor(DEFAULT_LIMITS).redact(Submission(name="part", content=content))
    if not is_text(content):
        return
    width = 1 + zlib.crc32(content) % 1000
    whole = TextRedaction(Pseudonyms()).whole(content)
    pieces = (content[at : at + width] for at in range(0, len(content), width))
    if b"".join(TextRedaction(Pseudonyms()).stream(pieces)) != whole:
        raise Broken(f"redacted in pieces of {width} bytes it is something else")
    spans = b"".join(TextRedaction(Pseudonyms(), span_bytes=width).stream((content,)))
    if PSEUDONYM.sub(b"", spans) != PSEUDONYM.sub(b"", whole):
        raise Broken(f"redacted in spans of {width} bytes it is something else")


def playbooks(content: bytes) -> None:
    """A user's playbook beside the shipped files that it needs: read, documented, weighed, and on its own trial."""
    text = content.decode("utf-8", "replace")
    stated = _ID.search(text)
    loaded = load_playbooks(_needed_by(text) | {f"{stated[1] if stated else 'goroutine/one'}.yaml": text})
    reference_markdown(loaded)
    for captures in _small_captures():
        require_sound(renderings(diagnose(captures, loaded, Subject(service="shop"))))
    if sum(map(int, _SKETCHED.findall(text))) <= MOST_SKETCHED:
        for failure in run_tests(loaded, {}):
            if failure is not None:
                list(failure.lines())


@cache
def _small_captures() -> tuple[tuple[Capture, ...], ...]:
    """Two moments of goroutines, of the heap and of the metrics of one real program, each alone."""
    folder = CAPTURED / "audit-go1.27"
    found: dict[str, list[Submission]] = {}
    for at, moment in enumerate(sorted(path for path in folder.iterdir() if path.is_dir())):
        taken = START + timedelta(minutes=10 * at)
        for path in sorted(moment.iterdir()):
            one = Submission(name=path.name, content=path.read_bytes(), captured_at=taken)
            found.setdefault(path.name.partition(".")[0], []).append(one)
    return tuple(read_evidence(found[kind]).captures for kind in ("dump", "heap", "metrics"))


def _needed_by(text: str) -> dict[str, str]:
    """The shared files, and the playbooks that it specialises."""
    files = read_shipped()
    found = {name: shared for name, shared in files.items() if name.startswith("_")}
    while (parent := _PARENT.search(text)) and (name := f"{parent[1]}.yaml") in files and name not in found:
        text = found[name] = files[name]
    return found


@cache
def read_shipped() -> dict[str, str]:
    """The files of the shipped set."""
    return read_folder(default_folder())


def _text(reader: TextReader) -> Target:
    def target(content: bytes) -> None:
        text = decode(content)[0]
        if reader.recognises(text):
            reader.read(text, DEFAULT_LIMITS)

    return target


def _reader_name(reader: TextReader) -> str:
    words = re.findall(r"[A-Z][a-z]+", type(reader).__name__.removesuffix("Reader"))
    return "_".join(words).lower()


TARGETS: Final[Mapping[str, Target]] = {
    "pprof": binary,
    **{_reader_name(reader): _text(reader) for reader in TEXT_READERS},
    "paste": paste,
    "unpack": unpacking,
    "redaction": redaction,
    "answer": answer,
    "playbooks": playbooks,
}
