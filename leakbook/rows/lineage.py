"""What the numbers of goroutines tell of captures: their order, the time between them, whether it is one process.

A goroutine's number is never used twice and only rises while a process lives (runtime/proc.go, goidgen), and whoever
has it keeps the function it was started with and who started it. So whatever a later dump shows with a number below the
highest of an earlier one stood there already: where it did not, the order is wrong or these are two processes; and so
they are where a number belongs to goroutines that were started differently. Over 75 s of 60 programs at most 5 of
417 such goroutines were not in the first dump (a P keeps sixteen numbers to deal out), in the wrong order at least 2.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median
from typing import Final

from ..evidence.model import Capture, EvidenceKind, GoroutineGroup, GoroutineSnapshot
from ..evidence.names import is_runtime, stable_name

FEW: Final = 8
"""Goroutines that come and go, or happen to have one number in two processes."""

CONTRADICTED: Final = 0.05
"""Part of the numbers in common that must differ in origin: a line that was pasted badly is no other process."""

NEW_PART_FALLEN: Final = 0.2
"""Part of a dump's old numbers that may be new to it though the highest number has fallen: it falls when the youngest
have ended and nobody has begun."""

STAYED: Final = 0.5
"""Part of an earlier dump's youngest that a later one of the same pile-up shows again."""

WAITS_COMPARED: Final = 3

