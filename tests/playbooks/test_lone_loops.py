"""One loop of a service, shown by somebody for whatever reason: named as a loop, and no minutes in its header."""

import pytest

from leakbook.diagnosis.diagnose import diagnose
from leakbook.diagnosis.report import Subject
from leakbook.evidence.model import Submission
from leakbook.evidence.read import read_evidence

COND = (
    "sync.runtime_notifyListWait(0xc00013d210, 0x0)\n\t/usr/local/go/src/runtime/sema.go:510 +0xeb\n"
    "sync.(*Cond).Wait(0xc00013d200)\n\t/usr/local/go/src/sync/cond.go:56 +0x92\n"
)
READ = (
    "internal/poll.runtime_pollWait(0x7f4f7b660f00, 0x72)\n\t/usr/local/go/src/runtime/netpoll.go:173 +0x57\n"
    "net.(*conn).Read(0xc00013d200)\n\t/usr/local/go/src/net/net.go:184 +0x92\n"
)
LEAVES = {"chan receive": "", "select": "", "sync.Cond.Wait": COND, "IO wait": READ}


def sure(playbooks, state, *, minutes="", inner=""):
    text = (
        f"goroutine 24 [{state}{minutes}]:\n{LEAVES[state]}{inner}"
        "example.org/mq/server.(*client).serveLoop(0xc0001ac000)\n\t/src/mq/server/client.go:642 +0x12d\n"
        "created by example.org/mq/server.(*Server).accept\n\t/src/mq/server/server.go:1872 +0x94\n"
    )
    evidence = read_evidence([Submission(name="paste.txt", content=f"The stack shows:\n{text}Why?\n".encode())])
    found = diagnose(evidence.captures, playbooks, Subject()).diagnoses
    return found[0].confidence if found else 0.0


@pytest.mark.parametrize("state", LEAVES)
def test_a_loop_without_a_printed_wait_is_no_leak(playbooks, state):
    assert sure(playbooks, state) <= 0.48


def test_a_loop_that_reads_may_have_heard_nothing_for_minutes_but_hardly_for_hours(playbooks):
    assert sure(playbooks, "IO wait", minutes=", 5 minutes") <= 0.48
    assert sure(playbooks, "IO wait", minutes=", 300 minutes") > 0.7


@pytest.mark.parametrize("state", ["chan receive", "select", "sync.Cond.Wait"])
def test_inside_a_call_of_it_one_may_be_stuck(playbooks, state):
    call = "example.org/mq/server.(*queue).take(0xc0001ac000)\n\t/src/mq/server/queue.go:64 +0x12d\n"
    assert sure(playbooks, state, minutes=", 300 minutes", inner=call) > 0.7


def several(playbooks, state, *, cut):
    """Five goroutines of one stack, none a minute old; `cut`: the text breaks off inside the last."""
    stack = (
        f"goroutine {{}} [{state}]:\n{LEAVES[state]}"
        "example.org/mq/server.(*group).drain({:#x})\n\t/src/mq/server/group.go:273 +0x9e\n"
        "created by example.org/mq/server.(*Server).getGroup\n\t/src/mq/server/server.go:239 +0x150\n"
    )
    text = "\n".join(stack.format(number, 0xC0001AC000 + 256 * number) for number in (324, 250, 400, 371, 422))
    content = text[:-45] if cut else text
    evidence = read_evidence([Submission(name="paste.txt", content=content.encode())])
    found = diagnose(evidence.captures, playbooks, Subject()).diagnoses
    return found[0].confidence if found else 0.0


@pytest.mark.parametrize("state", LEAVES)
def test_workers_at_rest_that_a_torn_crash_dump_happens_to_show_are_no_leak(playbooks, state):
    assert several(playbooks, state, cut=True) <= 0.48


def test_a_few_clients_that_are_read_from_are_no_leak_but_five_that_receive_may_be(playbooks):
    assert several(playbooks, "IO wait", cut=False) <= 0.48
    assert several(playbooks, "chan receive", cut=False) > 0.5
