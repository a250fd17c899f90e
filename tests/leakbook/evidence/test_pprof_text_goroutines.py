"""Groups of goroutines by the figures of pprof's table."""

from __future__ import annotations

import time

import pytest

from leakbook.evidence.model import EvidenceKind, GoroutineSnapshot, Reading, Submission, TopTable
from leakbook.evidence.read import read_evidence

HEAD = "      flat  flat%   sum%        cum   cum%\n"
SENDERS = (
    ("runtime.gopark", 5040, 5040),
    ("runtime.chansend", 0, 4990),
    ("runtime.chansend1", 0, 4990),
    ("shop/desk.(*Till).post", 0, 4980),
    ("shop/desk.(*Desk).Open.func1", 0, 4985),
    ("shop/stock.(*Shelf).watch", 0, 35),
    ("internal/poll.(*FD).Read", 0, 40),
)


def top(*rows: tuple[str, int, int], total: int, kind: str | None = "goroutine") -> str:
    typed = f"Type: {kind}\n" if kind else ""
    lines = [
        f"{flat:10} {100 * flat / total:.2f}%   100% {cum:10} {100 * cum / total:.2f}%  {name}\n"
        for name, flat, cum in rows
    ]
    return f"{typed}Showing nodes accounting for {total}, 100% of {total} total\n{HEAD}" + "".join(lines)


def reading_of(text: str, kind: EvidenceKind | None = None) -> Reading:
    (capture,) = read_evidence([Submission(name="top.txt", content=text.encode(), kind=kind)]).captures
    return capture.reading


def groups(text: str) -> list[tuple[str | None, tuple[str, ...], int]]:
    content = reading_of(text).content
    assert isinstance(content, GoroutineSnapshot)
    assert content.by_figures
    return [(group.state, tuple(frame.function for frame in group.frames), group.count) for group in content.groups]


@pytest.mark.parametrize("kind", ["goroutine", None])
def test_what_nearly_all_of_a_wait_must_go_through_is_its_stack(kind):
    text = top(*SENDERS, total=5043, kind=kind)
    assert groups(text) == [("chan send", ("shop/desk.(*Till).post", "shop/desk.(*Desk).Open.func1"), 4985)]
    content = reading_of(text).content
    assert isinstance(content, GoroutineSnapshot)
    assert (content.total, content.complete) == (5043, False)


def test_equal_figures_of_many_are_of_the_same_goroutines_and_the_librarys_stand_nearer_to_the_leaf():
    text = top(
        ("runtime.gopark", 900, 900),
        ("shop/orders.(*Store).Load", 0, 300),
        ("sync.(*WaitGroup).Wait", 0, 300),
        ("runtime.selectgo", 0, 250),
        ("database/sql.(*DB).conn", 0, 250),
        ("shop/api.Serve", 0, 250),
        total=1000,
    )
    assert groups(text) == [
        ("sync.WaitGroup.Wait", ("sync.(*WaitGroup).Wait", "shop/orders.(*Store).Load"), 300),
        ("select", ("database/sql.(*DB).conn", "shop/api.Serve"), 250),
    ]


def test_where_a_library_waits_is_known_without_the_runtimes_row():
    text = top(
        ("runtime.gopark", 900, 900),
        ("crypto/tls.(*Conn).Read", 0, 800),
        ("shop/feed.(*Line).next", 0, 800),
        total=1000,
    )
    frames = ("internal/poll.runtime_pollWait", "crypto/tls.(*Conn).Read", "shop/feed.(*Line).next")
    assert groups(text) == [("IO wait", frames, 800)]


def test_a_table_may_be_stated_as_what_it_is_printed_by():
    text = top(*SENDERS, total=5043)
    for stated in (EvidenceKind.PPROF_TEXT, EvidenceKind.GOROUTINE_PROFILE):
        assert reading_of(text, stated).kind is EvidenceKind.GOROUTINE_PROFILE


@pytest.mark.parametrize(
    "text",
    [
        top(("runtime.gopark", 24, 24), ("net/http.(*conn).serve", 0, 2), total=28),
        top(("shop.Load", 5000, 5000), ("shop.Serve", 0, 5000), total=6000, kind="inuse_objects"),
        top(("runtime.chansend1", 0, 400), ("shop.Serve", 0, 300), total=1000),
        top(*SENDERS, total=5043).replace("  4980", " -4980"),
    ],
)
def test_figures_that_prove_nothing_stay_a_table(text):
    assert isinstance(reading_of(text).content, TopTable)


