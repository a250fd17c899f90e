"""What is asked for next fits what was posted: a pair where nothing is there, one more where one is, and why."""

import pytest

from leakbook.report.html import report_html
from leakbook.report.markdown import report_markdown
from leakbook.report.terminal import report_terminal
from tests.playbooks.test_times import answer, files

TOGETHER = "Post it together with what was posted here"


def asked(report) -> dict[str, str]:
    return {step.evidence: step.run for step in report.next_evidence}


def test_who_posted_one_dump_is_asked_for_one_more_under_another_name(playbooks):
    report = answer(playbooks, files("resource/warehouse-go1.27", "dump.txt")[-1])
    (step,) = (one for one in report.next_evidence if one.evidence == "goroutine_dump")
    assert step.run.count("curl") == 1
    assert step.run.endswith("-o goroutines-2.txt")
    assert step.because.startswith("A second dump")
    assert "goroutine_dump_pair" not in asked(report)


def test_who_posted_no_dump_is_asked_for_two_where_only_two_tell(playbooks):
    report = answer(playbooks, files("goroutine/audit-go1.27", "goroutine.pb.gz")[-1])
    assert asked(report)["goroutine_dump_pair"].count("curl") == 2
    assert "goroutine_dump" not in asked(report)


def test_a_part_of_a_dump_does_not_stand_for_one_of_the_two(playbooks):
    stacks = files("goroutine/audit-go1.27", "dump.txt")[-1].split(b"\n\n")
    stuck = [stack for stack in stacks if b"[chan send" in stack]
    report = answer(playbooks, b"\n\n".join(stuck[:3]))
    assert "-2.txt" not in asked(report).get("goroutine_dump", "")
    assert asked(report)["goroutine_dump_pair"].count("curl") == 2


def test_of_two_dumps_no_third_is_asked(playbooks):
    report = answer(playbooks, *files("resource/warehouse-go1.27", "dump.txt")[:2], minutes=1.25)
    assert not {"goroutine_dump", "goroutine_dump_pair"} & asked(report).keys()


def test_one_heap_profile_asks_for_one_more(playbooks):
    report = answer(playbooks, files("cache/replayer-go1.27", "heap.pb.gz")[-1])
    assert asked(report)["heap_profile"].endswith("-o heap-2.pb.gz")
    assert "heap_profile_pair" not in asked(report)


@pytest.mark.parametrize("form", [report_markdown, report_terminal, report_html])
def test_that_all_must_be_posted_together_is_said_once(playbooks, form):
    open_case = answer(playbooks, files("resource/warehouse-go1.27", "dump.txt")[-1])
    settled = answer(playbooks, *files("healthy/accountsvc-go1.27", "dump.txt"), minutes=1.25)
    assert TOGETHER in open_case.summary
    assert TOGETHER not in settled.summary
    for report in (open_case, settled):
        assert report.next_evidence
        assert " ".join(form(report).split()).count(TOGETHER) == 1
