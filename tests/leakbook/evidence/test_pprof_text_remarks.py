"""What people write behind pprof's rows and below them, and what they type between two tables."""

from __future__ import annotations

import pytest

from leakbook.evidence.model import EvidenceKind, GoroutineSnapshot, TopTable
from leakbook.evidence.printed.values import parse_name, parse_value
from tests.leakbook.evidence.printed import HEADER, read, rows

RULE = "-----------+-------------------------------------------------------\n"


@pytest.mark.parametrize(
    "remark", ["// the sender", "# here", "<- stuck", "<-- stuck", "\u2190 stuck", "\U0001f448 \U0001f534", "<== here"]
)
def test_a_remark_behind_a_name_is_none_of_it(remark: str) -> None:
    frame = parse_name(f"shop/desk.(*Till).post   {remark}")
    assert frame is not None
    assert frame.function == "shop/desk.(*Till).post"


@pytest.mark.parametrize("folder", ["/src/my # shop", "/src/shop \u2014 old", "C:/src/shop // two"])
def test_what_stands_in_a_path_is_no_remark(folder: str) -> None:
    frame = parse_name(f"shop/desk.(*Till).post {folder}/till.go:12")
    assert frame is not None
    assert (frame.function, frame.file, frame.line) == ("shop/desk.(*Till).post", f"{folder}/till.go", 12)


@pytest.mark.parametrize("name", ["shop.Put[int, <-chan int]", "shop.Put[go.shape.struct { a int }]"])
def test_what_stands_in_brackets_is_a_type(name: str) -> None:
    frame = parse_name(name)
    assert frame is not None
    assert frame.function.startswith("shop.Put[")
    assert frame.function.endswith("]")


def test_stacks_of_traces_with_remarks_are_of_the_program() -> None:
    text = (
        f"File: shop\nType: goroutine\n{RULE}      2031   runtime.gopark\n             runtime.chansend1 // it sends\n"
        f"             shop/desk.(*Till).post   \u2190 here\n{RULE}"
    )
    (reading,) = read(text)
    assert isinstance(reading.content, GoroutineSnapshot)
    (group,) = reading.content.groups
    assert (group.state, [frame.function for frame in group.frames]) == ("chan send", ["shop/desk.(*Till).post"])


def test_a_difference_begins_with_its_command() -> None:
    one = f"File: shop\nType: inuse_space\nShowing nodes accounting for 8MB, 100% of 8MB total\n{HEADER}"
    row = "       8MB   100%   100%        8MB   100%  shop.Load\n"
    first, second = read(f"{one}{row}(pprof) exit\n$ go tool pprof -base a.pb.gz b.pb.gz\n{one}{row}")
    assert isinstance(first.content, TopTable)
    assert isinstance(second.content, TopTable)
    assert (first.content.is_difference, second.content.is_difference) == (False, True)


def test_a_row_without_a_name_is_not_named_by_a_line_further_below() -> None:
    text = (
        "         0     0%   100%       2189 99.73%\n"
        "                                              2189   100% |   runtime.chansend1\nOutput:\n"
    )
    assert [name for name, _, _ in rows(text)] == ["runtime.chansend1"]


def listed(code: str, total: str = "Total: 500 goroutines") -> GoroutineSnapshot:
    text = (
        f"{total}\nROUTINE ======================== shop/desk.(*Till).post\n"
        "         0        498 (flat, cum) 99.60% of Total\n"
        "         .          .     32:\tr := ask(id)\n"
        f"         .        498     33:\t{code}\n"
    )
    (reading,) = read(text)
    assert isinstance(reading.content, GoroutineSnapshot)
    return reading.content


@pytest.mark.parametrize(
    ("code", "state"),
    [
        ("ch <- r // blocks", "chan send"),
        ("ch <- reply{r, err}", "chan send"),
        ("v, ok := <-t.in", "chan receive"),
        ("for job := range t.jobs {", "chan receive"),
        ("select {", "select"),
    ],
)
def test_the_line_at_which_goroutines_are_counted_tells_what_they_wait_for(code: str, state: str) -> None:
    (group,) = listed(code).groups
    assert (group.state, group.count, group.frames[0].function, group.frames[0].line) == (
        state,
        498,
        "shop/desk.(*Till).post",
        33,
    )


