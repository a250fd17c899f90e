"""A dump that its process printed as it died: nothing is ended by a restart, and nothing more can be taken of it."""

import pytest

from leakbook.report.html import report_html
from leakbook.report.markdown import report_markdown
from leakbook.report.terminal import report_terminal
from leakbook.trial.sketch import render
from tests.playbooks.test_times import answer

DEADLOCK = "fatal error: all goroutines are asleep - deadlock!\n\n"
ALARM = "panic: no progress for 10m0s\n\ngoroutine 7 [running]:\nshop.watch()\n\t/src/shop/watch.go:9 +0x1d\n\n"
STUCK = "300 x [chan send, 20 minutes] shop/feed.(*Hub).Post < shop/feed.(*Hub).Serve by net/http.(*Server).Serve in *"
FEW = "3 x [chan send] shop/feed.(*Hub).Post < shop/feed.(*Hub).Serve by shop/feed.Open in 1"
OF_ANOTHER = "of the one that runs now, once it shows the same."


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(DEADLOCK + render([STUCK]), id="a deadlock"),
        pytest.param("SIGQUIT: quit\nPC=0x42a179 m=0 sigcode=0\n\n" + render([STUCK]), id="a signal"),
        pytest.param(ALARM + render([STUCK]), id="a watchdog of its own"),
        pytest.param(render([STUCK]) + "\nexit status 2\n", id="go run tells the end"),
    ],
)
def test_what_has_ended_is_not_ended_by_a_restart(playbooks, text):
    report = answer(playbooks, text.encode())
    assert report.at_once.says.startswith(
        "The process has ended, and with it what was stuck or kept; they come back with each piece"
    )
    assert "A restart ends" not in report.at_once.says


def test_of_a_process_that_runs_a_restart_is_told(playbooks):
    report = answer(playbooks, render([STUCK]).encode())
    assert report.at_once.says.startswith("A restart ends them and frees what they hold; they come back with each")


@pytest.mark.parametrize("form", [report_markdown, report_terminal, report_html])
def test_what_is_to_be_taken_is_the_next_process_s(playbooks, form):
    report = answer(playbooks, ("SIGQUIT: quit\nPC=0x42a179 m=0 sigcode=0\n\n" + render([FEW])).encode())
    shown = " ".join(form(report).split())
    assert report.next_evidence
    assert shown.count(OF_ANOTHER) == 1
    assert "together with what was posted" not in shown
    assert not [step.because for step in report.next_evidence if "after the one posted" in step.because]


def test_of_a_crash_it_is_told_where_that_was(playbooks):
    panic = "panic: runtime error: index out of range [3] with length 3\n\n"
    ran = "goroutine 42 [running]:\nshop/cart.(*Cart).Price(0xc0000b4000)\n\t/src/shop/cart/cart.go:31 +0x1d\n\n"
    waits = "goroutine 9 [select]:\nshop/feed.(*Hub).Follow(0xc0000b4100)\n\t/src/shop/feed/feed.go:20 +0x1d\n"
    told = (
        "The process ended by a panic or a fault in shop/cart.(*Cart).Price (cart.go:31), "
        "which none of those that wait raised."
    )
    assert told in answer(playbooks, (panic + ran + waits).encode()).summary
    several = answer(playbooks, (panic + ran + ran.replace("42", "43").replace("Price", "Sum") + waits).encode())
    assert "The process ended by a panic or a fault, which none of those that wait raised." in several.summary
    assert "a panic or a fault" not in answer(playbooks, (ran + waits).encode()).summary


def test_where_no_thread_could_be_started_those_that_wait_are_not_cleared(playbooks):
    failure = "runtime: failed to create new OS thread (have 8002 already; errno=11)\nfatal error: newosproc\n\n"
    ran = "goroutine 42 [running]:\nshop/cart.(*Cart).Price(0xc0000b4000)\n\t/src/shop/cart/cart.go:31 +0x1d\n\n"
    waits = "goroutine 9 [syscall]:\nshop/feed.(*Hub).Follow(0xc0000b4100)\n\t/src/shop/feed/feed.go:20 +0x1d\n"
    assert "a panic or a fault" not in answer(playbooks, (failure + ran + waits).encode()).summary


def test_nothing_more_is_asked_of_a_deadlock_that_the_runtime_proved(playbooks):
    text = DEADLOCK + "goroutine 1 [chan receive]:\nmain.main()\n\t/src/shop/main.go:9 +0x36d\nexit status 2\n"
    assert not answer(playbooks, text.encode()).next_evidence
