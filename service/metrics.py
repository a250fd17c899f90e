"""Prometheus metrics: requests counted in the processes of this API, queue and evidence store looked at when asked.

What workers count they serve themselves (`LEAKBOOK_METRICS_LISTEN`); in embedded mode it is part of this answer. Labels
are closed sets of ours: routes, states, codes, never text of a client.
"""

from __future__ import annotations

import logging
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from flask import Flask, Response, g
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from leakbook.storage.database import STORE_AWAY
from leakbook.telemetry.http_metrics import counted

from .parts import Parts
from .request_context import method, route

LOG = logging.getLogger(__name__)
CONTENT_TYPE: Final = CONTENT_TYPE_LATEST
REQUESTS = Counter("leakbook_http_requests", "Requests answered", ["route", "method", "status"])
SECONDS = Histogram(
    "leakbook_http_request_seconds",
    "Time to an answer, waiting included",
    ["route"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60),
)
AUDIT_LOST = Counter("leakbook_audit_rows_lost", "Rows of the audit log that could not be stored; the log has them")


class StoreCollector(Collector):
    """Gauges from the store at the time of the scrape. Every replica says the same: take the maximum, not the sum."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """The families; when the store is away only the one that says so."""
        census = self._parts.census
        try:
            unended, age = census.unended(), census.oldest_queued_seconds()
            owed, owed_age = census.callbacks_owed(), census.oldest_callback_seconds()
        except STORE_AWAY:
            LOG.warning("no metrics of the queue: the store is away", exc_info=True)
            yield GaugeMetricFamily("leakbook_store_up", "Whether the store answered this scrape", value=0)
            return
        yield GaugeMetricFamily("leakbook_store_up", "Whether the store answered this scrape", value=1)
        by_state = GaugeMetricFamily(
            "leakbook_jobs", "Jobs that have not ended; queued is the queue's depth", labels=["state"]
        )
        for state, count in unended.items():
            by_state.add_metric([state], count)
        yield by_state
        yield GaugeMetricFamily("leakbook_queue_age_seconds", "Age of the oldest queued job, 0 without one", value=age)
        yield GaugeMetricFamily("leakbook_callbacks_owed", "Callbacks still to be delivered", value=owed)
        yield GaugeMetricFamily(
            "leakbook_callback_age_seconds", "Age of the oldest callback that is owed, 0 without one", value=owed_age
        )


class ProcessCollector(Collector):
    """Gauges of the process that answers the scrape."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """The families."""
        waiters = self._parts.waiting_room.waiters
        yield GaugeMetricFamily("leakbook_waiters", "Requests of this process that wait for a job", value=waiters)
        part_up = GaugeMetricFamily("leakbook_part_up", "Whether a part is usable, as /readyz has it", labels=["part"])
        for part, word in self._parts.readiness.parts().items():
            part_up.add_metric([part], word == "ok")
        yield part_up
        settings = self._parts.settings
        free = None if settings.blob_url else _free_bytes(settings.blob_dir)
        if free is not None:
            yield GaugeMetricFamily("leakbook_evidence_free_bytes", "Free space where evidence is kept", value=free)


def _free_bytes(directory: Path) -> int | None:
    """None when it is not there (yet)."""
    try:
        return shutil.disk_usage(directory).free
    except OSError:
        return None


def exposition(parts: Parts) -> bytes:
    """All metrics as text."""
    looked_at = CollectorRegistry()
    looked_at.register(StoreCollector(parts))
    looked_at.register(ProcessCollector(parts))
    return generate_latest(counted()) + generate_latest(looked_at)


def register(app: Flask) -> None:
    """Count every request."""
    app.after_request(_count)


def _count(response: Response) -> Response:
    REQUESTS.labels(route(), method(), response.status_code).inc()
    SECONDS.labels(route()).observe(time.monotonic() - g.began)
    return response
