"""Every way a job ends is counted, under labels of ours."""

from __future__ import annotations

import pytest
from prometheus_client import REGISTRY

from leakbook.diagnosis.report import Subject
from leakbook.evidence.model import EvidenceKind
from leakbook.storage.claims import ClaimStore
from leakbook.storage.model import Claim, EvidenceRow
from workers.metrics import kind_label, size_class


def value(name: str, **labels: str) -> float:
    return REGISTRY.get_sample_value(name, labels) or 0.0


def test_an_answer_counts_its_verdict_time_and_claim(settings, post, desk, dump) -> None:
    post(dump)
    names = {
        "leakbook_claims_total": {},
        "leakbook_job_seconds_count": {"kind": "goroutine_dump", "size": "small"},
    }
    before = {name: value(name, **labels) for name, labels in names.items()}
    verdicts = sum(value("leakbook_verdicts_total", verdict=v) for v in ("leak", "suspect", "healthy", "inconclusive"))
    desk.clear()
    assert {name: value(name, **labels) - before[name] for name, labels in names.items()} == dict.fromkeys(names, 1.0)
    after = sum(value("leakbook_verdicts_total", verdict=v) for v in ("leak", "suspect", "healthy", "inconclusive"))
    assert after == verdicts + 1


def test_a_refused_capture_counts_its_code(post, desk) -> None:
    before = value("leakbook_job_failures_total", code="evidence-not-recognised")
    post(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 100)
    desk.clear()
    assert value("leakbook_job_failures_total", code="evidence-not-recognised") == before + 1


def test_a_result_that_is_no_longer_ours_counts_as_a_lost_lease(post, desk, dump, monkeypatch) -> None:
    before = value("leakbook_leases_lost_total")
    verdicts = value("leakbook_verdicts_total", verdict="inconclusive")
    monkeypatch.setattr(ClaimStore, "succeed", lambda *_: False)
    post(dump)
    desk.clear()
    assert value("leakbook_leases_lost_total") == before + 1
    assert value("leakbook_verdicts_total", verdict="inconclusive") == verdicts


@pytest.mark.parametrize(("size", "label"), [(2**20 - 1, "small"), (2**20, "medium"), (16 * 2**20, "large")])
def test_size_classes(size: int, label: str) -> None:
    row = EvidenceRow(position=0, name="x", kind=None, captured_at=None, sha256="0" * 64, size=size)
    assert size_class(Claim(job_id="j", attempt=1, subject=Subject(), evidence=(row,))) == label


def test_kind_labels() -> None:
    kinds = list(EvidenceKind)
    assert kind_label([]) == "unread"
    assert kind_label([kinds[0], kinds[0]]) == kinds[0].value
    assert kind_label(kinds[:2]) == "mixed"
