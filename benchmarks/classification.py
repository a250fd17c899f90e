"""What more playbooks and more groups cost: matching, and the rows before it."""

from __future__ import annotations

from dataclasses import replace

from leakbook.diagnosis.match import match, scorer_for
from leakbook.diagnosis.scene import Scene
from leakbook.playbook.model import Playbook, Playbooks, Subject
from leakbook.playbook.where import Condition, StackTest
from leakbook.rows import build_rows
from leakbook.rows.model import Rows
from leakbook.rows.stack_match import Glob, StackPattern

from .document import Section, Target
from .inputs import GOROUTINES, Inputs
from .pairing import in_turn, timed
from .profiled import shares
from .tasks import playbooks, read, submissions

PLAYBOOKS = 200
DUMPS = ("diverse-10k", "diverse-100k")


def measure(inputs: Inputs) -> Section:
    """The shipped playbooks, and as many more, each about a library of its own, as make 200."""
    section = Section(
        title="Many playbooks, many groups",
        says=f"Matching all rows against the playbooks shipped, and against {PLAYBOOKS}: the others are the same "
        "ones, each asking for a library of its own on the stack, as patterns about libraries do. Seconds.",
        columns=("dump", "groups", "reading", "rows", "matching, shipped", f"matching, {PLAYBOOKS}", "added / reading"),
    )
    known = playbooks()
    many = _many(known)
    for name in DUMPS:
        posted = submissions(inputs.dump(name))
        captures = read(posted).captures
        rows = build_rows(captures, known.idle)
        paired = in_turn(
            {
                "reading": timed(lambda posted=posted: read(posted)),  # type: ignore[misc]
                "rows": timed(lambda captures=captures: build_rows(captures, known.idle)),  # type: ignore[misc]
                "shipped": timed(lambda rows=rows: _match(rows, known)),  # type: ignore[misc]
                "many": timed(lambda rows=rows: _match(rows, many)),  # type: ignore[misc]
            },
            3 if name == "diverse-10k" else 1,
        )
        seconds = {side: paired.processor_seconds(side) for side in ("reading", "rows", "shipped", "many")}
        share = (seconds["many"] - seconds["shipped"]) / seconds["reading"]
        figures = [f"{seconds[side]:.2f}" for side in ("reading", "rows", "shipped", "many")]
        section.rows.append([name, f"{GOROUTINES[name][1]:,}", *figures, f"{share:.2f}"])
        if name == "diverse-100k":
            what = f"{PLAYBOOKS} playbooks on {GOROUTINES[name][1]:,} groups, of the reading time"
            section.targets.append(
                Target(what=what, measured=seconds["many"] / seconds["reading"], limit=0.2, unit="x")
            )
            section.after = "\n".join(
                (
                    shares(f"matching {PLAYBOOKS}", lambda rows=rows: _match(rows, many)),  # type: ignore[misc]
                    shares("rows", lambda captures=captures: build_rows(captures, known.idle)),  # type: ignore[misc]
                )
            )
    return section


def _match(rows: Rows, known: Playbooks) -> object:
    scene = Scene(rows)
    return match(scene, known, scorer_for(scene, known))


def _many(known: Playbooks) -> Playbooks:
    more: list[Playbook] = list(known.playbooks)
    number = 0
    while len(more) < PLAYBOOKS:
        shipped = known.playbooks[number % len(known.playbooks)]
        more.append(replace(shipped, id=f"{shipped.id}-{number}", subjects=_about_library(shipped, number)))
        number += 1
    return replace(known, playbooks=tuple(more))


def _about_library(shipped: Playbook, number: int) -> tuple[Subject, ...]:
    on_stack = StackTest(feature="stack", pattern=StackPattern(contains=(Glob(f"vendor{number}.example/client.*"),)))
    subjects = [subject for subject in shipped.subjects if subject.kind != "process"]
    return tuple(
        replace(
            subject,
            where=tuple(replace(condition, tests=(*condition.tests, on_stack)) for condition in subject.where)
            or (Condition(tests=(on_stack,)),),
        )
        for subject in subjects
    )
