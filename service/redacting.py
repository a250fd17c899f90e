"""Redaction of a posting before anything of it is stored."""

from __future__ import annotations

import threading
from dataclasses import replace

from leakbook.evidence.redaction.redact import Redactor
from leakbook.limits import Limits
from leakbook.telemetry.traces import span

from .posting import Posting

AT_A_TIME = threading.BoundedSemaphore(2)
"""In one process: a posting is unpacked for it, and 32 at once would be 32 times the limit."""


def redacted(posting: Posting, limits: Limits) -> Posting:
    """The posting as it may be kept. Raises EvidenceError for what cannot be redacted."""
    redactor = Redactor(limits)
    with AT_A_TIME, span("redact evidence", leakbook__pieces=len(posting.submissions)):
        return replace(posting, submissions=tuple(redactor.redact(piece) for piece in posting.submissions))
