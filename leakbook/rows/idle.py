"""Known residents: goroutines that libraries keep for as long as the process lives, in their usual number.

The list itself is data (`playbooks/_idle.yaml`); this is its shape and how a group is matched against it. An entry
excuses a group only within its number and only while the group does not grow.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from .stack_match import StackPattern, compile_function_pattern


class Per(StrEnum):
    """What the usual number is counted against."""

    PROCESS = "process"
    LISTENER = "listener"
    POOL = "pool"
    """One `database/sql` pool, client, producer: whatever object owns the goroutine."""
    CONNECTION = "connection"


MOST_OWNERS = {Per.PROCESS: 1, Per.LISTENER: 8, Per.POOL: 8, Per.CONNECTION: 256}
"""How many owners an ordinary process has where the evidence cannot count them: a service listens on a few ports and
keeps a handful of pools, but may hold hundreds of connections."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IdleEntry:
    """One resident: the group it excuses and how many of them are usual."""

    id: str
    states: tuple[str, ...] = ()
    """Wait reasons; empty: any. A group whose state is not known fits."""
    stack: StackPattern | None = None
    created_by: tuple[str, ...] = ()
    """Globs on the creator; empty: any. A group whose creator is not known fits."""
    at_most: int
    per: Per = Per.PROCESS

    @property
    def usual(self) -> int:
        """Most goroutines this entry excuses."""
        return self.at_most * MOST_OWNERS[self.per]

    def fits(self, state: str | None, functions: Sequence[str], is_app: Sequence[bool], creator: str | None) -> bool:
        """Whether the entry speaks of such a group, whatever its number."""
        if self.states and state not in self.states and not (state is None and self.stack is not None):
            return False
        if self.created_by and creator is not None and not compile_function_pattern(self.created_by)(creator):
            return False
        return self.stack is None or self.stack.matches(functions, is_app)


@dataclass(frozen=True, slots=True, kw_only=True)
class IdleKnowledge:
    """All residents that are known."""

    entries: tuple[IdleEntry, ...] = ()

    def entry_for(
        self, state: str | None, functions: Sequence[str], is_app: Sequence[bool], creator: str | None
    ) -> IdleEntry | None:
        """The entry of the list that speaks of the group and excuses most; None when none does."""
        fitting = [entry for entry in self.entries if entry.fits(state, functions, is_app, creator)]
        return min(fitting, key=lambda entry: (-entry.usual, entry.id), default=None)


NO_IDLE_KNOWLEDGE = IdleKnowledge()
