"""Goroutines whose connection a library reads, for the same caller, who lives as long as it does.

`ssh.NewServerConn` starts its own reader and returns; the caller, one goroutine a connection, then starts others beside
it and ranges over what the library hands on. Such a caller has one of each, however many connections there are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ...evidence.model import GoroutineGroup

EACH: Final = 2
"""Members that one caller has started for its connection; one with more starts them for each request."""

STEPS: Final = 3
"""How far up a caller is looked for: a handler for each connection starts one for each channel, that one a worker."""

TRANSPORT: Final = ("net/http.(*persistConn).", "net/http.(*http2ClientConn).")
"""A pooled connection of the HTTP client belongs to whoever asks next."""


@dataclass(frozen=True, slots=True)
class LivingStarters:
    """Who lives, by whom each was started, and who of them has started a reader in a library."""

    started_by: Mapping[int, int | None]
    readers: frozenset[int]

    def serving(self, groups: Sequence[GoroutineGroup]) -> int:
        """How many members a living caller with a reader has started, directly or through who lives, a few each."""
        if not self.readers:
            return 0
        callers = Counter(self._caller(member.created_in) for group in groups for member in group.members)
        return sum(members for caller, members in callers.items() if caller is not None and members <= EACH)

    def _caller(self, starter: int | None) -> int | None:
        for _ in range(STEPS):
            if starter is None or starter not in self.started_by:
                return None
            if starter in self.readers:
                return starter
            starter = self.started_by[starter]
        return None


def living_starters(groups: Iterable[GoroutineGroup], reading: Iterable[GoroutineGroup]) -> LivingStarters:
    """Of one dump's goroutines, of which those `reading` wait for a connection."""
    started_by = {
        member.goroutine: member.created_in
        for group in groups
        for member in group.members
        if member.goroutine is not None
    }
    readers = frozenset(
        member.created_in
        for group in reading
        if not any(frame.function.startswith(TRANSPORT) for frame in group.frames)
        for member in group.members
        if member.created_in in started_by and member.created_in is not None
    )
    return LivingStarters(started_by, readers)
