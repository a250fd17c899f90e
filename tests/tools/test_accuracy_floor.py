"""Answers to the committed captures, and to the published cases, may not get worse."""

from __future__ import annotations

import pytest

from tools.accuracy import floor
from tools.accuracy.__main__ import COMMITTED, PUBLISHED_FOLDER, judge_all
from tools.accuracy.cases import corpus_cases, published_cases
from tools.accuracy.subsets import SUBSETS

NAMES = tuple(subset.name for subset in SUBSETS)


@pytest.mark.alone
def test_the_committed_captures_are_answered_as_well_as_before() -> None:
    judged = judge_all([(case, NAMES) for case in corpus_cases(COMMITTED)], processes=2)
    assert {judgement.subset for judgement in judged} == set(NAMES)
    assert not [judgement for judgement in judged if judgement.unread]
    assert list(floor.fallen(floor.figures_of(judged), floor.read_floor())) == []


@pytest.mark.alone
@pytest.mark.skipif(not PUBLISHED_FOLDER.is_dir(), reason="the published cases are not part of the repository")
def test_the_published_cases_are_answered_as_well_as_before() -> None:
    judged = judge_all([(case, None) for case in published_cases(PUBLISHED_FOLDER)], processes=2)
    assert judged
    assert list(floor.fallen(floor.figures_of(judged), floor.read_floor())) == []


def test_what_is_worse_is_told() -> None:
    then = {"one dump": {"top1": [9, 10], "false_alarm": [0, 5], "brier": [0.05]}}
    assert list(floor.fallen(then, then)) == []
    now = {"one dump": {"top1": [8, 10], "false_alarm": [1, 5], "brier": [0.06]}}
    assert list(floor.fallen(now, then)) == [
        "one dump: brier is 0.06, was 0.05",
        "one dump: false_alarm is 1, was 0",
        "one dump: top1 is 8, was 9",
    ]
    fewer = {"one dump": {"top1": [8, 8], "false_alarm": [0, 5], "brier": [0.05]}, "two dumps": {"top1": [1, 1]}}
    assert len(list(floor.fallen(fewer, then))) == 2
