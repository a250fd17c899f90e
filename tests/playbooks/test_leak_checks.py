"""Stacks that a leak checker of tests lists, and what only looks like its list."""

import pytest

from leakbook.diagnosis.finding import SUSPECT_FROM
from leakbook.evidence.model import Submission
from leakbook.evidence.read import read_evidence
from leakbook.trial.run import FALSE_ALARM_FROM

from .excerpts import confidence_of, report_of

RAFT = """goroutine 13 [select, 44 minutes]:
github.com/hashicorp/raft.(*Raft).runSnapshots(0xc208148000)
	/go/src/github.com/hashicorp/raft/raft.go:88 +0x466
created by github.com/hashicorp/raft.(*raftState).goFunc
	/go/src/github.com/hashicorp/raft/state.go:53 +0xe3
"""
SERIALIZER = """google.golang.org/grpc/internal/grpcsync.(*CallbackSerializer).run(0xc000216c20, {0x2b14, 0xc00})
	/go/pkg/mod/google.golang.org/grpc@v1.68.0/internal/grpcsync/callback_serializer.go:88 +0x1eb
created by google.golang.org/grpc/internal/grpcsync.NewCallbackSerializer in goroutine 22
	/go/pkg/mod/google.golang.org/grpc@v1.68.0/internal/grpcsync/callback_serializer.go:52 +0x207
"""
OPENER = """database/sql.(*DB).connectionOpener(0xc002123d40, {0x10895f940, 0xc002209770})
	/usr/local/go/src/database/sql/sql.go:1218 +0x87
created by database/sql.OpenDB in goroutine 34
	/usr/local/go/src/database/sql/sql.go:791 +0x165
"""
WRITE_LOOP = """net/http.(*persistConn).writeLoop(0xc0070bd440)
	/usr/local/go/src/net/http/transport.go:2410 +0x1a9
created by net/http.(*Transport).dialConn in goroutine 34
	/usr/local/go/src/net/http/transport.go:1766 +0x261a
"""
READ_LOOP = """net/http.(*persistConn).readLoop(0xc0070bd440)
	/usr/local/go/src/net/http/transport.go:2325 +0xe9c
created by net/http.(*Transport).dialConn in goroutine 34
	/usr/local/go/src/net/http/transport.go:1874 +0x154f
"""
OPEN_TX = """database/sql.(*Tx).awaitDone(0xc0003a8080)
	/usr/local/go/src/database/sql/sql.go:2212 +0x2a
created by database/sql.(*DB).beginDC in goroutine 34
	/usr/local/go/src/database/sql/sql.go:1932 +0x1e5
"""
WORKER = """go.opencensus.io/stats/view.(*worker).start(0xc000379200)
	/go/pkg/mod/go.opencensus.io@v0.24.0/stats/view/worker.go:292 +0x9f
created by go.opencensus.io/stats/view.init.0 in goroutine 1
	/go/pkg/mod/go.opencensus.io@v0.24.0/stats/view/worker.go:34 +0x8d
"""


def left_behind(top, stack):
    return (
        "    x_test.go:9: found unexpected goroutines:\n"
        f"[Goroutine 52 in state select, with {top} on top of the stack:\n{stack}]\n"
    )


def test_a_library_s_one_loop_is_no_leak_because_somebody_shows_it(playbooks):
    assert confidence_of(report_of(playbooks, RAFT)) < FALSE_ALARM_FROM


@pytest.mark.parametrize(
    ("stack", "playbook"),
    [
        (SERIALIZER, "resource/grpc-conn"),
        (OPENER, "resource/sql-pool"),
        (WRITE_LOOP, "resource/http-transport"),
        (READ_LOOP, "resource/http-body"),
        (OPEN_TX, "resource/sql-rows"),
    ],
)
def test_a_leak_checker_s_find_names_what_was_not_closed(playbooks, stack, playbook):
    top = stack.partition("(0x")[0]
    report = report_of(playbooks, left_behind(top, stack))
    assert report.diagnoses[0].playbook == playbook
    assert report.diagnoses[0].confidence >= SUSPECT_FROM
    assert confidence_of(report_of(playbooks, f"goroutine 52 [select]:\n{stack}")) < SUSPECT_FROM


