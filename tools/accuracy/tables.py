"""Judgements -> the tables of docs/accuracy.md."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from .judge import Judgement

BANDS = ((0.0, 0.2), (0.2, 0.4), (0.4, 0.6), (0.6, 0.8), (0.8, 0.9), (0.9, 1.01))


def share(values: Iterable[bool | None]) -> tuple[int, int]:
    """(true, measured) of the values that apply."""
    measured = [value for value in values if value is not None]
    return sum(measured), len(measured)


def percent(hits: int, of: int) -> str:
    """`95 % (19/20)`, or a dash when nothing was measured."""
    return f"{100 * hits / of:.0f} % ({hits}/{of})" if of else "-"


def brier(judgements: Sequence[Judgement]) -> float | None:
    """Mean squared distance between the first confidence said and whether it was right; None without cases."""
    shown = [j for j in judgements if j.shown]
    if not shown:
        return None
    return sum(squared_error(j) for j in shown) / len(shown)


def squared_error(judgement: Judgement) -> float:
    """Squared distance between the first confidence and whether it was right."""
    return (judgement.confidence - _outcome(judgement)) ** 2


def _outcome(judgement: Judgement) -> float:
    """1 when the first diagnosis is right; an empty answer says 0 and is wrong only if a leak was there."""
    if judgement.first is None:
        return 0.0 if judgement.case.is_healthy else 1.0
    return 1.0 if judgement.right else 0.0


def by_subset(judgements: Sequence[Judgement]) -> str:
    """One row per evidence subset."""
    rows = [
        "| evidence | top-1 | top-3 | category | culprit | leak told | called healthy "
        "| false alarms | cleared | misled | Brier |",
        "|" + "---|" * 11,
    ]
    grouped: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        grouped[judgement.subset].append(judgement)
    for name, group in grouped.items():
        score = brier(group)
        cells = [
            percent(*share(j.top1 for j in group)),
            percent(*share(j.top3 for j in group)),
            percent(*share(j.category for j in group)),
            percent(*share(j.culprit_right for j in group)),
            percent(*share(j.leak_told for j in group)),
            percent(*share(j.called_healthy for j in group)),
            percent(*share(j.false_alarm for j in group)),
            percent(*share(j.cleared for j in group)),
            percent(*share(j.misled for j in group)),
            f"{score:.3f}" if score is not None else "-",
        ]
        rows.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(rows)


def by_playbook(judgements: Sequence[Judgement], subset: str) -> str:
    """One row per label within a subset."""
    rows = ["| label | cases | top-1 | top-3 | culprit |", "|---|---|---|---|---|"]
    grouped: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        if judgement.subset == subset and judgement.shown and not judgement.case.is_healthy:
            grouped[judgement.case.label].append(judgement)
    for label, group in sorted(grouped.items()):
        cells = [percent(*share(getattr(j, name) for j in group)) for name in ("top1", "top3", "culprit_right")]
        rows.append(f"| {label} | {len(group)} | " + " | ".join(cells) + " |")
    return "\n".join(rows)


def said_against_seen(judgements: Sequence[Judgement]) -> str:
    """Confidence said, in bands, against how often it was right."""
    rows = ["| said | answers | mean said | right |", "|---|---|---|---|"]
    answered = [j for j in judgements if j.shown and j.first is not None]
    for low, high in BANDS:
        band = [j for j in answered if low <= j.confidence < high]
        if band:
            mean = sum(j.confidence for j in band) / len(band)
            rows.append(
                f"| {low:.1f}-{min(high, 1.0):.1f} | {len(band)} | {mean:.2f} | "
                f"{percent(*share(j.right for j in band))} |"
            )
    return "\n".join(rows)


def failures(judgements: Sequence[Judgement]) -> str:
    """Every answer that was not right, one a line."""
    lines = []
    for j in judgements:
        faults = [
            name
            for name, bad in (
                ("top-1", j.top1 is False),
                ("culprit", j.culprit_right is False),
                ("called healthy", bool(j.called_healthy)),
                ("not told", j.leak_told is False and not j.called_healthy),
                ("false alarm", bool(j.false_alarm)),
                ("misled", bool(j.misled)),
                (f"unread {len(j.unread)}", bool(j.unread)),
            )
            if bad
        ]
        if faults:
            lines.append(
                f"{j.subset:22} {j.case.name:34} {j.case.label:32} -> {j.first} {j.confidence:.2f} {j.verdict}"
                f" [{', '.join(faults)}] culprit {j.culprit} wanted {j.case.culprits[:1]}"
            )
    return "\n".join(lines)
