"""Order and time of captures: a leak is never called healthy for the order, the packing or the number of its files."""

import gzip
from datetime import UTC, datetime, timedelta

import pytest

from leakbook.diagnosis.diagnose import diagnose
from leakbook.diagnosis.report import Verdict
from leakbook.diagnosis.summary import NOT_ALL
from leakbook.evidence.model import Submission
from leakbook.evidence.read import read_evidence
from leakbook.playbooks_path import default_fixtures
from leakbook.report.html import report_html
from leakbook.report.markdown import report_markdown
from leakbook.report.slack import report_slack
from leakbook.report.terminal import report_terminal
from tests.playbooks.programs import PROGRAMS

START = datetime(2026, 11, 28, tzinfo=UTC)
LEAKING = [program.name for program in PROGRAMS if program.label.startswith("goroutine/")]
HEALTHY = [program.name for program in PROGRAMS if program.label == "healthy"]
IN_GOROUTINES = [
    name
    for name in LEAKING
    # Their contexts have timers and no goroutines.
    if not name.startswith(("goroutine/digests", "goroutine/lookups"))
]


def files(program: str, name: str) -> list[bytes]:
    """The file of each moment, unpacked, oldest first."""
    found = [path.read_bytes() for path in sorted((default_fixtures() / program).glob(f"*/{name}*"))]
    return [gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content for content in found]


def answer(playbooks, *contents: bytes, minutes: float | None = None):
    submissions = [
        Submission(
            name=f"{place}.txt",
            content=content,
            captured_at=None if minutes is None else START + timedelta(minutes=minutes * place),
        )
        for place, content in enumerate(contents)
    ]
    evidence = read_evidence(submissions)
    return diagnose(evidence.captures, playbooks, warnings=evidence.warnings)


@pytest.mark.parametrize("program", IN_GOROUTINES)
def test_two_scrapes_of_a_leak_are_not_called_healthy(playbooks, program):
    report = answer(playbooks, *files(program, "metrics.txt"), minutes=1.25)
    assert report.verdict is not Verdict.HEALTHY, report.summary
    assert "did not grow" not in report.summary


def page(goroutines: int, heap: int) -> bytes:
    lines = (
        f"go_goroutines {goroutines}",
        f"go_memstats_heap_alloc_bytes {heap}",
        f"go_memstats_next_gc_bytes {2 * heap}",
    )
    return "".join(f"# TYPE {line.split()[0]} gauge\n{line}\n" for line in lines).encode()


def test_two_scrapes_that_differ_by_far_are_said_in_numbers(playbooks):
    more = answer(playbooks, page(100, 50 << 20), page(100_000, 50 << 20), minutes=10)
    assert more.verdict in {Verdict.INCONCLUSIVE, Verdict.SUSPECT}
    assert "from 100 to 100,000 over 10 min" in more.summary
    larger = answer(playbooks, page(100, 50 << 20), page(100, 5000 << 20), minutes=10)
    assert larger.verdict in {Verdict.INCONCLUSIVE, Verdict.SUSPECT}
    assert "The live heap rose from 50.0 MiB to 4.9 GiB" in larger.summary


def test_two_scrapes_that_are_alike_are_healthy_when_time_lies_between_them(playbooks):
    same = page(100, 50 << 20)
    assert answer(playbooks, same, page(101, 50 << 20), minutes=10).verdict is Verdict.HEALTHY
    assert answer(playbooks, same, same).verdict is Verdict.INCONCLUSIVE
    assert answer(playbooks, same, same, minutes=0.1).verdict is Verdict.INCONCLUSIVE


def test_a_series_that_rises_ever_slower_is_not_called_level(playbooks):
    series = (default_fixtures() / "resource/sandboxd-go1.27/range.json.gz").read_bytes()
    report = answer(playbooks, series)
    assert report.verdict is not Verdict.HEALTHY
    assert "open descriptors went from" in report.summary


@pytest.mark.parametrize("program", IN_GOROUTINES)
def test_one_moment_sent_twice_is_one_moment(playbooks, program):
    dump = files(program, "dump.txt")[-1]
    alone = answer(playbooks, dump)
    for twice in ((dump, gzip.compress(dump)), (dump, dump + b"\n")):
        report = answer(playbooks, *twice)
        assert (report.verdict, report.diagnoses[:1]) == (alone.verdict, alone.diagnoses[:1])


