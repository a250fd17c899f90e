"""How a row field becomes a feature that playbooks may name.

A field declared with `feature(...)` carries its unit and meaning in the dataclass metadata; the playbook
schema, its JSON Schema and the reference page are generated from there, so a feature is added in one place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any


class Unit(StrEnum):
    """What a feature's number means, and so how a playbook may write its bounds."""

    COUNT = "count"
    BYTES = "bytes"
    MINUTES = "minutes"
    RATIO = "ratio"
    """0..1: a part of a whole."""
    CERTAINTY = "certainty"
    """0..1: how sure something is."""
    QUOTIENT = "quotient"
    """How many times as much; 1 is as much."""
    PER_MINUTE = "per_minute"
    BYTES_PER_MINUTE = "bytes_per_minute"
    PER_SECOND = "per_second"
    FLAG = "flag"
    WORD = "word"
    """One of a set of words; `where` lists those allowed."""
    VERSION = "version"
    """Go release, compared as (major, minor)."""
    STACK = "stack"
    """A stack, matched with `contains`, `contains_any`, `lacks`, `leaf`, `has_app_frame`."""
    FUNCTION = "function"
    """One function, matched with globs."""


NUMERIC = frozenset(
    {
        Unit.COUNT,
        Unit.BYTES,
        Unit.MINUTES,
        Unit.RATIO,
        Unit.CERTAINTY,
        Unit.QUOTIENT,
        Unit.PER_MINUTE,
        Unit.BYTES_PER_MINUTE,
        Unit.PER_SECOND,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """A row field as playbooks see it. Numeric features may be measured; every feature may stand in `where`."""

    name: str
    unit: Unit
    says: str
    told: str | None = None
    """What its figure is, in words, where a condition looked at it and others: `{} of all goroutines`."""

    @property
    def is_measure(self) -> bool:
        """Whether `measure:` may name it."""
        return self.unit in NUMERIC


def feature(unit: Unit, says: str, *, told: str | None = None) -> Any:  # noqa: ANN401 - dataclasses.field returns Any, too
    """Declare a row field as a feature; its default None means not measured."""
    return field(default=None, metadata={"unit": unit, "says": says, "told": told})


@cache
def features_of(row: type) -> Mapping[str, Feature]:
    """All features a row class declares, by name, in order of declaration. Each signal of a playbook asks for them."""
    declared = (one for one in fields(row) if "unit" in one.metadata)
    return MappingProxyType({one.name: Feature(name=one.name, **one.metadata) for one in declared})
