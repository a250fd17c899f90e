"""Whether rows fit a condition: True, False, or None when the evidence does not measure what it takes to say.

Rows are asked in columns, one test of all of them at a time: a dump of 25,000 stacks is asked hundreds of tests, and to
choose the test anew for every row takes longer than the test.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Any

from ..playbook.where import Condition, FieldTest, FlagTest, FunctionTest, NumberTest, StackTest, Where, WordTest
from .scene import RowView

Answers = list[bool | None]
"""One a row, in the rows' order."""


def holds(where: Where, view: RowView) -> bool | None:
    """Whether one of the alternatives fits; no condition fits always."""
    return answers(where, (view,))[0]


def answers(where: Where, views: Sequence[RowView]) -> Answers:
    """`holds` of each row."""
    if not where or not views:
        return [True] * len(views)
    found = _all_hold(where[0], views)
    for condition in where[1:]:
        others = _all_hold(condition, views)
        found = [
            True if one or other else None if one is None or other is None else False
            for one, other in zip(found, others, strict=True)
        ]
    return found


def _all_hold(condition: Condition, views: Sequence[RowView]) -> Answers:
    """All tests: one that fails settles it, whatever else is unknown."""
    found = _test_holds(condition.tests[0], views)
    for test in condition.tests[1:]:
        more = _of_open(test, found, views) if isinstance(test, StackTest) else _test_holds(test, views)
        found = [
            False if one is False or other is False else True if one and other else None
            for one, other in zip(found, more, strict=True)
        ]
    return found


def _of_open(test: StackTest, found: Answers, views: Sequence[RowView]) -> Answers:
    """Stacks take longest to ask: those of rows that have failed are not."""
    asked = iter(_test_holds(test, [view for view, fits in zip(views, found, strict=True) if fits is not False]))
    return [False if fits is False else next(asked) for fits in found]


def column(feature: str, views: Sequence[RowView]) -> list[Any]:
    """That field of every row."""
    return list(map(_field(feature), views))


@lru_cache(maxsize=1024)
def _field(feature: str) -> attrgetter[Any]:
    return attrgetter(f"row.{feature}")


def _test_holds(test: FieldTest, views: Sequence[RowView]) -> Answers:
    values = column(test.feature, views)
    if isinstance(test, NumberTest):
        least = -math.inf if test.at_least is None else test.at_least
        most = math.inf if test.at_most is None else test.at_most
        return [None if value is None else least <= value <= most for value in values]
    if isinstance(test, FlagTest):
        return [None if value is None else bool(value) is test.value for value in values]
    if isinstance(test, WordTest):
        allowed, forbidden = test.allowed, test.forbidden
        return [
            None if value is None else (not allowed or value in allowed) and value not in forbidden for value in values
        ]
    if isinstance(test, StackTest):
        return _stacks_fit(test, values, views)
    if isinstance(test, FunctionTest):
        return [None if value is None else any(glob.matches(value) for glob in test.globs) for value in values]
    return [None if value is None else test.releases.include(value) for value in values]


def _stacks_fit(test: StackTest, stacks: Sequence[Sequence[str] | None], views: Sequence[RowView]) -> Answers:
    fit, app_frame = test.pattern.names_fit, test.pattern.has_app_frame
    return [
        None if stack is None else fit(stack) and (app_frame is None or any(view.is_app) is app_frame)
        for stack, view in zip(stacks, views, strict=True)
    ]