@pytest.mark.parametrize("program", LEAKING)
def test_views_of_one_moment_are_never_steady(playbooks, program):
    views = [
        ("goroutine.pb", "goroutine.debug1.txt"),
        ("metrics.txt", "expvar.json"),
    ]
    for names in views:
        report = answer(playbooks, *(files(program, name)[-1] for name in names))
        assert report.verdict is not Verdict.HEALTHY, names
    assert "did not grow" not in report.summary


@pytest.mark.parametrize("program", IN_GOROUTINES)
def test_dumps_sent_in_the_wrong_order_are_put_right(playbooks, program):
    first, last = files(program, "dump.txt")
    right, wrong = answer(playbooks, first, last), answer(playbooks, last, first)
    assert wrong.verdict is right.verdict
    assert [one.playbook for one in wrong.diagnoses] == [one.playbook for one in right.diagnoses]
    assert wrong.warnings[0].startswith("order: The dumps were compared as taken in the order 1.txt, then 0.txt, ")
    assert "a higher number" in wrong.warnings[0]
    assert "order" not in [warning.split(":")[0] for warning in right.warnings]


def test_times_that_cannot_be_right_are_said(playbooks):
    first, last = files("goroutine/audit-go1.27", "dump.txt")
    report = answer(playbooks, last, first, minutes=10)
    assert report.verdict is Verdict.LEAK
    assert report.warnings[0].startswith("order: The dumps were compared as taken in the order 1.txt, then 0.txt; the ")


def test_a_restart_between_two_dumps_is_no_end_of_growth(playbooks):
    before = files("goroutine/dispatch-go1.27", "dump.txt")[-1]
    after = files("goroutine/dispatch-go1.19", "dump.txt")[0]
    report = answer(playbooks, before, after, minutes=11)
    assert report.verdict is not Verdict.HEALTHY
    assert report.warnings[0].startswith("other_process: ")
    assert "1.txt" in report.warnings[0]


def test_dumps_of_two_processes_are_not_compared(playbooks):
    one = files("goroutine/audit-go1.27", "dump.txt")[0]
    other = files("healthy/finder-go1.27", "dump.txt")[-1]
    report = answer(playbooks, one, other)
    assert report.warnings[0].startswith("other_process: ")
    assert NOT_ALL in report.summary
    for form in (report_markdown, report_slack, report_terminal, report_html):
        assert " ".join(NOT_ALL.split()[:7]) in " ".join(form(report).split())
    assert all(reason.signal != "growing" for found in report.diagnoses for reason in found.because)


def test_a_restart_between_two_heap_profiles_is_no_end_of_growth(playbooks):
    first, last = ((default_fixtures() / f"cache/ledgerbook-go1.19/{at}/heap.pb.gz").read_bytes() for at in (0, 2))
    report = answer(playbooks, last, first, minutes=11)
    assert report.verdict is not Verdict.HEALTHY
    assert report.warnings[0].startswith("other_process: What was allocated in all falls")


def test_a_restart_in_metrics_and_in_a_trace_is_said(playbooks):
    first, last = files("cache/ledgerbook-go1.19", "metrics.txt")
    assert answer(playbooks, last, first, minutes=11).warnings[0].startswith("restart: Counters")
    (log,) = files("cache/ledgerbook-go1.19", "gctrace.log")
    assert answer(playbooks, log + log).warnings[0].startswith("restart: 0.txt has the collections of 2 runs")


def test_a_time_that_only_one_of_two_dumps_has_is_not_dropped_silently(playbooks):
    first, last = files("goroutine/audit-go1.27", "dump.txt")
    evidence = read_evidence(
        [Submission(name="a", content=first, captured_at=START), Submission(name="b", content=last)]
    )
    assert diagnose(evidence.captures, playbooks).warnings[0].startswith("time_missing: ")


@pytest.mark.parametrize("program", HEALTHY)
def test_healthy_dumps_of_one_process_are_all_compared(playbooks, program):
    report = answer(playbooks, *files(program, "dump.txt"), minutes=1.25)
    assert {warning.split(":")[0] for warning in report.warnings} <= {"memory_unseen", "goroutines_unseen"}


