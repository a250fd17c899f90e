"""The evidence subsets accuracy is told for: what a client may happen to have.

A subset also says which patterns can show in it at all: one gctrace log can tell that a heap grows, never that response
bodies stay open. Cases whose pattern cannot show are only watched for misleading answers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from typing import Final

from leakbook.evidence.names import stable_name

from .cases import LabelledCase, LabelledFile

Pick = Callable[[Sequence[LabelledFile]], Sequence[LabelledFile]]

IN_GOROUTINES: Final = (
    "goroutine/",
    "resource/http-body",
    "resource/http-transport",
    "resource/sql-rows",
    "resource/sql-pool",
    "resource/grpc-conn",
)
PROVABLE: Final = (
    "goroutine/chan",
    "goroutine/select",
    "goroutine/nil-channel",
    "goroutine/lock",
    "goroutine/waitgroup",
)
IN_HEAP: Final = ("cache/", "resource/", "heap/", "goroutine/context-not-cancelled")
GROWING_HEAP: Final = ("cache/", "heap/live-growth")
ANY_LEAK: Final = ("goroutine/", "cache/", "resource/", "heap/live-growth")


@dataclass(frozen=True, slots=True, kw_only=True)
class Subset:
    """A name, the files it takes of a case, the labels that can show, and whether only leak or no leak is asked."""

    name: str
    pick: Pick
    shows: tuple[str, ...]
    only_verdict: bool = False
    only_level: bool = False
    """Whether moments before a look-alike is level are left out, since nothing in a pair could tell."""
    needs_culprit: bool = False
    """Whether the pattern can only show when the culprit stands on a stack: a small object may never be sampled."""

    def files_of(self, case: LabelledCase) -> list[LabelledFile]:
        """The files of the case that belong to the subset."""
        files = self.pick(case.files) if not self.only_level else self.pick(_from(case.files, case.level_after))
        return list(files)

    def can_show(self, case: LabelledCase, functions: Set[str]) -> bool:
        """Whether the case's pattern can be told from this subset, whose stacks hold these functions (stable names).

        Healthy cases always count.
        """
        if case.is_healthy:
            return True
        if self.needs_culprit and case.culprits and not {stable_name(name) for name in case.culprits} & functions:
            return False
        return case.label.startswith(self.shows)


def _from(files: Sequence[LabelledFile], moment: int) -> list[LabelledFile]:
    return [file for file in files if file.moment is None or file.moment >= moment]


def _moments(files: Sequence[LabelledFile]) -> list[int]:
    return sorted({file.moment for file in files if file.moment is not None})


def _of(kinds: frozenset[str], *, last: int | None = None, first: int | None = None) -> Pick:
    """Files of the kinds from the last N, or the first and last, moments."""

    def pick(files: Sequence[LabelledFile]) -> Sequence[LabelledFile]:
        moments = _moments(files)
        wanted = set(moments)
        if last is not None:
            wanted = set(moments[-last:])
        if first is not None:
            wanted |= set(moments[:first])
        return [f for f in files if f.kind in kinds and f.moment in wanted]

    return pick


def _newest(kinds: frozenset[str]) -> Pick:
    """The newest file of each kind: logs and range queries hold what came before."""

    def pick(files: Sequence[LabelledFile]) -> Sequence[LabelledFile]:
        found: dict[str, LabelledFile] = {}
        for file in files:
            if file.kind in kinds:
                found[file.kind] = file
        return list(found.values())

    return pick


def _joined(*picks: Pick) -> Pick:
    return lambda files: [file for pick in picks for file in pick(files)]


_ONE_LOOK = frozenset({"heap", "dump", "descriptors", "metrics"})

SUBSETS: Final = (
    Subset(name="everything", pick=lambda files: files, shows=ANY_LEAK),
    Subset(name="one moment", pick=_of(_ONE_LOOK, last=1), shows=ANY_LEAK),
    Subset(
        name="heap pair",
        only_level=True,
        pick=_of(frozenset({"heap"}), last=1, first=1),
        shows=IN_HEAP,
        needs_culprit=True,
    ),
    Subset(
        name="heap pair + gctrace",
        only_level=True,
        pick=_joined(_of(frozenset({"heap"}), last=1, first=1), _newest(frozenset({"gctrace"}))),
        shows=IN_HEAP,
        needs_culprit=True,
    ),
    Subset(name="one heap", pick=_of(frozenset({"heap"}), last=1), shows=IN_HEAP, needs_culprit=True),
    Subset(name="one dump", pick=_of(frozenset({"dump"}), last=1), shows=IN_GOROUTINES),
    Subset(name="signal's dump", pick=_of(frozenset({"sigquit"}), last=1), shows=IN_GOROUTINES),
    Subset(name="two dumps", only_level=True, pick=_of(frozenset({"dump"}), last=1, first=1), shows=IN_GOROUTINES),
    Subset(name="goroutine protobuf", pick=_of(frozenset({"goroutine"}), last=1), shows=IN_GOROUTINES),
    Subset(
        name="leak profile alone",
        pick=_of(frozenset({"goroutineleak"}), last=1),
        shows=PROVABLE,
        needs_culprit=True,
    ),
    Subset(name="debug=1 text", pick=_of(frozenset({"goroutine-text"}), last=1), shows=IN_GOROUTINES),
    Subset(name="gctrace alone", pick=_newest(frozenset({"gctrace"})), shows=GROWING_HEAP, only_verdict=True),
    Subset(name="metrics alone", pick=_newest(frozenset({"metrics-range"})), shows=ANY_LEAK, only_verdict=True),
    Subset(
        name="two scrapes",
        only_level=True,
        pick=_of(frozenset({"metrics"}), last=1, first=1),
        shows=ANY_LEAK,
        only_verdict=True,
    ),
    Subset(name="pasted -top", pick=_of(frozenset({"top"}), last=1), shows=GROWING_HEAP, needs_culprit=True),
)

PUBLISHED: Final = Subset(name="published cases", pick=lambda files: files, shows=ANY_LEAK)
