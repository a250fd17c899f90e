"""Goroutine dumps: Leakbook's reader against panicparse's."""

from __future__ import annotations

from pathlib import Path

from leakbook.evidence.model import GoroutineSnapshot

from .document import Section, Target
from .inputs import GOROUTINES, Inputs
from .memory import over_idle
from .pairing import Asked, Side, in_turn, timed
from .profiled import shares
from .tasks import read, submissions

NAMES = ("megabyte", "leaky-10k", "leaky-100k", "diverse-10k", "diverse-100k")
ROUNDS = {"megabyte": 15, "leaky-10k": 5, "leaky-100k": 3, "diverse-10k": 3, "diverse-100k": 3}
PAIRED = ("megabyte", "leaky-10k", "leaky-100k", "diverse-10k")
"""panicparse needs minutes for 25,000 distinct stacks: its time grows with their square."""
MIB = 2**20


def measure(inputs: Inputs, buckets: Path | None) -> Section:
    """All dumps; without panicparse only Leakbook's own figures."""
    section = Section(
        title="Goroutine dumps",
        says="Leakbook: from the plain dump in memory to its groups, warm. panicparse: `ScanSnapshot` and `Aggregate` "
        "without names of arguments and looks at sources, in a process that stays up, from the file. (It takes the "
        "number after `in goroutine` for a part of the creator's name; here one goroutine created all.)",
        columns=(
            "dump",
            "goroutines",
            "stacks",
            "MB",
            "Leakbook ms",
            "MB/s",
            "panicparse ms",
            "x panicparse",
            "groups",
            "buckets",
        ),
    )
    for name in NAMES:
        _measure_one(section, inputs, name, buckets if name in PAIRED else None)
    if any(not target.reached for target in section.targets):
        lines = []
        for name in ("leaky-10k", "diverse-10k"):
            posted = submissions(inputs.dump(name))
            lines.append(shares(name, lambda posted=posted: read(posted)))  # type: ignore[misc]
        section.after = "\n".join(lines)
    return section


def _measure_one(section: Section, inputs: Inputs, name: str, buckets: Path | None) -> None:
    file = inputs.dump(name)
    posted, size = submissions(file), file.stat().st_size
    content = read(posted).captures[0].reading.content
    groups = len(content.groups) if isinstance(content, GoroutineSnapshot) else 0
    sides: dict[str, Side] = {"leakbook": timed(lambda: read(posted))}
    ratio, theirs, count = None, "-", "-"
    if buckets is None:
        paired = in_turn(sides, ROUNDS[name])
    else:
        with Asked(buckets) as peer:
            count = peer.ask(file)[1].split()[0]
            paired = in_turn(sides | {"peer": peer.side(file)}, ROUNDS[name])
        ratio = paired.ratio("leakbook", "peer")
        theirs = f"{paired.seconds('peer') * 1e3:.0f}"
    own = paired.processor_seconds("leakbook")
    goroutines, stacks, _ = GOROUTINES[name]
    section.rows.append(
        [
            name,
            f"{goroutines:,}",
            f"{stacks:,}",
            f"{size / 1e6:.1f}",
            f"{own * 1e3:.1f}",
            f"{size / own / 1e6:.0f}",
            theirs,
            "-" if ratio is None else f"{ratio:.3f}",
            f"{groups:,}",
            count,
        ]
    )
    if name.startswith("leaky"):
        if ratio is not None:
            section.targets.append(Target(what=f"{name}, of panicparse's time", measured=ratio, limit=0.06, unit="x"))
        section.targets.append(Target(what=name, measured=size / own / 1e6, limit=250, unit=" MB/s", least=True))
        peak = over_idle("read", file) / MIB
        section.targets.append(Target(what=f"{name}, over the idle worker", measured=peak, limit=32, unit=" MiB"))
    if name == "diverse-100k":
        section.targets.append(Target(what=name, measured=own, limit=1.5, unit=" s"))
