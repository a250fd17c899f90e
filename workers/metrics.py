"""What workers count. Labels are closed sets of ours, never text of a client."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from prometheus_client import Counter, Histogram

from leakbook.evidence.model import EvidenceKind
from leakbook.storage.model import Claim

SMALL_BYTES: Final = 2**20
MEDIUM_BYTES: Final = 16 * 2**20

JOB_SECONDS = Histogram(
    "leakbook_job_seconds",
    "Time of one diagnosis, from the claim to the stored answer; kind is that of all its evidence, mixed, or unread",
    ["kind", "size"],
    buckets=(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120),
)
CLAIMS = Counter("leakbook_claims", "Jobs taken by a worker, repeats included")
LEASES_LOST = Counter("leakbook_leases_lost", "Results thrown away because the job was no longer this worker's")
VERDICTS = Counter("leakbook_verdicts", "Answers stored", ["verdict"])
PLAYBOOK_HITS = Counter("leakbook_playbook_hits", "Diagnoses in stored answers, any rank", ["playbook"])
FAILURES = Counter("leakbook_job_failures", "Jobs that ended without an answer", ["code"])
for _code in ("internal", "job-gave-up", "job-too-large", "job-too-slow"):
    FAILURES.labels(_code)  # shown as 0 from the start: increase() does not see a series that begins with 1

CALLBACKS = Counter("leakbook_callbacks", "Tries to deliver a callback, by how they ended", ["outcome"])
for _outcome in ("delivered", "failed", "dead"):
    CALLBACKS.labels(_outcome)
UNENDED = Counter("leakbook_jobs_unended", "Tries of the sweeper to end a job that the store did not take")
ROUNDS_FAILED = Counter("leakbook_rounds_failed", "Rounds of a worker's threads that failed", ["thread"])
for _thread in ("sweeper", "courier", "purger"):
    ROUNDS_FAILED.labels(_thread)
PURGED = Counter("leakbook_purged", "Removed because their time was over", ["what"])
for _what in ("jobs", "blobs"):
    PURGED.labels(_what)


def size_class(claim: Claim) -> str:
    """`small` under 1 MiB as posted, `medium` under 16 MiB, else `large`."""
    size = sum(row.size for row in claim.evidence)
    if size < SMALL_BYTES:
        return "small"
    return "medium" if size < MEDIUM_BYTES else "large"


def kind_label(kinds: Iterable[EvidenceKind]) -> str:
    """The one kind, `mixed` for several, `unread` for none."""
    names = sorted({kind.value for kind in kinds})
    if not names:
        return "unread"
    return names[0] if len(names) == 1 else "mixed"
