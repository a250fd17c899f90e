"""The reference page `docs/playbook-reference.md`: every feature a playbook may name, and every playbook there is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..rows.features import NUMERIC, Unit, features_of
from ..rows.model import ROW_KINDS
from .model import CATEGORIES, FRAMES, Playbook, Playbooks, Signal

UNITS: Final = {
    Unit.COUNT: ("a whole number", "`300`"),
    Unit.BYTES: ("bytes, with a unit", "`64KiB`, `1MiB`"),
    Unit.MINUTES: ("a time, with a unit", "`30s`, `3m`, `2h`"),
    Unit.RATIO: ("0 to 1", "`0.5`, `50%`"),
    Unit.CERTAINTY: ("0 to 1", "`0.5`, `50%`"),
    Unit.QUOTIENT: ("how many times as much", "`1.5`, `150%`"),
    Unit.PER_MINUTE: ("a number per minute", "`20`"),
    Unit.BYTES_PER_MINUTE: ("bytes per minute, with the unit of the bytes", "`8MiB`"),
    Unit.PER_SECOND: ("a number per second", "`500`"),
    Unit.FLAG: ("`true` or `false`", "`true`"),
    Unit.WORD: ("one word, or a list of which one must hold", "`[chan send]`"),
    Unit.VERSION: ("a Go release, in quotes", '`{below: "1.23"}`'),
    Unit.STACK: ("`contains`, `contains_any`, `lacks`, `leaf`, `has_app_frame`", "`{leaf: [time.Sleep]}`"),
    Unit.FUNCTION: ("one glob, or a list of which one must match", "`**.ServeHTTP`"),
}
"""How a playbook writes a feature of each unit, and an example of it."""

_HEAD: Final = """\
# Playbook reference

Written by `python -m leakbook reference` from the code and the playbooks: do not edit it by hand. How a playbook is
written is told in [playbooks.md](playbooks.md).
"""


def reference_markdown(playbooks: Playbooks) -> str:
    """The whole page; the same set of playbooks gives the same text."""
    return "\n".join((_HEAD, *_units(), *_features(), *_frames(), *_playbooks(playbooks)))


def undocumented(playbooks: Playbooks, page: str) -> tuple[str, ...]:
    """Playbooks the page does not describe as they are now, each as `file: message`."""
    return tuple(
        f"{playbook.file}: not in the reference page as it is now; write it again with `leakbook reference`"
        for playbook in playbooks.playbooks
        if "\n".join(_playbook(playbook)) not in page
    )


def _units() -> Iterator[str]:
    yield "## Units\n"
    yield from _table(
        ("unit", "written as", "example", "may be measured"),
        ((unit.value, *how, "yes" if unit in NUMERIC else "no") for unit, how in UNITS.items()),
    )


def _features() -> Iterator[str]:
    yield "## Features\n"
    yield "`null`, that is not measured, is possible for each of them and never the same as zero.\n"
    for kind, row in ROW_KINDS.items():
        said = (row.__doc__ or "").strip().splitlines()[0]
        yield f"### {kind}\n\n{said}\n"
        found = features_of(row).values()
        lines = ((f"`{one.name}`", one.unit.value, one.says) for one in found)
        yield from _table(("feature", "unit", "meaning"), lines)


def _frames() -> Iterator[str]:
    yield "## Frames of a culprit\n"
    yield "A function of the standard library is named only when no step yields another.\n"
    yield from _table(("frame", "meaning"), ((f"`{name}`", says) for name, says in FRAMES.items()))


def _playbooks(playbooks: Playbooks) -> Iterator[str]:
    yield "## Playbooks\n"
    for category in CATEGORIES:
        for playbook in playbooks.playbooks:
            if playbook.category == category:
                yield from _playbook(playbook)


def _playbook(playbook: Playbook) -> Iterator[str]:
    yield f"### {playbook.id}\n"
    kind = "" if playbook.leak else ", only looks like a leak"
    yield f"{playbook.title} (severity {playbook.severity}, {playbook.prevalence}, {playbook.status}{kind}).\n"
    if playbook.titles:
        yield f"- Where less was seen: {'; '.join(_inside(one.title) for one in playbook.titles)}"
    kinds = sorted({subject.kind for subject in playbook.subjects})
    yield f"- Candidates: rows of {', '.join(f'`{kind}`' for kind in kinds)}"
    yield f"- Needs any of: {', '.join(playbook.applies_to.needs_any)}"
    if playbook.specialises:
        yield f"- Special case of: `{playbook.specialises}`"
    for sign, signals in (("For", _signals(playbook, "supports")), ("Against", _signals(playbook, "opposes"))):
        if signals:
            yield f"- {sign}:"
            yield from (f"  - {signal}" for signal in signals)
    for reason in playbook.rule_out:
        yield f"- Set aside when: {_inside(reason.because)}"
    for ceiling in playbook.ceilings:
        yield f"- At most {ceiling.at_most:g}: {_inside(ceiling.because)}"
    for limit in playbook.limits:
        yield f"- Limit: {_inside(limit)}"
    relief = playbook.remediation.at_once
    if relief is not None:
        yield "- At once:"
        yield from (f"  - {_inside(step.says)}" for step in relief.steps)
    yield f"- Cure: {_inside(playbook.remediation.summary)}"
    yield ""


def _signals(playbook: Playbook, side: str) -> list[str]:
    found: list[str] = []
    for signal in playbook.signals:
        strength = getattr(signal, side)
        if strength is not None:
            found.append(f"{_inside(signal.says)} ({strength}{_measured(signal)})")
    return found


def _measured(signal: Signal) -> str:
    return f", `{signal.measure}`" if signal.measure else ""


def _inside(text: str) -> str:
    """A sentence as a part of a line."""
    return " ".join(text.split()).rstrip(".").replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_")


def _table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"
    yield ""
