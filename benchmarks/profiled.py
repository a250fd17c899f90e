"""Where the time of a task goes, for targets that were missed."""

from __future__ import annotations

import cProfile
import pstats
from collections.abc import Callable
from pathlib import Path

SHOWN = 9


def shares(what: str, task: Callable[[], object]) -> str:
    """The functions with most time of their own, in parts of the whole; profiled, small functions look dearer."""
    profiler = cProfile.Profile()
    profiler.enable()
    task()
    profiler.disable()
    stats = pstats.Stats(profiler)
    whole = sum(own for _, _, own, _, _ in stats.stats.values())  # type: ignore[attr-defined]
    ranked = sorted(stats.stats.items(), key=lambda entry: -entry[1][2])[:SHOWN]  # type: ignore[attr-defined]
    told = ", ".join(f"{_name(*place)} {100 * figures[2] / whole:.0f} %" for place, figures in ranked)
    return f"- {what}, where the time goes: {told}."


def _name(file: str, _line: int, function: str) -> str:
    plain = function.replace("<", "").replace(">", "")
    return f"`{plain}`" if file.startswith(("~", "<")) else f"`{Path(file).parent.name}.{Path(file).stem}.{plain}`"
