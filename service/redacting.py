"""Redaction of a posting before anything of it is stored."""

from __future__ import annotations

import threading
from dataclasses import replace
from hashlib import sha256

from leakbook.errors import EvidenceError
from leakbook.evidence.model import Submission
from leakbook.evidence.redaction.redact import Redactor
from leakbook.evidence.unreadable import may_be_left_aside, nothing_readable
from leakbook.limits import Limits
from leakbook.telemetry.traces import span

from .posting import Posting

AT_A_TIME = threading.BoundedSemaphore(2)
"""In one process: a posting is unpacked for it, and 32 at once would be 32 times the limit."""


def redacted(posting: Posting, limits: Limits) -> Posting:
    """The posting as it may be kept; of a piece among others that cannot be redacted, nothing but why.

    Raises EvidenceError when none can be, or one that may not be left aside.
    """
    redactor = Redactor(limits)
    kept: list[Submission] = []
    refused: list[EvidenceError] = []
    withheld: list[str] = []
    with AT_A_TIME, span("redact evidence", leakbook__pieces=len(posting.submissions)):
        for piece in posting.submissions:
            try:
                kept.append(redactor.redact(piece))
            except EvidenceError as error:
                if not may_be_left_aside(error, piece):
                    raise
                refused.append(error)
                withheld.append(sha256(piece.content).hexdigest())
                kept.append(replace(piece, content=b"", sha256=None, notes=(f"Not stored: {error.detail}",)))
    if refused and len(refused) == len(kept):
        raise nothing_readable(refused)
    return replace(posting, submissions=tuple(kept), withheld=tuple(withheld))
