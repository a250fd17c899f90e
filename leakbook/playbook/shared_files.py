"""The files that all playbooks share: frame lists, known residents, and the table of belief.

::

    # _frames.yaml          name: [globs]; a playbook writes @http_client
    http_client: ["net/http.(*Client).do", "net/http.(*Client).Do"]

    # _idle.yaml
    - {id: signal-loop, where: {stack: {contains: ["os/signal.loop"]}}, usual: {at_most: 1, per: process}}

    # _calibration.yaml     written by `leakbook calibrate`
    supports: {weak: 2, moderate: 5, strong: 15, decisive: 200}
    absence: {none: 1, weak: 2, moderate: 5, strong: 15}
    prevalence: {rare: 0.03, occasional: 0.08, common: 0.15}
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any, Final

from ..rows.idle import IdleEntry, IdleKnowledge, Per
from . import model
from .conditions import ConditionReader, Frames
from .schema import CalibrationShape, IdleShape
from .shape import shape
from .yaml_marks import Document, Path

FRAMES: Final = "_frames.yaml"
IDLE: Final = "_idle.yaml"
CALIBRATION: Final = "_calibration.yaml"
SHARED: Final = (FRAMES, IDLE, CALIBRATION)

_NAME = re.compile(r"[a-z][a-z0-9_]*\Z")


def read_frames(document: Document) -> Frames:
    """The frame lists. A list may use another that stands above it."""
    if document.problems:
        return {}
    if not isinstance(document.value, dict):
        document.complain((), "expected a mapping of names to lists of globs")
        return {}
    frames: dict[str, tuple[str, ...]] = {}
    for name, globs in document.value.items():
        if not _NAME.match(name):
            document.complain((name,), "a list's name is lower-case words joined by '_'")
        pattern = ConditionReader(document, frames).stack_pattern({"contains_any": globs}, (name,))
        frames[name] = tuple(glob.pattern for glob in pattern.contains_any)
    return frames


def read_idle(document: Document, frames: Frames) -> IdleKnowledge:
    """The known residents."""
    if document.problems:
        return IdleKnowledge()
    if not isinstance(document.value, list):
        document.complain((), "expected a list of entries")
        return IdleKnowledge()
    entries: dict[str, IdleEntry] = {}
    schema = IdleShape()
    for index, raw in enumerate(document.value):
        shaped = shape(schema, raw, document, (index,))
        if shaped is None:
            continue
        if shaped["id"] in entries:
            document.complain((index, "id"), f"{shaped['id']!r} is written twice")
        entries[shaped["id"]] = _idle_entry(shaped, document, ConditionReader(document, frames), (index,))
    return IdleKnowledge(entries=tuple(entries.values()))


def _idle_entry(shaped: dict[str, Any], document: Document, conditions: ConditionReader, path: Path) -> IdleEntry:
    where = conditions.where(shaped["where"], "goroutine_group", (*path, "where"))
    tests = [test for condition in where for test in condition.tests]
    if len(where) != 1 or any(
        not isinstance(test, model.WordTest | model.StackTest | model.FunctionTest) for test in tests
    ):
        document.complain((*path, "where"), "a resident is known by state, stack and created_by, in one block")
    return IdleEntry(
        id=shaped["id"],
        states=tuple(word for test in tests if isinstance(test, model.WordTest) for word in test.allowed),
        stack=next((test.pattern for test in tests if isinstance(test, model.StackTest)), None),
        created_by=tuple(glob.pattern for test in tests if isinstance(test, model.FunctionTest) for glob in test.globs),
        at_most=shaped["usual"]["at_most"],
        per=Per(shaped["usual"].get("per", "process")),
    )


def read_calibration(document: Document) -> model.Calibration:
    """The table of belief; its words keep their order, its final map rises."""
    if document.problems:
        return model.DEFAULT_CALIBRATION
    shaped = shape(CalibrationShape(), document.value, document, ())
    if shaped is None:
        return model.DEFAULT_CALIBRATION
    tables = {"supports": model.STRENGTHS, "absence": model.ABSENCES, "prevalence": model.PREVALENCES}
    for table, words in tables.items():
        missing = [word for word in words if word not in shaped[table]]
        if missing:
            document.complain((table,), f"lacks {', '.join(missing)}")
        numbers = [shaped[table][word] for word in words if word in shaped[table]]
        if any(low > high for low, high in pairwise(numbers)):
            document.complain((table,), f"must not fall from {words[0]} to {words[-1]}")
    final = tuple((float(x), float(y)) for x, y in shaped.get("final", ()))
    if any(a[0] >= b[0] or a[1] > b[1] for a, b in pairwise(final)):
        document.complain(("final",), "must rise")
    if document.problems:
        return model.DEFAULT_CALIBRATION
    ordered = {table: tuple((word, shaped[table][word]) for word in words) for table, words in tables.items()}
    return model.Calibration(**ordered, final=final)
