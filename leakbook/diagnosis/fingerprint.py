"""One name for one cause, the same in every instance, release and run, however lines and closures moved."""

from __future__ import annotations

import hashlib

from ..evidence.names import stable_name
from .report import Culprit

LENGTH = 16


def fingerprint(playbook: str, culprit: Culprit) -> str:
    """First hexadecimal digits of the SHA-256 over playbook, package and the function's stable name."""
    function = stable_name(culprit.function) if culprit.function else ""
    text = "\0".join((playbook, culprit.package or "", function))
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]