Stack = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Roll:
    """The goroutines of one capture by number."""

    capture: Capture
    snapshot: GoroutineSnapshot
    groups: dict[int, GoroutineGroup] = field(repr=False)
    newest: int

    def waits(self) -> dict[int, int]:
        return {
            member.goroutine: member.wait_minutes
            for group in self.snapshot.groups
            for member in group.members
            if member.goroutine is not None and member.wait_minutes is not None
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """Captures of one process, oldest first, and what had to be put right or left out, in sentences."""

    captures: tuple[Capture, ...]
    doubts: tuple[str, ...] = ()


def lineage_of(captures: Sequence[Capture]) -> Lineage:
    """The captures (in time order as stated, or as posted) of one process, in the order their numbers tell.

    Captures without numbers are left as they are. Of several processes the one with most captures is kept, of equals
    the one with most goroutines.
    """
    rolls = [roll for capture in captures if (roll := _roll(capture)) is not None]
    if len(rolls) < 2 or len(rolls) < len(captures):
        return Lineage(captures=tuple(captures))
    dated = all(roll.capture.captured_at is not None for roll in rolls)
    doubts = []
    if not dated:
        if any(roll.capture.captured_at is not None for roll in rolls):
            doubts.append(
                "time_missing: captured_at is known of some of the goroutine dumps only; the numbers of their "
                "goroutines tell the order, and no rate can be told."
            )
        ordered = sorted(rolls, key=lambda roll: (roll.snapshot.ended, roll.newest, roll.capture.order))
        if _late(ordered) < _late(rolls):
            doubts.append(f"order: {_order_says(ordered)}, which is not the order they were sent in. {_NUMBERED}")
            rolls = ordered
    runs, swapped = _runs(rolls)
    doubts.extend(swapped)
    kept = max(runs, key=lambda run: (len(run), run[-1].snapshot.total))
    if len(runs) > 1:
        doubts.append(f"other_process: {_other_says(kept, runs)}")
    return Lineage(captures=tuple(roll.capture for roll in kept), doubts=tuple(doubts))


_NUMBERED: Final = (
    "Go gives each new goroutine a higher number than all before it: those in the dumps tell which is older."
)


def _order_says(ordered: Sequence[_Roll]) -> str:
    return f"The dumps were compared as taken in the order {', then '.join(roll.capture.name for roll in ordered)}"


def _other_says(kept: Sequence[_Roll], runs: Sequence[Sequence[_Roll]]) -> str:
    left = sorted((roll.capture for run in runs if run is not kept for roll in run), key=lambda capture: capture.order)
    return (
        "The goroutines do not go on from dump to dump: the process was restarted, or these are dumps of several "
        f"processes. {judged_says([roll.capture for roll in kept], left)}"
    )


def judged_says(kept: Sequence[Capture], left: Sequence[Capture]) -> str:
    """Which captures an answer is of, and which it is not."""
    judged, others = (", ".join(capture.name for capture in captures) for captures in (kept, left))
    return f"Judged: {judged}; not compared with it: {others}."


def _roll(capture: Capture) -> _Roll | None:
    snapshot = capture.reading.content
    if not isinstance(snapshot, GoroutineSnapshot):
        return None
    groups = {number: group for group in snapshot.groups if not _is_system(group) for number in group.ids}
    if not groups:
        return None
    return _Roll(capture=capture, snapshot=snapshot, groups=groups, newest=max(groups))


def _is_system(group: GoroutineGroup) -> bool:
    """A goroutine of the runtime's own: it starts with the process, and only a signal or a crash prints it.

    `goroutine 4 [GC scavenge wait]:` with `created by runtime.gcenable in goroutine 1`, in whose stack nothing is but
    the runtime's; and number 0, which each thread has.
    """
    starter = group.created_by.function if group.created_by else ""
    is_started = starter.startswith("runtime.") or group.ids[:1] == (0,)
    return is_started and all(is_runtime(frame.function) for frame in group.frames)


def _runs(rolls: Sequence[_Roll]) -> tuple[list[list[_Roll]], list[str]]:
    """Stretches of one process each. Where only the stated times can be wrong, dumps change places and lose them."""
    runs: list[list[_Roll]] = []
    doubts: list[str] = []
    for roll in rolls:
        before = runs[-1][-1] if runs else None
        if before is not None and _is_swapped(before, roll):
            run = sorted([*runs[-1], roll], key=lambda one: one.newest)
            runs[-1] = [replace(one, capture=replace(one.capture, captured_at=None)) for one in run]
            doubts.append(
                f"order: {_order_says(run)}; the times stated of them tell another order, cannot be right and were not "
                f"used. {_NUMBERED}"
            )
        elif before is None or _are_of_two(before, roll):
            runs.append([roll])
        else:
            runs[-1].append(roll)
    return runs, doubts


def _late(rolls: Sequence[_Roll]) -> int:
    """How badly an order fits: what is new with old numbers, youngest that all ended while their elders stay, and what
    goes on after its own end."""
    return sum(
        _new_with_old_numbers(one, other) + max(0, _drained(one, other) - FEW) + one.snapshot.ended
        for one, other in pairwise(rolls)
    )


def _drained(one: _Roll, other: _Roll) -> int:
    """Goroutines of `one` that are younger than all of `other`."""
    return sum(number > other.newest for number in one.groups)


def _new_with_old_numbers(one: _Roll, other: _Roll) -> int:
    """Goroutines of `other` that `one` should show, had it been taken before in the same process."""
    return sum(number <= one.newest and number not in one.groups for number in other.groups)


def _is_swapped(before: _Roll, after: _Roll) -> bool:
    if after.snapshot.ended or _contradict(before, after) or not _stays(after, before):
        return False
    return not _goes_on(before, after) or _waits_run_backwards(before, after)


def _waits_run_backwards(before: _Roll, after: _Roll) -> bool:
    """Whether the highest number has fallen and of those in both some have waited less in `after`, and none longer.

    Of a service at rest nothing else tells: its numbers hardly rise, but whoever stands in both dumps waits on. Where
    each of them was woken in between, the number of whoever took the later dump is higher still.
    """
    if after.newest >= before.newest or not (before.snapshot.tells_waits and after.snapshot.tells_waits):
        return False
    then, now = before.waits(), after.waits()
    gained = [now.get(number, 0) - then.get(number, 0) for number in before.groups.keys() & after.groups.keys()]
    return max(gained, default=0) <= 0 and sum(minutes < 0 for minutes in gained) >= WAITS_COMPARED


def _are_of_two(one: _Roll, other: _Roll) -> bool:
    """Whether `other` cannot be a later dump of the same process."""
    return one.snapshot.ended or _contradict(one, other) or not _goes_on(one, other)


def _contradict(one: _Roll, other: _Roll) -> bool:
    """Whether goroutines of one number were started differently."""
    common = one.groups.keys() & other.groups.keys()
    differing = sum(not _is_same_start(one.groups[number], other.groups[number]) for number in common)
    return differing >= 2 and differing >= CONTRADICTED * len(common)


def _goes_on(one: _Roll, other: _Roll) -> bool:
    """Whether a highest number that has fallen is that of the same process: hardly anything is new in `other`.

    Parts of a dump cannot say.
    """
    new = _new_with_old_numbers(one, other)
    if other.newest >= one.newest or not new or not (one.snapshot.complete and other.snapshot.complete):
        return True
    old = sum(number <= one.newest for number in other.groups)
    return _drained(one, other) <= FEW and new <= max(2.0, NEW_PART_FALLEN * old)


def _is_same_start(one: GoroutineGroup, other: GoroutineGroup) -> bool:
    if one is other:
        return True
    if one.created_by is not None and other.created_by is not None:
        return stable_name(one.created_by.function) == stable_name(other.created_by.function)
    return one.created_by is other.created_by or not one.frames or not other.frames


def _stays(earlier: _Roll, later: _Roll) -> bool:
    """Whether the youngest of `earlier` are in `later` too: no start-up gives the same numbers so long."""
    waiting = sorted(
        number for number, group in earlier.groups.items() if group.state not in {"running", "runnable", "syscall"}
    )
    young = waiting[len(waiting) // 2 :]
    return len(later.groups.keys() & set(young)) > max(FEW, STAYED * len(young))


def shown_apart(one: Capture, other: Capture) -> bool:
    """Whether two captures without known times are of different moments, by what they show.

    As many goroutines were started in between as there were, or those in both have waited longer, or a stack has
    more or fewer by more than comes and goes. Else they may be two views of one moment, unless they stand in one text
    under two totals: nobody writes the same view of a moment down twice.
    """
    first, last = _roll(one), _roll(other)
    if _of_one_text(one, other) and _total(one) != _total(other):
        return True
    if first is not None and last is not None:
        if abs(last.newest - first.newest) >= max(first.snapshot.total, FEW):
            return True
        if minutes_waited(one, other) >= 1:
            return True
    return _differ(_counts(one), _counts(other))


def taken_again(one: Capture, other: Capture) -> bool:
    """Whether the same view was taken a second time: by another goroutine, in both as the one that writes the dump.

    That of a signal has no writer, and one after a leak profile bears the collector's marks: a script that collects all
    it can leaves these beside the first, of one moment.
    """
    first, last = _writer(one), _writer(other)
    return first is not None and last is not None and first != last


_WRITES: Final = "runtime/pprof.writeGoroutineStacks"


def _writer(capture: Capture) -> int | None:
    content = capture.reading.content
    if not isinstance(content, GoroutineSnapshot) or any(group.unreachable is not None for group in content.groups):
        return None
    written = (group for group in content.groups if any(frame.function == _WRITES for frame in group.frames))
    return next((number for group in written for number in group.ids), None)


def grown_in_text(one: Capture, other: Capture) -> bool:
    """Whether two profiles stand in one text, below the other the one with more goroutines: before and after.

    Where fewer stand below, a restart or a repair lies between, or the later one stands above: no word of growth.
    """
    return _of_one_text(one, other) and (_total(one) or 0) < (_total(other) or 0)


def _of_one_text(one: Capture, other: Capture) -> bool:
    is_one_file = (one.name, one.sha256) == (other.name, other.sha256)
    return is_one_file and one.reading.kind is other.reading.kind is EvidenceKind.GOROUTINE_PROFILE


def _total(capture: Capture) -> int | None:
    content = capture.reading.content
    return content.total if isinstance(content, GoroutineSnapshot) else None


def started_between(one: Capture, other: Capture) -> int | None:
    """Goroutines that a process started between two of its dumps; None where the captures do not number them."""
    first, last = _roll(one), _roll(other)
    return None if first is None or last is None else max(0, last.newest - first.newest)


def minutes_waited(one: Capture, other: Capture) -> float:
    """Minutes by which goroutines in both dumps have waited longer in one of them; 0 where too few tell."""
    first, last = _roll(one), _roll(other)
    if first is None or last is None:
        return 0.0
    before, after = first.waits(), last.waits()
    longer = [abs(after[number] - minutes) for number, minutes in before.items() if number in after]
    return float(median(longer)) if len(longer) >= WAITS_COMPARED else 0.0


def _counts(capture: Capture) -> Counter[Stack]:
    counts: Counter[Stack] = Counter()
    content = capture.reading.content
    if isinstance(content, GoroutineSnapshot):
        for group in content.groups:
            counts[tuple(stable_name(frame.function) for frame in group.frames)] += group.count
    return counts


def _differ(one: Counter[Stack], other: Counter[Stack]) -> bool:
    return any(
        abs(one[stack] - other[stack]) > max(FEW, 2 * math.sqrt(one[stack] + other[stack]))
        for stack in one.keys() | other.keys()
    )
