"""gunicorn's settings: `gunicorn -c service/gunicorn_conf.py 'service.app:create_app()'`."""

from __future__ import annotations

import os
import sys
from typing import Any

from leakbook.storage.settings import Settings, number_of
from leakbook.telemetry import traces
from leakbook.telemetry.log_lines import log_config
from leakbook.telemetry.metric_files import claim_directory
from leakbook.telemetry.settings import TelemetrySettings
from service.access.listening import refusal_of
from service.uploads import GRACE_SECONDS

settings = Settings.from_environ(os.environ)
telemetry = TelemetrySettings.from_environ(os.environ)
claim_directory(os.environ, settings.runtime_dir, role="api")

from prometheus_client import multiprocess  # noqa: E402 - reads its directory from the environment at import

bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8080')}"
workers = number_of(os.environ, "WEB_CONCURRENCY", int, 1) or 1
worker_class = "service.gunicorn_worker.DeadlineWorker"
threads = number_of(os.environ, "LEAKBOOK_THREADS", int, 1) or 32
# A waiting request is idle on purpose; the timeout only catches a worker whose accept loop is stuck.
timeout = 90
graceful_timeout = GRACE_SECONDS
keepalive = 5
limit_request_line = 8190  # gunicorn's most: a query may hold a callback URL beside names of 200 characters
control_socket_disable = True
accesslog = None
logconfig_dict = log_config(telemetry)


def when_ready(server: Any) -> None:
    """Before the first worker starts: the sockets are open, whoever chose them, and nothing is read from them yet."""
    names = [listener.sock.getsockname() for listener in server.LISTENERS]
    refusal = refusal_of(settings, [name[0] if isinstance(name, tuple) else str(name) for name in names])
    if refusal is not None:
        sys.exit(f"leakbook: {refusal}")


def post_fork(_server: Any, _worker: Any) -> None:
    """Start to trace: the exporter is a thread, and threads do not survive a fork."""
    traces.start(telemetry, process="api")


def child_exit(_server: Any, worker: Any) -> None:
    """Let go of the metrics of a worker that is gone."""
    multiprocess.mark_process_dead(worker.pid)  # type: ignore[no-untyped-call] # the library leaves it untyped
