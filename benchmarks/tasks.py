"""What a warm worker does to evidence in memory, as it does it: read, or read and diagnose."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Final

import leakbook
from leakbook.diagnosis.report import Report
from leakbook.evidence.model import Submission
from leakbook.evidence.read import ReadEvidence, read_evidence
from leakbook.limits import Limits
from leakbook.playbook.model import Playbooks
from leakbook.storage.playbook_files import read_playbooks

ROOMY: Final = Limits(request_bytes=2**30, unpacked_bytes=2**30)
"""As the service's, but for plain inputs that a client would have to compress."""


def playbooks() -> Playbooks:
    """Those shipped."""
    return read_playbooks(None)


def submissions(*files: Path) -> list[Submission]:
    """The files' contents, as a worker takes them from the store, which knows their hashes."""
    contents = [(file.name, file.read_bytes()) for file in files]
    return [Submission(name=name, content=content, sha256=sha256(content).hexdigest()) for name, content in contents]


def read(posted: list[Submission]) -> ReadEvidence:
    """The captures."""
    return read_evidence(posted, ROOMY)


def answer(posted: list[Submission], known: Playbooks) -> Report:
    """The whole of a job but for its rendering."""
    return leakbook.diagnose(read(posted).captures, known)
