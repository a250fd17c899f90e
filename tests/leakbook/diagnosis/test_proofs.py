"""What the garbage collector proved, told by marks in a dump: nothing outrules it, and it is not asked for again."""

import pytest

from leakbook.diagnosis.diagnose import diagnose
from leakbook.report.terminal import report_terminal
from tests.leakbook.rows.captured import dump, goroutine, written
from tests.playbooks.programs import PLAYBOOKS


def receivers(state: str) -> str:
    """Forty receivers of one stack without a minute, beside others that were started later and wait for minutes."""
    here = ("shop/client.(*Client).receive(0xc000012000):28", "shop/client.(*Client).loop(0xc000012000):20")
    stuck = [goroutine(n, state, *here, creator="shop/client.New in 1:12") for n in range(100, 500, 10)]
    waits = [
        goroutine(n, "select, 9 minutes", f"shop/hub.run{n}():8", creator="shop/hub.Open in 1:3")
        for n in range(600, 640)
    ]
    return dump([*stuck, *waits])


@pytest.mark.parametrize(("state", "is_woken"), [("chan receive", True), ("chan receive (leaked)", False)])
def test_nothing_wakes_what_was_proved_to_be_stuck(state, is_woken):
    told = diagnose(written(receivers(state)), PLAYBOOKS).diagnoses
    receive = next(one for one in told if one.playbook == "goroutine/chan-receive")
    assert ("woken-again-and-again" in {one.signal for one in receive.against}) is is_woken


@pytest.mark.parametrize(("state", "is_asked"), [("chan send", True), ("chan send (leaked)", False)])
def test_marks_in_a_dump_are_the_proof_that_would_be_asked_for(state, is_asked):
    lone = goroutine(700, state, "shop/mail.send():8", creator="shop/mail.Open in 1:3")
    put = ("chan send, 2 minutes", "shop/slots.put():41")
    send = [goroutine(n, *put, creator="shop/web.serve in 1:12") for n in range(100, 140)]
    report = diagnose(written(dump([*send, lone])), PLAYBOOKS)
    assert ("goroutineleak_profile" in {step.evidence for step in report.next_evidence}) is is_asked


def test_only_a_proof_is_certain():
    here = ("shop/slots.put():41", "shop/web.handle():30")
    looks = [
        dump([goroutine(n, "chan send", *here, creator=f"shop/web.serve in {n - 1}:12") for n in range(100, last, 10)])
        for last in (400, 9000)
    ]
    stuck, leaked = (
        diagnose(written(*texts, minutes=9.0), PLAYBOOKS).diagnoses[0]
        for texts in (looks, [text.replace("chan send", "chan send (leaked)") for text in looks])
    )
    assert (stuck.playbook, stuck.confidence) == ("goroutine/chan-send", 0.99)
    assert (leaked.playbook, leaked.confidence) == ("goroutine/chan-send", 1.0)


def test_growth_that_is_not_certain_is_not_denied():
    mutex = ("sync.Mutex.Lock", "sync.(*Mutex).Lock(0xc000100000):46", "shop/hub.(*Hub).Match():28")
    hold = (
        "sync.Mutex.Lock",
        "sync.(*Mutex).Lock(0xc000100000):46",
        "shop/hub.(*Hub).Match():30",
        "shop/hub.(*Hub).Match():28",
    )
    crowd = [goroutine(n, *mutex, creator="shop/web.serve in 1:12") for n in range(100, 1000, 10)]
    last = dump([*crowd, goroutine(99, *hold, creator="shop/web.serve in 1:12")])
    first = diagnose(written(dump([]), last, minutes=9.0), PLAYBOOKS).diagnoses[0]
    said = {one.signal: one for one in (*first.because, *first.against)}
    assert (first.playbook, said["growing"].observed) == ("goroutine/lock", "certainty 52 %")
    assert said["growing"].says.startswith("It is not certain that the group grows")


@pytest.mark.parametrize(("leaked", "told"), [(12, " for 12 of 40 goroutines"), (40, "")])
def test_of_how_many_it_was_proved_is_told_beside_how_many_there_are(leaked, told):
    states = ["chan send (leaked)"] * leaked + ["chan send"] * (40 - leaked)
    here = ("shop/slots.put():41", "shop/web.handle():30")
    stuck = [goroutine(100 + n, state, *here, creator="shop/web.serve in 1:12") for n, state in enumerate(states)]
    report = diagnose(written(dump(stuck)), PLAYBOOKS)
    assert report.diagnoses[0].impact.goroutines == 40
    assert f"leak, the garbage collector proved it{told}. " in report.summary
    assert f"(proved by the garbage collector{told}, goroutine/chan-send)" in " ".join(report_terminal(report).split())
