"""Captures in time: which views belong to one moment, and which moments make a series.

Clients post several views of one moment (a text dump and a protobuf of the same goroutines) and several moments of one
view. Counting both as a series would invent growth, so a series is taken from one view; only where no view has two
moments are views mixed, and then only when their times lie well apart.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum
from itertools import groupby

from ..evidence.model import Capture, EvidenceKind, GoroutineGroup, GoroutineSnapshot
from ..evidence.names import is_runtime
from .furniture import NO_FURNITURE, Furniture
from .lineage import lineage_of, shown_apart, taken_again
from .listeners import accepts
from .same_content import content_key

APART_MINUTES = 1 / 3
"""Views of one moment are taken within seconds of each other; different moments at least this far apart."""

_DUMPS = 2
PROFILES_APART_MINUTES = 5 / 60
"""Minutes within which two profiles are one moment: nobody takes two at once to see growth."""

A_GLANCE = 1 / 60
"""Minutes, a second, below which a figure that was watched has no pace: what happens to be allocated is no rate."""

LEAST_MINUTES = 1.0
"""Nothing that takes longer than the time watched could have shown."""

MAIN_FUNCTIONS = frozenset(
    {"main.main", "runtime.main", "testing.(*M).Run", "testing.Main", "testing.MainStart", "testing.RunTests"}
)


MOST_STACKS_PICKED = 6
"""Distinct stacks that somebody who picks out what is stuck shows at most. More is part of a dump that was cut."""

MOST_GOROUTINES_PICKED = 12
"""The same for goroutines that are printed one by one: nobody pastes one stack dozens of times to show it."""

HARDLY_SHOWN = 0.1
"""Part of the goroutines that a page's head counts, up to which those below it are no choice: the page has the largest
group first, so that a few under a head of fifty are all that its beginning shows."""

_FURNITURE = ("runtime/pprof.", "os/signal.loop", "net/http.(*connReader).backgroundRead")
"""Functions (prefixes) of the standard library's goroutines that a dump just has: its writer, and some that wait by
design. Those of other libraries are data."""

_ALARM = "testing."
_BY_TIMER = "time.goFunc"
"""Starts what time.AfterFunc was told to call."""

MOST_LISTENERS = 2
"""Goroutines of one stack that accept: the listeners of a server. Those that are never closed are more."""


class Extent(Enum):
    """How much of its process a goroutine capture shows."""

    WHOLE = "whole"
    TORN = "torn"
    """Part of a dump that lost its head, middle or tail: nobody chose what is left, and what is not in it may live."""
    PICKED = "picked"
    """A few stacks that somebody chose to show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One capture in a series. `minutes` since the series began, None where times are unknown.

    `is_shown_apart`: whether its time or what it shows sets it apart from the moment before; else only that somebody
    took the same view once more.
    """

    capture: Capture
    snapshot: GoroutineSnapshot
    minutes: float | None
    is_shown_apart: bool = True
    furniture: Furniture = field(default=NO_FURNITURE, compare=False, repr=False)
    extent: Extent = field(init=False)
    """See `extent_of`. Every row asks for it and it takes all stacks to say, so it is settled once."""

    def __post_init__(self) -> None:
        """Look through the snapshot's stacks."""
        object.__setattr__(self, "extent", extent_of(self.snapshot, self.furniture))


def extent_of(snapshot: GoroutineSnapshot, furniture: Furniture = NO_FURNITURE) -> Extent:
    """Whether the capture is a whole process, part of a dump that was cut, or a few stacks somebody chose to show.

    A whole dump or profile always has the main goroutine: number 1, or a stack through main.main or testing's main.
    A goroutineleak profile is the collector's choice. Nobody picks out what every server has, nor more than
    `MOST_STACKS_PICKED` different stacks or, one by one, `MOST_GOROUTINES_PICKED` goroutines (thousands that a tool
    counted on one stack are one thing to pick); what is shown beside a panicking goroutine was printed with it.
    """
    if snapshot.complete and _has_main(snapshot):
        return Extent.WHOLE
    if snapshot.only_unreachable:
        return Extent.PICKED
    one_by_one = snapshot.total if snapshot.tells_waits and not snapshot.by_stack else 0
    is_long = len(snapshot.groups) > MOST_STACKS_PICKED or one_by_one > MOST_GOROUTINES_PICKED
    was_cut = (
        snapshot.begins_torn or snapshot.by_figures or _is_furnished(snapshot, furniture) or _shows_taker(snapshot)
    )
    was_cut |= snapshot.by_stack and any(group.state == "running" for group in snapshot.groups)
    is_torn = is_long or snapshot.failed or (was_cut and not snapshot.left_behind)
    return Extent.TORN if is_torn else Extent.PICKED


