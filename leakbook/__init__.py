"""Tell why a Go process keeps growing and what to change: evidence in, ranked diagnoses out.

::

    evidence = leakbook.read([leakbook.Submission(name="dump.txt", content=data)])
    report = leakbook.diagnose(evidence.captures, leakbook.load_playbooks(files), leakbook.Subject(service="checkout"))
"""

from .diagnosis.diagnose import diagnose
from .diagnosis.report import Report, Subject, Verdict
from .errors import (
    EmptyEvidence,
    EvidenceError,
    KindMismatch,
    LeakbookError,
    Malformed,
    NotGo,
    NotRecognised,
    OverLimit,
    PlaybookError,
)
from .evidence.model import Capture, EvidenceKind, Submission
from .evidence.read import ReadEvidence
from .evidence.read import read_evidence as read
from .limits import Limits
from .playbook.load import load_playbooks
from .playbook.model import Playbooks

__all__ = [
    "Capture",
    "EmptyEvidence",
    "EvidenceError",
    "EvidenceKind",
    "KindMismatch",
    "LeakbookError",
    "Limits",
    "Malformed",
    "NotGo",
    "NotRecognised",
    "OverLimit",
    "PlaybookError",
    "Playbooks",
    "ReadEvidence",
    "Report",
    "Subject",
    "Submission",
    "Verdict",
    "diagnose",
    "load_playbooks",
    "read",
]
