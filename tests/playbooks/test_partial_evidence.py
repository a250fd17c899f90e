"""A dump that lost its head or its tail is still judged by what is left of it, never taken for stacks that were picked.

Most leaks are still told from the part that is left; no healthy process becomes a leak for what was lost.
"""

import gzip
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from leakbook.diagnosis.diagnose import diagnose
from leakbook.diagnosis.report import Subject, Verdict
from leakbook.evidence.model import Submission
from leakbook.evidence.read import read_evidence
from leakbook.playbook.model import Playbooks
from leakbook.playbooks_path import default_fixtures
from leakbook.rows.moments import goroutine_series

SERVICE = "healthy/accountsvc-go1.27/2/dump.txt.gz"


def _last_dump(program: Path) -> bytes:
    newest = max(program.glob("*/dump.txt*")).read_bytes()
    return gzip.decompress(newest) if newest.startswith(b"\x1f\x8b") else newest


def _programs(folder: str) -> list[Path]:
    return [path for path in sorted((default_fixtures() / folder).iterdir()) if list(path.glob("*/dump.txt*"))]


def tail_lost(dump: bytes) -> bytes:
    return dump[: len(dump) * 3 // 5]


def last_lines_lost(dump: bytes) -> bytes:
    return b"".join(dump.splitlines(keepends=True)[:-3])


def head_lost(dump: bytes) -> bytes:
    return dump[len(dump) * 2 // 5 :]


CUTS = [tail_lost, last_lines_lost, head_lost]


@pytest.mark.parametrize("program", _programs("healthy"), ids=lambda path: path.name)
@pytest.mark.parametrize("cut", CUTS, ids=lambda cut: cut.__name__)
def test_a_healthy_process_is_no_leak_for_what_was_lost(playbooks, program: Path, cut: Callable[[bytes], bytes]):
    captures = read_evidence([Submission(name="dump.txt", content=cut(_last_dump(program)))]).captures
    assert diagnose(captures, playbooks, Subject(service=None, memory_limit_bytes=None)).verdict is not Verdict.LEAK


@pytest.mark.parametrize("cut", [tail_lost, last_lines_lost], ids=lambda cut: cut.__name__)
@pytest.mark.parametrize("program", _programs("healthy"), ids=lambda path: path.name)
def test_the_loss_is_said(program: Path, cut: Callable[[bytes], bytes]):
    (capture,) = read_evidence([Submission(name="dump.txt", content=cut(_last_dump(program)))]).captures
    assert any("lower bound" in note for note in capture.reading.notes)


def test_a_difference_of_seconds_is_no_proof_of_health(playbooks):
    """The process leaks; three seconds between two collections do not show it."""
    delta = (default_fixtures() / "cache/meterd-go1.19/2/heap-delta.pb.gz").read_bytes()
    captures = read_evidence([Submission(name="heap-delta.pb.gz", content=delta)]).captures
    report = diagnose(captures, playbooks, Subject(service=None, memory_limit_bytes=None))
    assert report.verdict is Verdict.INCONCLUSIVE
    assert "too short" in report.summary


def test_a_goroutine_that_was_cut_counts_among_those_it_stands_with():
    whole = _last_dump(default_fixtures() / "goroutine" / "audit-go1.27")
    at = whole.rindex(b"(*Trail).Record")
    (capture,) = read_evidence([Submission(name="dump.txt", content=whole[: whole.index(b"\n", at) + 1])]).captures
    stuck = [group for group in capture.reading.content.groups if "Record" in group.frames[0].function]
    assert len(stuck) == 1
    assert stuck[0].frames[0].line is not None


def test_dumps_that_follow_closely_are_thinned_and_not_folded_into_the_first():
    captured = sorted((default_fixtures() / "goroutine" / "audit-go1.27").glob("*/dump.txt*"))
    start = datetime(2026, 11, 28, tzinfo=UTC)
    late = [Submission(name="last", content=captured[-1].read_bytes(), captured_at=start + timedelta(seconds=140))]
    early = [
        Submission(name=f"{n}", content=captured[0].read_bytes(), captured_at=start + timedelta(seconds=25 + 15 * n))
        for n in range(6)
    ]
    first = Submission(name="first", content=captured[0].read_bytes(), captured_at=start)
    series = goroutine_series(read_evidence([first, *early, *late]).captures)
    assert [round(60 * (moment.minutes or 0)) for moment in series] == [0, 25, 55, 85, 140]


def _functions(playbooks: Playbooks, *names: str) -> list[str | None]:
    """The culprits in what one captured program left, ten minutes between its moments."""
    start = datetime(2026, 1, 1, tzinfo=UTC)
    posted = [
        Submission(
            name=name,
            content=(default_fixtures() / name).read_bytes(),
            captured_at=start + timedelta(minutes=10 * ("/2/" in name)),
        )
        for name in names
    ]
    return [one.culprit.function for one in diagnose(read_evidence(posted).captures, playbooks).diagnoses]


def test_beside_a_leak_a_site_of_one_sampled_object_is_no_second_opinion(playbooks):
    pair = [f"cache/keyguard-go1.27/{moment}/heap.pb.gz" for moment in (0, 2)]
    dumps = [f"cache/keyguard-go1.27/{moment}" for moment in (0, 2)]
    with_dumps = _functions(
        playbooks,
        *pair,
        *(f"{folder}/{file.name}" for folder in dumps for file in (default_fixtures() / folder).glob("dump.txt*")),
    )
    assert with_dumps[0] == "gitlab.com/ferry/keyguard/exclusive.(*Keys).For"
    assert "bytes.growSlice" not in with_dumps


def test_prints_without_times_may_be_of_one_start(playbooks):
    """`Alloc = 12 MiB` five times over: at start-up within a second, or over a day."""
    undated = "\n".join(f"Alloc = {amount} MiB" for amount in (12, 22, 32, 44, 52))
    dated = "\n".join(
        f"2026-11-28T03:{10 * place:02}:00Z Alloc = {amount} MiB" for place, amount in enumerate((12, 22, 32, 44, 52))
    )
    first, later = (
        diagnose(read_evidence([Submission(name="log", content=text.encode())]).captures, playbooks).diagnoses[0]
        for text in (undated, dated)
    )
    assert first.playbook == later.playbook == "heap/live-growth"
    assert first.confidence == 0.75
    assert later.confidence > 0.9


def test_what_a_cut_dump_does_not_show_is_undetermined_and_not_ruled_out(playbooks):
    """Of two that send the rest of the text would tell whether they are the first of many."""
    sends = "goroutine {n} [chan send]:\ncorp.example/shop/post.push(0xc0000b4100)\n\t/src/shop/post.go:40 +0x1d\n"
    sends += "created by corp.example/shop/post.Start in goroutine 1\n\t/src/shop/post.go:31 +0x9f\n\n"
    (dump,) = [gzip.decompress(file.read_bytes()) for file in default_fixtures().glob(SERVICE)]
    first, rest = dump.decode().split("\n\n", 1)
    whole = f"{first}\n\n{''.join(sends.format(n=n) for n in (90001, 90002))}{rest}"
    cut = whole[: whole.index("created by", len(whole) // 2)]
    report = diagnose(read_evidence([Submission(name="d", content=cut.encode())]).captures, playbooks)
    assert "goroutine/chan-send" not in {one.playbook for one in report.ruled_out}
    assert {one.needs[0] for one in report.undetermined if one.playbook == "goroutine/chan-send"} == {"goroutine_dump"}


def test_where_threads_were_made_is_no_look_at_the_goroutines(playbooks):
    page = b"threadcreate profile: total 8\n8 @ 0x47\n#\t0x47\truntime.newm+0x1\t/go/src/runtime/proc.go:2500\n"
    captures = read_evidence([Submission(name="threads.txt", content=page)]).captures
    assert "The goroutines were not looked at." in diagnose(captures, playbooks).summary
