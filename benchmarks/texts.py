"""debug=1 pages and gctrace logs: how many megabytes a second."""

from __future__ import annotations

from .document import Section, Target
from .inputs import Inputs
from .pairing import in_turn, timed
from .profiled import shares
from .tasks import read, submissions

ROUNDS = 5


def measure(inputs: Inputs) -> Section:
    """Both, whole: cleaning of pasted text, recognition by all readers, reading."""
    section = Section(
        title="Other text",
        says="From the text in memory to the reading, warm; every reader is asked whether it recognises it.",
        columns=("text", "MB", "ms", "MB/s"),
    )
    files = {
        "goroutine page, debug=1, 25,000 stacks": inputs.goroutine_text("diverse-100k"),
        "gctrace, 200,000 cycles": inputs.gctrace,
    }
    for what, file in files.items():
        posted, size = submissions(file), file.stat().st_size
        seconds = in_turn({"leakbook": timed(lambda posted=posted: read(posted))}, ROUNDS).processor_seconds("leakbook")  # type: ignore[misc]
        speed = size / seconds / 1e6
        section.rows.append([what, f"{size / 1e6:.1f}", f"{seconds * 1e3:.0f}", f"{speed:.0f}"])
        section.targets.append(Target(what=what, measured=speed, limit=80, unit=" MB/s", least=True))
        if not section.targets[-1].reached:
            section.after += shares(what, lambda posted=posted: read(posted)) + "\n"  # type: ignore[misc]
    return section
