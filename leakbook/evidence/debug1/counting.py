"""The records of goroutine pages in text, counted by stack, each in the profile that it is of.

goroutine profile: total 900
640 @ 0x4001 0x4003 0x51c1
…
655 @ 0x4001 0x4003 0x51c1        more than the record before it, and that stack was there: the head was not pasted
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from ...limits import Limits
from ..frames import Frame
from ..model import EvidenceKind

UNLABELLED: Final[frozenset[tuple[str, str]]] = frozenset()


@dataclass(slots=True)
class Stack:
    """All records with equal frames and equal leading addresses."""

    frames: tuple[Frame, ...]
    leading: tuple[int, ...]
    count: int = 0
    state: str | None = None
    labels: frozenset[tuple[str, str]] | None = None


class Counted(NamedTuple):
    """A record as it is counted; its frames are interned."""

    goroutines: int
    words: str | None
    """Its addresses, `4001 0x4002`; None where they do not tell it from others: it has labels, or one address."""
    frames: tuple[Frame, ...]
    leading: tuple[int, ...]
    labels: frozenset[tuple[str, str]] = UNLABELLED
    unnamed: bool = False


@dataclass(slots=True)
class Profile:
    """One profile of the text. `stated` is the total in its head, None when that was not pasted."""

    kind: EvidenceKind
    stated: int | None
    stacks: dict[tuple[tuple[int, ...], tuple[int, ...]], Stack] = field(default_factory=dict)
    """By the identities of their frames, and their leading addresses."""
    met: dict[str, int] = field(default_factory=dict)
    """Counts of the records by their words."""
    last: int | None = None
    """Count of the last record."""
    run: list[Counted] | None = None
    """The records since one was larger than the one before it; None while there was none."""
    records: int = 0
    left_out: int = 0
    unnamed: int = 0
    above: str = ""
    """What stands before its head, on the line or on the last one that is nothing of a page: `== shop-1 ==`."""


class Counting:
    """Takes heads and records in the order of the text."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._profiles: list[Profile] = []
        self.left_out = 0
        """Profiles beyond `limits.parts`, of which nothing is kept."""

    def begin(self, kind: EvidenceKind, stated: int | None, above: str = "") -> None:
        """A head: what follows is of the profile it begins."""
        self.settle()
        self._begin(Profile(kind, stated, above=above))

    def is_under_head(self) -> bool:
        """Whether what comes next stands below a profile's head."""
        return bool(self._profiles) and self._profiles[-1].stated is not None

    def profiles(self) -> list[Profile]:
        """All profiles, when the text has ended."""
        self.settle()
        return self._profiles

    def put(self, record: Counted) -> None:
        """Count a record, or hold it back while it is not told which profile it is of.

        A profile prints the largest first. What follows a rise may be of a profile whose head was not pasted, or have
        been picked out in another order.
        """
        if not record.goroutines or self.left_out:
            return  # of no goroutine runtime/pprof prints no record
        if not self._profiles:  # a record before any head
            self.begin(EvidenceKind.GOROUTINE_PROFILE, None)
        last = self._profiles[-1].last
        if last is not None and record.goroutines > last:
            self.settle()
            self._profiles[-1].run = []
        profile = self._profiles[-1]
        profile.last = record.goroutines
        if profile.run is None:
            self._count(profile, record)
            return
        profile.run.append(record)
        if len(profile.run) > self._limits.stacks:
            self.settle()

    def settle(self) -> None:
        """The records held back: a stack that comes again with another count is of the next profile, and so are all
        beside it; with its own number it is quoted, and counted once."""
        if not self._profiles or (run := self._profiles[-1].run) is None:
            return
        profile = self._profiles[-1]
        profile.run = None
        met = [(record, profile.met.get(record.words) if record.words else None) for record in run]
        if any(before is not None and before != record.goroutines for record, before in met):
            profile = Profile(profile.kind, None, last=profile.last)
            met = [(record, None) for record in run] if self._begin(profile) else []
        for record, before in met:
            if before is None:
                self._count(profile, record)

    def _begin(self, profile: Profile) -> bool:
        if len(self._profiles) >= self._limits.parts:
            self.left_out += 1
            return False
        self._profiles.append(profile)
        return True

    def _count(self, profile: Profile, record: Counted) -> None:
        profile.records += 1
        if record.unnamed:
            profile.unnamed += record.goroutines
        if record.words is not None and len(profile.met) < self._limits.stacks:
            profile.met.setdefault(record.words, record.goroutines)
        key = tuple(map(id, record.frames)), record.leading
        stack = profile.stacks.get(key)
        if stack is None:
            if len(profile.stacks) >= self._limits.stacks:
                profile.left_out += record.goroutines
                return
            stack = profile.stacks[key] = Stack(record.frames, record.leading)
        stack.count += record.goroutines
        stack.labels = record.labels if stack.labels is None else stack.labels & record.labels
