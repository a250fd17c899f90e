"""The files that all playbooks share, each with `schema: 1` at its top.

::

    # _frames.yaml          lists of globs; a playbook writes @http_client
    frames: {http_client: ["net/http.(*Client).do", "net/http.(*Client).Do"]}

    # _signals.yaml         signals that several playbooks weigh alike; a playbook writes {use: growing}
    signals: {growing: {says: …, measure: growth_certainty, grade: {zero_at: 0.5, full_at: 0.98}, supports: strong}}

    # _evidence.yaml        what can be taken from a process; a playbook's next_evidence names it
    evidence: {heap_profile: {title: a heap profile, run: curl …, cost: Forces a collection., tells: …}}

    # _idle.yaml            healthy residents of libraries, in their usual number
    idle: [{id: signal-loop, where: {stack: {contains: ["os/signal.loop"]}}, usual: {at_most: 1, per: process}}]

    # _calibration.yaml     the numbers behind the words; written by `./dev calibrate`
    supports: {weak: 2, moderate: 5, strong: 15, decisive: 200}
    absence: {none: 1, weak: 2, moderate: 5, strong: 15}
    prevalence: {rare: 0.03, occasional: 0.08, common: 0.15}
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any, Final

from ..rows.furniture import Furniture
from ..rows.heap.client_makers import ClientMakers
from ..rows.idle import IdleEntry, IdleKnowledge, Per
from . import model
from .conditions import ConditionReader, Frames
from .schema import CalibrationShape, EvidenceSourceShape, IdleShape, SignalShape
from .shape import shape
from .shared_signals import SharedSignals
from .where import ANY_RELEASE, FunctionTest, StackTest, WordTest
from .yaml_marks import Document, Path

FRAMES: Final = "_frames.yaml"
IDLE: Final = "_idle.yaml"
CALIBRATION: Final = "_calibration.yaml"
SIGNALS: Final = "_signals.yaml"
EVIDENCE: Final = "_evidence.yaml"
SHARED: Final = (FRAMES, SIGNALS, EVIDENCE, IDLE, CALIBRATION)

_NAME = re.compile(r"[a-z][a-z0-9_]*\Z")


def _content(document: Document, key: str, kind: type) -> Any:  # noqa: ANN401 - raw YAML
    """What stands under the file's one key, beside `schema: 1`; an empty `kind` after a mistake."""
    if document.problems:
        return kind()
    value = document.value
    if not isinstance(value, dict) or set(value) != {"schema", key} or value["schema"] != 1:
        document.complain((), f"expected the keys schema (which is 1) and {key}, no others")
        return kind()
    if not isinstance(value[key], kind):
        document.complain((key,), "expected a mapping" if kind is dict else "expected a list")
        return kind()
    return value[key]


def read_frames(document: Document) -> Frames:
    """The frame lists. A list may use another that stands above it."""
    frames: dict[str, tuple[str, ...]] = {}
    for name, globs in _content(document, "frames", dict).items():
        path: Path = ("frames", name)
        if not _NAME.match(name):
            document.complain(path, "a list's name is lower-case words joined by '_'")
        pattern = ConditionReader(document, frames).stack_pattern({"contains_any": globs}, path)
        frames[name] = tuple(glob.pattern for glob in pattern.contains_any)
    return frames


def read_signals(document: Document) -> SharedSignals:
    """The shared signals, by name, as raw blocks: they are resolved in the playbook that uses them."""
    schema = SignalShape()
    signals: dict[str, dict[str, Any]] = {}
    for name, raw in _content(document, "signals", dict).items():
        path: Path = ("signals", name)
        if not isinstance(raw, dict):
            document.complain(path, "expected a mapping")
        elif shape(schema, {"id": name, **raw}, document, path) is not None:
            signals[name] = {"id": name, **raw}
    return signals


