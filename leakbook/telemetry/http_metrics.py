"""Metrics over HTTP for a process that has no HTTP of its own: a worker's main process."""

from __future__ import annotations

import os

from prometheus_client import REGISTRY, CollectorRegistry, start_http_server
from prometheus_client.multiprocess import MultiProcessCollector

from .metric_files import VARIABLE


def counted() -> CollectorRegistry:
    """What was counted: by this process and those it shares a directory with, else by this process alone."""
    if VARIABLE not in os.environ:
        return REGISTRY
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call] # the library leaves it untyped
    return registry


def serve_metrics(address: tuple[str, int]) -> None:
    """Serve `/metrics` from a thread. Raises OSError when the address is taken."""
    host, port = address
    start_http_server(port, addr=host, registry=counted())
