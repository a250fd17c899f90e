"""A rise that is small beside what a process loaded at its start, and surely a rise, is not called level."""

from __future__ import annotations

from leakbook.diagnosis.diagnose import diagnose
from leakbook.diagnosis.report import Verdict
from leakbook.playbook.model import Playbooks
from tests.leakbook.rows.process_texts import MB, captured, scrape


def scraped(heaps: list[float]) -> str:
    """A scrape each five seconds: the goal of the collector, twice the live heap in megabytes, under GOGC=100."""
    return "".join(
        scrape(
            place / 12,
            go_memstats_next_gc_bytes=2 * heap * MB,
            go_memstats_heap_alloc_bytes=1.4 * heap * MB,
            go_gc_duration_seconds_count=float(10 + place),
        )
        for place, heap in enumerate(heaps)
    )


def verdict_of(playbooks: Playbooks, heaps: list[float]) -> Verdict:
    return diagnose([captured(scraped(heaps))], playbooks).verdict


def test_three_megabytes_a_minute_beside_seventy_are_not_cleared(playbooks: Playbooks):
    """The first half minute fills a table, so that the curve slows down; what goes on after it is a tenth of all."""
    filled = [66.0 + min(place, 8) + 0.01 * (place % 3) for place in range(26)]
    leaking = [heap + 0.25 * place for place, heap in enumerate(filled)]
    assert verdict_of(playbooks, filled) is Verdict.HEALTHY
    assert verdict_of(playbooks, leaking) is not Verdict.HEALTHY
