"""What one pool child works with, and the work: claim until nothing is queued."""

from __future__ import annotations

import logging
import mmap
import time
import traceback
from collections.abc import Callable

from sqlalchemy.exc import DataError, IntegrityError

from leakbook.errors import LeakbookError
from leakbook.playbook.model import Playbooks
from leakbook.storage.announce import announce
from leakbook.storage.blob_places import open_blobs
from leakbook.storage.blobs import BlobsAway
from leakbook.storage.claims import ClaimStore
from leakbook.storage.database import STORE_AWAY, open_engine
from leakbook.storage.model import Claim, Failure, Outcome
from leakbook.storage.purge import Purge
from leakbook.storage.settings import Settings
from leakbook.telemetry.context import binding
from leakbook.telemetry.traces import span, trace_id_of

from . import metrics
from .collecting import collect_between_jobs
from .engine import work_out
from .heartbeat import Heartbeat
from .spare_memory import lend_spare_memory
from .time_limit import JobTakenAway, Stoppable

LOG = logging.getLogger(__name__)
BUG = Failure(code="internal", title="Leakbook failed", detail="The diagnosis failed on a mistake of Leakbook's own.")
FULL = Failure(
    code="job-too-large", title="The evidence needs too much memory", detail="The worker's memory limit was reached."
)


class Leaving:
    """A word from a worker's main process to its children: take nothing new. Made before the fork, without a lock."""

    def __init__(self) -> None:
        self._shared = mmap.mmap(-1, 1)

    def say(self) -> None:
        """The worker is asked to stop."""
        self._shared[0] = 1

    def said(self) -> bool:
        """Whether it is."""
        return self._shared[0] == 1


class Desk:
    """Store, evidence and playbooks of one process."""

    def __init__(self, settings: Settings, playbooks: Playbooks, *, leaves: Callable[[], bool] = lambda: False) -> None:
        """Open after the fork. Between two jobs `leaves` is asked whether to take another."""
        self._leaves = leaves
        self._settings = settings
        self._playbooks = playbooks
        engine = open_engine(settings)
        self._claims = ClaimStore(engine, settings)
        self._blobs = open_blobs(settings)
        self._purge = Purge(engine, settings, self._blobs)
        self._work_in_hand = Stoppable()
        self._heartbeat = Heartbeat(
            self._claims, every_seconds=settings.lease_seconds / 3, lost=self._work_in_hand.take_away
        )

    def clear(self, *, large: bool | None = None) -> int:
        """Work on queued jobs of a class until there is none or `claim_seconds` are over; how many were done."""
        stop = time.monotonic() + self._settings.claim_seconds
        done = 0
        while time.monotonic() < stop and not self._leaves() and (claim := self._claims.claim(large=large)) is not None:
            self._work(claim)
            collect_between_jobs()
            done += 1
        return done

    def _work(self, claim: Claim) -> None:
        trace = trace_id_of(claim.traceparent)
        with (
            binding(job_id=claim.job_id, tenant=claim.tenant, trace_id=trace),
            span("diagnose", parent=claim.traceparent, kind="consumer", leakbook__job_id=claim.job_id) as whole,
        ):
            metrics.CLAIMS.inc()
            started = time.monotonic()
            with self._heartbeat.keeping(claim):
                try:
                    ending = self._ending(claim)
                except BlobsAway as error:
                    LOG.warning("left to the sweeper: %s", error, extra={"fields": {"attempt": claim.attempt}})
                    self._claims.let_go(claim)
                    return
                except JobTakenAway:
                    metrics.LEASES_LOST.inc()  # the heartbeat has said so
                    return
                with span("store answer"):
                    kept = self._keep(claim, ending)
            if kept:
                announce(self._settings, claim.job_id)
                self._drop_evidence(claim)
            outcome = ending.verdict if isinstance(ending, Outcome) else ending.code
            whole.set_attribute("leakbook.outcome", outcome)
            _count(claim, ending, kept=kept, seconds=time.monotonic() - started)
            LOG.info(
                "job done" if kept else "result discarded: the job is no longer ours",
                extra={
                    "fields": {
                        "attempt": claim.attempt,
                        "outcome": outcome,
                        "ms": round((time.monotonic() - started) * 1000, 1),
                    }
                },
            )

    def _drop_evidence(self, claim: Claim) -> None:
        if self._settings.keep_evidence:
            return
        try:
            self._purge.remove({row.sha256 for row in claim.evidence})
        except (BlobsAway, *STORE_AWAY) as error:
            LOG.warning("evidence is left to the next look for orphans: %s", type(error).__qualname__)

    def _ending(self, claim: Claim) -> Outcome | Failure:
        try:
            with span("read and diagnose"), self._work_in_hand.within(self._settings.job_seconds):
                return self._worked_out(claim)
        except LeakbookError as error:
            return Failure.of(error)
        except (BlobsAway, JobTakenAway):
            raise
        except MemoryError:
            LOG.exception("out of memory")
            return FULL
        except Exception:  # the job must end with a reason; the traceback is logged
            LOG.exception("job failed on a mistake of ours")
            return BUG

    def _worked_out(self, claim: Claim) -> Outcome:
        try:
            return work_out(claim, self._blobs, self._playbooks, self._settings.limits)
        except MemoryError as error:
            # All that was read is still held by the frames it went through, and nothing is left to end the job with.
            lend_spare_memory()
            traceback.clear_frames(error.__traceback__)
            raise

    def _keep(self, claim: Claim, ending: Outcome | Failure) -> bool:
        """Store the ending, trying for as long as the lease could hold when the store is away."""
        stop = time.monotonic() + self._settings.lease_seconds
        while True:
            try:
                if isinstance(ending, Outcome):
                    return self._claims.succeed(claim, ending)
                return self._claims.fail(claim, ending)
            except (DataError, IntegrityError):
                raise  # another try would end the same
            except STORE_AWAY as error:
                if time.monotonic() > stop:
                    cause = type(getattr(error, "orig", error)).__qualname__
                    LOG.warning("the store stayed away, the result is dropped: %s", cause)
                    return False
                time.sleep(0.5)


def _count(claim: Claim, ending: Outcome | Failure, *, kept: bool, seconds: float) -> None:
    kinds = ending.kinds if isinstance(ending, Outcome) else ()
    metrics.JOB_SECONDS.labels(metrics.kind_label(kinds), metrics.size_class(claim)).observe(seconds)
    if not kept:
        metrics.LEASES_LOST.inc()
    elif isinstance(ending, Outcome):
        metrics.VERDICTS.labels(ending.verdict).inc()
        for playbook in ending.playbooks:
            metrics.PLAYBOOK_HITS.labels(playbook).inc()
    else:
        metrics.FAILURES.labels(ending.code).inc()
