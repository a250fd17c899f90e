"""A piece cut out of a dump, anywhere: what stands in it rarely in a process at ease is suspected, and never more."""

import pytest

from leakbook.diagnosis.diagnose import diagnose
from leakbook.diagnosis.finding import SUSPECT_FROM
from leakbook.diagnosis.report import Report
from leakbook.evidence.model import Submission
from leakbook.evidence.read import read_evidence

TAIL = """created by shop/desk.Open in goroutine 20
\t/src/shop/desk/desk.go:70 +0x77

"""
AT_A_LOCK = """goroutine 40 [sync.RWMutex.Lock]:
sync.runtime_SemacquireRWMutex(0x249828c, 0x0, 0x0)
\t/usr/local/go/src/runtime/sema.go:105 +0x3d
sync.(*RWMutex).Lock(0x2498284)
\t/usr/local/go/src/sync/rwmutex.go:155 +0x83
shop/desk.(*Board).due(0x2498280)
\t/src/shop/desk/board.go:91 +0x4f
shop/desk.(*Clerk).again(0x26040a8)
\t/src/shop/desk/clerk.go:45 +0x144
"""
SENDS = """goroutine 81 [chan send]:
shop/desk.(*Clerk).hand(0xc000348390, 0xc0003a1e08)
\t/src/shop/desk/clerk.go:85 +0x287
shop/desk.(*Clerk).run(0xc000348390)
\t/src/shop/desk/clerk.go:87 +0x13f
"""
RECEIVES = SENDS.replace("chan send", "chan receive")
ACTOR = """goroutine 89 [chan receive, 10701 minutes]:
main.main.func15(0xa2c222e7265, 0x2020202020)
\t/app/cmd/shop/main.go:622 +0x2e7
github.com/oklog/run.(*Group).Run.func1(0xc00003ade0, 0xc00003ad80, 0xc00059a010)
\t/app/vendor/github.com/oklog/run/group.go:38 +0x27
created by github.com/oklog/run.(*Group).Run
\t/app/vendor/github.com/oklog/run/group.go:37 +0xbe

"""
WRAPPED = """bufio.(*Reader).ReadSlice(0xc0004f4180, 0xc0003a230a)
\t/usr/local/go/src/bufio/bufio.go:359 +0x96
shop/wire.(*link).line(0xc0000d5ea0)
\t/src/shop/wire/link.go:43 +0x5a
shop/wire.(*link).Close(0xc0000ba780)
\t/src/shop/wire/link.go:58 +0x1da
"""
CLOSURE_LOCKS = """goroutine 7 [sync.WaitGroup.Wait, 9 minutes]:
sync.runtime_SemacquireWaitGroup(0xc0002461a8)
\t/usr/local/go/src/runtime/sema.go:110 +0x25
sync.(*WaitGroup).Wait(0xc0002461a0)
\t/usr/local/go/src/sync/waitgroup.go:118 +0x48
shop/desk.Await(0xc00024ca20)
\t/src/shop/desk/await.go:34 +0x120
created by main.main in goroutine 1
\t/src/shop/main.go:12 +0x28b

goroutine 8 [chan send, 9 minutes]:
shop/desk.(*Tokens).assign(0xc000098240)
\t/src/shop/desk/tokens.go:84 +0x55
shop/desk.Await.func1(0xc0002461a0, 0xc00005e650)
\t/src/shop/desk/await.go:31 +0x5c
created by shop/desk.Await in goroutine 7
\t/src/shop/desk/await.go:29 +0x104

goroutine 9 [sync.Mutex.Lock, 9 minutes]:
internal/sync.runtime_SemacquireMutex(0xc00009824c, 0x1, 0x1)
\t/usr/local/go/src/runtime/sema.go:95 +0x25
internal/sync.(*Mutex).lockSlow(0xc000098248)
\t/usr/local/go/src/internal/sync/mutex.go:149 +0x15d
internal/sync.(*Mutex).Lock(...)
\t/usr/local/go/src/internal/sync/mutex.go:70
sync.(*Mutex).Lock(...)
\t/usr/local/go/src/sync/mutex.go:46
shop/desk.newDeleter.func1(0x54a981)
\t/src/shop/desk/deleter.go:89 +0x42
shop/desk.(*Keeper).run(0xc000098260)
\t/src/shop/desk/keeper.go:52 +0xa2
created by shop/desk.NewKeeper in goroutine 1
\t/src/shop/desk/keeper.go:38 +0xd8
"""


def report_of(text: str, playbooks) -> Report:
    return diagnose(read_evidence([Submission(name="piece.txt", content=text.encode())]).captures, playbooks)


