"""Large texts of one format, whose whole records and lines are taken before anything is cleaned."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from leakbook.evidence.model import GcTrace, GoroutineSnapshot, Reading, Submission
from leakbook.evidence.read import read_evidence

_STACK = (
    "#\t0x47f1\tcorp.example/shop/flow.(*Flow).start+0x11\t/go/src/corp.example/shop/flow.go:159\n"
    "#\t0x60aa\tmain.main+0xaa\t\t\t\t/go/src/corp.example/main.go:12\n\n"
)
PAGE = "goroutine profile: total 80000\n" + "".join(
    f"4 @ 0x4001 0x4002 0x47f2 0x60ab 0x{at:x}\n{_STACK}" for at in range(0x70_000, 0x70_000 + 20_000)
)
LOG = "".join(
    f"gc {at} @{at}.5s 3%: 0.1+0.8+0.0 ms clock, 0.1+0.4/1.6/3.2+0.0 ms cpu, 18->19->11 MB, 20 MB goal, 8 P\n"
    for at in range(1, 14_000)
)
WAITING = "Goroutine 7 - User: /src/desk.go:31 main.(*Desk).ask (0x4a12b3) [chan send]\n"
RACE = "==================\nWARNING: DATA RACE\nWrite at 0x00c0000b4008 by goroutine 7:\n==================\n"


def _linked(text: str) -> str:
    """Names that an editor took for addresses."""
    name = "corp.example/shop/flow.go:159"
    return text.replace(name, f"[{name}](http://{name})")


def _read(text: str) -> list[Reading]:
    assert len(text) > 2**20
    return [capture.reading for capture in read_evidence([Submission(name="t", content=text.encode())]).captures]


@pytest.mark.parametrize(
    ("damage", "note"),
    [
        (_linked, "links made of names were taken back"),
        (lambda page: page.replace("\n", "\r\n"), "line ends were unified"),
        (lambda page: page.replace("flow.(", "\x1b[1mflow\x1b[0m.("), "terminal colours were taken out"),
        (lambda page: page.replace("shop/flow.(*", "shop/<b>flow</b>.(*"), "HTML marks were taken out"),
    ],
)
def test_what_was_done_to_the_lines_of_a_large_page_is_undone(damage: Callable[[str], str], note: str) -> None:
    (plain,) = _read(PAGE)
    (damaged,) = _read(damage(PAGE))
    assert isinstance(plain.content, GoroutineSnapshot)
    assert [(group.count, group.frames[0].line) for group in plain.content.groups] == [(80_000, 159)]
    assert damaged.content == plain.content
    assert damaged.notes == (note, *plain.notes)


def test_what_stands_beside_a_large_log_is_cleaned_for_the_readers_it_is_for() -> None:
    dump, log = _read(f"{LOG}{RACE}{WAITING}")
    assert isinstance(dump.content, GoroutineSnapshot)
    assert [group.state for group in dump.content.groups] == ["chan send"]
    assert isinstance(log.content, GcTrace)
    assert {note for note in dump.notes if "taken" not in note} >= {
        "a debugger's list of goroutines was read as a dump",
        "reports of the race detector were left aside: they tell of accesses, not of who waits",
    }
    assert log.content == _read(LOG)[0].content
