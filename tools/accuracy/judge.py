"""Holds one answer against what is true of the case."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

import numpy as np

from leakbook.diagnosis.report import Diagnosis, Report, Verdict
from leakbook.evidence.model import Capture, GoroutineSnapshot, StackProfile, TopTable
from leakbook.evidence.names import stable_name

from .cases import LabelledCase
from .subsets import Subset

FALSE_ALARM = 0.5
"""A healthy case may not get a leak diagnosis of this confidence or more."""
GENERAL = frozenset({"heap/live-growth", "heap/goroutine-growth"})
NO_LEAK = frozenset({"heap/alloc-churn"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """How one answer did. Fields that do not apply to the case are None."""

    case: LabelledCase
    subset: str
    shown: bool
    verdict: str
    first: str | None
    confidence: float
    culprit: str | None
    top1: bool | None
    top3: bool | None
    category: bool | None
    culprit_right: bool | None
    leak_told: bool | None
    called_healthy: bool | None
    """Of a leak that can show: whether it was called healthy, which is worse than "cannot tell"."""
    cleared: bool | None
    """Of a look-alike: whether it was called healthy."""
    false_alarm: bool | None
    misled: bool | None
    unread: tuple[str, ...]
    right: bool
    """Whether the statement made by the first diagnosis is true: what confidence is calibrated against."""


def functions_in(captures: Sequence[Capture]) -> frozenset[str]:
    """Stable names of the functions on stacks that hold memory in use, and of all goroutines."""
    found: set[str] = set()
    for capture in captures:
        content = capture.reading.content
        if isinstance(content, StackProfile):
            inuse = content.column("inuse_space")
            for sample in np.flatnonzero(inuse > 0).tolist() if inuse is not None else ():
                found.update(frame.function for frame in content.frames_of(sample))
        elif isinstance(content, TopTable):
            found.update(row.function for row in content.rows)
        elif isinstance(content, GoroutineSnapshot):
            for group in content.groups:
                found.update(frame.function for frame in group.frames)
                if group.created_by is not None:
                    found.add(group.created_by.function)
    return frozenset(stable_name(name) for name in found)


def leaks_of(report: Report) -> list[Diagnosis]:
    """The diagnoses that claim a leak, best first."""
    return [diagnosis for diagnosis in report.diagnoses if diagnosis.playbook not in NO_LEAK]


def judge(
    case: LabelledCase, subset: Subset, report: Report, *, functions: Set[str], unread: tuple[str, ...] = ()
) -> Judgement:
    """One answer, judged."""
    claims = leaks_of(report)
    first = claims[0] if claims else None
    confidence = first.confidence if first else 0.0
    shown = subset.can_show(case, functions)
    leaking = shown and not case.is_healthy
    names = [name for diagnosis in claims[:3] for name in (diagnosis.playbook,)]
    exact = leaking and not subset.only_verdict
    told = report.verdict in {Verdict.LEAK, Verdict.SUSPECT}
    alarm = confidence >= FALSE_ALARM
    tolerated = set(case.accepted) | GENERAL
    return Judgement(
        case=case,
        subset=subset.name,
        shown=shown,
        verdict=str(report.verdict),
        first=first.playbook if first else None,
        confidence=confidence,
        culprit=first.culprit.function if first else None,
        top1=bool(names) and names[0] in case.accepted if exact else None,
        top3=any(name in case.accepted for name in names) if exact else None,
        category=_category(names[:1], case) if exact else None,
        culprit_right=_culprit(first, case) if exact and _is_named(case, functions) else None,
        leak_told=told if leaking else None,
        called_healthy=report.verdict is Verdict.HEALTHY if leaking else None,
        cleared=report.verdict is Verdict.HEALTHY if case.is_healthy else None,
        false_alarm=alarm if case.is_healthy else None,
        misled=alarm and first is not None and first.playbook not in tolerated if not shown else None,
        unread=unread,
        right=_right(first, case, tolerated if subset.only_verdict or not shown else set(case.accepted)),
    )


def _category(names: list[str], case: LabelledCase) -> bool:
    wanted = {name.split("/", 1)[0] for name in case.accepted}
    return bool(names) and names[0].split("/", 1)[0] in wanted


def _is_named(case: LabelledCase, functions: Set[str]) -> bool:
    """Whether the evidence names a culprit at all: a transport's own loops do not say who made the transport."""
    return bool({stable_name(name) for name in case.culprits} & functions)


def _culprit(first: Diagnosis | None, case: LabelledCase) -> bool:
    if first is None or first.culprit.function is None:
        return False
    return stable_name(first.culprit.function) in {stable_name(name) for name in case.culprits}


def _right(first: Diagnosis | None, case: LabelledCase, accepted: set[str]) -> bool:
    if first is None:
        return case.is_healthy
    if case.is_healthy:
        return "healthy" not in case.accepted and first.playbook in case.accepted
    return first.playbook in accepted