def is_top_of_page(snapshot: GoroutineSnapshot) -> bool:
    """Whether the stacks are what a page begins with, so that even the largest is small, and nobody chose them."""
    return sum(group.count for group in snapshot.groups) < HARDLY_SHOWN * snapshot.total


def _is_furnished(snapshot: GoroutineSnapshot, furniture: Furniture) -> bool:
    return any(_is_furniture(group, furniture) for group in snapshot.groups)


def _shows_taker(snapshot: GoroutineSnapshot) -> bool:
    """Whether main waits beside one that runs: a dump taken inside the process, whose end is missing.

    The alarm of a test runs too, beside the test that hangs, and a watchdog of time.AfterFunc whose panic ends the
    process; so does main where it panics to show the others.
    """
    mains = [group for group in snapshot.groups if 1 in group.ids[:1]]
    takers = [group for group in snapshot.groups if group.state == "running" and group not in mains]
    alarmed = any(_is_alarm(group, ended=snapshot.ended) for group in takers)
    return bool(mains and takers) and not alarmed and all(group.state != "running" for group in mains)


def _is_alarm(group: GoroutineGroup, *, ended: bool) -> bool:
    by_timer = group.created_by is not None and group.created_by.function == _BY_TIMER
    return (ended and by_timer) or any(frame.function.startswith(_ALARM) for frame in group.frames)


def _is_furniture(group: GoroutineGroup, furniture: Furniture) -> bool:
    """A goroutine that nobody shows for its own sake: of a dump, the runtime's own and a listener's accept are too."""
    functions = tuple(frame.function for frame in group.frames)
    if any(function.startswith(_FURNITURE) for function in functions) or furniture.includes(functions):
        return True
    if group.state == "IO wait" and group.count <= MOST_LISTENERS:
        return accepts(functions)
    is_parked = group.ids and group.state not in {None, "idle", "running", "runnable"}
    return bool(is_parked and group.frames) and all(is_runtime(frame.function) for frame in group.frames)


def _has_main(snapshot: GoroutineSnapshot) -> bool:
    return any(
        1 in group.ids[:1] or any(frame.function in MAIN_FUNCTIONS for frame in group.frames)
        for group in snapshot.groups
    )


def in_time_order(captures: Sequence[Capture]) -> list[Capture]:
    """Order by capture time where every capture of the list has one, else by order of posting."""
    if all(capture.captured_at is not None for capture in captures):
        return sorted(captures, key=lambda capture: (capture.captured_at, capture.order))
    return sorted(captures, key=lambda capture: capture.order)


def minutes_between(first: Capture, last: Capture) -> float | None:
    """Minutes from one capture to another; None without both times, or when they are not in the order given."""
    if first.captured_at is None or last.captured_at is None:
        return None
    minutes = (last.captured_at - first.captured_at).total_seconds() / 60
    return minutes if minutes > 0 else None


