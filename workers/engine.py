"""From a claim to an outcome: the only place where a worker meets the core."""

from __future__ import annotations

import json
from typing import Any

import leakbook
from leakbook.diagnosis.report import Diagnosis
from leakbook.evidence.model import Submission
from leakbook.evidence.read import read_evidence
from leakbook.limits import Limits
from leakbook.playbook.model import Playbooks
from leakbook.report.html import report_html
from leakbook.report.json import culprit_json, report_json
from leakbook.report.markdown import report_markdown
from leakbook.report.slack import report_slack
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
    first = next(iter(believed(report)), None)
    return Outcome(
        verdict=report.verdict.value,
        playbook=None if first is None else first.playbook,
        first=None if first is None else _told(first),
        kinds=tuple(piece.kind for piece in report.evidence),
        playbooks=tuple(one.playbook for one in report.diagnoses),
        renderings={
            "application/json": json.dumps(report_json(report), separators=(",", ":")).encode(),
            "text/markdown": report_markdown(report).encode(),
            "text/vnd.slack.mrkdwn": report_slack(report).encode(),
            "text/html": report_html(report).encode(),
            "text/plain": report_terminal(report).encode(),
        },
    )


def _told(first: Diagnosis) -> dict[str, Any]:
    culprit = culprit_json(first.culprit)
    return {"confidence": first.confidence, "culprit": culprit, "fingerprint": first.fingerprint}
