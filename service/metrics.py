"""Prometheus metrics: requests counted in the process (`PROMETHEUS_MULTIPROC_DIR` joins several), jobs by the store."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from typing import Final

from flask import Flask, Response, g, request
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from .parts import Parts

CONTENT_TYPE: Final = CONTENT_TYPE_LATEST
REQUESTS = Counter("leakbook_http_requests", "Requests answered", ["endpoint", "method", "status"])
SECONDS = Histogram(
    "leakbook_http_request_seconds",
    "Time to an answer, waiting included",
    ["endpoint"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60),
)


class JobCollector(Collector):
    """Gauges from the store at the time of the scrape: right for any number of processes."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """The families."""
        jobs = self._parts.jobs
        by_state = GaugeMetricFamily("leakbook_jobs", "Jobs in the store", labels=["state"])
        for state, count in jobs.counts().items():
            by_state.add_metric([state], count)
        yield by_state
        age = jobs.oldest_queued_seconds()
        yield GaugeMetricFamily("leakbook_queue_age_seconds", "Age of the oldest queued job", value=age)
        verdicts = GaugeMetricFamily("leakbook_verdicts", "Finished jobs in the store", labels=["verdict", "playbook"])
        for (verdict, playbook), count in sorted(jobs.verdict_counts().items()):
            verdicts.add_metric([verdict, playbook], count)
        yield verdicts
        waiters = self._parts.waiting_room.waiters
        yield GaugeMetricFamily("leakbook_waiters", "Requests of this process that wait for a job", value=waiters)


def exposition(parts: Parts) -> bytes:
    """All metrics as text."""
    store = CollectorRegistry()
    store.register(JobCollector(parts))
    requests: CollectorRegistry = REGISTRY
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        requests = CollectorRegistry()
        MultiProcessCollector(requests)  # type: ignore[no-untyped-call] # the library leaves it untyped
    return generate_latest(requests) + generate_latest(store)


def register(app: Flask) -> None:
    """Count every request."""
    app.before_request(_start)
    app.after_request(_count)


def _start() -> None:
    g.started = time.monotonic()


def _count(response: Response) -> Response:
    endpoint = request.endpoint or "none"
    REQUESTS.labels(endpoint, request.method, response.status_code).inc()
    SECONDS.labels(endpoint).observe(time.monotonic() - g.started)
    return response
