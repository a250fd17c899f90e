"""What the tests of pasted texts ask of an answer."""

from leakbook.diagnosis.diagnose import diagnose
from leakbook.evidence.model import Submission
from leakbook.evidence.read import read_evidence


def report_of(playbooks, text):
    return diagnose(read_evidence([Submission(name="t.txt", content=text.encode())]).captures, playbooks)


def confidence_of(report):
    return max((found.confidence for found in report.diagnoses), default=0.0)
