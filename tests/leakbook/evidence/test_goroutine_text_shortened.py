"""Records of a goroutine page whose addresses somebody left out, and heads without a page."""

from __future__ import annotations

from time import process_time

import pytest

from leakbook.errors import NotRecognised
from leakbook.evidence.debug1.shortened import read_bare_frame, read_short, shows_records
from leakbook.evidence.model import EvidenceKind, GoroutineSnapshot, RuntimeMetrics, Submission
from leakbook.evidence.read import read_evidence


def contents(text: str) -> list[object]:
    return [one.reading.content for one in read_evidence([Submission(name="t.md", content=text.encode())]).captures]


def groups(text: str) -> list[tuple[int, str | None, list[str]]]:
    (content,) = contents(text)
    assert isinstance(content, GoroutineSnapshot)
    return [(one.count, one.state, [frame.function for frame in one.frames]) for one in content.groups]


def test_frames_stand_alone_below_addresses_that_were_cut():
    text = (
        "goroutine profile: total 502\n500 @ 0x1038f40 0x1001234 ...    \u2190 all alike!\n    shop/mail.(*Box).Send\n"
        "    ...\n\n2 @ 0x1038f40 0x1002345 ...\n    main.main.func1\n    ...\n"
    )
    assert groups(text) == [(500, None, ["shop/mail.(*Box).Send"]), (2, None, ["main.main.func1"])]


def test_addresses_and_offsets_may_be_dots():
    text = (
        "500 @ 0x... 0x... 0x...\n#\t0x...\truntime.gopark+0x...\n#\t0x...\truntime.chansend1+0x...\n"
        "#\t0x...\tshop/mail.Send.func1+0x...\t/src/mail.go:33\n"
    )
    assert groups(text) == [(500, "chan send", ["shop/mail.Send.func1"])]


def test_a_function_may_stand_in_place_of_the_addresses_with_its_callers_behind_arrows():
    text = (
        "goroutine profile: total 1,258\n 1,048 @ net/http.(*persistConn).readLoop\n      \u2190 mail.(*Box).Send\n"
        "      \u2190 api.Serve\n      the oldest: 6m12s\n210 @ the runtime and others\n"
    )
    assert groups(text) == [(1048, None, ["net/http.(*persistConn).readLoop", "mail.(*Box).Send", "api.Serve"])]
    (content,) = contents(text)
    assert isinstance(content, GoroutineSnapshot)
    assert content.total == 1258


def test_a_blank_line_ends_what_is_no_whole_page():
    text = "12 @ ... shop.Send (mail.go:7)\n\nshop.Other\n"
    assert groups(text) == [(12, None, ["shop.Send"])]


@pytest.mark.parametrize("line", ["12 @ 5 a.m.", "12 @ example.com", "3 @ desk.load", "@ ... shop.Send", "12 apples"])
def test_other_lines_are_no_records(line):
    assert read_short(line, after_head=False) is None


def test_of_a_page_any_function_counts():
    assert read_short("3 @ desk.load", after_head=True) == (3, "desk.load")


@pytest.mark.parametrize("line", ["it waits in shop.Send for ever", "...", "6m12s", "    ", "see main.go:31"])
def test_words_are_no_frame(line):
    assert read_bare_frame(line) is None


def test_a_page_with_commas_in_its_counts_is_read():
    text = "goroutine profile: total 4,217\n4,000 @ 0x48c18a 0x6b7b3e\n#\t0x6b7b3d\tshop.Send+0x1d\t/src/s.go:17\n"
    assert groups(text) == [(4000, None, ["shop.Send"])]


def test_totals_without_their_pages_are_one_series():
    (content,) = contents("".join(f"goroutine profile: total {total}\n" for total in (52, 102, 152)))
    assert isinstance(content, RuntimeMetrics)
    (series,) = content.series
    assert (series.name, [value for _, value in series.points]) == ("go_goroutines", [52, 102, 152])


@pytest.mark.parametrize("line", ["== {name} ==\n{head}", "of {name} now: {head}"])
def test_totals_below_names_of_several_processes_are_no_series(line):
    totals = {"api": 100, "web": 160, "mail": 220, "cart": 280}
    heads = {name: f"goroutine profile: total {total}\n" for name, total in totals.items()}
    found = contents("".join(line.format(name=name, head=head) for name, head in heads.items()))
    assert [content.total for content in found if isinstance(content, GoroutineSnapshot)] == [*totals.values()]
    (series,) = contents("".join(line.format(name="the same", head=head) for head in heads.values()))
    assert isinstance(series, RuntimeMetrics)


def test_one_total_stays_a_profile_without_records():
    (capture,) = read_evidence([Submission(name="t", content=b"goroutine profile: total 52\n")]).captures
    assert capture.reading.kind is EvidenceKind.GOROUTINE_PROFILE


def test_a_shortened_record_beside_a_dump_is_no_second_look():
    dump = "goroutine 7 [chan receive]:\nmain.f()\n\t/x.go:1 +0x1\n\n"
    (content,) = contents(f"{dump}12 @ ... shop.Send\n")
    assert isinstance(content, GoroutineSnapshot)
    assert content.total == 1


def test_a_record_without_a_function_is_none():
    with pytest.raises(NotRecognised):
        contents("12 @ ... somewhere\nand nowhere\n")


@pytest.mark.parametrize(
    "text", ["4 @ ...\nexample.com\n", "12 @ ...\n# see desk.load for more\n", "100 @ 0x... order.filled\n"]
)
def test_what_other_things_are_called_as_well_makes_no_record(text):
    with pytest.raises(NotRecognised):
        contents(text)


@pytest.mark.parametrize(
    ("line", "seconds"), [("1 @ ...\n", 10), ("1 @ " + "0x1234567890abcdef        " * 80 + "z" * 420 + "\n", 1)]
)
def test_lines_that_are_nearly_records_are_each_looked_at_once(line, seconds):
    text = line * (2**20 // len(line))
    begun = process_time()
    assert not shows_records(text)
    assert process_time() - begun < seconds


def test_lines_of_frames_may_be_cleared_of_addresses_and_offsets():
    text = "goroutine profile: total 110\n100 @ 0x43a 0x406\n# shop/desk.(*Till).post /src/desk/till.go:44\n"
    assert groups(text) == [(100, None, ["shop/desk.(*Till).post"])]