def test_in_a_leak_checker_s_list_that_was_cut_at_its_head_the_stacks_of_known_state_are_told_first(playbooks):
    stack = "corp.example/shop/price.(*Feed).{what}(0xc0001)\n\t/src/shop/price/feed.go:40 +0x1d\n"
    creator = "created by corp.example/shop/price.Open\n\t/src/shop/price/feed.go:31 +0x9f\n"
    headless = stack.format(what="pump") + creator
    rest = left_behind("corp.example/shop/price.(*Feed).turn", f"goroutine 52 [select]:\n{stack.format(what='turn')}")
    cut = headless + "\n " + rest.partition("[")[2]
    first = report_of(playbooks, cut).diagnoses[0]
    assert (first.playbook, first.culprit.function) == ("goroutine/select", "corp.example/shop/price.(*Feed).turn")
    assert report_of(playbooks, headless).diagnoses[0].playbook == "heap/goroutine-growth"


@pytest.mark.parametrize(
    "words",
    [
        "leak check: 0 leaked goroutines\n",
        "leaked goroutines: 0\n",
        "WARN pool: connection appears to have leaked\n2026/01/05 10:00:00 still serving\n",
    ],
)
def test_the_words_of_a_leak_checker_in_a_log_are_not_its_list(playbooks, words):
    opener = f"goroutine 52 [select]:\n{OPENER}"
    assert confidence_of(report_of(playbooks, words + opener)) < SUSPECT_FROM
    assert confidence_of(report_of(playbooks, f"leak check: leaked goroutine: {opener}")) >= SUSPECT_FROM


def test_a_leak_checker_may_list_stacks_without_their_headers(playbooks):
    text = f"Test appears to have leaked a Transport:\n{WRITE_LOOP}\n{WRITE_LOOP}"
    captures = read_evidence([Submission(name="t.txt", content=text.encode())]).captures
    assert captures[0].reading.content.left_behind


def test_a_dump_of_the_whole_process_is_no_leak_checker_s_list(playbooks):
    main = "goroutine 1 [chan receive]:\nmain.main()\n\t/src/shop/main.go:5 +0x1d\n\n"
    text = "WARN pool: connection appears to have leaked\n" + main + f"goroutine 52 [select]:\n{OPENER}"
    assert confidence_of(report_of(playbooks, text)) < SUSPECT_FROM
    assert confidence_of(report_of(playbooks, text.replace(main, "SIGQUIT: quit\n\n"))) < SUSPECT_FROM


def test_an_old_check_lists_main_in_the_harness_beside_what_was_left_behind(playbooks):
    read_loop = (
        "net/http.(*persistConn).readLoop(0xc20858c0b0)\n\t/usr/local/go/src/net/http/transport.go:858 +0x4eb\n"
        "created by net/http.(*Transport).dialConn\n\t/usr/local/go/src/net/http/transport.go:660 +0x10d4\n\n"
    )
    harness = (
        "testing.RunTests(0x6bb550, 0x838980, 0x1a)\n\t/usr/local/go/src/testing/testing.go:556 +0xdc3\n"
        "main.main()\n\t/src/shop/_test/_testmain.go:102 +0x28d\n"
    )
    text = f"last_test.go:97: Test appears to have leaked a Transport:\n{read_loop}{harness}"
    first = report_of(playbooks, text).diagnoses[0]
    assert (first.playbook, first.confidence >= SUSPECT_FROM) == ("resource/http-transport", True)
    own = text.replace("testing.RunTests", "example.com/shop.Serve")
    assert confidence_of(report_of(playbooks, own)) < SUSPECT_FROM


