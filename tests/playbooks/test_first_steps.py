"""The first step told is one for what was found: a cure for another shape of it comes later or not at all."""

import pytest

from leakbook.diagnosis.diagnose import diagnose_rows
from leakbook.report.html import report_html
from leakbook.report.json import report_json
from leakbook.report.markdown import report_markdown
from leakbook.report.terminal import report_terminal
from leakbook.trial.sketch import render
from tests.leakbook.diagnosis.rows_by_hand import dump, gctrace, group, rows, site
from tests.playbooks.test_times import answer, files

UNLOCK = "Put defer mu.Unlock()"


def steps_of(playbooks, row, **process) -> tuple[str, list[str]]:
    report = diagnose_rows(rows(row, **process), [dump()], playbooks)
    found = report.diagnoses[0]
    return found.playbook, [step.do for step in found.remediation.steps]


def drawn(playbooks, line: str, *, more: int = 120):
    """Two dumps, the line's goroutines five at first."""
    return answer(playbooks, render([f"5 x {line}"]).encode(), render([f"{more} x {line}"]).encode(), minutes=10)


def test_where_no_function_is_named_the_first_step_finds_it(playbooks):
    climbing = rows(live_heap_trend=0.95, live_heap_per_minute=3e6)
    report = diagnose_rows(climbing, [gctrace()], playbooks)
    (found,) = report.diagnoses
    assert found.culprit.function is None
    assert "First step: Compare two heap profiles" in report.summary
    for form in (report_markdown, report_terminal, report_html, lambda one: str(report_json(one))):
        shown = " ".join(form(report).split())
        assert "Compare two heap profiles" in shown
        assert "still refers to" not in shown


def test_where_a_function_is_named_nobody_is_sent_to_find_it(playbooks):
    found = answer(playbooks, *files("heap/planweave-go1.27", "heap.pb.gz")[:2], minutes=1.25).diagnoses[0]
    assert found.culprit.function
    assert found.playbook == "heap/live-growth"
    told = [step.do for step in found.remediation.steps]
    assert told[0].startswith("Find what still refers to what the function makes")
    assert not [step for step in told if step.startswith("Compare two")]


@pytest.mark.parametrize(
    ("features", "begins"),
    [
        ({"state": "sync.Mutex.Lock", "self_deadlock": True}, "Never call a method that locks"),
        ({"state": "sync.RWMutex.RLock", "self_deadlock": True, "lock_cycle": True}, "Never call a method that locks"),
        ({"state": "sync.Mutex.Lock", "may_self_deadlock": True, "stood": 30.0}, "See whether the method further out"),
        ({"state": "sync.Mutex.Lock", "lock_cycle": True, "self_deadlock": False}, "Write down one order"),
        ({"state": "chan send", "holds_lock": True, "awaits_living": False, "stood": 30.0}, "Copy what is needed"),
        ({"state": "sync.Mutex.Lock", "holder_absent": True, "self_deadlock": False, "lock_cycle": False}, UNLOCK),
    ],
)
def test_a_lock_that_is_never_given_back_begins_with_what_ends_it(playbooks, features, begins):
    stuck = group("sync.(*Mutex).Lock", "shop/stock.(*Shelf).Count", creator="shop/web.Serve", count=2, **features)
    playbook, steps = steps_of(playbooks, stuck)
    assert playbook == "goroutine/lock"
    assert steps[0].startswith(begins)
    assert len(steps) == 5


@pytest.mark.parametrize(("twice", "told"), [(True, "keep traffic off that path"), (False, "the same paths meet")])
def test_at_once_one_restart_is_told_of_a_lock(playbooks, twice, told):
    seen = {"state": "sync.Mutex.Lock", "count": 40, "stood": 30.0, "growth_certainty": 0.99, "lock_queue": 40}
    stuck = group("sync.(*Mutex).Lock", "shop/stock.(*Shelf).Count", self_deadlock=twice, **seen)
    behind = group("sync.(*Mutex).Lock", "shop/stock.(*Shelf).Count", self_deadlock=False, **seen)
    report = diagnose_rows(rows(stuck, behind), [dump()], playbooks)
    assert told in report.at_once.says
    assert report.at_once.says.count("A restart") == 1


@pytest.mark.parametrize(
    ("reads", "told"),
    [
        ("net.(*conn).Read", "shorter idle timeout at the peer"),
        ("os.(*File).Read", "ps --ppid PID lists the child processes"),
        ("os.(*Process).Wait", "each child process that does not end"),
    ],
)
def test_at_once_is_of_what_is_read(playbooks, reads, told):
    report = drawn(playbooks, f"[IO wait, 30 minutes] {reads} < shop/feed.(*Peer).read by shop/feed.Run in *")
    assert report.diagnoses[0].playbook == "goroutine/io-wait"
    assert told in report.at_once.says
    assert ("peer" in report.at_once.says) is reads.startswith("net.")


