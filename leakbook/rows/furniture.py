"""Goroutines that nobody shows for their own sake: loops that a library starts once, and actors of main's.

A text in which such a one stands is part of a dump, not what somebody picked out. Which functions these are is data
(`playbooks/_frames.yaml`: `dump_furniture`, `actor_of_main`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from .stack_match import glob_of


class Furniture:
    """The functions that are known."""

    def __init__(self, loops: Sequence[str] = (), runners: Sequence[str] = ()) -> None:
        """Globs on functions of such loops, and on those that run an actor, which is the program's if main's is it."""
        self._loops = tuple(map(glob_of, loops))
        self._runners = tuple(map(glob_of, runners))

    def includes(self, stack: Sequence[str]) -> bool:
        """Whether a goroutine on this stack, leaf first, is one: an actor waits in main's own code for its end."""
        is_mains = bool(stack) and stack[0].startswith("main.")
        asked = (*self._loops, *(self._runners if is_mains else ()))
        return any(glob.anywhere_in(stack) for glob in asked)


NO_FURNITURE: Final = Furniture()
