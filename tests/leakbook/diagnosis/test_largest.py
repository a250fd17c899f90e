"""An answer that names no cause shows what there is most of; one that does needs no such list."""

from leakbook.diagnosis.diagnose import diagnose, diagnose_rows
from leakbook.diagnosis.report import Verdict
from leakbook.evidence.model import Submission
from leakbook.evidence.read import read_evidence
from leakbook.report.wording import largest_text
from tests.leakbook.diagnosis.rows_by_hand import dump, group, rows, site


def shown(playbooks, *those):
    report = diagnose_rows(rows(*those), [dump(complete=False)], playbooks)
    assert report.verdict is Verdict.INCONCLUSIVE
    return [(one.goroutines, one.state, one.bytes, one.function, one.line) for one in report.largest]


def test_the_three_largest_of_each_kind(playbooks):
    groups = [group(f"shop.wait{n}", state="chan receive", count=n) for n in (1, 5, 3, 2)]
    sites = [site(f"shop.load{n}", inuse=n * 2**10) for n in (7, 9, 8, 6)]
    assert shown(playbooks, *groups, *sites) == [
        *((n, "chan receive", None, f"shop.wait{n}", 31) for n in (5, 3, 2)),
        *((None, None, n * 2**10, f"shop.load{n}", 31) for n in (9, 8, 7)),
    ]


def test_the_program_s_own_frame_is_named_else_what_was_started(playbooks):
    own = group("time.Sleep", "shop.poll", "shop.run", state="sleep", count=4)
    library = group("time.Sleep", "example.org/bus.consume", state="sleep", count=3)
    assert [one[3] for one in shown(playbooks, own, library)] == ["shop.poll", "example.org/bus.consume"]


def test_what_was_not_counted_or_is_the_runtime_s_own_is_not_shown(playbooks):
    rest = [
        group("shop.a", state="select", count=None),
        group("testing.tRunner", state="chan receive", count=9, observes=True),
        site("runtime.malg", inuse=2**20, is_runtime_cost=True),
        site("shop.b", inuse=None, allocated=2**20),
    ]
    assert shown(playbooks, *rest) == []


def test_an_answer_with_a_finding_has_no_such_list(playbooks):
    stuck = group("shop.Send", state="chan send", count=300, growth=270.0, growth_certainty=0.99, wait_median=20.0)
    assert diagnose_rows(rows(stuck), [dump()], playbooks).largest == ()


def test_of_headers_without_stacks_the_states_are_shown(playbooks):
    text = "".join(f"goroutine {n} [{state}]:\n" for n, state in enumerate(["select"] * 15 + ["IO wait"] * 2, 7))
    report = diagnose(read_evidence([Submission(name="heads.txt", content=text.encode())]).captures, playbooks)
    assert [(one.goroutines, one.state) for one in report.largest] == [(15, "select"), (2, "IO wait")]
    assert largest_text(report.largest[0]) == "15 goroutines (select)"
