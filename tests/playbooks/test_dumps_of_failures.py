"""What a dying process prints: whether its waiting goroutines are to blame is said by how it died."""

import pytest

from leakbook.diagnosis.diagnose import diagnose
from leakbook.evidence.model import Submission
from leakbook.evidence.read import read_evidence
from leakbook.trial.run import FALSE_ALARM_FROM

RUNNING = """
goroutine {number} [running]:
corp.example/shop/cart.(*Cart).Price(0xc0000b4000, 0x3)
	/src/shop/cart/cart.go:31 +0x1d
created by corp.example/shop/api.(*Api).Listen in goroutine 1
	/src/shop/api/api.go:17 +0x9f
"""
SERVICE = """
goroutine 1 [select, 12 minutes]:
corp.example/shop/api.(*Api).Listen(0xc0000b4000)
	/src/shop/api/api.go:20 +0x1d
main.main()
	/src/shop/main.go:20 +0x1d

goroutine 8 [select, 12 minutes]:
corp.example/shop/stock.(*Sync).follow(0xc0000b4100)
	/src/shop/stock/sync.go:40 +0x1d
created by corp.example/shop/stock.Start in goroutine 1
	/src/shop/stock/sync.go:31 +0x9f

goroutine 9 [chan receive, 12 minutes]:
corp.example/shop/mail.(*Queue).drain(0xc0000b4200)
	/src/shop/mail/queue.go:22 +0x1d
created by corp.example/shop/mail.Start in goroutine 1
	/src/shop/mail/queue.go:17 +0x9f
"""
SENDER = """
goroutine 5 [chan send]:
corp.example/shop/lex.(*Lexer).emit(0xc0000b4300)
	/src/shop/lex/lex.go:65 +0xca
created by corp.example/shop/lex.Start
	/src/shop/lex/lex.go:19 +0x9f
"""


def report_of(playbooks, text):
    return diagnose(read_evidence([Submission(name="t.txt", content=text.encode())]).captures, playbooks)


@pytest.mark.parametrize(
    "banner",
    [
        "panic: runtime error: index out of range [3] with length 3\n",
        "panic: runtime error: invalid memory address or nil pointer dereference\n"
        "[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x48c1]\n",
        "fatal error: concurrent map writes\n",
        "unexpected fault address 0x5fa9c69\nfatal error: fault\n[signal SIGSEGV: segmentation violation]\n",
        "2026/01/05 10:00:00 serving\npanic: cart: negative price\n",
    ],
)
@pytest.mark.parametrize("shown", [SERVICE, SERVICE.partition("goroutine 8")[2].partition("\n\n")[2]])
def test_those_that_wait_are_not_why_it_panicked(playbooks, banner, shown):
    report = report_of(playbooks, banner + RUNNING.format(number=42) + "\n" + shown + "exit status 2\n")
    assert max((found.confidence for found in report.diagnoses), default=0.0) < FALSE_ALARM_FROM


@pytest.mark.parametrize(
    ("banner", "number"),
    [
        pytest.param("panic: show me the stacks\n", 1, id="a small program prints its goroutines"),
        pytest.param("panic: test timed out after 10m0s\n", 33, id="the alarm of go test"),
        pytest.param("panic: deadlock detected\n", 33, id="a lock detector"),
    ],
)
def test_a_panic_may_be_raised_to_show_who_waits(playbooks, banner, number):
    report = report_of(playbooks, banner + RUNNING.format(number=number) + SENDER)
    first = report.diagnoses[0]
    assert (first.playbook, first.culprit.function) == ("goroutine/chan-send", "corp.example/shop/lex.(*Lexer).emit")
    assert first.confidence >= FALSE_ALARM_FROM


def test_a_test_may_panic_to_show_who_waits(playbooks):
    running = RUNNING.format(number=42).replace("created by", "testing.tRunner(0xc00)\n\t/t.go:452 +0x9b\ncreated by")
    first = report_of(playbooks, "panic: here they are\n" + running + SENDER).diagnoses[0]
    assert (first.playbook, first.confidence >= FALSE_ALARM_FROM) == ("goroutine/chan-send", True)


def test_the_alarm_of_go_test_is_known_by_its_stack(playbooks):
    running = RUNNING.format(number=42).replace("corp.example/shop/cart.(*Cart).Price", "testing.(*M).startAlarm.func1")
    first = report_of(playbooks, "panic: redacted-panic-1\n" + running + SENDER).diagnoses[0]
    assert (first.playbook, first.confidence >= FALSE_ALARM_FROM) == ("goroutine/chan-send", True)