def test_what_a_package_starts_in_its_initialisation_is_not_left_behind_by_a_test(playbooks):
    report = report_of(playbooks, left_behind("go.opencensus.io/stats/view.(*worker).start", WORKER))
    assert confidence_of(report) < FALSE_ALARM_FROM


AFTER_ALL = "goleak: Errors on successful test run: found unexpected goroutines:\n"
AFTER_ONE = "    x_test.go:9: found unexpected goroutines:\n"
LIBRARY = "/go/pkg/mod/trace.example@v1.2.0"


def sender_loop(number, folder):
    return (
        f"[Goroutine {number} in state chan receive, with trace.example.(*Sender).drain on top of the stack:\n"
        f"goroutine {number} [chan receive]:\ntrace.example.(*Sender).drain(0xc0001)\n\t{folder}/sender.go:40 +0x1d\n"
        f"created by trace.example.newSender\n\t{folder}/sender.go:31 +0x9f\n\n"
    )


def test_a_check_after_all_tests_lists_what_a_library_keeps_for_the_process_too(playbooks):
    one = sender_loop(20, LIBRARY)
    assert confidence_of(report_of(playbooks, AFTER_ALL + one)) < FALSE_ALARM_FROM
    assert confidence_of(report_of(playbooks, AFTER_ONE + one)) >= FALSE_ALARM_FROM


@pytest.mark.parametrize(("starter", "is_told"), [(1, False), (20, True)])
def test_what_a_test_s_own_goroutine_made_is_not_kept_for_the_process(playbooks, starter, is_told):
    text = AFTER_ALL + sender_loop(21, LIBRARY).replace("newSender\n", f"newSender in goroutine {starter}\n")
    assert (confidence_of(report_of(playbooks, text)) >= FALSE_ALARM_FROM) is is_told


@pytest.mark.parametrize("stacks", [sender_loop(20, "/src/trace"), sender_loop(20, LIBRARY) + sender_loop(21, LIBRARY)])
def test_the_program_s_own_and_several_of_a_library_s_were_left_behind_by_all_tests_as_well(playbooks, stacks):
    assert confidence_of(report_of(playbooks, AFTER_ALL + stacks)) >= FALSE_ALARM_FROM


def test_the_loops_of_an_old_grpc_client_are_known_to_a_leak_check(playbooks):
    text = (
        "Too many goroutines running after all test(s).\n1 instances of:\n"
        "google.golang.org/grpc.(*ClientConn).lbWatcher(...)\n\t/src/google.golang.org/grpc/clientconn.go:391 +0x8c\n"
        "created by google.golang.org/grpc.DialContext\n\t/src/google.golang.org/grpc/clientconn.go:339 +0x69c\n"
    )
    assert report_of(playbooks, text).diagnoses[0].playbook == "resource/grpc-conn"


CALLS = """shop/price.(*Feed).push(0xc000708360)
	/src/shop/price/feed.go:141 +0x13e
created by shop/price.TestFeed
	/src/shop/price/feed_test.go:22 +0x618
"""


@pytest.mark.parametrize("state", ["chan send", "chan receive", "select", "semacquire"])
@pytest.mark.parametrize(
    "banner",
    [
        "leaktest.go:82: Leaked goroutine: ",
        "--- FAIL: TestFeed: leaktest.go:150: leaktest: leaked goroutine: ",
        "goleak: Errors on successful test run: found unexpected goroutines:\n"
        "[Goroutine 52 in state x, with shop/price.(*Feed).push on top of the stack:\n",
    ],
)
def test_what_a_leak_checker_lists_is_said_to_be_its_find_not_what_somebody_showed(playbooks, banner, state):
    (found, *_) = report_of(playbooks, f"{banner}goroutine 52 [{state}]:\n{CALLS}").diagnoses
    said = {reason.signal for reason in found.because}
    assert "reported-left-behind" in said
    assert "picked-out" not in said
