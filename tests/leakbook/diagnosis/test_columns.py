"""Rows are asked together; each must be answered as if it had been asked alone."""

import pytest

from leakbook.diagnosis.conditions import answers
from leakbook.diagnosis.match import scorer_for
from leakbook.diagnosis.scene import Scene
from leakbook.playbook.where import Condition, FlagTest, NumberTest, StackTest, WordTest
from leakbook.rows.stack_match import compile_stack_pattern
from tests.leakbook.diagnosis.rows_by_hand import group, rows

IN_SHOP = StackTest(feature="stack", pattern=compile_stack_pattern(contains=("shop.*",), has_app_frame=True))
MANY = NumberTest(feature="count", at_least=10, at_most=None)
PROVED = FlagTest(feature="unreachable", value=True)
SENDS = WordTest(feature="state", allowed=("chan send",))

SENDERS = (
    group("shop.f", state="chan send", count=300, share=0.8, growth=270.0, growth_certainty=0.99, wait_median=20.0),
    group("shop.g", state="chan send", count=300, share=0.02, wait_median=20.0, unreachable=True),
    group("shop.h", state="chan send", count=40, share=0.9, growth=0.0, growth_certainty=0.0, known_idle=True),
    group("shop.i", state="chan send", count=1, share=0.001, growth=0.0, growth_certainty=0.0),
    group("lib.j", state="chan send"),
)


@pytest.mark.parametrize(
    ("tests", "expected"),
    [
        ((MANY,), [True, True, True, False, None]),
        ((MANY, PROVED), [None, True, None, False, None]),
        ((MANY, IN_SHOP), [True, True, True, False, False]),
        ((PROVED, IN_SHOP), [None, True, None, None, False]),
        ((SENDS, IN_SHOP), [True, True, True, True, False]),
    ],
)
def test_tests_of_a_condition_are_joined_row_by_row(tests, expected):
    assert answers((Condition(tests=tests),), Scene(rows(*SENDERS)).views("goroutine_group")) == expected


def test_alternatives_are_joined_row_by_row():
    either = (Condition(tests=(MANY,)), Condition(tests=(PROVED,)))
    views = Scene(rows(*SENDERS)).views("goroutine_group")
    assert answers(either, views) == [True, True, True, None, None]
    assert answers((), views) == [True] * len(views)


def outcomes(judged):
    told = {}
    for score in (*judged.scored, *judged.ruled_out):
        spoken = [(one.signal.id, one.degree, one.added, one.counts) for one in score.spoken]
        rule = score.ruled_out.id if score.ruled_out else None
        told[score.subject.position] = (score.confidence, score.summed, score.capped, rule, spoken)
    return told


def test_a_candidate_among_others_is_judged_as_it_is_alone(playbooks):
    scene = Scene(rows(*SENDERS))
    views, scorer = scene.views("goroutine_group"), scorer_for(scene, playbooks)
    sending = playbooks.by_id("goroutine/chan-send")
    together = scorer.judge(sending, views)
    alone = [scorer.judge(sending, (view,)) for view in views]
    assert outcomes(together) == {place: told for one in alone for place, told in outcomes(one).items()}
    assert together.absent == any(one.absent for one in alone)
    assert together.insufficient == any(one.insufficient for one in alone)
    assert len(outcomes(together)) > 2
