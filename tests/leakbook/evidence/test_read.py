from __future__ import annotations

import gzip
import io
import json
import random
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leakbook.errors import EmptyEvidence, EvidenceError, KindMismatch, Malformed, NotGo, NotRecognised, OverLimit
from leakbook.evidence.model import EvidenceKind, GoroutineSnapshot, StackProfile, Submission
from leakbook.evidence.read import ReadEvidence, read_evidence
from leakbook.limits import DEFAULT_LIMITS
from tests.leakbook.evidence.shop import failure, plain, posted, read_one

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)
DUMP = b"goroutine 7 [chan send, 12 minutes]:\nmain.leak(0xc000012345)\n\t/src/main.go:17 +0x1d\n"
GCTRACE = (
    b"gc 3 @0.007s 12%: 0.035+1.1+0.050 ms clock, 0.070+0.24/1.0/0.067+0.10 ms cpu, 11->13->13 MB, 13 MB goal, 2 P\n"
)


def read_parts(*parts: Submission) -> ReadEvidence:
    return read_evidence(parts)


def bundle(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_captures_keep_order_name_digest_and_size_of_what_was_posted() -> None:
    parts = [Submission(name=name, content=posted(name)) for name in ("heap.pb.gz", "goroutine.pb.gz", "top.txt")]
    captures = read_parts(*parts).captures
    assert [(capture.name, capture.order) for capture in captures] == [
        ("heap.pb.gz", 0),
        ("goroutine.pb.gz", 1),
        ("top.txt", 2),
    ]
    assert [capture.sha256 for capture in captures] == [sha256(part.content).hexdigest() for part in parts]
    assert [capture.size for capture in captures] == [len(part.content) for part in parts]


def test_a_stated_time_wins_over_the_profiles_own() -> None:
    own = read_one(posted("heap.pb.gz")).captured_at
    part = Submission(name="h", content=posted("heap.pb.gz"), captured_at=NOON)
    assert read_parts(part).captures[0].captured_at == NOON
    assert own is not None
    assert own != NOON


def test_evidence_without_any_time_has_none() -> None:
    assert read_one(DUMP).captured_at is None


def test_members_of_a_bundle_keep_their_own_times() -> None:
    content = bundle(a=posted("heap.pb.gz"), b=posted("heap-b.pb.gz"), c=DUMP)
    captures = read_parts(Submission(name="b.zip", content=content, captured_at=NOON)).captures
    assert captures[0].captured_at == read_one(posted("heap.pb.gz")).captured_at
    assert captures[1].captured_at == read_one(posted("heap-b.pb.gz")).captured_at
    assert captures[2].captured_at == NOON


def test_one_log_gives_a_reading_of_each_kind_in_it() -> None:
    log = b"2026/01/02 starting\n" + GCTRACE * 3 + b"SIGQUIT: quit\nPC=0x1 m=0\n\n" + DUMP + b"\n" + GCTRACE
    kinds = {capture.reading.kind for capture in read_parts(Submission(name="log", content=log)).captures}
    assert kinds == {EvidenceKind.GOROUTINE_DUMP, EvidenceKind.GCTRACE}


def test_a_large_dump_is_read_in_blocks_to_the_same_groups() -> None:
    goroutine = b"goroutine %d [chan send, 12 minutes]:\nmain.leak(0xc000012345)\n\t/src/main.go:17 +0x1d\n\n"
    small = b"".join(goroutine % number for number in range(1, 200))
    large = b"".join(goroutine % number for number in range(1, 20_000))
    assert len(large) > 2**20
    few, many = read_one(small).reading.content, read_one(large).reading.content
    assert isinstance(few, GoroutineSnapshot)
    assert isinstance(many, GoroutineSnapshot)
    assert [group.frames for group in few.groups] == [group.frames for group in many.groups]
    assert many.total == 19_999


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_text_of_powershell_and_windows_editors_is_read(encoding: str) -> None:
    text = posted("top.txt").decode()
    assert read_one(text.encode(encoding)).reading.content == read_one(posted("top.txt")).reading.content


def test_characters_in_no_encoding_cost_a_note_and_nothing_else() -> None:
    capture = read_one(posted("top.txt") + b"\n# caf\xe9\n")
    assert capture.reading.content == read_one(posted("top.txt")).reading.content
    assert "1 characters" in capture.reading.notes[0]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (EvidenceKind.HEAP_PROFILE, "heap.pb.gz"),
        (EvidenceKind.HEAP_PROFILE, "heap-1.txt"),
        (EvidenceKind.HEAP_PROFILE, "top.txt"),
        (EvidenceKind.GOROUTINE_DUMP, "goroutine.pb.gz"),
        (EvidenceKind.GOROUTINE_PROFILE, "goroutine.pb.gz"),
        (EvidenceKind.GOROUTINELEAK_PROFILE, "goroutineleak.pb.gz"),
        (EvidenceKind.PPROF_TEXT, "traces.txt"),
    ],
)
def test_a_stated_kind_that_fits_is_accepted(kind: EvidenceKind, name: str) -> None:
    assert read_parts(Submission(name=name, content=posted(name), kind=kind)).captures


