"""Conditions on rows as values: what a playbook writes under `where`, its features and units resolved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ..rows.stack_match import Glob, StackPattern


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberTest:
    """A numeric feature within bounds, both inclusive, in the feature's own unit (bytes, minutes, per minute …)."""

    feature: str
    at_least: float | None
    at_most: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Releases:
    """A range of Go releases as (major, minor). `below` is exclusive, the others inclusive; None: open."""

    at_least: tuple[int, int] | None = None
    at_most: tuple[int, int] | None = None
    below: tuple[int, int] | None = None

    def include(self, release: tuple[int, int]) -> bool:
        """Whether the release is in the range."""
        return (
            (self.at_least is None or release >= self.at_least)
            and (self.at_most is None or release <= self.at_most)
            and (self.below is None or release < self.below)
        )


ANY_RELEASE: Final = Releases()


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionTest:
    """A Go release within bounds, compared as (major, minor); `below` is exclusive, the others inclusive."""

    feature: str
    releases: Releases


@dataclass(frozen=True, slots=True, kw_only=True)
class WordTest:
    """A word out of those allowed, or none out of those forbidden."""

    feature: str
    allowed: tuple[str, ...]
    forbidden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagTest:
    """A flag that must be as given."""

    feature: str
    value: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionTest:
    """One function that any of the globs matches."""

    feature: str
    globs: tuple[Glob, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StackTest:
    """A stack that fits the pattern."""

    feature: str
    pattern: StackPattern


FieldTest = NumberTest | VersionTest | WordTest | FlagTest | FunctionTest | StackTest


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """Tests that must all hold."""

    tests: tuple[FieldTest, ...]


Where = tuple[Condition, ...]
"""Alternatives, of which one must hold; empty means nothing is asked."""
