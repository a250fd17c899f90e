"""What a signal saw, in words: the figure it measured, the values it tested, the rows it met."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from ..playbook.model import Grade, Signal
from ..playbook.where import NumberTest, WordTest
from ..rows.features import Unit, features_of
from ..rows.goroutines.group_model import GoroutineGroupRow
from ..rows.heap.site_model import HeapSiteRow
from ..rows.model import ROW_KINDS
from .quantity_text import count_text, quantity_text
from .scene import RowView

_FEATURES = {kind: features_of(row) for kind, row in ROW_KINDS.items()}

MOST_NAMED = 50
"""Rows whose captures are listed for one signal: they all come from the same few."""


def figure_text(kind: str, name: str, value: float, grade: Grade) -> str:
    """The figure as the signal's sentence has it: where less of a part says more, the sentence is of the rest."""
    unit = _FEATURES[kind][name].unit
    is_of_the_rest = unit in {Unit.RATIO, Unit.CERTAINTY} and grade.full_at < grade.zero_at and 0 <= value <= 1
    return quantity_text(1 - value if is_of_the_rest else value, unit)


def tested_text(signal: Signal, view: RowView) -> str | None:
    """The values a condition looked at, each with what it is.

    Left out are stacks, which are long and shown as the culprit, and words of ours such as `http_server`, which repeat
    what the signal says.
    """
    asked = [test.feature for condition in signal.where for test in condition.tests if isinstance(test, _SHOWN)]
    told = (_FEATURES[view.kind][name] for name in dict.fromkeys(asked))
    texts = [
        feature.told.format(str(value) if feature.unit is Unit.WORD else quantity_text(value, feature.unit))
        for feature in told
        if feature.told is not None and (value := getattr(view.row, feature.name)) is not None
    ]
    return ", ".join(texts) or None


_SHOWN = (NumberTest, WordTest)


def ratio_text(others: int, own: int) -> str:
    """`50 to 100`."""
    return f"{count_text(others)} to {count_text(own)}"


def names_text(others: Sequence[RowView]) -> str:
    """`50 in shop.read`, of rows that are not none."""
    first = others[0]
    function = first.frames[0].function if first.frames else first.kind
    if isinstance(first.row, GoroutineGroupRow):
        total = sum(view.count or 0 for view in others)
        return f"{count_text(total)} in {function}" if total else function
    return function if isinstance(first.row, HeapSiteRow) else first.kind


def evidence_of(views: Iterable[RowView]) -> tuple[str, ...]:
    """The captures that the first of these rows were seen in."""
    return tuple(dict.fromkeys(name for view in islice(views, MOST_NAMED) for name in view.row.evidence))
