"""From captures to the answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..evidence.model import Capture
from ..playbook.model import Playbooks
from ..rows import build_rows
from ..rows.copies import posted_once
from ..rows.model import Rows
from ..rows.process.forecast import Forecast
from ..rows.process.ledger import MemoryLedger
from ..rows.process.process import process_scene
from ..rows.programs import of_one_program
from .at_once import at_once
from .considered import ruled_out, undetermined
from .crash import crash_text
from .evidence_summary import summary_of
from .explain import explain
from .finding import LEAK_FROM, SUSPECT_FROM, Finding
from .largest import largest
from .match import Matches, match
from .next_evidence import next_steps
from .observe import Observer
from .outlook import NoForecast, forecast_for, ledger_for, no_forecast_for
from .rank import rank
from .report import NextStep, Report, Subject, Verdict
from .scene import Scene
from .score import Scorer
from .sufficiency import Sufficiency, Unseen, judge
from .summary import summarise
from .why_unseen import how_to_state_times

NO_SUBJECT = Subject()


def diagnose(
    captures: Sequence[Capture],
    playbooks: Playbooks,
    subject: Subject = NO_SUBJECT,
    warnings: Sequence[str] = (),
) -> Report:
    """Diagnose what was captured of one process. Deterministic; raises nothing that captures could cause."""
    once = posted_once(captures)
    program = of_one_program(once.captures)
    looks = program.captures
    scene = process_scene(looks, playbooks.idle.furniture)
    forecast = forecast_for(scene, subject.memory_limit_bytes)
    return diagnose_rows(
        build_rows(looks, playbooks.idle, scene),
        captures,
        playbooks,
        subject=subject,
        warnings=(*warnings, *once.doubts, *program.doubts, *scene.doubts),
        memory=ledger_for(scene),
        forecast=forecast,
        no_forecast=no_forecast_for(scene, subject.memory_limit_bytes, forecast),
    )


def diagnose_rows(
    rows: Rows,
    captures: Sequence[Capture],
    playbooks: Playbooks,
    *,
    subject: Subject = NO_SUBJECT,
    warnings: Sequence[str] = (),
    memory: MemoryLedger | None = None,
    forecast: Forecast | None = None,
    no_forecast: NoForecast | None = None,
) -> Report:
    """Diagnose rows that were built before; `captures` only name the evidence."""
    found = _found(rows, captures, playbooks)
    said = Report(
        subject=subject,
        verdict=found.verdict,
        summary="",
        evidence=tuple(summary_of(capture) for capture in captures),
        diagnoses=tuple(explain(finding, place, found.observer) for place, finding in enumerate(found.findings, 1)),
        ruled_out=ruled_out(found.matches, found.findings, part=found.scene.shows_part),
        undetermined=undetermined(
            found.matches,
            found.findings,
            frozenset(capture.reading.kind for capture in captures),
            part=found.scene.shows_part,
        ),
        next_evidence=found.steps,
        memory=memory,
        forecast=forecast,
        warnings=(*warnings, *(side.warning() for side in found.unseen)),
        largest=largest(found.scene, captures) if found.verdict is Verdict.INCONCLUSIVE else (),
        looked_in=found.sufficiency.looked_in,
        ended=rows.process.ended is True,
        crash=crash_text(found.scene),
    )
    summary = summarise(said, sufficiency=found.sufficiency, process=rows.process, playbooks=playbooks)
    return _outlook(replace(said, summary=summary), rows, captures, no_forecast)


def _outlook(said: Report, rows: Rows, captures: Sequence[Capture], no_forecast: NoForecast | None) -> Report:
    """With what is ahead: relief, the reason why nothing tells of the limit, and how to state times where they lack."""
    relief = at_once(said, rows)
    unforecast = no_forecast.says(said.diagnoses) if no_forecast else ""
    asked = [*said.warnings, relief.says if relief else "", unforecast]
    return replace(
        said,
        at_once=relief,
        no_forecast=unforecast,
        warnings=(*said.warnings, *how_to_state_times(asked, captures)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What the playbooks find in the rows, before it is put into words."""

    scene: Scene
    observer: Observer
    matches: Sequence[Matches]
    findings: Sequence[Finding]
    sufficiency: Sufficiency
    verdict: Verdict
    unseen: tuple[Unseen, ...]
    steps: tuple[NextStep, ...]


def _found(rows: Rows, captures: Sequence[Capture], playbooks: Playbooks) -> _Found:
    scene = Scene(rows)
    observer = Observer(scene)
    scorer = Scorer(observer, playbooks.calibration)
    matches = match(scene, playbooks, scorer)
    findings = rank(matches, scene, playbooks, observer)
    sufficiency = judge(rows, captures)
    verdict = _verdict(findings, sufficiency)
    steps = next_steps(
        findings,
        matches=matches,
        captures=captures,
        playbooks=playbooks,
        scorer=scorer,
        process=rows.process,
        sufficiency=sufficiency,
        verdict=verdict,
    )
    return _Found(
        scene=scene,
        observer=observer,
        matches=matches,
        findings=findings,
        sufficiency=sufficiency,
        verdict=verdict,
        # Who has found the leak need not look elsewhere.
        unseen=() if verdict is Verdict.LEAK else sufficiency.unseen(),
        steps=steps,
    )


def _verdict(findings: Sequence[Finding], sufficiency: Sufficiency) -> Verdict:
    best = max((finding.confidence for finding in findings if finding.lead.playbook.leak), default=0.0)
    if best >= LEAK_FROM:
        return Verdict.LEAK
    if best >= SUSPECT_FROM:
        return Verdict.SUSPECT
    return Verdict.HEALTHY if sufficiency.is_enough else Verdict.INCONCLUSIVE
