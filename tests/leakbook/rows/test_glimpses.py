"""Dumps seconds apart: nothing slow comes in between, nobody who is served has to leave, and bursts come."""

import pytest

from leakbook.diagnosis.diagnose import diagnose
from leakbook.evidence.model import Submission
from leakbook.evidence.read import read_evidence
from leakbook.rows.goroutines.groups import goroutine_group_rows
from tests.playbooks.programs import PLAYBOOKS

from .captured import START, dump, goroutine, written

SECONDS = 5 / 60


def stuck(numbers, *, called: str = "shop/slots.(*Breaker).Maybe(0xc000012000):41") -> list[str]:
    creator = "shop/web.serve in {}:12"
    return [goroutine(n, "chan send", called, "shop/web.handle():30", creator=creator.format(n - 1)) for n in numbers]


def row_of(first, last, *, minutes: float):
    rows = goroutine_group_rows(written(dump(first), dump(last), minutes=minutes), ("shop",))
    return next(row for row in rows if row.state == "chan send")


OLD, NEW = range(100, 160, 20), range(500, 1100, 20)


@pytest.mark.parametrize(
    ("first", "last", "minutes", "certainty", "joined"),
    [
        (OLD, OLD, SECONDS, None, None),
        (OLD, OLD, 1.0, 0.0, 0.0),
        ((), NEW, SECONDS, None, None),  # thirty requests that began together
        ((), NEW, 1.0, 1.0, None),
        (NEW, [*NEW, *range(1200, 1600, 20)], SECONDS, 1.0, None),
    ],
)
def test_seconds_tell_of_growth_only_where_it_is_seen(first, last, minutes, certainty, joined):
    row = row_of(stuck(first), stuck(last), minutes=minutes)
    assert row.growth_certainty == (None if certainty is None else pytest.approx(certainty, abs=0.01))
    assert row.joined == joined


def told(*captures) -> float:
    report = diagnose(captures, PLAYBOOKS)
    return max((one.confidence for one in report.diagnoses if one.playbook == "goroutine/chan-send"), default=0.0)


def test_a_second_dump_after_seconds_takes_nothing_from_the_first():
    text = dump(stuck(range(100, 700, 20)))
    alone, followed = told(*written(text)), told(*written(text, text + "\n", minutes=SECONDS))
    assert alone > 0.7
    assert followed == pytest.approx(alone, abs=0.02)


def test_a_text_and_a_second_text_of_one_second_do_not_outrank_the_dump_beside_them():
    stack = "#\t0x47\tshop/slots.(*Breaker).Maybe+0x1\t/src/a.go:41\n#\t0x48\tshop/web.handle+0x1\t/src/a.go:30\n"
    text = f"goroutine profile: total 33\n30 @ 0x47 0x48\n{stack}\n3 @ 0x49\n#\t0x49\tmain.main+0x1\t/src/m.go:20\n"
    contents = {"dump": dump(stuck(range(100, 700, 20))), "one": text, "other": text.replace("\n3 @", "\n2 @")}
    posted = [
        Submission(name=name, content=content.encode(), captured_at=START.replace(microsecond=2000 * place))
        for place, (name, content) in enumerate(contents.items())
    ]
    together = told(*read_evidence(posted).captures)
    assert together == pytest.approx(told(*read_evidence(posted[:1]).captures), abs=0.02)