def distinct_moments(captures: Sequence[Capture]) -> list[Capture]:
    """Captures of one view in time order, without those posted twice: of the same time or, where one has none, of the
    same content, however it was packed or named."""
    if len(captures) == 1:  # to hash a dump of 25,000 stacks takes a tenth of a second
        return list(captures)
    if all(capture.captured_at is not None for capture in captures):
        return [next(alike) for _, alike in groupby(in_time_order(captures), key=lambda capture: capture.captured_at)]
    times: set[datetime] = set()
    dated: set[Hashable] = set()
    undated: set[Hashable] = set()
    kept: list[Capture] = []
    for capture in in_time_order(captures):
        at, content = capture.captured_at, content_key(capture.reading.content)
        if at in times or content in undated or (at is None and content in dated):
            continue
        kept.append(capture)
        if at is None:
            undated.add(content)
        else:
            times.add(at)
            dated.add(content)
    return kept


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The goroutine snapshots to judge growth by, and what of their times had to be put right, in sentences."""

    moments: tuple[Moment, ...] = ()
    doubts: tuple[str, ...] = ()


def goroutine_series(captures: Sequence[Capture], furniture: Furniture = NO_FURNITURE) -> tuple[Moment, ...]:
    """The moments of `goroutine_history`."""
    return goroutine_history(captures, furniture).moments


def goroutine_history(captures: Sequence[Capture], furniture: Furniture = NO_FURNITURE) -> History:
    """The one series of goroutine snapshots to judge growth by.

    The view with two or more moments wins; of several, the one that tells most: a debug=2 dump names states, waits and
    creators, a protobuf states, a debug=1 text neither.
    """
    by_view: dict[int, list[Capture]] = {}
    for capture in captures:
        content = goroutines_of(capture)
        if content is not None:
            by_view.setdefault(_tells(capture.reading.kind, content), []).append(capture)
    if not by_view:
        return History()
    told = {view: _dated(found) if view < _DUMPS else found for view, found in by_view.items()}
    lines = {view: lineage_of(distinct_moments(found)) for view, found in told.items()}
    views = {view: list(line.captures) for view, line in lines.items()}
    proved = bool(unreachable_snapshots(captures))
    parts = {view: len(found) > 1 and _are_parts(found, furniture) for view, found in views.items()}
    views = {view: found if parts[view] else _apart(found, proved=proved) for view, found in views.items()}
    views = {view: _profiles_apart(found) if view < _DUMPS else found for view, found in views.items()}
    best = max(views, key=lambda view: (min(len(views[view]), 2), view))
    chosen, doubts = views[best], lines[best].doubts
    if parts[best]:
        return History(moments=(_joined(chosen, furniture),), doubts=doubts)
    chosen = _one_a_moment(chosen, proved=proved)
    if len(chosen) == 1:
        chosen = _with_other_views(chosen[0], [capture for view, found in views.items() if view for capture in found])
    moments = tuple(
        Moment(
            capture=capture,
            snapshot=capture.reading.content,
            minutes=_since(chosen[0], capture),
            is_shown_apart=before is None or _is_apart(before, capture),
            furniture=furniture,
        )
        for before, capture in zip((None, *chosen), chosen, strict=False)
        if isinstance(capture.reading.content, GoroutineSnapshot)
    )
    return History(moments=moments, doubts=doubts)


def _is_apart(one: Capture, other: Capture) -> bool:
    return minutes_between(one, other) is not None or shown_apart(one, other)


def _apart(captures: Sequence[Capture], *, proved: bool) -> list[Capture]:
    """Without what may be another view of the moment before: captures that neither times nor goroutines set apart.

    Of a pair alike nothing tells how far apart they are, and a pile-up does not grow within seconds. After growth was
    seen, one more look of the same view is that of somebody who watches it, and that it shows no more belongs to it.
    """
    clusters: list[list[Capture]] = []
    for capture in captures:
        last = clusters[-1][0] if clusters else None
        if last is None or _is_apart(last, capture) or (len(clusters) > 1 and taken_again(last, capture)):
            clusters.append([capture])
        else:
            clusters[-1].append(capture)
    return [_most_telling(together, proved=proved) for together in clusters]


def _dated(profiles: Sequence[Capture]) -> Sequence[Capture]:
    """Those with a time, where they are of two moments or more; else all.

    Of the same moments a script that collects all it can takes the page in text, which has no time: in whatever order
    they are posted, it must not take theirs from the others.
    """
    dated = [profile for profile in profiles if profile.captured_at is not None]
    return dated if len({profile.captured_at for profile in dated}) > 1 else profiles


def _profiles_apart(profiles: Sequence[Capture]) -> list[Capture]:
    """Without those of the same seconds: a script that collects all it can takes both a text and a protobuf."""
    kept: list[Capture] = []
    for capture in profiles:
        apart = minutes_between(kept[-1], capture) if kept else None
        if apart is None or apart >= PROFILES_APART_MINUTES:
            kept.append(capture)
    return kept


def _most_telling(together: Sequence[Capture], *, proved: bool) -> Capture:
    """The first of a moment, unless one has the collector's marks and nothing else has."""
    return next((capture for capture in together if _marks_leaks(capture) and not proved), together[0])


