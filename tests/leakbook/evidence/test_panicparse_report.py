"""What panicparse prints reads as the dump it was made from, as far as it tells of it."""

from __future__ import annotations

import gzip
from collections import Counter
from pathlib import Path

import pytest

from leakbook.errors import NotRecognised
from leakbook.evidence.model import EvidenceKind, GoroutineSnapshot, Submission
from leakbook.evidence.read import read_evidence

PRINTED = Path(__file__).parent / "captures" / "panicparse" / "crawler.txt"
"""`pp` of Debian's golang-github-maruel-panicparse-dev on the dump below."""
DUMP = Path(__file__).parents[2] / "fixtures" / "goroutine" / "crawler-go1.19" / "2" / "dump.txt.gz"
BUCKET = """12: chan send [6~8 minutes] [locked] [Created by desk.(*Till).Open in goroutine 7 @ till.go:31]
    desk till.go:44 (*Till).post(*, 0xc0000b4008)
    http server.go:2358 HandlerFunc.ServeHTTP(#1, {#3, *}, *)
    main main.go:17 main.func1()
    (...)
"""


def snapshot_of(text):
    (capture,) = read_evidence([Submission(name="t.txt", content=text.encode())]).captures
    assert capture.reading.kind is EvidenceKind.GOROUTINE_DUMP
    assert isinstance(capture.reading.content, GoroutineSnapshot)
    return capture.reading.content


def leaves(snapshot):
    """State and the leaf's name without its package's path -> goroutines."""
    counts: Counter[tuple[str | None, str]] = Counter()
    for group in snapshot.groups:
        counts[group.state, group.frames[0].function.rpartition("/")[2]] += group.count
    return counts


def test_the_buckets_are_the_groups_of_the_dump():
    printed, dumped = snapshot_of(PRINTED.read_text()), snapshot_of(gzip.decompress(DUMP.read_bytes()).decode())
    assert leaves(printed) == leaves(dumped)
    assert (printed.total, printed.complete) == (dumped.total, True)


def test_a_bucket_tells_number_state_wait_and_creator():
    (group,) = snapshot_of(BUCKET).groups
    assert (group.count, group.state, group.waits, group.locked_to_thread) == (12, "chan send", ((6, 12),), 12)
    assert [frame.function for frame in group.frames] == [
        "desk.(*Till).post",
        "net/http.HandlerFunc.ServeHTTP",
        "main.main.func1",
    ]
    assert group.created_by is not None
    assert (group.created_by.function, group.created_by.line) == ("desk.(*Till).Open", 31)


@pytest.mark.parametrize(
    ("line", "function"),
    [
        ("http   server.go:3102       (*conn).serve(*, {#4})", "net/http.(*conn).serve"),
        ("http   basket.go:12         (*Basket).Add(#1)", "http.(*Basket).Add"),
        ("pool   pool.go:39           (*Pool[...]).work(0, #6)", "pool.(*Pool[...]).work"),
        ("       panic.go:787         panic(any{0x1006a8180, 0x1400009e2e0})", "runtime.gopanic"),
        ("pay    /src/pay/pay.go:9    Charge(string(0x10061742e, len=10))", "pay.Charge"),
    ],
)
def test_calls(line, function):
    text = f"3: chan receive [Created by pay.Start @ pay.go:3]\n    {line}\n"
    (group,) = snapshot_of(text).groups
    assert [frame.function for frame in group.frames][-1:] == [function]


def test_of_a_bucket_s_two_waits_only_the_shortest_is_known_of_each():
    (group,) = snapshot_of(BUCKET).groups
    assert group.waits_differ
    (group,) = snapshot_of(BUCKET.replace("6~8", "6")).groups
    assert not group.waits_differ


def test_waits_below_a_minute_are_not_measured():
    (group,) = snapshot_of(BUCKET.replace("6~8", "0~1")).groups
    assert group.waits == ((None, 12),)


def test_a_panic_before_the_buckets_ended_the_process():
    running = "1: running [Created by api.Listen @ api.go:17]\n    cart cart.go:31 (*Cart).Price(#2)\n"
    fault = "panic: runtime error: index out of range [3] with length 3\n\n"
    assert snapshot_of(fault + running + BUCKET).failed
    assert not snapshot_of(running + BUCKET).failed
    assert not snapshot_of(fault + BUCKET).failed


def test_a_deadlock_before_the_buckets_is_the_runtimes_word():
    main = "1: chan receive\n    main main.go:5 main()\n"
    snapshot = snapshot_of("fatal error: all goroutines are asleep - deadlock!\n\n" + main + BUCKET)
    assert (snapshot.deadlock, snapshot.failed, snapshot.complete) == (True, False, True)


@pytest.mark.parametrize(
    "text", ["1: running late\n    for main.go:5 main()\n", "12: chan send\nno call follows\n", "12: chan send\n"]
)
def test_numbered_lines_are_no_buckets(text):
    with pytest.raises(NotRecognised):
        snapshot_of(text)