def test_in_a_piece_of_few_goroutines_one_at_a_lock_is_a_suspect(playbooks):
    first = report_of(TAIL + AT_A_LOCK, playbooks).diagnoses[0]
    assert (first.playbook, first.culprit.function) == ("goroutine/lock", "shop/desk.(*Board).due")
    assert SUSPECT_FROM <= first.confidence < 0.5


def test_of_a_piece_of_many_goroutines_one_at_a_lock_is_no_suspect(playbooks):
    at_rest = "".join(
        f"goroutine {number} [select]:\nshop/pool.(*Worker{number}).run(0xc0000{number})\n"
        f"\t/src/shop/pool/w{number}.go:9 +0x1d\ncreated by shop/pool.Start in goroutine 1\n"
        "\t/src/shop/pool/pool.go:9 +0x9f\n\n"
        for number in range(100, 112)
    )
    found = report_of(TAIL + at_rest + AT_A_LOCK, playbooks).diagnoses
    assert all(one.confidence < SUSPECT_FROM for one in found if one.playbook == "goroutine/lock")


@pytest.mark.parametrize("text", [SENDS, RECEIVES], ids=["sends", "receives"])
def test_who_sends_or_receives_in_a_piece_may_be_a_pipeline_at_ease(playbooks, text):
    assert all(one.confidence < SUSPECT_FROM for one in report_of(TAIL + text, playbooks).diagnoses)


def test_actors_of_a_run_group_wait_as_long_as_the_process_lives(playbooks):
    another = ACTOR.replace("goroutine 89", "goroutine 90").replace("func15", "func17")
    assert all(one.confidence < SUSPECT_FROM for one in report_of(ACTOR + another, playbooks).diagnoses)


CALLS = ACTOR.replace(
    "main.main.func15(0xa2c222e7265, 0x2020202020)\n",
    "shop/bus.(*Client).Call(0xc00011)\n\t/src/shop/bus/client.go:85 +0x1d\nmain.main.func15(0xa2c222e7265)\n",
)


def test_an_actor_that_waits_deep_in_a_call_is_not_excused(playbooks):
    first = report_of(CALLS, playbooks).diagnoses[0]
    assert (first.playbook, first.culprit.function) == ("goroutine/chan-receive", "shop/bus.(*Client).Call")
    assert first.confidence > SUSPECT_FROM


def test_what_reads_lines_waits_for_input_though_the_inner_calls_are_cut_off(playbooks):
    first = report_of(WRAPPED, playbooks).diagnoses[0]
    assert (first.playbook, first.culprit.function) == ("goroutine/io-wait", "shop/wire.(*link).line")


def test_the_object_around_a_locks_address_holds_it_before_whoever_is_in_the_package(playbooks):
    """A closure names no receiver; the lock stands eight bytes into what `assign` was called on."""
    first = report_of(CLOSURE_LOCKS, playbooks).diagnoses[0]
    assert (first.playbook, first.culprit.function) == ("goroutine/lock", "shop/desk.(*Tokens).assign")


STOPS = """goroutine 31 [semacquire{waited}]:
sync.runtime_Semacquire(0xc0002461a8)
\t/usr/local/go/src/runtime/sema.go:56 +0x45
sync.(*WaitGroup).Wait(0xc0002461a0)
\t/usr/local/go/src/sync/waitgroup.go:130 +0x65
shop/desk.(*Desk).Stop(0xc0003a1e08)
\t/src/shop/desk/desk.go:31 +0x2a3
{whom}"""
TEST = """shop/desk.TestStop(0xc0004b4000)
\t/src/shop/desk/desk_test.go:27 +0xec2
testing.tRunner(0xc0004b4000, 0x21085b0)
\t/usr/local/go/src/testing/testing.go:456 +0xdd
created by testing.(*T).Run
\t/usr/local/go/src/testing/testing.go:561 +0xaa4
"""
SERVICE = """created by shop/api.(*Api).Close
\t/src/shop/api/api.go:20 +0x1d
"""


@pytest.mark.parametrize(
    ("waited", "whom", "told"), [(", 4 minutes", TEST, True), ("", TEST, False), (", 4 minutes", SERVICE, False)]
)
def test_a_test_that_waits_for_what_it_tests_is_no_service_that_waits_for_its_parts(playbooks, waited, whom, told):
    found = report_of(TAIL + STOPS.format(waited=waited, whom=whom), playbooks).diagnoses
    assert any(one.playbook == "goroutine/waitgroup" and one.confidence >= 0.5 for one in found) is told