def test_a_line_that_calls_may_wait_in_what_it_calls() -> None:
    (reading,) = read("Total: 500 goroutines\nROUTINE ====== shop.Post\n         .        498     33:\tch <- ask(id)\n")
    assert isinstance(reading.content, TopTable)
    assert reading.content.sample_type == "goroutine"


def test_a_list_or_table_of_a_leak_profile_shows_what_the_collector_proved() -> None:
    for text in (
        "Type: goroutineleak\nTotal: 16\nROUTINE ====== shop.Ask.func1 in .../ask.go\n"
        "         0         16 (flat, cum)   100% of Total\n         .         16     33:\t\tch <- answer{r, err}\n",
        f"Type: goroutineleak\nShowing nodes accounting for 16, 100% of 16 total\n{HEADER}"
        "        16   100%   100%         16   100%  runtime.gopark\n"
        "         0     0%   100%         16   100%  shop.Ask.func1\n",
    ):
        (reading,) = read(text)
        assert reading.kind is EvidenceKind.GOROUTINELEAK_PROFILE
        assert isinstance(reading.content, GoroutineSnapshot)
        (group,) = reading.content.groups
        assert (group.unreachable, group.frames[0].function) == (16, "shop.Ask.func1")
        assert reading.content.only_unreachable


def test_two_fetches_of_one_printed_minute_are_two_moments() -> None:
    one = (
        "Fetching profile over HTTP from http://shop:6060/debug/pprof/heap\nSaved profile in /tmp/{}.pb.gz\n"
        "File: shop\n"
        "Type: inuse_space\nTime: Oct 8, 2023 at 4:52pm (CST)\nShowing nodes accounting for {}MB, 100% of {}MB total\n"
        + HEADER
        + "       {}MB   100%   100%        {}MB   100%  shop.Load\n(pprof) exit\n"
    )
    first, second = read(one.format(1, 8, 8, 8, 8) + one.format(2, 20, 20, 20, 20))
    assert first.captured_at is not None
    assert second.captured_at is None
    assert any("order in the text" in note for note in second.notes)


def test_another_view_of_one_fetch_keeps_its_time() -> None:
    head = "File: shop\nType: goroutine\nTime: Oct 8, 2023 at 4:52pm (CST)\n"
    first, second = read(
        f"Fetching profile over HTTP from http://shop\n{head}Showing nodes accounting for 9, 100% of 9 total\n{HEADER}"
        "         9   100%   100%          9   100%  runtime.gopark\n(pprof) traces\n"
        f"{head}{RULE}         9   runtime.gopark\n             shop.Serve\n{RULE}"
    )
    assert first.captured_at == second.captured_at


ROWS = (
    "     10000 99.58% 99.58%      10000 99.58%  runtime.gopark\n"
    "         0     0% 99.88%       9000 89.62%  shop/desk.(*Till).post\n"
)
TABLE = f"Type: goroutine\nShowing nodes accounting for 10042, 100% of 10042 total\n{HEADER}{ROWS}"
BARS = "".join(f"| {' | '.join(line.split())} |\n" for line in ROWS.splitlines())


@pytest.mark.parametrize(
    "text",
    [
        TABLE,
        TABLE.replace("10000", "10,000").replace("10042", "10,042").replace("9000", "9,000"),
        TABLE.replace("%", "\uff05").replace("flat\uff05", "flat%"),
        TABLE.replace(".", ",").replace("runtime,", "runtime.").replace("desk,", "desk.").replace("),post", ").post"),
        f"Type: goroutine\nof 10042 total\n\n| flat | flat% | sum% | cum | cum% | name |\n|--|--|--|--|--|--|\n{BARS}",
    ],
)
def test_figures_and_bars_as_people_write_them_change_no_row(text: str) -> None:
    (reading,) = read(text)
    assert isinstance(reading.content, GoroutineSnapshot)
    assert reading.content.total == 10042
    assert [(group.count, group.frames[0].function) for group in reading.content.groups] == [
        (9000, "shop/desk.(*Till).post")
    ]


@pytest.mark.parametrize(
    ("written", "amount"),
    [("1,234.50MB", 1234.5), ("1,234MB", 1234), ("12,5MB", 12.5), ("0,125MB", 0.125), ("-1003,40MB", -1003.4)],
)
def test_commas_part_thousands_or_stand_for_the_point(written: str, amount: float) -> None:
    value = parse_value(written)
    assert value is not None
    assert value.amount == round(amount * 2**20)
