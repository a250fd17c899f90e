"""Growth between two heap profiles: Leakbook's whole answer, pprof's -diff_base, and a diff by hand in Go."""

from __future__ import annotations

from collections.abc import Iterator
from math import log
from pathlib import Path

from .document import Section, Target
from .inputs import HEAPS, Inputs, plain_size
from .memory import over_idle
from .pairing import Asked, Paired, command, in_turn, timed
from .profiled import shares
from .tasks import answer, playbooks, submissions

PPROF_OPTIONS = ("-top", "-cum", "-nodecount=50", "-sample_index=inuse_space", "-symbolize=none")
ROUNDS = {"small": 15, "medium": 7, "large": 3, "huge": 3}
LIMITS = {"small": (0.25, None), "medium": (0.06, None), "large": (0.03, 0.5)}
MIB = 2**20


def measure(inputs: Inputs, pprof: Path, handdiff: Path) -> Section:
    """All sizes; pprof is left out of the largest, where it takes half a minute a run."""
    section = Section(
        title="Two heap profiles",
        says="Leakbook: from gzip in memory to the ranked answer, in a warm process. pprof: `pprof -top -diff_base`, "
        "the whole process. By hand: pprof's profile package and two maps in Go, in a process that stays up. One run, "
        "the sides in turn; medians, and medians of the rounds' ratios.",
        columns=("size", "stacks", "plain MB", "Leakbook ms", "MB/s", "pprof ms", "x pprof", "by hand ms", "x by hand"),
    )
    taken: dict[str, Paired] = {}
    for name in HEAPS:
        taken[name] = _pair(inputs, name, pprof, handdiff)
        _tell(section, inputs, name, taken[name])
    _growth(section, inputs, taken)
    for name in ("large", "huge"):
        plain = sum(map(plain_size, inputs.heaps(name)))
        peak = over_idle("answer", *inputs.heaps(name))
        section.targets.append(
            Target(what=f"{name}: peak memory over the idle worker / plain bytes", measured=peak / plain, limit=8)
        )
    section.after = "\n".join(_profiles(section, inputs))
    return section


def _profiles(section: Section, inputs: Inputs) -> Iterator[str]:
    """Where the time goes, of the sizes that missed a target."""
    for name in HEAPS:
        if any(target.what.startswith(name) and not target.reached for target in section.targets):
            posted, known = submissions(*inputs.heaps(name)), playbooks()
            yield shares(name, lambda posted=posted, known=known: answer(posted, known))  # type: ignore[misc]


def _pair(inputs: Inputs, name: str, pprof: Path, handdiff: Path) -> Paired:
    before, after = inputs.heaps(name)
    posted, known = submissions(before, after), playbooks()
    with Asked(handdiff) as peer:
        sides = {"leakbook": timed(lambda: answer(posted, known)), "hand": peer.side(before, after)}
        if name != "huge":
            sides["pprof"] = command(pprof, *PPROF_OPTIONS, "-diff_base", before, after)
        return in_turn(sides, ROUNDS[name], cold=("pprof",))


def _tell(section: Section, inputs: Inputs, name: str, paired: Paired) -> None:
    plain = sum(map(plain_size, inputs.heaps(name)))
    own, hand = paired.processor_seconds("leakbook"), paired.ratio("leakbook", "hand")
    has_pprof = name != "huge"
    ratio = paired.ratio("leakbook", "pprof") if has_pprof else None
    section.rows.append(
        [
            name,
            f"{HEAPS[name][1]:,} + {HEAPS[name][2]:,}",
            f"{plain / 1e6:.1f}",
            f"{own * 1e3:.1f}",
            f"{plain / own / 1e6:.0f}",
            f"{paired.seconds('pprof') * 1e3:.0f}" if has_pprof else "-",
            f"{ratio:.3f}" if ratio is not None else "-",
            f"{paired.seconds('hand') * 1e3:.0f}",
            f"{hand:.2f}",
        ]
    )
    most_pprof, most_hand = LIMITS.get(name, (None, None))
    if most_pprof is not None and ratio is not None:
        section.targets.append(Target(what=f"{name}, of pprof's time", measured=ratio, limit=most_pprof, unit="x"))
    if most_hand is not None:
        section.targets.append(Target(what=f"{name}, of the diff by hand", measured=hand, limit=most_hand, unit="x"))
    if name == "small":
        section.targets.append(Target(what="small", measured=own * 1e3, limit=15, unit=" ms"))


def _growth(section: Section, inputs: Inputs, taken: dict[str, Paired]) -> None:
    sizes = {name: sum(map(plain_size, inputs.heaps(name))) for name in ("large", "huge")}
    seconds = {name: taken[name].processor_seconds("leakbook") for name in sizes}
    exponent = log(seconds["huge"] / seconds["large"]) / log(sizes["huge"] / sizes["large"])
    section.targets.append(Target(what="growth exponent, large to huge", measured=exponent, limit=1.1))
