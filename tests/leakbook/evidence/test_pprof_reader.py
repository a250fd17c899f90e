from __future__ import annotations

from datetime import UTC, datetime

import pytest

from leakbook.errors import Malformed, NotGo, NotRecognised, OverLimit
from leakbook.evidence.model import EvidenceKind, GoroutineSnapshot, StackProfile
from leakbook.evidence.pprof.parts import split
from leakbook.evidence.pprof.reader import PprofReader
from leakbook.evidence.profile_pb2 import Profile
from leakbook.limits import DEFAULT_LIMITS, Limits
from tests.leakbook.evidence.pprof_messages import bytes_field, profile_of
from tests.leakbook.evidence.shop import failure, plain, posted, read_one

HEAP = [("alloc_objects", "count"), ("alloc_space", "bytes"), ("inuse_objects", "count"), ("inuse_space", "bytes")]
UNNAMED = [("", unit) for _, unit in HEAP]


def profile_in(name: str) -> StackProfile:
    content = read_one(posted(name)).reading.content
    assert isinstance(content, StackProfile)
    return content


def snapshot_in(name: str) -> GoroutineSnapshot:
    content = read_one(posted(name)).reading.content
    assert isinstance(content, GoroutineSnapshot)
    return content


def read_profile(profile: Profile, limits: Limits = DEFAULT_LIMITS) -> StackProfile:
    (reading,) = PprofReader().read(profile.SerializeToString(), limits)
    assert isinstance(reading.content, StackProfile)
    return reading.content


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("heap.pb.gz", EvidenceKind.HEAP_PROFILE),
        ("merged.pb.gz", EvidenceKind.HEAP_PROFILE),
        ("diff.pb.gz", EvidenceKind.HEAP_PROFILE),
        ("goroutine.pb.gz", EvidenceKind.GOROUTINE_PROFILE),
        ("goroutineleak.pb.gz", EvidenceKind.GOROUTINELEAK_PROFILE),
        ("threadcreate.pb.gz", EvidenceKind.THREADCREATE_PROFILE),
        ("mutex.pb.gz", EvidenceKind.MUTEX_PROFILE),
        ("block.pb.gz", EvidenceKind.BLOCK_PROFILE),
        ("cpu.pb.gz", EvidenceKind.CPU_PROFILE),
    ],
)
def test_every_kind_of_profile_is_told_by_its_content(name: str, kind: EvidenceKind) -> None:
    assert read_one(posted(name)).reading.kind is kind


def test_a_heap_profile_has_its_rate_its_time_and_its_object_sizes() -> None:
    profile = profile_in("heap.pb.gz")
    assert profile.period == 4096
    assert profile.scaled
    assert not profile.is_delta
    moment = read_one(posted("heap.pb.gz")).captured_at
    assert moment is not None
    assert moment.year >= 2026
    put = [sample for sample in profile.samples() if sample.frames[0].function == "main.(*cache).put"]
    assert {sample.object_bytes for sample in put} >= {1024}
    assert put[0].frames[0].file == "example.com/shop/main.go"
    assert put[0].frames[0].line == 26


def test_inlined_calls_are_marked_and_stand_before_their_callers() -> None:
    stacks = [sample.frames for sample in profile_in("heap.pb.gz").samples()]
    keep = next(frames for frames in stacks if frames[0].function == "main.keep[...]")
    assert [(frame.function, frame.inlined) for frame in keep[:2]] == [("main.keep[...]", True), ("main.main", False)]


def test_a_saved_difference_is_a_delta_with_its_negative_values() -> None:
    profile = profile_in("diff.pb.gz")
    inuse = profile.column("inuse_space")
    assert profile.is_delta
    assert inuse is not None
    assert int(inuse.min()) < 0


def test_a_profile_over_some_seconds_is_a_delta() -> None:
    profile = profile_of(HEAP, [([1], [1, 16, 1, 16])], ["main.f"])
    profile.duration_nanos = 30 * 10**9
    read = read_profile(profile)
    assert read.is_delta
    assert read.duration_seconds == 30


def test_goroutines_of_one_stack_are_one_group_for_each_set_of_labels() -> None:
    snapshot = snapshot_in("goroutine.pb.gz")
    leaks = [group for group in snapshot.groups if group.frames[0].function == "main.leak"]
    assert {group.labels: group.count for group in leaks} == {
        (("tenant", "0"),): 17,
        (("tenant", "1"),): 17,
        (("tenant", "2"),): 16,
    }
    assert snapshot.total == sum(group.count for group in snapshot.groups) == 151
    assert snapshot.complete
    assert all(group.unreachable is None for group in snapshot.groups)


def test_a_goroutineleak_profile_has_only_unreachable_goroutines() -> None:
    snapshot = snapshot_in("goroutineleak.pb.gz")
    assert snapshot.only_unreachable
    assert snapshot.total == 100
    assert all(group.unreachable == group.count for group in snapshot.groups)


def test_empty_type_names_are_told_by_number_units_and_period() -> None:
    profile = read_profile(profile_of(UNNAMED, [([1], [4, 64, 2, 32])], ["main.f"]))
    inuse = profile.column("inuse_space")
    assert inuse is not None
    assert inuse.tolist() == [32]


def test_the_order_of_sample_types_does_not_matter() -> None:
    profile = read_profile(profile_of(HEAP[::-1], [([1], [32, 2, 64, 4])], ["main.f"]))
    inuse = profile.column("inuse_space")
    assert inuse is not None
    assert inuse.tolist() == [32]


def test_a_location_without_lines_is_one_frame_named_by_its_address() -> None:
    profile = profile_of(HEAP, [([1, 2], [1, 16, 1, 16])], ["main.f"])
    profile.location.add(id=2, address=0x4E48FC)
    assert [frame.function for frame in read_profile(profile).frames_of(0)] == ["main.f", "0x4e48fc"]