def _one_a_moment(captures: Sequence[Capture], *, proved: bool) -> list[Capture]:
    """One dump of each moment, where several stand together and the moments lie apart.

    A script that collects all it can ends with a dump after a leak profile, which has lost its minutes, and with that
    of a signal, when traffic has stopped. The first of a moment tells most; one with the collector's marks tells more,
    unless a leak profile was sent too (`proved`). A moment is no longer than `APART_MINUTES`, however close the dumps
    follow one another: a long run of them is thinned, never folded into its first.
    """
    clusters: list[list[Capture]] = [[captures[0]]]
    for capture in captures[1:]:
        apart = minutes_between(clusters[-1][0], capture)
        if apart is None or apart >= APART_MINUTES:
            clusters.append([capture])
        else:
            clusters[-1].append(capture)
    if len(clusters) < 2:
        return list(captures)
    return [_most_telling(together, proved=proved) for together in clusters]


def _marks_leaks(capture: Capture) -> bool:
    content = capture.reading.content
    return isinstance(content, GoroutineSnapshot) and any(group.unreachable is not None for group in content.groups)


def _are_parts(captures: Sequence[Capture], furniture: Furniture) -> bool:
    """Whether the captures are excerpts of one moment: without times and without a stack in common."""
    if any(capture.captured_at is not None for capture in captures):
        return False
    stacks: list[frozenset[tuple[str, ...]]] = []
    for capture in captures:
        snapshot = capture.reading.content
        if not isinstance(snapshot, GoroutineSnapshot) or extent_of(snapshot, furniture) is not Extent.PICKED:
            return False
        stacks.append(frozenset(tuple(frame.function for frame in group.frames) for group in snapshot.groups))
    return sum(map(len, stacks)) == len(frozenset().union(*stacks))


def _joined(parts: Sequence[Capture], furniture: Furniture) -> Moment:
    snapshots = [part.reading.content for part in parts if isinstance(part.reading.content, GoroutineSnapshot)]
    whole = replace(
        snapshots[-1],
        groups=tuple(group for snapshot in snapshots for group in snapshot.groups),
        total=sum(snapshot.total for snapshot in snapshots),
        complete=False,
    )
    return Moment(capture=parts[-1], snapshot=whole, minutes=0.0, furniture=furniture)


def goroutines_of(capture: Capture) -> GoroutineSnapshot | None:
    """The goroutines that a capture looked at; None of a leak profile, which shows the lost alone, and of threads."""
    content = capture.reading.content
    if not isinstance(content, GoroutineSnapshot) or content.only_unreachable:
        return None
    return None if capture.reading.kind is EvidenceKind.THREADCREATE_PROFILE else content


def _tells(kind: EvidenceKind, content: GoroutineSnapshot) -> int:
    """_DUMPS for dumps, 1 for profiles whose states are known, 0 for debug=1 texts."""
    if kind is EvidenceKind.GOROUTINE_DUMP or content.tells_waits:
        return _DUMPS
    return 1 if any(group.state is not None for group in content.groups) and not content.tells_creators else 0


def _with_other_views(chosen: Capture, others: Sequence[Capture]) -> list[Capture]:
    """The chosen capture and those of other views that are moments of their own."""
    kept = [chosen]
    for capture in others:
        apart = [minutes_between(*sorted((capture, other), key=_time_or_order)) for other in kept]
        if all(minutes is not None and minutes >= APART_MINUTES for minutes in apart):
            kept.append(capture)
    return in_time_order(kept)


def _time_or_order(capture: Capture) -> tuple[float, int]:
    return (capture.captured_at.timestamp() if capture.captured_at else 0.0, capture.order)


def unreachable_snapshots(captures: Sequence[Capture]) -> tuple[Capture, ...]:
    """The goroutineleak profiles, newest last."""
    return tuple(
        capture
        for capture in in_time_order(list(captures))
        if isinstance(capture.reading.content, GoroutineSnapshot) and capture.reading.content.only_unreachable
    )


def _since(first: Capture, capture: Capture) -> float | None:
    return 0.0 if capture is first else minutes_between(first, capture)