def test_the_client_knows_block_from_mutex_profiles() -> None:
    part = Submission(name="m", content=posted("mutex.pb.gz"), kind=EvidenceKind.BLOCK_PROFILE)
    assert read_parts(part).captures[0].reading.kind is EvidenceKind.BLOCK_PROFILE


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (EvidenceKind.HEAP_PROFILE, "goroutine.pb.gz"),
        (EvidenceKind.GOROUTINE_PROFILE, "heap.pb.gz"),
        (EvidenceKind.GOROUTINE_PROFILE, "goroutineleak.pb.gz"),
        (EvidenceKind.GCTRACE, "top.txt"),
    ],
)
def test_a_stated_kind_that_disagrees_is_an_error_with_both(kind: EvidenceKind, name: str) -> None:
    with pytest.raises(KindMismatch) as caught:
        read_parts(Submission(name=name, content=posted(name), kind=kind))
    assert caught.value.expected == str(kind)
    assert caught.value.found in {"goroutine_profile", "heap_profile", "goroutineleak_profile", "pprof_text"}
    assert caught.value.part == name


@pytest.mark.parametrize(
    ("content", "error", "seen"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(100), NotRecognised, "PNG"),
        (random.Random(4).randbytes(4000), NotRecognised, "bytes "),
        (b"dear on-call, it is slow again\n", NotRecognised, "dear on-call"),
        (b"JAVA PROFILE 1.0.2\0" + bytes(100), NotGo, "HPROF"),
        (b'Full thread dump OpenJDK 64-Bit Server VM:\n\n"main" #1 prio=5\n', NotGo, "Java thread dump"),
        (
            b"--- heapz 1 ---\nformat = java\nheap profile: 1: 8 [2: 9] @ heap_v2/524288\n 1: 8 [2: 9] @ 0x3\n",
            NotGo,
            "heapz",
        ),
        (b"heap profile: 1: 8 [2: 9] @ heap_v2/524288\n 1: 8 [2: 9] @ 0x3\n", NotGo, "heap_v2"),
        (b"  \n\n", EmptyEvidence, None),
        (b"", EmptyEvidence, None),
    ],
)
def test_what_is_no_evidence_is_answered_with_what_was_seen(
    content: bytes, error: type[EvidenceError], seen: str | None
) -> None:
    with pytest.raises(error) as caught:
        read_parts(Submission(name="what", content=content))
    assert caught.value.part == "what"
    assert seen is None or seen in (caught.value.found or "")


def test_a_request_without_parts_is_empty() -> None:
    with pytest.raises(EmptyEvidence):
        read_evidence([])


def test_an_unreadable_member_of_a_bundle_is_a_warning() -> None:
    read = read_parts(Submission(name="b.zip", content=bundle(readme=b"hello there\n", heap=posted("heap.pb.gz"))))
    assert [capture.name for capture in read.captures] == ["b.zip: heap"]
    assert read.warnings[0].startswith("b.zip: readme:")


def test_a_bundle_without_one_readable_member_is_an_error() -> None:
    with pytest.raises(NotRecognised) as caught:
        read_parts(Submission(name="b.zip", content=bundle(a=b"hello\n", b=b"there\n")))
    assert caught.value.part == "b.zip"
    assert "None of the bundle's 2 members can be read. b.zip: a: No evidence" in caught.value.detail
    assert "b.zip: b: No evidence was found in it: text beginning 'there'." in caught.value.detail