def read_evidence(document: Document) -> tuple[model.EvidenceSource, ...]:
    """What can be taken from a process, by id."""
    schema = EvidenceSourceShape()
    sources = []
    for name, raw in _content(document, "evidence", dict).items():
        path: Path = ("evidence", name)
        if not _NAME.match(name):
            document.complain(path, "an id is lower-case words joined by '_'")
        shaped = shape(schema, raw, document, path)
        if shaped is not None:
            sources.append(_source(name, shaped, ConditionReader(document, {}), path))
    known = {source.id for source in sources}
    for source in sources:
        if source.pair_of is not None and source.pair_of not in known:
            document.complain(("evidence", source.id, "pair_of"), f"there is no {source.pair_of!r}")
    return tuple(sources)


def _source(name: str, shaped: dict[str, Any], conditions: ConditionReader, path: Path) -> model.EvidenceSource:
    again, later = shaped.get("again"), shaped.get("later")
    return model.EvidenceSource(
        id=name,
        title=shaped["title"].strip(),
        run=shaped["run"].strip(),
        cost=shaped["cost"].strip(),
        tells=shaped["tells"].strip(),
        again=None if again is None else model.Again(**again),
        later=None if later is None else model.Again(**later),
        pair_of=shaped.get("pair_of"),
        go=conditions.releases(shaped["go"], (*path, "go")) if "go" in shaped else ANY_RELEASE,
    )


def read_idle(document: Document, frames: Frames) -> IdleKnowledge:
    """The known residents."""
    entries: dict[str, IdleEntry] = {}
    schema = IdleShape()
    for index, raw in enumerate(_content(document, "idle", list)):
        path: Path = ("idle", index)
        shaped = shape(schema, raw, document, path)
        if shaped is None:
            continue
        if shaped["id"] in entries:
            document.complain((*path, "id"), f"{shaped['id']!r} is written twice")
        entries[shaped["id"]] = _idle_entry(shaped, document, ConditionReader(document, frames), path)
    makers = ClientMakers(frames.get("library_client_made", ()), frames.get("library_connection_made", ()))
    furniture = Furniture(frames.get("dump_furniture", ()), frames.get("actor_of_main", ()))
    return IdleKnowledge(entries=tuple(entries.values()), makers=makers, furniture=furniture)


def _idle_entry(shaped: dict[str, Any], document: Document, conditions: ConditionReader, path: Path) -> IdleEntry:
    where = conditions.where(shaped["where"], "goroutine_group", (*path, "where"))
    tests = [test for condition in where for test in condition.tests]
    if len(where) != 1 or any(not isinstance(test, WordTest | StackTest | FunctionTest) for test in tests):
        document.complain((*path, "where"), "a resident is known by state, stack and created_by, in one block")
    return IdleEntry(
        id=shaped["id"],
        states=tuple(word for test in tests if isinstance(test, WordTest) for word in test.allowed),
        stack=next((test.pattern for test in tests if isinstance(test, StackTest)), None),
        created_by=tuple(glob.pattern for test in tests if isinstance(test, FunctionTest) for glob in test.globs),
        at_most=shaped["usual"]["at_most"],
        per=Per(shaped["usual"].get("per", "process")),
        called=shaped.get("called", False),
    )


def read_calibration(document: Document) -> model.Calibration:
    """The table of belief. A word that is left out keeps its default; numbers keep the words' order."""
    default = model.DEFAULT_CALIBRATION
    if document.problems:
        return default
    shaped = shape(CalibrationShape(), document.value, document, ())
    if shaped is None:
        return default
    tables = {
        "supports": dict(default.supports) | shaped["supports"],
        "absence": dict(default.absence) | shaped["absence"],
        "prevalence": dict(default.prevalence) | shaped["prevalence"],
    }
    for table, numbers in tables.items():
        if any(low > high for low, high in pairwise(numbers.values())):
            document.complain((table,), f"must not fall: {', '.join(numbers)}")
    final = tuple((float(x), float(y)) for x, y in shaped.get("final", ()))
    if any(a[0] >= b[0] or a[1] > b[1] for a, b in pairwise(final)):
        document.complain(("final",), "must rise")
    return model.Calibration(**{table: tuple(numbers.items()) for table, numbers in tables.items()}, final=final)
