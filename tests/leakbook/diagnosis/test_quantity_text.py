"""Figures in words: rounded, with a unit, and never rounded to what they are not."""

from __future__ import annotations

import pytest

from leakbook.diagnosis.quantity_text import counted, quantity_text
from leakbook.rows.features import NUMERIC, Unit


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (0.95, Unit.RATIO, "95 %"),
        (0.0, Unit.RATIO, "0 %"),
        (1.0, Unit.RATIO, "100 %"),
        (0.998, Unit.RATIO, "over 99 %"),
        (0.004, Unit.RATIO, "under 1 %"),
        (0.52, Unit.CERTAINTY, "certainty 52 %"),
        (1.0, Unit.CERTAINTY, "certainty 99 %"),
        (16.23, Unit.QUOTIENT, "16 times"),
        (1.04, Unit.QUOTIENT, "1.0 times"),
        (0.02, Unit.QUOTIENT, "under 0.1 times"),
        (0.0, Unit.QUOTIENT, "0 times"),
        (300.0, Unit.COUNT, "300"),
        (3 * 2**20, Unit.BYTES_PER_MINUTE, "3.0 MiB per minute"),
    ],
)
def test_a_figure_has_its_unit(value: float, unit: Unit, said: str) -> None:
    assert quantity_text(value, unit) == said


def test_every_unit_that_can_be_measured_has_words() -> None:
    assert all(any(digit in quantity_text(2.0, unit) for digit in "123456789") for unit in NUMERIC)


def test_one_is_singular() -> None:
    assert [counted(number, "group") for number in (0, 1, 2, 1200)] == [
        "0 groups",
        "1 group",
        "2 groups",
        "1,200 groups",
    ]
