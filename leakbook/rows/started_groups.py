"""Groups by the function that started them, for finding the stuck children of a waiting parent.

In a dump of 25,000 distinct stacks all parents may share their starters with all children. What is asked is always
the first few that would explain a wait, and that depends on the parent's sort of wait and its size only: so each such
question is answered once, and children whose creator's number is printed are looked up by it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

Question = tuple[bool, bool, int]
"""Whether only children without a printed creator, whether the parent waits for all of a group, the parent's size."""


@dataclass(slots=True)
class StartedGroups:
    """Indexes of the groups that one function started, ascending."""

    every: list[int] = field(default_factory=list)
    without_number: list[int] = field(default_factory=list)
    """Those that print no number of the goroutine which started them."""
    by_creator: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    _first: dict[Question, tuple[int, ...]] = field(default_factory=dict)

    def add(self, index: int, creators: Iterable[int]) -> None:
        """The next group, and the goroutines that started its members."""
        self.every.append(index)
        numbers = tuple(creators)
        if not numbers:
            self.without_number.append(index)
        for number in numbers:
            self.by_creator[number].append(index)

    def started_by(self, goroutines: Iterable[int]) -> Iterator[int]:
        """The groups that these goroutines started."""
        for number in goroutines:
            yield from self.by_creator.get(number, ())

    def first(self, question: Question, explains: Callable[[int], bool], most: int) -> tuple[int, ...]:
        """The first `most` that answer; `explains` must say the same for equal questions."""
        known = self._first.get(question)
        if known is None:
            found: list[int] = []
            for index in self.without_number if question[0] else self.every:
                if explains(index):
                    found.append(index)
                    if len(found) == most:
                        break
            known = self._first[question] = tuple(found)
        return known
