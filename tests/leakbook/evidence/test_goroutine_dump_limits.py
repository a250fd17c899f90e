"""Where reading a goroutine dump ends: other texts, cut ones, and more than the limits allow."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from leakbook.errors import Malformed
from leakbook.evidence.dump.reader import GoroutineDumpReader, read_blocks
from leakbook.limits import DEFAULT_LIMITS

READER = GoroutineDumpReader()


def test_the_64_megabyte_page_says_that_its_count_is_a_lower_bound():
    paragraph = b"goroutine %d [chan send]:\nmain.f(0x1)\n\t/" + b"long/" * 200 + b"x.go:1 +0x1d\n\n"
    pages = (paragraph % number for number in range(2, 2 + 64 * 2**20 // len(paragraph) + 200))
    (reading,) = read_blocks(pages, DEFAULT_LIMITS)
    assert not reading.content.complete
    assert "lower bound" in reading.notes[0]


def test_a_dump_that_ends_inside_a_goroutine_says_so():
    (reading,) = READER.read("goroutine 7 [select]:\nmain.f()\n\t/x.go:1 +0x1\nmain.g(0xc00", DEFAULT_LIMITS)
    assert [frame.function for frame in reading.content.groups[0].frames] == ["main.f", "main.g"]
    assert not reading.content.complete
    assert "inside a goroutine" in reading.notes[0]


@pytest.mark.parametrize(("offset", "ends"), [("", True), (" +0x1", False)])
def test_the_last_place_of_a_dump_has_its_offset_unless_it_ends_there(offset, ends):
    text = f"goroutine 7 [select]:\nmain.f()\n\t/x.go:1 +0x1\ncreated by main.g\n\t/x.go:2{offset}\n"
    (reading,) = READER.read(text, DEFAULT_LIMITS)
    assert reading.content.ends_torn is ends


@pytest.mark.parametrize(("stacks", "groups", "left_out"), [(3, 3, 0), (2, 2, 1)])
def test_stacks_beyond_the_limit_are_only_counted(stacks, groups, left_out):
    text = "".join(f"goroutine {n} [select]:\nmain.f{n}()\n\t/x.go:{n} +0x1\n\n" for n in range(1, 4))
    (reading,) = READER.read(text, replace(DEFAULT_LIMITS, stacks=stacks))
    assert (len(reading.content.groups), reading.content.total) == (groups, 3)
    assert any("beyond the limit" in note for note in reading.notes) == bool(left_out)


@pytest.mark.parametrize(
    "text",
    [
        "gc 8 @0.121s 3%: 0.015+0.87+0.003 ms clock, 18->19->11 MB, 20 MB goal, 8 P\n" * 50,
        "# HELP go_goroutines Number of goroutines that currently exist.\ngo_goroutines 12\n",
        "Showing nodes accounting for 512MB, 98% of 522MB total\n 512MB 98% 98% 512MB 98%  main.f /src/x.go:12\n",
        "We saw that goroutine 12 [chan receive] is blocked in main.f() of x.go:12, see https://a.b/x.go.\n",
        "goroutine profile: total 3\n3 @ 0x1 0x2\n#\t0x1\tmain.f+0x1\t/x.go:1\n",
        "",
    ],
)
def test_other_texts_are_not_claimed(text):
    assert not READER.recognises(text)


def test_nothing_to_read_is_malformed():
    with pytest.raises(Malformed):
        READER.read("nothing here", DEFAULT_LIMITS)


@pytest.mark.parametrize(
    "unit",
    [
        "goroutine 7 [select]: {",
        "goroutine 7 [select]:\n",
        "main.f(0x1,\n",
        "main.f()\n",
        "0x1,\n",
        "main.f(x" + " " * 400,
        "created by main.f",
        "created by main f\n",
        "/x.go:1   ",
        "Goroutine 7 in state select, with ",
        "(" * 50,
        "[" * 50 + "\n",
        "\n",
        "x" * 60 + "\n",
        "panic(\n--> ",
    ],
)
def test_hostile_repetition_stays_linear(unit):
    def seconds(count: int) -> float:
        text = f"goroutine 1 [select]:\nmain.f()\n\t/x.go:1 +0x1\n\ngoroutine 2 [select]:\n{unit * count}"
        start = time.process_time()
        assert READER.recognises(text)
        READER.read(text, DEFAULT_LIMITS)
        return time.process_time() - start

    count = 400_000 // len(unit)
    assert seconds(count) < 40 * max(seconds(count // 10), 0.01)


@pytest.mark.parametrize(("parts", "crowded"), [(3, False), (2, True)])
def test_dumps_beyond_the_limit_of_parts_are_counted_with_the_last(parts, crowded):
    text = "goroutine 7 [select]:\nmain.f()\n\t/x.go:1 +0x1\n\n" * 3
    readings = READER.read(text, replace(DEFAULT_LIMITS, parts=parts))
    assert len(readings) == parts
    assert sum(reading.content.total for reading in readings) == 3
    assert any("more dumps than the limit" in note for note in readings[0].notes) == crowded


@pytest.mark.parametrize("torn", ["created by x.\n", "created by a/b.(*\n"])
def test_lines_that_could_each_go_on_are_not_all_joined(torn):
    def seconds(line: str) -> float:
        text = f"goroutine 7 [select]:\nmain.f()\n\t/x.go:1 +0x1\n{line * (100_000 // len(line))}"
        start = time.process_time()
        READER.read(text, DEFAULT_LIMITS)
        return time.process_time() - start

    assert seconds(torn) < 14 * max(seconds("created by m\n"), 0.02)


@pytest.mark.parametrize("lines", [3, 14, 40])
def test_a_call_torn_into_more_lines_than_are_joined_is_still_named(lines):
    text = f"goroutine 7 [select]:\nmain.f(0x1,\n{'0x2,' * 3}\n" + "0x2,\n" * lines + "0x3)\n\t/x.go:1 +0x1\n"
    (reading,) = READER.read(text, DEFAULT_LIMITS)
    (group,) = reading.content.groups
    assert [(frame.function, frame.line) for frame in group.frames] == [("main.f", 1)]
