"""Differences of goroutine profiles: what came between the two is there in the later one."""

from __future__ import annotations

import pytest

from leakbook.evidence.model import EvidenceKind, GoroutineSnapshot, Submission, TopTable
from leakbook.evidence.read import read_evidence

HEAD = "      flat  flat%   sum%        cum   cum%\n"
BASE = "$ go tool pprof -base goroutine.1.pb.gz goroutine.2.pb.gz\n"
CAME = (
    ("runtime.gopark", 4980, 4980),
    ("runtime.chansend", 0, 4980),
    ("runtime.chansend1", 0, 4980),
    ("shop/desk.(*Till).post", 0, 4980),
)
WENT = (*CAME[1:], ("runtime.gopark", 4970, 4970), ("internal/poll.(*FD).Read", 0, -10))
DUMP = "goroutine 7 [chan send]:\nshop/desk.(*Till).post(0xc0001)\n\t/src/desk/till.go:44 +0x1f\n"


def difference(rows: tuple[tuple[str, int, int], ...], *, total: int = 4980, kind: str = "goroutine") -> str:
    lines = "".join(f"{flat:10} 100% 100% {cum:10} 100%  {name}\n" for name, flat, cum in rows)
    return f"{BASE}Type: {kind}\nShowing nodes accounting for {total}, 100% of {total} total\n{HEAD}{lines}"


def contents(*texts: str) -> list[object]:
    posted = [Submission(name=f"{at}.txt", content=text.encode()) for at, text in enumerate(texts)]
    return [capture.reading.content for capture in read_evidence(posted).captures]


@pytest.mark.parametrize("total", [4980, 60], ids=["-base", "-diff_base, whose total is the base's"])
def test_where_all_came_and_none_went_they_are_goroutines_of_the_later_profile(total: int) -> None:
    (capture,) = read_evidence([Submission(name="t.txt", content=difference(CAME, total=total).encode())]).captures
    found = capture.reading.content
    assert isinstance(found, GoroutineSnapshot)
    assert capture.reading.kind is EvidenceKind.GOROUTINE_PROFILE
    assert (found.total, found.complete, found.by_figures) == (4980, False, True)
    assert [(group.state, group.count) for group in found.groups] == [("chan send", 4980)]
    assert any("difference" in note for note in capture.reading.notes)


def test_where_some_went_the_figures_of_the_rest_are_no_goroutines() -> None:
    (table,) = contents(difference(WENT, total=4970))
    assert isinstance(table, TopTable)


@pytest.mark.parametrize("beside", [DUMP, difference(CAME)], ids=["a dump", "another difference"])
def test_a_difference_is_no_moment_beside_another(beside: str) -> None:
    assert any(isinstance(content, TopTable) for content in contents(difference(CAME), beside))


def test_a_difference_of_a_heap_stays_what_it_is() -> None:
    (table,) = contents(difference((("shop/desk.(*Till).post", 4980, 4980),), kind="inuse_objects"))
    assert isinstance(table, TopTable)
