"""gunicorn's settings: `gunicorn -c service/gunicorn_conf.py 'service.app:create_app()'`."""

from __future__ import annotations

import os
from typing import Any

from prometheus_client import multiprocess

bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8080')}"
workers = int(os.environ.get("WEB_CONCURRENCY", "1"))
worker_class = "gthread"
threads = int(os.environ.get("LEAKBOOK_THREADS", "32"))
# A waiting request is idle on purpose; the timeout only catches a worker whose accept loop is stuck.
timeout = 90
graceful_timeout = 20
keepalive = 5
control_socket_disable = True
accesslog = None


def child_exit(_server: Any, worker: Any) -> None:
    """Let go of the metrics of a worker that is gone."""
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        multiprocess.mark_process_dead(worker.pid)  # type: ignore[no-untyped-call] # the library leaves it untyped
