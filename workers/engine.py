"""From a claim to an outcome: the only place where a worker meets the core."""

from __future__ import annotations

import json

import leakbook
from leakbook.evidence.model import Submission
from leakbook.evidence.read import read_evidence
from leakbook.limits import Limits
from leakbook.playbook.model import Playbooks
from leakbook.report.html import report_html
from leakbook.report.json import report_json
from leakbook.report.markdown import report_markdown
from leakbook.report.terminal import report_terminal
from leakbook.report.wording import believed
from leakbook.storage.blobs import BlobStore
from leakbook.storage.model import Claim, Outcome


def submissions_of(claim: Claim, blobs: BlobStore) -> tuple[Submission, ...]:
    """The posted evidence. Raises FileNotFoundError when it was deleted meanwhile."""
    return tuple(
        Submission(
            name=row.name,
            content=blobs.get(row.sha256),
            kind=row.kind,
            captured_at=row.captured_at,
            notes=row.notes,
            sha256=row.sha256,
        )
        for row in claim.evidence
    )


def work_out(claim: Claim, blobs: BlobStore, playbooks: Playbooks, limits: Limits) -> Outcome:
    """Read, diagnose and write down. Raises LeakbookError."""
    evidence = read_evidence(submissions_of(claim, blobs), limits)
    report = leakbook.diagnose(evidence.captures, playbooks, claim.subject, warnings=evidence.warnings)
    first = next((one.playbook for one in believed(report)), None)
    return Outcome(
        verdict=report.verdict.value,
        playbook=first,
        kinds=tuple(piece.kind for piece in report.evidence),
        playbooks=tuple(one.playbook for one in report.diagnoses),
        renderings={
            "application/json": json.dumps(report_json(report), separators=(",", ":")).encode(),
            "text/markdown": report_markdown(report).encode(),
            "text/html": report_html(report).encode(),
            "text/plain": report_terminal(report).encode(),
        },
    )
