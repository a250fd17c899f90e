"""What is asked for next fits what was posted: a pair where nothing is there, one more where one is, and why."""

import pytest

from leakbook.diagnosis.finding import NAMED_FROM, SURE_FROM, SUSPECT_FROM
from leakbook.diagnosis.report import Verdict
from leakbook.diagnosis.standing import Side, Standing
from leakbook.diagnosis.sufficiency import Sufficiency
from leakbook.diagnosis.wishes import BEGUN_WORTH, UNSEEN_WORTH, wishes
from leakbook.report.html import report_html
from leakbook.report.markdown import report_markdown
from leakbook.report.terminal import report_terminal
from leakbook.trial.sketch import render
from tests.playbooks.test_times import answer, files

TOGETHER = "together with what was posted here: each request is judged alone"


def readers(count: int) -> bytes:
    """A service's connections, each read by a goroutine of its own that one loop starts."""
    line = f"{count} x [IO wait] net.(*conn).Read < shop/feed.(*Peer).read by shop/feed.(*Hub).accept in 7"
    return render([line]).encode()


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


def test_of_two_heap_profiles_that_leave_growth_in_doubt_a_later_one_is_asked_first(playbooks):
    report = answer(playbooks, *files("cache/replayer-go1.27", "heap.pb.gz")[:2], minutes=1.25)
    assert SUSPECT_FROM <= report.diagnoses[0].confidence < SURE_FROM
    first, *others = report.next_evidence
    assert first.run.endswith("-o heap-later.pb.gz")
    assert "goes on growing or has ended" in first.because
    assert "cpu_profile" in {step.evidence for step in others}


def test_two_dumps_too_few_to_tell_a_leak_from_load_ask_for_a_later_one(playbooks):
    few, more = readers(30), readers(70)
    report = answer(playbooks, few, more, minutes=5)
    assert report.diagnoses[0].confidence < SURE_FROM
    assert report.next_evidence[0].run.endswith("-o goroutines-later.txt")


def test_who_is_sure_asks_for_no_third_moment(playbooks):
    report = answer(playbooks, *files("goroutine/audit-go1.27", "dump.txt")[:2], minutes=1.25)
    assert report.diagnoses[0].confidence >= SURE_FROM
    assert not [step.run for step in report.next_evidence if "later" in step.run]


def test_of_a_dump_that_is_cut_a_whole_one_is_asked_first(playbooks):
    (*_, dump) = files("healthy/accountsvc-go1.27", "dump.txt")
    report = answer(playbooks, dump[: len(dump) * 2 // 3])
    assert report.verdict is Verdict.INCONCLUSIVE
    assert report.next_evidence[0].evidence == "goroutine_dump"
    assert report.next_evidence[0].run.endswith("-o goroutines.txt")
    assert "not all of them" in report.next_evidence[0].because


def test_of_one_heap_profile_another_is_asked_before_the_goroutines(playbooks):
    report = answer(playbooks, files("healthy/accountsvc-go1.27", "heap.pb.gz")[-1])
    assert [step.evidence for step in report.next_evidence][:2] == ["heap_profile", "goroutine_dump"]


def test_what_nothing_speaks_for_is_asked_for_by_what_it_tells_of_any_process(playbooks):
    """No lock and no slice is in question, so nobody is told that a dump shows who holds a lock."""
    tells = {source.id: source.tells for source in playbooks.evidence}
    report = answer(playbooks, *files("healthy/transcode-go1.19", "dump.txt")[:2], minutes=1.25)
    unseen = {warning.split(": ", 1)[1] for warning in report.warnings}
    assert not report.diagnoses
    assert len(report.next_evidence) > 2
    for step in report.next_evidence:
        assert step.because in {*unseen, tells[step.evidence]}


def test_what_can_find_no_leak_is_not_asked_for_where_none_is_seen(playbooks):
    """A CPU profile tells more of what was found."""
    dumps, heaps = (files("healthy/accountsvc-go1.27", name) for name in ("dump.txt", "heap.pb.gz"))
    report = answer(playbooks, *dumps, *heaps, minutes=1.25)
    assert report.verdict is Verdict.HEALTHY
    assert report.next_evidence
    assert "cpu_profile" not in asked(report)


def test_a_reading_that_is_hardly_one_gives_no_reason(playbooks):
    """Client connections by the handful are in any dump, and nobody asked who makes them."""
    report = answer(playbooks, files("cache/personas-go1.27", "sigquit.txt")[-1])
    assert max((one.confidence for one in report.diagnoses), default=0.0) < NAMED_FROM
    assert not [step.because for step in report.next_evidence if "connections" in step.because]


@pytest.mark.parametrize("form", [report_markdown, report_terminal, report_html])
def test_that_all_must_be_posted_together_is_said_once(playbooks, form):
    open_case = answer(playbooks, files("resource/warehouse-go1.27", "dump.txt")[-1])
    settled = answer(playbooks, *files("healthy/accountsvc-go1.27", "dump.txt"), minutes=1.25)
    assert f"Post it {TOGETHER}" in open_case.summary
    assert TOGETHER not in settled.summary
    for report in (open_case, settled):
        assert report.next_evidence
        assert " ".join(form(report).split()).count(TOGETHER) == 1


def test_descriptors_that_grew_are_asked_for_once_more(playbooks):
    """What keeps the answer open is their number, which no dump and no heap profile tells."""
    counted = [f"process_open_fds {open_fds}\ngo_goroutines 130\n".encode() for open_fds in (35, 60)]
    listed = [f"l-wx------ 1 app app 64 {at} -> /srv/{at}.log\n".encode() * 30 for at in (3, 4)]
    report = answer(playbooks, counted[0], listed[0], listed[1], counted[1], minutes=3)
    assert "descriptors went from 35 to 60" in report.summary
    assert asked(report)["descriptor_listing"].endswith("> descriptors-later.txt")


def test_times_that_nobody_stated_are_no_reason_to_take_a_dump(playbooks):
    """The warning says how to state them; a command has what it tells beside it."""
    report = answer(playbooks, *[f"go_goroutines {count}\n".encode() for count in (788, 789, 788)])
    assert "state captured_at" in report.summary
    assert asked(report)["goroutine_dump"]
    assert not [step.because for step in report.next_evidence if "captured_at" in step.because]


@pytest.mark.parametrize(
    ("says", "worth"), [("Two looks: state captured_at.", UNSEEN_WORTH), ("One look.", BEGUN_WORTH)]
)
def test_looks_without_times_ask_for_less_than_a_single_look(playbooks, says, worth):
    """Their times settle it; one more dump comes behind what the leading suspicion asks for."""
    looks = Side(standing=Standing.UNSEEN, says=says, begun=True)
    seen = Sufficiency(goroutines=looks, memory=Side(standing=Standing.STEADY, says="Level."))
    sources = {source.id: source for source in playbooks.evidence}
    (wish,) = wishes([], [], sources=sources, scorer=None, sufficiency=seen, verdict=Verdict.SUSPECT)
    assert wish.worth == worth


def test_a_command_that_brings_nothing_says_why(playbooks):
    """`curl -s` is silent at a wrong address and files a 404 as evidence, which shows when five minutes are over."""
    runs = [
        run
        for source in playbooks.evidence
        for run in (source.run, *(more.run for more in (source.again, source.later) if more))
    ]
    fetching = [run for run in runs if "curl" in run]
    assert fetching
    assert not [run for run in fetching if run.count("curl") != run.count("curl -sSf ")]