def test_each_row_of_a_long_table_is_looked_at_once():
    text = top(*((f"sync.F{place}", 10, 10) for place in range(2000)), total=20_000)
    began = time.process_time()
    assert isinstance(reading_of(text).content, TopTable)
    assert time.process_time() - began < 4


def test_the_largest_rows_of_a_long_table_are_enough():
    small = tuple((f"shop/desk.f{place}", 0, 1) for place in range(2000))
    text = top(*small, *SENDERS, total=7043)
    assert isinstance(reading_of(text).content, TopTable)  # 4990 of 7043 need not be the 4985
    assert groups(top(*small, *SENDERS, total=5043)) == groups(top(*SENDERS, total=5043))


@pytest.mark.parametrize(("stacks", "by_figures"), [(1, False), (3, False), (4, True)])
def test_a_few_stacks_of_traces_were_chosen(stacks, by_figures):
    line = "-----------+-------------------------------------------------------\n"
    traces = "".join(
        f"{line}        {60 + at}   runtime.gopark\n"
        f"             runtime.chanrecv1\n             shop/desk.(*Till).wait{at}\n"
        for at in range(stacks)
    )
    content = reading_of(f"File: shop\nType: goroutine\n{traces}{line}").content
    assert isinstance(content, GoroutineSnapshot)
    assert (len(content.groups), content.by_figures) == (stacks, by_figures)


@pytest.mark.parametrize(("others", "rest"), [(0, []), (60, [("semacquire", ("shop/gate.(*Gate).Pass",), 60)])])
def test_who_waits_for_a_lock_or_counter_is_not_counted_with_its_semaphore_again(others, rest):
    text = top(
        ("runtime.gopark", 300, 300),
        ("runtime.semacquire1", 0, 150 + others),
        ("sync.(*WaitGroup).Wait", 0, 150),
        ("shop/tiles.(*Job).Run", 0, 150),
        ("shop/gate.(*Gate).Pass", 0, others),
        total=300,
    )
    assert groups(text) == [
        ("sync.WaitGroup.Wait", ("sync.(*WaitGroup).Wait", "shop/tiles.(*Job).Run"), 150),
        *rest,
    ]


def test_where_no_wait_is_shown_the_function_that_nearly_all_who_are_parked_are_in_is_told():
    rows = (("runtime.gopark", 65, 65), ("shop/desk.Open.func1", 0, 62), ("internal/poll.runtime_pollWait", 0, 1))
    assert groups(top(*rows, total=67)) == [(None, ("shop/desk.Open.func1",), 62)]
    half = (("runtime.gopark", 65, 65), ("shop/desk.Open.func1", 0, 40))
    assert isinstance(reading_of(top(*half, total=67)).content, TopTable)


def test_rows_that_differ_by_a_few_of_very_many_are_of_the_same_goroutines():
    rows = (
        ("runtime.gopark", 190_356, 190_356),
        ("sync.(*RWMutex).RLock", 0, 140_038),
        ("shop/cache.rlock", 0, 140_036),
        ("sync.(*Mutex).Lock", 0, 50_076),
        ("sync.(*RWMutex).Lock", 0, 50_076),
        ("shop/cache.lock", 0, 50_075),
    )
    assert [(state, frames[-1], count) for state, frames, count in groups(top(*rows, total=190_359))] == [
        ("sync.RWMutex.RLock", "shop/cache.rlock", 140_036),
        ("sync.Mutex.Lock", "shop/cache.lock", 50_075),
    ]


def test_who_waits_to_write_is_counted_once_though_one_of_them_has_the_locks_own_mutex():
    rows = (
        ("runtime.gopark", 190_356, 190_356),
        ("sync.(*RWMutex).Lock", 0, 50_077),
        ("sync.(*Mutex).Lock", 0, 50_076),
        ("shop/cache.lock", 0, 50_077),
    )
    assert [(state, count) for state, _, count in groups(top(*rows, total=190_359))] == [
        ("sync.RWMutex.Lock", 50_077),
    ]


def test_a_table_of_the_parked_alone_is_of_goroutines():
    content = reading_of(top(("runtime.gopark", 900, 900), ("runtime.netpoll", 9, 9), total=910, kind=None)).content
    assert isinstance(content, TopTable)
    assert content.sample_type == "goroutine"
