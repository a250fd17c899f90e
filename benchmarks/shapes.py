"""Odd shapes of heap profiles against pprof and the diff by hand."""

from __future__ import annotations

from pathlib import Path

from leakbook.errors import EvidenceError

from . import odd_profiles
from .document import Section, Target
from .heaps import PPROF_OPTIONS
from .inputs import Inputs, plain_size
from .pairing import Asked, command, in_turn, timed
from .profiled import shares
from .tasks import answer, playbooks, submissions

ROUNDS = 3


def measure(inputs: Inputs, pprof: Path, handdiff: Path) -> Section:
    """Each shape as a pair."""
    section = Section(
        title="Odd shapes of heap profiles",
        says="Profiles made by hand, two of each shape, the same tasks as above.",
        columns=("shape", "plain MB", "Leakbook ms", "x pprof", "x by hand"),
    )
    known = playbooks()
    with Asked(handdiff) as peer:
        for name, (what, _) in odd_profiles.SHAPES.items():
            before, after = odd_profiles.made_in(inputs.folder, name)
            posted = submissions(before, after)
            plain = plain_size(before) + plain_size(after)
            try:
                answer(posted, known)
            except EvidenceError as error:
                section.rows.append([what, f"{plain / 1e6:.1f}", f"refused: {error.detail}", "-", "-"])
                continue
            sides = {
                "leakbook": timed(lambda posted=posted: answer(posted, known)),  # type: ignore[misc]
                "pprof": command(pprof, *PPROF_OPTIONS, "-diff_base", before, after),
                "hand": peer.side(before, after),
            }
            paired = in_turn(sides, ROUNDS, cold=("pprof",))
            ratio = paired.ratio("leakbook", "pprof")
            own, hand = paired.processor_seconds("leakbook") * 1e3, paired.ratio("leakbook", "hand")
            section.rows.append([what, f"{plain / 1e6:.1f}", f"{own:.1f}", f"{ratio:.3f}", f"{hand:.2f}"])
            target = Target(what=f"{what}, of pprof's time", measured=ratio, limit=0.35, unit="x")
            section.targets.append(target)
            if not target.reached:
                section.after += shares(what, lambda posted=posted: answer(posted, known)) + "\n"  # type: ignore[misc]
    return section
