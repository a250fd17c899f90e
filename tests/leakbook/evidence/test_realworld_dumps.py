"""The labelled real cases beside the repository: every goroutine evidence names its culprit.

The folder is not part of the repository. Where it is absent, the count test fails unless the run says so on purpose by
`--deselect`: nothing passes silently.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from leakbook.evidence.debug1.goroutines import GoroutineTextReader
from leakbook.evidence.dump.reader import GoroutineDumpReader
from leakbook.evidence.model import GoroutineSnapshot, Reading
from leakbook.evidence.paste.clean import clean
from leakbook.limits import DEFAULT_LIMITS

ROOT = Path(__file__).resolve().parents[3]
FOLDERS = (ROOT.parent / "shared" / "realworld", ROOT.parents[1] / "shared" / "realworld")
FOLDER = next((folder for folder in FOLDERS if folder.is_dir()), FOLDERS[0])
KINDS = ("goroutine-debug1", "goroutine-debug2", "sigquit")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    name: str
    evidence: tuple[Path, ...]
    culprits: frozenset[str]


def read_cases() -> list[Case]:
    cases = []
    for path in sorted(FOLDER.glob("*/case.json")):
        label = json.loads(path.read_text())
        if label["kind"] in KINDS:
            culprits = {label.get("culprit_function"), *label.get("culprit_any", [])} - {None}
            evidence = tuple(sorted(path.parent.glob("evidence-*")))
            cases.append(Case(name=path.parent.name, evidence=evidence, culprits=frozenset(culprits)))
    return cases


CASES = read_cases()


def readings_of(path: Path) -> tuple[Reading, ...]:
    text, _ = clean(path.read_text(encoding="utf-8", errors="replace"))
    readers = [reader for reader in (GoroutineDumpReader(), GoroutineTextReader()) if reader.recognises(text)]
    assert readers, f"{path} is not recognised"
    return tuple(reading for reader in readers for reading in reader.read(text, DEFAULT_LIMITS))


def functions_of(snapshot: GoroutineSnapshot) -> set[str]:
    names = {frame.function for group in snapshot.groups for frame in group.frames}
    return names | {group.created_by.function for group in snapshot.groups if group.created_by is not None}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_evidence_of_a_real_case_names_a_culprit(case):
    for path in case.evidence:
        readings = readings_of(path)
        functions = set().union(*(functions_of(reading.content) for reading in readings))
        assert all(reading.content.total > 0 for reading in readings)
        assert not case.culprits or functions & case.culprits, f"{path}: none of {sorted(case.culprits)}"


def test_all_real_goroutine_cases_were_read():
    assert len(CASES) == 32, f"{len(CASES)} goroutine cases under {FOLDER}"