def test_sparse_ids_of_64_bits_are_resolved() -> None:
    profile = profile_of(HEAP, [([2**63 + 5, 1], [1, 16, 1, 16])], ["main.f"])
    profile.function.add(id=2**64 - 1, name=profile.function[0].name)
    profile.location.add(id=2**63 + 5).line.add(function_id=2**64 - 1, line=3)
    assert [frame.line for frame in read_profile(profile).frames_of(0)] == [3, 10]


def test_frames_at_unknown_locations_are_left_out_with_a_note() -> None:
    profile = profile_of(HEAP, [([1, 77], [1, 16, 1, 16]), ([], [1, 8, 1, 8])], ["main.f"])
    (reading,) = PprofReader().read(profile.SerializeToString(), DEFAULT_LIMITS)
    assert isinstance(reading.content, StackProfile)
    assert [len(sample.frames) for sample in reading.content.samples()] == [1, 0]
    assert "1 frames" in reading.notes[0]


def test_a_profile_without_samples_is_a_profile() -> None:
    profile = read_profile(profile_of(HEAP, [], ["main.f"]))
    assert len(profile) == 0
    assert profile.values.shape == (0, 4)


def test_a_sample_with_too_few_values_is_malformed() -> None:
    with pytest.raises(Malformed) as caught:
        read_profile(profile_of(HEAP, [([1], [1, 2])], ["main.f"]))
    assert caught.value.found == "2"


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("java/lang/Thread.run", ""),
        ("<module>", "/app/server.py"),
        ("std::vector<int>::push_back", "/src/a.cc"),
        ("processTicksAndRejections", "node:internal/process/task_queues"),
    ],
)
def test_a_profile_of_another_language_is_named_as_that(name: str, file: str) -> None:
    profile = profile_of([("samples", "count"), ("cpu", "nanoseconds")], [([1], [1, 10])], [name], file=file)
    with pytest.raises(NotGo) as caught:
        read_profile(profile)
    assert caught.value.found in {name, file}


def test_a_go_profile_of_an_unknown_kind_is_not_recognised() -> None:
    with pytest.raises(NotRecognised) as caught:
        read_profile(profile_of([("wishes", "count")], [([1], [1])], ["main.f"], period_type=("", "")))
    assert caught.value.found == "wishes/count"


def test_anonymised_names_are_read_with_a_note() -> None:
    profile = profile_of(HEAP, [([1], [1, 16, 1, 16])], ["a3f9c2"], file="")
    (reading,) = PprofReader().read(profile.SerializeToString(), DEFAULT_LIMITS)
    assert "anonymised" in reading.notes[0]


def test_reference_paths_of_goref_are_a_heap_profile_with_a_note() -> None:
    names = ["cache.entries. (map[string]*cache.Entry)", "$mapval. (*cache.Entry)"]
    types = [("inuse_objects", "count"), ("inuse_space", "bytes")]
    (reading,) = PprofReader().read(
        profile_of(types, [([2, 1], [9, 900])], names, file="").SerializeToString(), DEFAULT_LIMITS
    )
    assert reading.kind is EvidenceKind.HEAP_PROFILE
    assert "goref" in reading.notes[0]


def test_a_time_that_is_no_date_is_ignored_with_a_note() -> None:
    profile = profile_of(HEAP, [], ["main.f"])
    profile.time_nanos = -(2**62)
    (reading,) = PprofReader().read(profile.SerializeToString(), DEFAULT_LIMITS)
    assert reading.captured_at is None
    assert "no date" in reading.notes[0]
    profile.time_nanos = 1_700_000_000 * 10**9
    (reading,) = PprofReader().read(profile.SerializeToString(), DEFAULT_LIMITS)
    assert reading.captured_at == datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)


def test_samples_are_allowed_up_to_the_limit() -> None:
    content = profile_of(HEAP, [([1], [1, 1, 1, 1])] * 5, ["main.f"]).SerializeToString()
    assert PprofReader().read(content, Limits(profile_samples=5))
    with pytest.raises(OverLimit) as caught:
        PprofReader().read(content, Limits(profile_samples=4))
    assert caught.value.limit == "profile_samples"


def test_millions_of_empty_fields_are_refused_before_they_are_made() -> None:
    content = plain("heap.pb.gz") + bytes_field(2, b"") * (13 * 2**20)
    with pytest.raises(OverLimit):
        PprofReader().read(content, Limits(profile_samples=1000, profile_strings=1000))


@pytest.mark.parametrize("name", ["heap.pb.gz", "goroutine.pb.gz"])
def test_a_profile_cut_anywhere_is_malformed_with_a_place_or_read(name: str) -> None:
    content = plain(name)
    for end in range(1, len(content), 37):
        error = failure(lambda cut=content[:end]: PprofReader().read(cut, DEFAULT_LIMITS))  # type: ignore[misc]
        assert error is None or isinstance(error, Malformed | NotRecognised | NotGo)
        assert not isinstance(error, Malformed) or error.offset is not None or error.found is not None


@pytest.mark.parametrize(
    "table",
    [
        [],
        [b""],
        [b"", b"a", b"\xc3\xa4"],
        [b"", b"a\0b", b""],
        [b"\0"],
        [b"", b"cut \xe2\x82", b"\x82 off"],
        [b"\xff\0", b"a"],
    ],
)
def test_each_text_of_the_string_table_is_decoded_by_itself(table: list[bytes]) -> None:
    content = b"".join(bytes_field(6, text) for text in table)
    assert split(content, DEFAULT_LIMITS).strings == [text.decode("utf-8", "replace") for text in table]
