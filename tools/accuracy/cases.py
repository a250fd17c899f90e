"""Labelled cases: programs captured by `tools/capture`, and real ones as people published them.

A program captured on two Go releases is two cases of one program; folds and counts go by program.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from leakbook.evidence.model import Submission


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledFile:
    """One capture on disk. `moment` is None for what covers the whole run."""

    path: Path
    kind: str
    moment: int | None
    captured_at: datetime | None

    def submission(self) -> Submission:
        """As a client would post it, under a name that tells nothing."""
        name = f"{self.moment if self.moment is not None else 'run'}-{self.path.name}"
        return Submission(name=name, content=self.path.read_bytes(), captured_at=self.captured_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledCase:
    """What was captured and what is true of it. `accepted` are playbook ids that are right, the label first."""

    name: str
    program: str
    go: str
    label: str
    accepted: tuple[str, ...]
    culprits: tuple[str, ...]
    strength: str
    level_after: int
    """The moment from which a look-alike that fills is level: a pair that straddles it looks like a leak's."""
    files: tuple[LabelledFile, ...]

    @property
    def is_healthy(self) -> bool:
        """Whether no leak is there to be found. Churn is pressure, not a leak."""
        return self.label in {"healthy", "heap/alloc-churn"}


def corpus_cases(corpus: Path) -> Iterator[LabelledCase]:
    """All programs under `corpus/<go release>/<program>/manifest.json`, or one release's folder, in name order."""
    for manifest in sorted([*corpus.glob("*/manifest.json"), *corpus.glob("*/*/manifest.json")]):
        yield _corpus_case(manifest)


def _corpus_case(manifest: Path) -> LabelledCase:
    text: dict[str, Any] = json.loads(manifest.read_text())
    case = text["case"]
    files = tuple(
        LabelledFile(
            path=manifest.parent / entry["path"],
            kind=entry["kind"],
            moment=entry["moment"],
            captured_at=datetime.fromisoformat(entry["captured_at"]),
        )
        for entry in text["files"]
    )
    return LabelledCase(
        name=f"{text['program']} (Go {text['go']})",
        program=text["program"],
        go=text["go"],
        label=case["label"],
        accepted=(case["label"], *case.get("also", ())),
        culprits=_culprits(case.get("culprit"), case.get("culprit_any", ())),
        strength=case.get("strength", "medium"),
        level_after=_level_after(case),
        files=files,
    )


def _level_after(case: dict[str, Any]) -> int:
    """Position of the case's first moment at or after its `level_after` second; the last one when none is."""
    level, moments = case.get("level_after", 0), case.get("moments", (0,))
    return next((index for index, second in enumerate(moments) if second >= level), len(moments) - 1)


def _culprits(first: str | None, others: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return ((first,) if first else ()) + tuple(others)


def published_cases(folder: Path) -> Iterator[LabelledCase]:
    """Real cases: `case.json` beside `evidence-N.*`. Of unrelated runs only the first counts."""
    for description in sorted(folder.glob("*/case.json")):
        case = json.loads(description.read_text())
        evidence = sorted(description.parent.glob("evidence-*"))
        if case.get("snapshots") == "other-runs":
            evidence = evidence[:1]
        yield LabelledCase(
            name=case["id"],
            program=case["id"],
            go="",
            label=case["label"],
            accepted=(case["label"], *case.get("also", ())),
            culprits=_culprits(case.get("culprit_function"), case.get("culprit_any", ())),
            strength=case.get("confidence", "medium"),
            level_after=0,
            files=tuple(
                LabelledFile(path=path, kind=case["kind"], moment=number, captured_at=None)
                for number, path in enumerate(evidence)
            ),
        )
