"""A request to diagnose, whichever way it came."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from leakbook.diagnosis.report import Subject
from leakbook.evidence.model import EvidenceKind, Submission
from leakbook.storage.model import PRIORITIES, EvidenceRow, NewJob


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What a manifest says of the part called `name`."""

    name: str
    kind: EvidenceKind | None
    captured_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The `manifest` part of a form."""

    subject: Subject
    stated: tuple[Stated, ...] = ()
    callback_url: str | None = None
    priority: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """Subject and evidence as posted, in order."""

    subject: Subject
    submissions: tuple[Submission, ...]
    callback_url: str | None = None
    priority: str | None = None
    """One of PRIORITIES; None when nothing was said."""
    withheld: tuple[str, ...] = ()
    """SHA-256 of the pieces of which nothing is kept: all that tells two of one name apart."""
    weight: int = 0
    """How much evidence it unpacks to, as `first_look` found."""

    @property
    def size(self) -> int:
        """Bytes of evidence."""
        return sum(len(submission.content) for submission in self.submissions)

    def rows(self) -> tuple[EvidenceRow, ...]:
        """The evidence as it is stored."""
        return tuple(
            EvidenceRow(
                position=position,
                name=submission.name,
                kind=submission.kind,
                captured_at=submission.captured_at,
                sha256=hashlib.sha256(submission.content).hexdigest(),
                size=len(submission.content),
                notes=submission.notes,
            )
            for position, submission in enumerate(self.submissions)
        )

    def to_job(self, idempotency_key: str | None, traceparent: str | None = None) -> NewJob:
        """The job that this asks for.

        Its fingerprint is of the meaning: a repeat has another multipart boundary, and may be in more of a hurry.
        """
        rows = self.rows()
        meant: list[Any] = [asdict(self.subject), [_meaning(row) for row in rows]]
        if self.callback_url is not None:
            meant.append(self.callback_url)
        if self.withheld:
            meant.append(self.withheld)
        meaning = json.dumps(meant, default=str, sort_keys=True)
        return NewJob(
            subject=self.subject,
            evidence=rows,
            fingerprint=hashlib.sha256(meaning.encode()).hexdigest(),
            idempotency_key=idempotency_key,
            traceparent=traceparent,
            callback_url=self.callback_url,
            weight=self.weight,
            priority=PRIORITIES[self.priority or "normal"],
        )


def _meaning(row: EvidenceRow) -> dict[str, Any]:
    """What the client said; not what was done to it here."""
    said = ("position", "name", "kind", "captured_at", "sha256", "size")
    return {name: getattr(row, name) for name in said}
