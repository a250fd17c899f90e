"""The Celery application: `celery -A workers.app worker -P prefork -c 2`.

One task, and it is thin: a message means that something may be queued. Playbooks and imports are loaded before the
fork, database connections opened after it.
"""

from __future__ import annotations

import logging
import logging.config
import os
import resource
from typing import Any

from billiard.process import current_process
from celery import signals
from celery.worker import state

from leakbook.queueing.broker import TASK, build_celery
from leakbook.storage.playbook_files import read_playbooks
from leakbook.storage.settings import Settings
from leakbook.telemetry import traces
from leakbook.telemetry.log_lines import log_config
from leakbook.telemetry.metric_files import claim_directory, name_files_by
from leakbook.telemetry.settings import TelemetrySettings

SETTINGS = Settings.from_environ(os.environ)
TELEMETRY = TelemetrySettings.from_environ(os.environ)
MAIN = os.getpid()


def slot() -> str:
    """`worker-40-0` for the first pool child of process 40 and for whoever takes its place."""
    index = getattr(current_process(), "index", None)
    return f"worker-{MAIN}-{'main' if index is None else index}"


claim_directory(os.environ, SETTINGS.runtime_dir, role="worker")
name_files_by(slot)

from leakbook.telemetry.http_metrics import serve_metrics  # noqa: E402 - metrics are made with what is set above

from .desk import Desk  # noqa: E402
from .sweeper import Hearing, Sweeper  # noqa: E402

app = build_celery(SETTINGS)
playbooks = read_playbooks(SETTINGS.playbook_dir)
_desks: dict[int, Desk] = {}
_sweepers: list[Sweeper] = []


@app.task(name=TASK)  # type: ignore[untyped-decorator] # Celery ships no types
def diagnose() -> int:
    """Work on what is queued; how many jobs were done."""
    return desk().clear()


def desk() -> Desk:
    """This process's desk."""
    pid = os.getpid()
    if pid not in _desks:
        _desks[pid] = Desk(SETTINGS, playbooks)
    return _desks[pid]


@signals.worker_process_init.connect  # type: ignore[untyped-decorator]
def set_up_child(**_: Any) -> None:
    """Bound the child's memory and open its connections before the first job comes."""
    if SETTINGS.job_memory_bytes:
        resource.setrlimit(resource.RLIMIT_AS, (SETTINGS.job_memory_bytes, SETTINGS.job_memory_bytes))
    traces.start(TELEMETRY, process="worker")
    desk()


def hearing() -> Hearing:
    """What this worker's main process has received."""
    return Hearing(received=sum(state.total_count.values()), in_hand=len(state.reserved_requests))


@signals.worker_ready.connect  # type: ignore[untyped-decorator]
def start_sweeping(sender: Any, **_: Any) -> None:
    """Sweep from the main process, so that a pool full of work cannot keep it from sweeping."""
    sweeper = Sweeper(app, SETTINGS, slots=sender.pool.num_processes, hearing=hearing)
    _sweepers.append(sweeper)
    sweeper.start()
    if TELEMETRY.metrics_address is not None:
        serve_metrics(TELEMETRY.metrics_address)


@signals.worker_shutting_down.connect  # type: ignore[untyped-decorator]
def stop_sweeping(**_: Any) -> None:
    """A worker that leaves is not deaf."""
    for sweeper in _sweepers:
        sweeper.stop()


@signals.setup_logging.connect  # type: ignore[untyped-decorator]
def set_up_logging(**_: Any) -> None:
    """One line an event on standard error."""
    logging.config.dictConfig(log_config(TELEMETRY))
