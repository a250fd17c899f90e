"""Calibration tables that a fit may try: the numbers behind the words moved, the words kept in order."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from leakbook.playbook.model import Calibration

WORDS: Final = ("supports", "absence", "prevalence")
FURTHEST: Final = 1.8
"""Factor a number is moved by at most, up or down: the words keep their sense."""

MOST_PRIOR: Final = 0.5
NEUTRAL: Final = "none"
"""The word of no effect, whose number is 1 for good."""


def candidates(start: Calibration, count: int, seed: int) -> list[Calibration]:
    """`start`, every single number moved up and down, and `count` tables with all numbers moved by chance."""
    chance = random.Random(seed)
    return [start, *_single_moves(start), *(_by_chance(start, chance) for _ in range(count))]


def _single_moves(start: Calibration) -> Iterator[Calibration]:
    for table in WORDS:
        numbers = getattr(start, table)
        for place, (word, number) in enumerate(numbers):
            for factor in (FURTHEST, 1 / FURTHEST):
                moved = (*numbers[:place], (word, number * factor), *numbers[place + 1 :])
                if word != NEUTRAL and is_in_order(table, moved):
                    yield replace(start, **{table: moved})


def _by_chance(start: Calibration, chance: random.Random) -> Calibration:
    """Log-uniform within FURTHEST; drawn again until the words are in order, which most draws are."""
    reach = math.log(FURTHEST)
    tables = {}
    for table in WORDS:
        while table not in tables:
            moved = tuple(
                (word, number if word == NEUTRAL else number * math.exp(chance.uniform(-reach, reach)))
                for word, number in getattr(start, table)
            )
            if is_in_order(table, moved):
                tables[table] = moved
    return replace(start, **tables)


def is_in_order(table: str, numbers: Sequence[tuple[str, float]]) -> bool:
    """Whether stronger words have larger numbers, odds ratios are at least 1 and priors at most even."""
    values = [value for _, value in numbers]
    rises = all(low < high for low, high in pairwise(values))
    return rises and (values[-1] <= MOST_PRIOR if table == "prevalence" else values[0] >= 1)


def distance(start: Calibration, moved: Calibration) -> float:
    """Doublings between two tables, all numbers together."""
    return sum(
        abs(math.log2(after / before))
        for table in WORDS
        for (_, before), (_, after) in zip(getattr(start, table), getattr(moved, table), strict=True)
    )


def calibration_yaml(calibration: Calibration, *, programs: int, brier: float) -> str:
    """The text of `_calibration.yaml`. `brier`: mean squared error on held-out folds."""
    lines = [
        "# The only numbers about belief. `./dev calibrate` writes this file; it is reviewed like code.",
        "schema: 1",
    ]
    for table in WORDS:
        numbers = ", ".join(f"{word}: {number:.3g}" for word, number in getattr(calibration, table))
        lines.append(f"{table}: {{{numbers}}}")
    if calibration.final:
        lines.append(f"final: [{', '.join(f'[{x:.3g}, {y:.3g}]' for x, y in calibration.final)}]")
    lines.append(f"fitted: {{programs: {programs}, held_out_brier: {brier:.4f}}}")
    return "\n".join(lines) + "\n"
