"""Known residents: goroutines that libraries keep for as long as the process lives, in their usual number.

The list itself is data (`playbooks/_idle.yaml`); this is its shape and how a group is matched against it. An entry
excuses a group only within its number and only while the group does not grow.

A resident is a goroutine that the library started for itself: the outermost frame is the library's, and no frame is
the program's. One of the program's that waits inside the library (`(*client).Publish` called by `(*Job).save`) may be
stuck there, and so may a loop of the library inside a handler of the program's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from ..evidence.names import module_root, package_of
from ..evidence.packages import is_shared_library, is_stdlib
from .furniture import NO_FURNITURE, Furniture
from .heap.client_makers import NO_MAKERS, ClientMakers
from .stack_match import LONGEST_NAME, Glob, StackPattern, any_of, compile_function_pattern

_FUNCTIONS_KEPT: Final = 50_000

_STARTERS: Final = (
    "golang.org/x/sync/errgroup.",
    "k8s.io/apimachinery/pkg/util/wait.",
    "runtime/pprof.",
    "sync.",
    "time.",
)
"""Helpers that run a function in a goroutine (`errgroup.(*Group).Go.func1`): whose it is the next frame says."""


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
    called: bool = False
    """Goroutines of the program that call these functions are residents too: `http.Serve` below `main.main`."""

    @property
    def usual(self) -> int:
        """Most goroutines this entry excuses."""
        return self.at_most * MOST_OWNERS[self.per]

    def may_fit(self, state: str | None, creator: str | None) -> bool:
        """Whether state and creator are those of which the entry speaks; its stack is the dearer question."""
        if self.states and state not in self.states and not (state is None and self.stack is not None):
            return False
        return not self.created_by or creator is None or compile_function_pattern(self.created_by)(creator)

    def fits(self, state: str | None, functions: Sequence[str], is_app: Sequence[bool], creator: str | None) -> bool:
        """Whether the entry speaks of such a group, whatever its number."""
        if not self.may_fit(state, creator):
            return False
        if self.stack is None:
            return True
        if not self.stack.matches(functions, is_app):
            return False
        return self.called or not _demanded(self.stack) or self._is_the_library_s(functions, is_app, creator)

    def _is_the_library_s(self, functions: Sequence[str], is_app: Sequence[bool], creator: str | None) -> bool:
        """Whether the library of the functions demanded started the goroutine for itself, see the module.

        A glob with a wildcard names no loop in particular (`(*Conn).*`): then the creator may not be the program's
        either, or `go client.Publish(...)` would be a resident.
        """
        asked = [(glob, name) for name in functions for glob in _demanded(self.stack) if glob.matches(name)]
        homes = {module_root(package_of(name)) for _, name in asked}
        own = [module_root(package_of(name)) in homes for name in functions]
        inwards = zip(reversed(own), reversed(functions), strict=True)
        outermost = next((ours for ours, name in inwards if not is_starter(name)), True)
        strangers = any(app and not ours for app, ours in zip(is_app, own, strict=True))
        named = any("*" not in glob.pattern.replace("(*", "") for glob, _ in asked)
        return outermost and not strangers and (named or creator is None or _is_of_libraries(creator, homes))


@dataclass(frozen=True, slots=True, kw_only=True)
class IdleKnowledge:
    """All residents that are known. Each distinct function is asked once which entries may speak of its stacks."""

    entries: tuple[IdleEntry, ...] = ()
    makers: ClientMakers = field(default=NO_MAKERS, compare=False)
    """The constructors of the clients whose residents these are."""
    furniture: Furniture = field(default=NO_FURNITURE, compare=False)
    """What any dump may hold of them."""
    _demands: list[re.Pattern[str]] = field(default_factory=list, init=False, repr=False, compare=False)
    _of_function: dict[str, tuple[IdleEntry, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def may_speak_of(self, state: str | None, functions: Sequence[str], creator: str | None) -> bool:
        """Whether `entry_for` may find an entry, before it is asked whose code each frame is: of most groups none."""
        return any(entry.may_fit(state, creator) for entry in self._likely_of(functions))

    def entry_for(
        self, state: str | None, functions: Sequence[str], is_app: Sequence[bool], creator: str | None
    ) -> IdleEntry | None:
        """The entry of the list that speaks of the group and excuses most; None when none does."""
        likely = {entry.id: entry for entry in self._likely_of(functions)}
        fitting = [entry for entry in likely.values() if entry.fits(state, functions, is_app, creator)]
        return min(fitting, key=lambda entry: (-entry.usual, entry.id), default=None)

    def _likely_of(self, functions: Sequence[str]) -> list[IdleEntry]:
        """The likely entries of each function and of none. Most functions are known, and have none."""
        asked = ("", *functions)
        known = map(self._of_function.get, asked)
        return [
            entry
            for function, entries in zip(asked, known, strict=True)
            if entries or entries is None
            for entry in (self._likely(function) if entries is None else entries)
        ]

    def _is_any_demanded(self, function: str) -> bool:
        """Whether some entry demands the function: one alternation says so of most names at once."""
        if not self._demands:
            demanded = {glob.pattern for entry in self.entries for glob in _demanded(entry.stack)}
            self._demands.append(any_of(sorted(demanded)))
        return not function or self._demands[0].fullmatch(function) is not None

    def _likely(self, function: str) -> tuple[IdleEntry, ...]:
        """Entries that demand a function of which this is one; for no function (""), those that demand none."""
        known = self._of_function.get(function)
        if known is None:
            asked = self.entries if self._is_any_demanded(function) else ()
            known = tuple(entry for entry in asked if _is_demanded(function, entry.stack))
            self._keep(function, known)
        return known

    def _keep(self, function: str, known: tuple[IdleEntry, ...]) -> None:
        """For the jobs after this one, but no name that would fill the memory of the process."""
        if len(function) > LONGEST_NAME:
            return
        if len(self._of_function) >= _FUNCTIONS_KEPT:
            self._of_function.clear()
        self._of_function[function] = known


def is_starter(function: str) -> bool:
    """Whether the function only runs another one in a goroutine, so the next frame says what the goroutine does."""
    return function.startswith(_STARTERS)


def _is_of_libraries(creator: str, homes: set[str]) -> bool:
    package = package_of(creator)
    return module_root(package) in homes or is_stdlib(package) or is_shared_library(package)


def _demanded(stack: StackPattern | None) -> tuple[Glob, ...]:
    return () if stack is None else stack.leaf or stack.contains[:1] or stack.contains_any


def _is_demanded(function: str, stack: StackPattern | None) -> bool:
    demanded = _demanded(stack)
    return any(glob.matches(function) for glob in demanded) if function and demanded else not (function or demanded)


NO_IDLE_KNOWLEDGE = IdleKnowledge()
