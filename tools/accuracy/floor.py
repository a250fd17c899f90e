"""How accurate Leakbook is on the captures that come with the repository, and the figures it may not fall below.

CI cannot capture 200 programs. It judges the committed captures, and the published cases where they are at hand, and
holds every count against `floor.json`. Who makes the answers better writes the file anew: `./dev accuracy --floor`.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from .judge import Judgement
from .tables import brier, share

FLOOR_FILE: Final = Path(__file__).parent / "floor.json"
RISING: Final = ("top1", "top3", "category", "culprit_right", "leak_told", "cleared")
"""Fields of a judgement of which there should be many."""

FALLING: Final = ("false_alarm", "misled", "called_healthy")
"""Fields of which there should be none."""

BRIER: Final = "brier"
SLACK: Final = 0.002
"""How far a Brier score may drift without an answer having changed its place."""

Figures = Mapping[str, Mapping[str, Sequence[float]]]
"""By subset and field: (true, measured), and (score,) under `brier`."""


def figures_of(judged: Sequence[Judgement]) -> dict[str, dict[str, list[float]]]:
    """The counts of each subset, in the order of the judgements."""
    grouped: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in judged:
        grouped[judgement.subset].append(judgement)
    found: dict[str, dict[str, list[float]]] = {}
    for subset, group in grouped.items():
        counts = {field: share(getattr(one, field) for one in group) for field in (*RISING, *FALLING)}
        found[subset] = {field: [hits, of] for field, (hits, of) in counts.items() if of}
        score = brier(group)
        if score is not None:
            found[subset][BRIER] = [round(score, 4)]
    return found


def fallen(now: Figures, floor: Figures) -> Iterator[str]:
    """What is worse than the floor, or measured over another number of cases, one line each."""
    for subset, figures in now.items():
        if subset not in floor:
            yield f"{subset}: not in {FLOOR_FILE.name}; write it anew"
            continue
        for field in sorted({*figures, *floor[subset]}):
            ours, theirs = figures.get(field), floor[subset].get(field)
            if ours is None or theirs is None or ours[1:] != theirs[1:]:
                yield f"{subset}: {field} was measured over {theirs}, now {ours}; write {FLOOR_FILE.name} anew"
            elif _is_worse(field, ours[0], theirs[0]):
                yield f"{subset}: {field} is {ours[0]:g}, was {theirs[0]:g}"


def _is_worse(field: str, now: float, then: float) -> bool:
    if field in RISING:
        return now < then
    return now > then + (SLACK if field == BRIER else 0)


def read_floor() -> dict[str, dict[str, list[float]]]:
    """What `floor.json` says."""
    found: dict[str, dict[str, list[float]]] = json.loads(FLOOR_FILE.read_text())
    return found


def write_floor(judged: Sequence[Judgement]) -> None:
    """Make these judgements the floor."""
    lines = (f"{json.dumps(subset)}: {json.dumps(figures)}" for subset, figures in figures_of(judged).items())
    FLOOR_FILE.write_text("{\n" + ",\n".join(lines) + "\n}\n")
