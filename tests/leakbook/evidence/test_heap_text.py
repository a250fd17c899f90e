from __future__ import annotations

from dataclasses import replace

import pytest

from leakbook.errors import Malformed
from leakbook.evidence.debug1.heap import HeapTextReader
from leakbook.evidence.model import EvidenceKind, Reading, StackProfile
from leakbook.limits import DEFAULT_LIMITS
from tests.leakbook.evidence.shop import posted

PAGE = """heap profile: 83: 374069984 [3300: 14768402720] @ heap/1048576
79: 374063104 [3119: 14768390144] @ 0x40104b3 0x401024f 0x42bb1ba
#	0x42bb1b9	main.alloc+0x69				/go/src/example/alloc.go:25
#	0x4252ff3	net/http.HandlerFunc.ServeHTTP+0x43	/usr/go/src/net/http/server.go:2012

4: 6880 [181: 12576] @ 0x1 0x2
"""


def read(text: str) -> tuple[Reading, ...]:
    assert HeapTextReader().recognises(text)
    return HeapTextReader().read(text, DEFAULT_LIMITS)


def profile(text: str) -> StackProfile:
    (reading,) = read(text)
    assert reading.kind is EvidenceKind.HEAP_PROFILE
    assert isinstance(reading.content, StackProfile)
    return reading.content


def places(text: str) -> list[list[tuple[str, str | None, int | None]]]:
    return [[(frame.function, frame.file, frame.line) for frame in sample.frames] for sample in profile(text).samples()]


def test_values_stay_as_sampled_and_the_rate_is_half_of_what_is_printed() -> None:
    page = profile(PAGE)
    assert page.period == 524288
    assert not page.scaled
    inuse = page.column("inuse_space")
    allocated = page.column("alloc_objects")
    assert inuse is not None
    assert allocated is not None
    assert inuse.tolist() == [374063104, 6880]
    assert allocated.tolist() == [3119, 181]


def test_stacks_have_their_named_frames_or_their_addresses() -> None:
    assert places(PAGE) == [
        [
            ("main.alloc", "/go/src/example/alloc.go", 25),
            ("net/http.HandlerFunc.ServeHTTP", "/usr/go/src/net/http/server.go", 2012),
        ],
        [("0x1", None, None), ("0x2", None, None)],
    ]


def test_a_whole_page_sums_up_to_its_own_first_line() -> None:
    page = profile(posted("heap-1.txt").decode())
    head = posted("heap-1.txt").decode().split("\n", 1)[0]
    stated = [int(word.strip(":[]")) for word in head.split()[2:6]]
    assert page.values.sum(axis=0).tolist() == stated


def test_the_memstats_of_a_page_are_metrics_at_the_time_of_the_last_collection() -> None:
    text = posted("heap-1.txt").decode()
    (reading,) = read(text)
    page = profile(text)
    assert page.metrics is not None
    series = {series.name: series.points[0] for series in page.metrics.series}
    stated = int(text.split("# HeapInuse = ")[1].split("\n")[0])
    last = int(text.split("# LastGC = ")[1].split("\n")[0]) / 1e9
    assert series["go_memstats_heap_inuse_bytes"][1] == stated
    assert reading.captured_at is not None
    assert reading.captured_at.timestamp() == pytest.approx(last, abs=0.001)


@pytest.mark.parametrize(
    "damaged",
    [
        PAGE.replace("#\t", "").replace("\t", " "),
        PAGE.replace("\t", "    "),
        PAGE.replace("+0x69\t\t\t\t", "+0x69"),
        PAGE.replace("\t\t\t\t/go", "\n/go"),
        PAGE.replace("\n", "\n    "),
        PAGE.replace("\n", "\n> "),
        PAGE.replace("] @", "]  @").replace("]: ", "]:   "),
    ],
)
def test_damage_of_pasting_does_not_change_what_is_read(damaged: str) -> None:
    assert places(damaged) == places(PAGE)


def test_a_page_without_its_first_line_has_no_rate() -> None:
    text = PAGE.split("\n", 1)[1]
    assert profile(text).period is None
    assert places(text) == places(PAGE)
    assert "first line is missing" in read(text)[0].notes[1]


def test_several_pages_in_one_text_are_several_readings() -> None:
    assert len(read(PAGE + PAGE)) == 2


def test_a_page_of_an_empty_heap_is_a_profile_without_samples() -> None:
    assert len(profile("heap profile: 0: 0 [0: 0] @ heap/1048576\n")) == 0


def test_a_first_line_alone_is_malformed_with_its_line() -> None:
    with pytest.raises(Malformed) as caught:
        read("\n" + PAGE.split("\n", 1)[0])
    assert caught.value.line == 2


def test_stacks_and_frames_are_kept_up_to_their_limits() -> None:
    for limits, samples, frames in (
        (replace(DEFAULT_LIMITS, stacks=2, frames_per_stack=2), 2, 2),
        (replace(DEFAULT_LIMITS, stacks=1, frames_per_stack=1), 1, 1),
    ):
        (reading,) = HeapTextReader().read(PAGE, limits)
        assert isinstance(reading.content, StackProfile)
        assert len(reading.content) == samples
        assert len(reading.content.frames_of(0)) == frames
        assert any("left out" in note for note in reading.notes) == (samples == 1)


def test_a_page_without_records_still_has_its_memstats() -> None:
    page = profile(
        "heap profile: 0: 0 [0: 1] @ heap/0\n\n# runtime.MemStats\n# HeapAlloc = 33554432\n# Sys = 99999999\n"
    )
    assert len(page) == 0
    assert page.metrics is not None
