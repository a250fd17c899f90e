"""Why the evidence cannot say how a side of the process stands, and how times are stated where these are missing."""

from __future__ import annotations

import json
import shlex
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

from ..evidence.model import Capture
from ..rows.model import Rows
from ..rows.process.model import ProcessRow
from .evidence_summary import is_goroutine_table
from .quantity_text import minutes_text
from .standing import is_long_enough

STATE_TIMES: Final = ": state captured_at."
MOST_STATED: Final = 8
"""Pieces in the manifest that is shown; one may state fewer than were posted."""
_FIRST_TIME: Final = datetime(2026, 11, 29, 9, tzinfo=UTC)
_FILE_TIMES: Final = "./dev diagnose --file-times takes the files' own times."
_UNDATED_LOOKS = f"Nothing tells that the looks at the goroutines are of several moments{STATE_TIMES}"
_ONE_LOOK = "One look at the goroutines cannot show whether they grow."
_ONE_PART = "What was posted of the goroutines is not all of them, and one look cannot show whether they grow."


def how_to_state_times(sentences: Iterable[str], captures: Sequence[Capture]) -> tuple[str, ...]:
    """The warning that tells how, where one of the sentences asks for times; else nothing."""
    if not any(STATE_TIMES in says for says in sentences):
        return ()
    names = _to_be_dated(captures)
    if len(names) < 2:
        of_each = "times_unknown: what is in one piece has one time: post each moment as a piece of its own, and state"
        return (f"{of_each} captured_at of each in the manifest part of the form; {_FILE_TIMES}",)
    return (
        f"times_unknown: captured_at is stated in the manifest part of the form: -F {_manifest(names)}, with the "
        f"true times; {_FILE_TIMES}",
    )


def _to_be_dated(captures: Sequence[Capture]) -> Sequence[str]:
    """Names of the posted pieces that hold one capture each, and have no time."""
    held = Counter(capture.position for capture in captures)
    alone = [capture for capture in captures if held[capture.position] == 1 and capture.captured_at is None]
    return [capture.name for capture in alone[:MOST_STATED]]


def _manifest(names: Sequence[str]) -> str:
    """As a shell takes it, ten minutes between one piece and the next."""
    times = (_FIRST_TIME + timedelta(minutes=10 * place) for place in range(len(names)))
    stated = [
        {"name": name, "captured_at": f"{time:%Y-%m-%dT%H:%M:%SZ}"} for name, time in zip(names, times, strict=True)
    ]
    text = json.dumps({"evidence": stated}, separators=(",", ":"), ensure_ascii=False)
    return shlex.quote(f"manifest={text}")


def why_goroutines_are_unseen(process: ProcessRow, captures: Sequence[Capture], *, looks: int, whole: bool) -> str:
    """The sentence on goroutines of which the evidence cannot say whether they grow."""
    if process.goroutines_watched is not None:
        parts = "The looks at the goroutines do not show all of them, so that a pile-up need not show."
        is_long = is_long_enough(process.goroutines_watched)
        return parts if is_long else _too_short("goroutines were", process.goroutines_watched)
    if process.goroutines_trend is not None:
        return f"Nothing tells how much time lies between the looks at the goroutines{STATE_TIMES}"
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
        return f"Nothing tells how long the heap was watched{STATE_TIMES if len(captures) > 1 else '.'}"
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