@pytest.mark.parametrize(
    ("state", "playbook"),
    [
        ("chan receive", "goroutine/chan-receive"),
        ("chan send", "goroutine/chan-send"),
        ("select", "goroutine/select"),
        ("select (no cases)", "goroutine/nil-channel"),
        ("sync.WaitGroup.Wait", "goroutine/waitgroup"),
    ],
)
def test_main_alone_asleep_for_ever_is_stuck(playbooks, state, playbook):
    text = (
        f"fatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1 [{state}]:\nmain.main()\n"
        "\t/src/shop/main.go:9 +0x36d\nexit status 2\n"
    )
    first = report_of(playbooks, text).diagnoses[0]
    assert (first.playbook, first.culprit.function) == (playbook, "main.main")
    assert first.confidence >= 0.9


def test_the_thread_that_the_signal_met_is_no_goroutine_that_grows(playbooks):
    text = (
        "SIGQUIT: quit\nPC=0x42a179\n\nruntime.epollwait(0x4, 0x7fff, 0xffffffff00000080)\n"
        "\t/usr/local/go/src/pkg/runtime/sys_linux_amd64.s:385 +0x19\nfindrunnable()\n"
        "\t/usr/local/go/src/pkg/runtime/proc.c:1222 +0x386\n\n"
        "goroutine 1 [chan receive]:\nmain.main()\n\t/src/shop/main.go:124 +0x6c5\n"
    )
    report = report_of(playbooks, text)
    assert "heap/goroutine-growth" not in {found.playbook for found in report.diagnoses}
    assert max((found.confidence for found in report.diagnoses), default=0.0) < FALSE_ALARM_FROM


ACCEPT = """{stack}net.(*netFD).accept(0x10652240, 0x364318, 0x0, 0x0, 0x0)
	/usr/local/go/src/pkg/net/fd_unix.go:406 +0x340
net.(*TCPListener).AcceptTCP(0x1060e2c8, 0xfeee1e70, 0x10)
	/usr/local/go/src/pkg/net/tcpsock_posix.go:234 +0x80
main.main()
	/src/shop/main.go:34 +0x321
"""


@pytest.mark.parametrize(
    "stack",
    [
        "goroutine 1 [IO wait]:\n",
        "goroutine 16 [semacquire]:\nsync.(*Cond).Wait(0x10626428, 0x10626420)\n"
        "\t/usr/local/go/src/pkg/sync/cond.go:62 +0x100\n",
    ],
    ids=["in the poller", "on a network that is only played"],
)
def test_who_waits_for_a_client_is_not_stuck_because_the_runtime_gave_up(playbooks, stack):
    text = "fatal error: all goroutines are asleep - deadlock!\n\n" + ACCEPT.format(stack=stack)
    captures = read_evidence([Submission(name="t.txt", content=text.encode())]).captures
    assert max((found.confidence for found in diagnose(captures, playbooks).diagnoses), default=0.0) < 0.4


def test_one_that_was_about_to_run_beside_a_panic_is_no_loop_without_an_exit(playbooks):
    text = """panic: runtime error: invalid memory address or nil pointer dereference
[signal 0xb code=0x1 addr=0x0 pc=0x43ed81]

goroutine 1 [running]:
corp.example/shop/log.(*Logger).SetLevel(0x0, 0xa)
	/src/shop/log/log.go:254 +0x41
main.main()
	/src/shop/main.go:40 +0x720

goroutine 7 [runnable]:
corp.example/shop/log.(*Logger).watcher(0xc2080560c0)
	/src/shop/log/writer.go:57 +0x808
created by corp.example/shop/log.New
	/src/shop/log/log.go:187 +0x2f3
"""
    captures = read_evidence([Submission(name="t.txt", content=text.encode())]).captures
    assert max((found.confidence for found in diagnose(captures, playbooks).diagnoses), default=0.0) < 0.4