@pytest.mark.parametrize(
    ("line", "playbook", "begins"),
    [
        (
            "[sync.Cond.Wait] sync.(*Cond).Wait < shop/feed.(*Queue).Take < shop/feed.Serve by shop/web.Accept in *",
            "goroutine/waitgroup",
            "Change the condition",
        ),
        (
            "[sync.WaitGroup.Wait] sync.(*WaitGroup).Wait < shop/feed.All < shop/feed.Serve by shop/web.Accept in *",
            "goroutine/waitgroup",
            "Call wg.Add",
        ),
        (
            "[IO wait] net.(*conn).Read < shop/feed.(*Peer).read < shop/feed.Follow by shop/feed.Dial in *",
            "goroutine/io-wait",
            "Call SetReadDeadline",
        ),
        (
            "[IO wait] os.(*File).Read < io.Copy < os/exec.(*Cmd).writerDescriptor.func1 by os/exec.(*Cmd).Start in *",
            "goroutine/io-wait",
            "Start the child with exec.CommandContext",
        ),
        (
            "[IO wait] os.(*File).Read < shop/feed.(*Port).read < shop/feed.Follow by shop/feed.Open in *",
            "goroutine/io-wait",
            "Call SetReadDeadline",
        ),
        (
            "[select] net/http.(*persistConn).roundTrip < net/http.(*Client).Do < shop/feed.Pull by shop/web.Run in *",
            "goroutine/io-wait",
            "Set Timeout on http.Client",
        ),
    ],
)
def test_a_wait_begins_with_what_ends_such_a_wait(playbooks, line, playbook, begins):
    report = drawn(playbooks, line)
    assert report.diagnoses[0].playbook == playbook
    assert f"First step: {begins}" in report.summary


@pytest.mark.parametrize(
    ("frames", "begins"),
    [
        (("time.AfterFunc", "shop/lease.(*Leases).Renew"), "Keep the timer that AfterFunc returns"),
        (("time.NewTimer", "time.After", "shop/lease.(*Leases).Renew"), "In loops make one timer"),
        (("time.NewTicker", "shop/lease.(*Leases).Renew"), "Put defer t.Stop()"),
        (("time.NewTicker", "time.Tick", "shop/lease.(*Leases).Renew"), "Use time.NewTicker"),
    ],
)
def test_timers_begin_with_the_call_that_makes_them(playbooks, frames, begins):
    kept = site(*frames, resource="timer", inuse=2**24, growth=8e6, growth_certainty=0.999, retention=0.95)
    found = diagnose_rows(rows(kept, has_heap_sites=True), [gctrace()], playbooks).diagnoses[0]
    assert found.playbook == "resource/timer"
    assert found.remediation.steps[0].do.startswith(begins)


def test_what_is_shown_with_a_finding_tells_its_step_as_well(playbooks):
    """What the timer's function keeps is larger than the timers, so another row of the same finding leads."""
    grown = {"resource": "timer", "growth_certainty": 0.999, "retention": 0.95}
    closures = site("shop/lease.(*Leases).Renew", inuse=2**25, growth=16e6, **grown)
    timers = site("time.newTimer", "time.AfterFunc", "shop/lease.(*Leases).Renew", inuse=2**22, growth=2e6, **grown)
    report = diagnose_rows(rows(closures, timers, has_heap_sites=True), [gctrace()], playbooks)
    assert report.diagnoses[0].remediation.steps[0].do.startswith("Keep the timer that AfterFunc returns")


@pytest.mark.parametrize(
    ("called", "begins"),
    [
        ("database/sql.(*DB).PrepareContext", "Put defer stmt.Close()"),
        ("database/sql.(*Tx).Prepare", "Put defer stmt.Close()"),
        ("database/sql.(*DB).QueryContext", "Put defer rows.Close()"),
    ],
)
def test_what_is_left_open_of_a_database_is_told_to_be_closed(playbooks, called, begins):
    kept = site(called, "shop/store.(*Store).Find", resource="sql", inuse=2**24, growth=8e6, growth_certainty=0.999)
    found = diagnose_rows(rows(kept, has_heap_sites=True), [gctrace()], playbooks).diagnoses[0]
    assert found.playbook == "resource/sql-rows"
    assert found.remediation.steps[0].do.startswith(begins)


@pytest.mark.parametrize("playbook", ["cache/unbounded-map", "cache/unbounded-slice"])
@pytest.mark.parametrize("named", [True, False])
def test_at_a_line_that_is_named_the_first_step_bounds_what_it_keeps(playbooks, playbook, named):
    (cure,) = [one.remediation for one in playbooks.playbooks if one.id == playbook]
    first = next(step for step in cure.steps if step.when_culprit in {None, named})
    assert first.do.startswith("At the line that is named" if named else "Find the")


@pytest.mark.parametrize("state", ["chan send", "chan receive", "select"])
def test_nobody_is_sent_to_rewrite_a_library_whose_goroutines_were_left_behind(playbooks, state):
    """They stand in its code alone, so that the program's part is to close what it made, wherever that is."""
    line = f"[{state}, 20 minutes] github.com/zoek/gate.(*Gate).feed by github.com/zoek/gate.(*Gate).Open in *"
    ours = [render([f"{count} x {line}"]).encode() for count in (5, 120)]
    theirs = [text.replace(b"/src/github.com/zoek/gate/", b"/go/pkg/mod/github.com/zoek/gate@v1.0.4/") for text in ours]
    found = answer(playbooks, *theirs, minutes=10).diagnoses[0]
    assert "(Close, Stop, Shutdown)" in found.remediation.steps[0].do
    assert found.culprit.say.startswith("All of this is a library's code: look for where the program makes")
    found = answer(playbooks, *ours, minutes=10).diagnoses[0]
    assert "(Close, Stop, Shutdown)" not in found.remediation.steps[0].do
    assert found.culprit.say is None
