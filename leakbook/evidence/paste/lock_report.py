"""Reports of github.com/sasha-s/go-deadlock, written again as the goroutines that wait for a lock.

::

    POTENTIAL DEADLOCK: Inconsistent locking. saw this ordering in one goroutine:
    happened before
    desk.go:31 shop.(*Desk).ask { d.mu.Lock() } <<<<<          a lock it holds
    happened after
    till.go:12 shop.(*Till).sum { t.mu.RLock() } <<<<<         the lock it takes next
    desk.go:33 shop.(*Desk).ask { d.till.sum() }

    POTENTIAL DEADLOCK: Recursive locking:
    current goroutine 7 lock 0xc0000b4008                      it takes what it holds

    POTENTIAL DEADLOCK:
    Previous place where the lock was grabbed
    goroutine 8 lock 0xc0000b4008                              whoever has it; its stack of now follows as in a dump
    Have been trying to lock it again for more than 30s
    goroutine 7 lock 0xc0000b4008

A package is named by its last path element, a file by its path below GOPATH, and where the source is not at hand `???`
stands for the line. A wrapper makes its function stand there twice.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

_REPORT: Final = "POTENTIAL DEADLOCK:"
_CALLER: Final = re.compile(
    r"(?P<place>\S[^\n{}]{0,1000}?\.(?:go|s):\d{1,7}) (?P<function>\S{1,1000}) (?P<source>\{[^\n]{0,4000}|\?\?\?)"
)
_LOCK: Final = re.compile(r"(?:current )?goroutine (?P<number>\d{1,19}) lock (?P<address>0x[0-9a-f]{1,16})$")
_DUMPED: Final = re.compile(r"goroutine (\d{1,19}) \[")
_TRYING: Final = re.compile(r"for more than (?:(?P<hours>\d{1,6})h)?(?:(?P<minutes>\d{1,6})m(?!s))?")
_WAITS: Final = ("happened after", "happend after", "Have been trying to lock", f"{_REPORT} Recursive locking")
"""Before the stack of a goroutine that waits for the lock. The second is the tool's own spelling."""
_BEFORE: Final = ("happened before", "in another goroutine: happened before")
_HOLDS: Final = (*_BEFORE, "Previous place where", "Other goroutines holding")
"""Before that of one which has a lock, and waits for nothing."""
_DETECTORS_OWN: Final = re.compile(r"(?:go-)?deadlock\.(?:\(\*(?:RW)?Mutex\)\.|lock$)")


@dataclass(slots=True)
class _Section:
    """A stack of the report while it is read."""

    waits: bool
    holder: str | None = None
    """The function that took the first lock, of a stack that takes the second."""
    minutes: int | None = None
    number: str = "N"
    address: str = "..."
    """What stands between the brackets of the call that locks."""
    callers: list[re.Match[str]] = field(default_factory=list)

    @property
    def own(self) -> list[re.Match[str]]:
        """The callers less the detector's own, each function once."""
        callers = [caller for caller in self.callers if _DETECTORS_OWN.match(caller["function"]) is None]
        return [next(same) for _, same in groupby(callers, key=lambda caller: caller["function"])]

    def written(self) -> Iterator[str]:
        """The goroutine as a dump prints it; nothing where no stack was found.

        Who called the function that took the first lock has no part in the order of the two.
        """
        own = self.own
        holders = [at for at, caller in enumerate(own) if caller["function"] == self.holder]
        own = own[: holders[0] + 1] if holders else own
        if not own:
            return
        reads = ".RLock()" in own[0]["source"]
        age = f", {self.minutes} minutes" if self.minutes else ""
        yield from ("", f"goroutine {self.number} [sync.{'RWMutex.RLock' if reads else 'Mutex.Lock'}{age}]:")
        yield f"sync.({'*RWMutex).RLock' if reads else '*Mutex).Lock'}({self.address})"
        for caller in own:
            yield from (f"{caller['function']}(...)", f"\t{caller['place']}")
        yield ""


def read_lock_report(text: str) -> str | None:
    """The reports as the goroutines that wait, what stands around them as it is."""
    if _REPORT not in text:
        return None
    return "\n".join(_lines(text))


def _lines(text: str) -> Iterator[str]:
    dumped = frozenset(_DUMPED.findall(text))
    section: _Section | None = None
    for line in text.split("\n"):
        bare = line.strip().lstrip("`")
        caller, lock = _CALLER.match(bare), _LOCK.match(bare)
        if section is not None and caller is not None:
            section.callers.append(caller)
        elif section is not None and lock is not None:
            section.number, section.address = lock["number"], lock["address"]
        elif bare.startswith((*_WAITS, *_HOLDS)):
            yield from _unless_dumped(section, dumped)
            section = _begun(bare, section)
        else:
            if bare:
                yield from _unless_dumped(section, dumped)
                section = None
            yield line
    yield from _unless_dumped(section, dumped)


def _begun(bare: str, before: _Section | None) -> _Section:
    found = _TRYING.search(bare)
    minutes = None if found is None else 60 * int(found["hours"] or 0) + int(found["minutes"] or 0)
    is_second = before is not None and not before.waits and bare.startswith(_WAITS[:2])
    holder = before.own[0]["function"] if is_second and before is not None and before.own else None
    return _Section(waits=bare.startswith(_WAITS), holder=holder, minutes=minutes)


def _unless_dumped(section: _Section | None, dumped: Collection[str]) -> Iterator[str]:
    """A goroutine that waits, unless a dump of all is in the text as well and has it."""
    if section is None or not section.waits or section.number in dumped:
        return iter(())
    return section.written()