RECOVERED = """goroutine 77 [running]:
runtime/debug.Stack()
	/usr/local/go/src/runtime/debug/stack.go:26 +0x5e
corp.example/shop/api.(*Guard).ServeHTTP.func1()
	/src/shop/api/guard.go:10 +0x1
created by corp.example/shop/api.Run in goroutine 1
	/src/shop/api/api.go:8 +0x1

"""
STUCK = """goroutine 1 [chan receive]:
corp.example/shop/api.Run(0xc0001)
	/src/shop/api/api.go:20 +0x1d
main.main()
	/src/shop/main.go:5 +0x1d
""" + "".join(
    f"""
goroutine {number} [chan send]:
corp.example/shop/job.(*Job).finish(0xc0002)
	/src/shop/job/job.go:44 +0x1d
corp.example/shop/job.(*Job).run(0xc0002)
	/src/shop/job/job.go:30 +0x1d
created by corp.example/shop/job.Start in goroutine 1
	/src/shop/job/job.go:10 +0x9f
"""
    for number in (120, 121)
)
QUIT = "SIGQUIT: quit\nPC=0x1 m=0 sigcode=0\n\n"
ALARM = "panic: test timed out after 10m0s\n\n" + RUNNING.format(number=33).lstrip() + "\n"


@pytest.mark.parametrize("dump", [QUIT, ALARM], ids=["a signal", "the alarm of go test"])
@pytest.mark.parametrize(
    "line",
    [
        "2026/01/01 10:00:00 recovered panic: runtime error: index out of range [3] with length 3\n",
        "panic: runtime error: index out of range [3] with length 3\n",
        "E0101 10:00:00.000001       1 runtime.go:78] Observed a panic: runtime error: index out of range [3]\n",
        "2026/01/01 10:00:00 http: panic serving 10.0.0.1:4217: runtime error: index out of range [3]\n",
    ],
)
def test_a_panic_that_was_recovered_and_logged_before_the_dump_did_not_end_the_process(playbooks, line, dump):
    alone, logged = (report_of(playbooks, log + dump + STUCK).diagnoses[0] for log in ("", line + RECOVERED))
    assert (logged.playbook, logged.culprit.function) == (alone.playbook, alone.culprit.function)
    assert logged.confidence >= FALSE_ALARM_FROM


def test_the_last_banner_is_the_one_of_the_dump(playbooks):
    panic = "panic: runtime error: index out of range [3]\n\n" + RUNNING.format(number=42).lstrip() + "\n"
    last_quit, last_panic = (report_of(playbooks, text) for text in (panic + QUIT + STUCK, QUIT + panic + STUCK))
    assert last_quit.diagnoses[0].confidence >= FALSE_ALARM_FROM
    assert max((found.confidence for found in last_panic.diagnoses), default=0.0) < FALSE_ALARM_FROM


@pytest.mark.parametrize(
    "banner",
    [
        "panic: timeout waiting for shutdown\n",
        "panic: context deadline exceeded\n",
        "panic: flush took too long\n",
        "panic: no progress for 5m0s\n",
        "panic: worker 3 is stuck\n",
        "panic: Hang detected\n",
        "panic: accept tcp [::]:80: accept4: too many open files\n",
        "panic: too many concurrent operations on a single file or socket (max 1048575)\n",
        "runtime: 1048576 pages\nfatal error: runtime: cannot map pages in arena address space\n",
        "runtime: program exceeds 10000-thread limit\nfatal error: thread exhaustion\n",
    ],
)
def test_an_alarm_or_an_exhausted_resource_is_the_work_of_those_who_wait(playbooks, banner):
    first = report_of(playbooks, banner + RUNNING.format(number=42) + SENDER).diagnoses[0]
    assert (first.playbook, first.confidence >= FALSE_ALARM_FROM) == ("goroutine/chan-send", True)


def test_who_panics_from_a_timer_is_a_watchdog_whatever_it_says(playbooks):
    running = RUNNING.format(number=42).replace("corp.example/shop/api.(*Api).Listen in goroutine 1", "time.goFunc")
    for message, told in (("stopping", True), ("runtime error: index out of range [3] with length 3", False)):
        report = report_of(playbooks, f"panic: {message}\n{running}{SENDER}")
        confidence = max((found.confidence for found in report.diagnoses), default=0.0)
        assert (confidence >= FALSE_ALARM_FROM) is told, message


def test_a_peer_that_does_not_answer_is_no_alarm(playbooks):
    report = report_of(playbooks, "panic: dial tcp 10.0.0.9:5432: i/o timeout\n" + RUNNING.format(number=42) + SENDER)
    assert max((found.confidence for found in report.diagnoses), default=0.0) < FALSE_ALARM_FROM
