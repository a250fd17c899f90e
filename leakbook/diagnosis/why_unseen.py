"""Why the evidence cannot say how a side of the process stands, and how times are stated where these are missing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..evidence.model import Capture
from ..rows.model import Rows
from ..rows.process.model import ProcessRow
from .evidence_summary import is_goroutine_table
from .quantity_text import minutes_text
from .standing import is_long_enough

_STATE_TIMES = ": state captured_at."
_HOW = (
    'times_unknown: captured_at is stated in the manifest part of the form: -F \'manifest={"evidence":['
    '{"name":"first.txt","captured_at":"2026-11-29T09:00:00Z"},'
    '{"name":"second.txt","captured_at":"2026-11-29T09:10:00Z"}]}\'; '
    "`leakbook diagnose --file-times` takes the files' own times."
)
_UNDATED_LOOKS = f"Nothing tells that the looks at the goroutines are of several moments{_STATE_TIMES}"
_ONE_LOOK = "One look at the goroutines cannot show whether they grow."
_ONE_PART = "What was posted of the goroutines is not all of them, and one look cannot show whether they grow."


def how_to_state_times(sentences: Iterable[str]) -> tuple[str, ...]:
    """The warning that tells how, where one of the sentences on what was not seen asks for times; else nothing."""
    return (_HOW,) if any(says.endswith(_STATE_TIMES) for says in sentences) else ()


def why_goroutines_are_unseen(process: ProcessRow, captures: Sequence[Capture], *, looks: int, whole: bool) -> str:
    """The sentence on goroutines of which the evidence cannot say whether they grow."""
    if process.goroutines_watched is not None:
        parts = "The looks at the goroutines do not show all of them, so that a pile-up need not show."
        is_long = is_long_enough(process.goroutines_watched)
        return parts if is_long else _too_short("goroutines were", process.goroutines_watched)
    if process.goroutines_trend is not None:
        return f"Nothing tells how much time lies between the looks at the goroutines{_STATE_TIMES}"
    if looks:
        undated = looks > 1 and any(capture.captured_at is None for capture in captures)
        return _UNDATED_LOOKS if undated else _ONE_LOOK if whole or looks > 1 else _ONE_PART
    if process.goroutines is not None:
        return "The figures of the number of goroutines are too few to show whether it grows."
    if any(is_goroutine_table(capture.reading.content) for capture in captures):
        return "pprof's table adds the goroutines up by function: it shows neither their stacks nor whether they grow."
    return "The goroutines were not looked at."


def _too_short(what: str, minutes: float) -> str:
    return f"The {what} watched for {minutes_text(minutes)} only, too short for growth to show."


def why_memory_is_unseen(rows: Rows, captures: Sequence[Capture]) -> str:
    """The sentence on memory of which the evidence cannot say whether it grows."""
    process = rows.process
    compared = any(row.growth is not None for row in rows.heap_sites)
    watched = process.heap_watched if compared else process.live_heap_watched
    if watched is not None:
        return _too_short("heap was", watched)
    if compared or process.live_heap_trend is not None:
        # One piece is a difference (`-diff_base`, `?seconds=`) or a table of one: its own time tells no span.
        return f"Nothing tells how long the heap was watched{_STATE_TIMES if len(captures) > 1 else '.'}"
    if rows.heap_sites and all(row.inuse is None and row.allocated is not None for row in rows.heap_sites):
        return (
            "What was allocated since the start (alloc_space) was looked at, freed or not: what is kept stands in "
            "inuse_space."
        )
    if rows.heap_sites:
        return "One heap profile cannot show whether it grows."
    if process.live_heap is not None:
        return "The figures of the live heap are too few to show whether it grows."
    return "The heap was not looked at."
