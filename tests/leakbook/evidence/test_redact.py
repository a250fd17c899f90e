"""Redaction inside containers and profiles, and that no diagnosis is changed by it."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from pathlib import Path

import pytest

import leakbook
from leakbook.diagnosis.report import Subject
from leakbook.errors import EvidenceError, Malformed, NotRecognised, OverLimit
from leakbook.evidence.model import Submission
from leakbook.evidence.profile_pb2 import Profile
from leakbook.evidence.read import read_evidence
from leakbook.evidence.redaction.redact import Redactor
from leakbook.evidence.unpacking.inflate import zstd
from leakbook.limits import DEFAULT_LIMITS, Limits
from leakbook.report.json import report_json
from leakbook.storage.playbook_files import read_playbooks

FIXTURES = Path(__file__).parents[2] / "fixtures"
PERSONAL = "ann.lee@corp.example"
DUMP = (
    'goroutine 7 [chan send, 12 minutes] {"user": "ann.lee@corp.example"}:\n'
    "shop.publish(0xc0000b4000, 0x11d7)\n\t/src/shop/notify.go:41 +0x2d\n"
)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4
PLAYBOOKS = read_playbooks()


def redact(content: bytes, name: str = "a", limits: Limits = DEFAULT_LIMITS) -> Submission:
    return Redactor(limits).redact(Submission(name=name, content=content))


def zipped(*members: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()


def tarred(*members: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, content in members:
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return out.getvalue()


def unpacked(content: bytes) -> bytes:
    """Everything that is in it, however it is packed."""
    if content.startswith(b"\x1f\x8b"):
        return unpacked(gzip.decompress(content))
    if content.startswith(b"\x28\xb5\x2f\xfd"):
        return unpacked(zstd.decompress(content))
    return content


CONTAINERS = {
    "plain": lambda c: c,
    "gzip": gzip.compress,
    "zstd": zstd.compress,
    "utf-16": lambda c: c.decode().encode("utf-16"),
    "zip": lambda c: zipped(("dump.txt", c)),
    "tar": lambda c: tarred(("dump.txt", c)),
    "tar.gz": lambda c: gzip.compress(tarred(("dump.txt", c))),
    "gzip in zip": lambda c: zipped(("dump.txt.gz", gzip.compress(c))),
    "zip in zip": lambda c: zipped(("inner.zip", zipped(("dump.txt", c)))),
    "gzip in gzip": lambda c: gzip.compress(gzip.compress(c)),
    "name": lambda c: zipped((f"{PERSONAL}.txt", c)),
}


@pytest.mark.parametrize("pack", CONTAINERS.values(), ids=CONTAINERS.keys())
def test_in_every_container_the_secret_is_gone_and_the_reading_the_same(pack) -> None:
    original = Submission(name="bundle", content=pack(DUMP.encode()))
    found = Redactor(DEFAULT_LIMITS).redact(original)
    assert PERSONAL.encode() not in unpacked(found.content)
    assert b"0x11d7" not in unpacked(found.content)
    assert any("1 profiler label values" in note and "1 argument words" in note for note in found.notes)
    (before,), (after,) = read_evidence((original,)).captures, read_evidence((found,)).captures
    assert before.reading.kind is after.reading.kind
    assert [group.frames for group in before.reading.content.groups] == [
        group.frames for group in after.reading.content.groups
    ]
    if PERSONAL not in before.name:
        assert before.name == after.name
    assert any("Redacted before it was stored" in note for note in after.reading.notes)


@pytest.mark.parametrize("pack", CONTAINERS.values(), ids=CONTAINERS.keys())
def test_the_same_bytes_come_of_the_same_evidence(pack) -> None:
    assert redact(pack(DUMP.encode())) == redact(pack(DUMP.encode()))


def test_what_cannot_be_redacted_is_kept_out_of_a_bundle_and_refused_alone() -> None:
    found = redact(zipped(("shot.png", PNG), ("dump.txt", DUMP.encode())))
    assert PNG not in unpacked(found.content)
    assert any("shot.png was kept out" in note for note in found.notes)
    for content in (PNG, gzip.compress(PNG), zipped(("shot.png", PNG))):
        with pytest.raises(NotRecognised):
            redact(content)


def test_damage_that_repacking_would_hide_is_still_noted() -> None:
    cut = gzip.compress(DUMP.encode() * 2000)[:-200]
    assert any("is cut after" in note for note in redact(cut).notes)
    captures = read_evidence((redact(cut),)).captures
    assert all(any("is cut after" in note for note in capture.reading.notes) for capture in captures)


def test_bombs_are_refused_as_they_are_without_redaction() -> None:
    small = Limits(unpacked_bytes=100_000)
    for content in (gzip.compress(b"a" * 200_000), zipped(("a", b"a" * 200_000))):
        with pytest.raises(OverLimit):
            redact(content, limits=small)


def profile(label: str) -> Profile:
    strings = [
        "",
        "goroutine",
        "count",
        "user",
        label,
        "main.main",
        "/src/main.go",
        f"by {PERSONAL}",
        f"unused {PERSONAL}",
    ]
    found = Profile(string_table=[text.encode() for text in strings], comment=[7])
    found.sample_type.add(type=1, unit=2)
    found.function.add(id=1, name=5, filename=6)
    found.location.add(id=1).line.add(function_id=1, line=3)
    sample = found.sample.add(location_id=[1], value=[4])
    sample.label.add(key=3, str=4)
    sample.label.add(key=3, num=7)
    return found


def test_a_profile_loses_label_values_comments_and_strings_that_nothing_refers_to() -> None:
    found = redact(gzip.compress(profile(PERSONAL).SerializeToString()))
    read = Profile.FromString(gzip.decompress(found.content))
    expected = profile(PERSONAL)
    expected.string_table[4] = b"redacted-label-1"
    expected.string_table[7] = b"by redacted-email-1"
    expected.string_table[8] = b""
    assert read == expected


def test_a_label_value_that_names_code_stays() -> None:
    source = profile("x")
    source.sample[0].label[0].str = 5
    read = Profile.FromString(redact(source.SerializeToString()).content)
    assert read.string_table[5] == b"main.main"


def test_fields_that_the_format_does_not_know_are_left_out() -> None:
    foreign = profile("x").SerializeToString() + b"\xfa\x07" + bytes([len(PERSONAL)]) + PERSONAL.encode()
    assert PERSONAL.encode() not in redact(foreign).content


def test_a_broken_profile_is_refused_with_its_place() -> None:
    with pytest.raises(Malformed):
        redact(profile("x").SerializeToString()[:-1])


def test_equal_labels_in_a_text_and_a_profile_stay_equal() -> None:
    redactor = Redactor(DEFAULT_LIMITS)
    text = redactor.redact(Submission(name="a", content=DUMP.encode()))
    binary = redactor.redact(Submission(name="b", content=profile(PERSONAL).SerializeToString()))
    assert b'"redacted-label-1"' in text.content
    assert b"redacted-label-1" in binary.content
    assert b"redacted-label-2" not in binary.content


HOSTILE = sorted((Path(__file__).parents[2] / "hostile/corpus").iterdir())


@pytest.mark.parametrize("path", HOSTILE, ids=[path.name for path in HOSTILE])
def test_what_once_broke_a_reader_is_redacted_or_refused(path: Path) -> None:
    for content in (path.read_bytes(), gzip.compress(path.read_bytes()), zipped(("a", path.read_bytes()))):
        try:
            found = redact(content)
        except EvidenceError:
            continue
        assert found.content


CASES = sorted(path for path in FIXTURES.glob("*/*") if path.is_dir())


def diagnosis(submissions: list[Submission]) -> dict:
    """The whole answer, but for what redaction is meant to change: digests, sizes and its own notes."""
    read = read_evidence(submissions)
    found = leakbook.diagnose(read.captures, PLAYBOOKS, Subject(service="shop"), warnings=read.warnings)
    report = json.loads(json.dumps(report_json(found)))
    for piece in report["evidence"]:
        del piece["sha256"], piece["bytes"]
        piece["notes"] = [note for note in piece["notes"] if not note.startswith("Redacted before")]
    return report


@pytest.mark.parametrize("case", CASES, ids=[f"{case.parent.name}/{case.name}" for case in CASES])
def test_no_fixture_is_diagnosed_otherwise(case: Path) -> None:
    paths = sorted(
        path for path in case.rglob("*") if path.is_file() and path.name not in ("manifest.json", "case.json")
    )
    originals = [Submission(name=str(path.relative_to(case)), content=path.read_bytes()) for path in paths]
    redactor = Redactor(DEFAULT_LIMITS)
    assert diagnosis([redactor.redact(piece) for piece in originals]) == diagnosis(originals)
