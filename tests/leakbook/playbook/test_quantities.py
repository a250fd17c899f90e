import pytest

from leakbook.playbook.quantities import quantity, release
from leakbook.rows.features import Unit


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        ("1MiB", Unit.BYTES, 2**20),
        ("1.5 KiB", Unit.BYTES_PER_MINUTE, 1536),
        (0, Unit.BYTES, 0),
        ("90s", Unit.MINUTES, 1.5),
        ("2h", Unit.MINUTES, 120),
        ("50%", Unit.RATIO, 0.5),
        (0.25, Unit.RATIO, 0.25),
        (12, Unit.PER_MINUTE, 12),
    ],
)
def test_quantities_come_in_the_unit_of_their_feature(value, unit, expected):
    assert quantity(value, unit) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("value", "unit"),
    [
        ("1MiB", Unit.MINUTES),
        (64, Unit.BYTES),
        (True, Unit.COUNT),
        ([], Unit.COUNT),
        ("five", Unit.COUNT),
        ("3m", Unit.RATIO),
    ],
)
def test_other_units_and_bare_numbers_are_refused(value, unit):
    with pytest.raises(ValueError, match=r"unit|no |expected"):
        quantity(value, unit)


def test_a_release_is_quoted_text():
    assert release("1.20") == (1, 20)
    with pytest.raises(ValueError, match="in quotes"):
        release(1.2)