def test_of_a_bundle_of_many_unreadable_members_the_first_are_named() -> None:
    with pytest.raises(NotRecognised) as caught:
        read_parts(Submission(name="b.zip", content=bundle(**{f"m{n}": b"hello\n" for n in range(7)})))
    assert [name for name in (f"m{n}:" for n in range(7)) if name in caught.value.detail] == ["m0:", "m1:", "m2:"]
    assert caught.value.detail.endswith(" 4 more.")


def test_a_cut_profile_is_to_be_taken_again() -> None:
    with pytest.raises(Malformed) as caught:
        read_parts(Submission(name="heap", content=gzip.decompress(posted("heap.pb.gz"))[:-7]))
    assert "Take it again" in caught.value.detail


def test_a_broken_part_is_a_warning_beside_a_good_one_and_alone_an_error_naming_it_and_the_place() -> None:
    good = Submission(name="good", content=posted("heap.pb.gz"))
    bad = Submission(name="bad", content=plain("heap.pb.gz")[:500])
    read = read_parts(good, bad)
    assert [capture.name for capture in read.captures] == ["good"]
    assert read.warnings[0].startswith("bad: ")
    with pytest.raises(Malformed) as caught:
        read_parts(bad)
    assert caught.value.part == "bad"
    assert caught.value.offset is not None


def test_parts_and_bytes_are_allowed_up_to_their_limits() -> None:
    parts = [Submission(name=str(number), content=DUMP) for number in range(3)]
    exact = replace(DEFAULT_LIMITS, parts=3, request_bytes=3 * len(DUMP))
    assert len(read_evidence(parts, exact).captures) == 3
    for limits, name in (
        (replace(exact, parts=2), "parts"),
        (replace(exact, request_bytes=3 * len(DUMP) - 1), "request_bytes"),
    ):
        with pytest.raises(OverLimit) as caught:
            read_evidence(parts, limits)
        assert caught.value.limit == name


SEEDS = [posted(f"{view}.txt") for view in ("top", "peek", "tree", "traces", "list", "diff")]
SEEDS += [posted("heap.pb.gz"), posted("goroutine.pb.gz"), posted("heap-1.txt")[:9000], DUMP * 5, GCTRACE * 5]
SEEDS += [plain("heap.pb.gz"), plain("goroutine.pb.gz"), plain("diff.pb.gz")]


@given(st.sampled_from(SEEDS), st.integers(0, 20_000), st.binary(max_size=20), st.integers(0, 20_000))
@settings(max_examples=300)
def test_damaged_evidence_raises_nothing_but_evidence_errors(seed: bytes, at: int, put: bytes, cut: int) -> None:
    at, cut = at % len(seed), cut % len(seed)
    damaged = (seed[:at] + put + seed[at + len(put) :])[: len(seed) - cut]
    error = failure(lambda: read_parts(Submission(name="x", content=damaged)))
    assert error is None or error.part == "x"


@given(st.one_of(st.binary(max_size=300), st.text(max_size=200).map(str.encode)))
@settings(max_examples=300)
def test_any_bytes_at_all_raise_nothing_but_evidence_errors(content: bytes) -> None:
    for wrapped in (content, gzip.compress(content)):
        error = failure(lambda posted=wrapped: read_parts(Submission(name="x", content=posted)))  # type: ignore[misc]
        assert error is None or error.part == "x"


REALWORLD = Path(__file__).parents[4] / "shared" / "realworld"
CASES = [
    (path, case)
    for path in sorted(REALWORLD.glob("*/case.json"))
    for case in [json.loads(path.read_text())]
    if case["kind"] in {"pprof-top", "pprof-binary", "heap-debug1"}
]


def functions_in(capture: object) -> str:
    content = capture.reading.content  # type: ignore[attr-defined]
    if isinstance(content, StackProfile):
        return repr(content.locations)
    return repr(content)


@pytest.mark.parametrize(("path", "case"), CASES, ids=[case["id"] for _, case in CASES])
def test_published_profiles_are_read_and_name_their_culprit(path: Path, case: dict[str, object]) -> None:
    files = sorted(path.parent.glob("evidence-*"))
    read = read_evidence([Submission(name="unknown", content=file.read_bytes()) for file in files])
    assert len(read.captures) >= len(files)
    assert not read.warnings
    culprits = [name for name in (case.get("culprit_function"), *case.get("culprit_any", ())) if name]  # type: ignore[misc]
    for capture in read.captures:
        assert not culprits or any(str(name) in functions_in(capture) for name in culprits)
