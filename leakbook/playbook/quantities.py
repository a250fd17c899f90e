"""Bounds and grades as YAML writes them, in the one unit each feature has inside.

Bytes are written `1MiB`, minutes `90s`, `3m`, `2h`, ratios `0.5` or `50%`, counts and rates as plain numbers, Go
releases as quoted text (`"1.23"`: unquoted, 1.20 would be read as 1.2). Zero needs no unit.
"""

from __future__ import annotations

import re
from typing import Final

from ..rows.features import Unit

_WITH_UNIT = re.compile(r"(-?\d+(?:\.\d+)?)\s*([A-Za-z%]+)$")
_RELEASE = re.compile(r"(\d+)\.(\d+)$")

_FACTORS: Final = {
    Unit.BYTES: {"B": 1.0, "KiB": 2.0**10, "MiB": 2.0**20, "GiB": 2.0**30, "kB": 1e3, "MB": 1e6, "GB": 1e9},
    Unit.MINUTES: {"s": 1 / 60, "m": 1.0, "h": 60.0, "d": 1440.0},
    Unit.RATIO: {"%": 0.01},
    Unit.CERTAINTY: {"%": 0.01},
    Unit.QUOTIENT: {"%": 0.01},
}
_EXAMPLES: Final = {Unit.BYTES: "64KiB or 1MiB", Unit.MINUTES: "30s, 3m or 2h"}
_SAME_AS: Final = {Unit.BYTES_PER_MINUTE: Unit.BYTES}


def quantity(value: object, unit: Unit) -> float:
    """The number in the feature's unit. Raises ValueError saying what is expected."""
    kind = _SAME_AS.get(unit, unit)
    factors = _FACTORS.get(kind, {})
    if isinstance(value, str):
        found = _WITH_UNIT.match(value)
        if found is None or found.group(2) not in factors:
            raise ValueError(f"{value!r} is no {_expected(kind)}")
        return float(found.group(1)) * factors[found.group(2)]
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"expected {_expected(kind)}")  # noqa: TRY004 - the caller reports values, not types
    if kind in _EXAMPLES and value != 0:
        raise ValueError(f"{value} lacks a unit, as in {_EXAMPLES[kind]}")
    return float(value)


def _expected(kind: Unit) -> str:
    if kind in _EXAMPLES:
        return f"quantity like {_EXAMPLES[kind]}"
    return "number (or a percentage such as 50%)" if kind in {Unit.RATIO, Unit.CERTAINTY, Unit.QUOTIENT} else "number"


def release(value: object) -> tuple[int, int]:
    """A Go release as (major, minor). Raises ValueError saying what is expected."""
    found = _RELEASE.match(value) if isinstance(value, str) else None
    if found is None:
        raise ValueError('expected a Go release in quotes, like "1.23"')
    return int(found.group(1)), int(found.group(2))
