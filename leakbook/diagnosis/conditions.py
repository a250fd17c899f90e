"""Whether a row fits a condition: True, False, or None when the evidence does not measure what it takes to say."""

from __future__ import annotations

from typing import Any

from ..playbook.model import (
    Condition,
    FieldTest,
    FlagTest,
    FunctionTest,
    NumberTest,
    StackTest,
    Where,
    WordTest,
)
from .scene import RowView


def holds(where: Where, view: RowView) -> bool | None:
    """Whether one of the alternatives fits; no condition fits always."""
    if not where:
        return True
    unknown = False
    for condition in where:
        fits = _all_hold(condition, view)
        if fits:
            return True
        unknown = unknown or fits is None
    return None if unknown else False


def _all_hold(condition: Condition, view: RowView) -> bool | None:
    """All tests: one that fails settles it, whatever else is unknown."""
    unknown = False
    for test in condition.tests:
        fits = _test_holds(test, view)
        if fits is False:
            return False
        unknown = unknown or fits is None
    return None if unknown else True


def _test_holds(test: FieldTest, view: RowView) -> bool | None:
    value = getattr(view.row, test.feature)
    return None if value is None else _fits(test, value, view)


def _fits(test: FieldTest, value: Any, view: RowView) -> bool:  # noqa: ANN401 - the loader tied tests to features
    if isinstance(test, NumberTest):
        return (test.at_least is None or value >= test.at_least) and (test.at_most is None or value <= test.at_most)
    if isinstance(test, FlagTest):
        return bool(value) is test.value
    if isinstance(test, WordTest):
        return (not test.allowed or value in test.allowed) and value not in test.forbidden
    if isinstance(test, StackTest):
        return test.pattern.matches(value, view.is_app)
    if isinstance(test, FunctionTest):
        return any(glob.matches(value) for glob in test.globs)
    return test.releases.include(value)