def test_a_half_that_was_not_looked_at_is_said_for_programs(playbooks):
    log = (default_fixtures() / "healthy/accountsvc-go1.27/2/gctrace.log").read_bytes()
    report = answer(playbooks, log)
    assert report.verdict is Verdict.HEALTHY
    assert report.warnings == ("goroutines_unseen: The goroutines were not looked at.",)
    assert "goroutine_dump" in {step.evidence for step in report.next_evidence}
    dumps = answer(playbooks, *files("healthy/accountsvc-go1.27", "dump.txt"), minutes=1.25)
    assert dumps.warnings == ("memory_unseen: The heap was not looked at.",)
    assert dumps.summary.startswith("The process: no leak found among the goroutines.")
    assert "heap_profile_pair" in {step.evidence for step in dumps.next_evidence}


def test_an_array_that_waits_for_its_next_copy_is_not_level(playbooks):
    (log,) = files("cache/replayer-go1.27", "gctrace.log")
    report = answer(playbooks, log)
    assert report.verdict is not Verdict.HEALTHY
    assert "has not levelled off" in report.summary


def plain_dump(newest: int) -> bytes:
    """A service at rest whose latest goroutine, of those that come and go, has that number."""
    stacks = [
        ("1", "IO wait", "internal/poll.runtime_pollWait(0x1, 0x72)", "internal/poll/fd_poll_runtime.go:84"),
        *((str(n), "select", f"shop/orders.(*Worker{n}).run(0xc000010000)", "orders/work.go:40") for n in range(7, 17)),
        (str(newest), "running", "runtime/pprof.writeGoroutineStacks({0x1, 0x2})", "runtime/pprof/pprof.go:703"),
    ]
    return "\n".join(
        f"goroutine {number} [{state}]:\n{call}\n\t/src/{place} +0x2d\n" for number, state, call, place in stacks
    ).encode()


def test_dumps_without_times_are_healthy_when_much_was_started_in_between(playbooks):
    busy = answer(playbooks, plain_dump(40), plain_dump(40_000))
    assert busy.verdict is Verdict.HEALTHY, busy.summary
    assert "while 39,960 were started" in busy.summary
    assert "did not grow" not in answer(playbooks, plain_dump(40), plain_dump(400)).summary


@pytest.mark.parametrize(("megabytes", "verdict"), [(1, Verdict.LEAK), (400, Verdict.INCONCLUSIVE)])
def test_gigabytes_in_the_first_seconds_are_a_load_and_no_leak(playbooks, megabytes, verdict):
    lines = "".join(
        f"gc {n} @{0.7 * n:.3f}s 1%: 0.1+16+0.2 ms clock, 0.4+16/1.4/18+0.7 ms cpu, "
        f"{live}->{live}->{live} MB, {2 * live} MB goal, 40 P\n"
        for n in range(1, 14)
        if (live := 10 + megabytes * n)
    )
    assert answer(playbooks, lines.encode()).verdict is verdict


def _lived(*, seconds: float) -> bytes:
    """A gctrace of a live heap that goes from 3 to 40 MB, its collections so many seconds apart."""
    lives = (3, 4, 5, 7, 10, 14, 18, 23, 31, 40)
    lines = (
        f"gc {number} @{number * seconds:.3f}s 9%: 0.01+1.1+0.01 ms clock, 0.01+0/6.0/0+0.4 ms cpu, "
        f"{2 * live}->{2 * live}->{live} MB, {2 * live} MB goal, 4 P"
        for number, live in enumerate(lives, start=1)
    )
    return "\n".join(lines).encode()


def test_what_was_watched_for_a_glance_is_no_suspect_and_has_no_pace(playbooks):
    glance = answer(playbooks, _lived(seconds=0.03))
    assert glance.verdict is Verdict.INCONCLUSIVE
    assert not [found for found in glance.diagnoses if found.impact.bytes_per_minute]
    assert "too short for growth to show" in " ".join((glance.summary, *glance.warnings))
    watched = answer(playbooks, _lived(seconds=30))
    assert watched.verdict in {Verdict.SUSPECT, Verdict.LEAK}
    assert watched.diagnoses[0].impact.bytes_per_minute
