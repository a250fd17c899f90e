"""The Celery application: `celery -A workers.app worker -P prefork -c 2`.

One task, and it is thin: a message means that something may be queued. Playbooks and imports are loaded before the
fork, database connections opened after it.
"""

from __future__ import annotations

import logging
import logging.config
import os
from typing import Any

from billiard.process import current_process
from celery import signals
from celery.worker import state

from leakbook.queueing.broker import LARGE_QUEUE, SMALL_QUEUE, TASK, build_celery
from leakbook.storage.playbook_files import read_playbooks
from leakbook.storage.settings import Settings
from leakbook.telemetry import traces
from leakbook.telemetry.log_lines import log_config
from leakbook.telemetry.metric_files import claim_directory, name_files_by
from leakbook.telemetry.settings import TelemetrySettings

LOG = logging.getLogger(__name__)
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

from .collecting import collect_seldom  # noqa: E402
from .courier import Courier  # noqa: E402
from .desk import Desk, Leaving  # noqa: E402
from .purger import Purger  # noqa: E402
from .rounds import Rounds  # noqa: E402
from .slots import LargeSlots  # noqa: E402
from .spare_memory import bound_memory  # noqa: E402
from .sweeper import Hearing, Sweeper  # noqa: E402

app = build_celery(SETTINGS)
large_slots = LargeSlots()
leaving = Leaving()
playbooks = read_playbooks(SETTINGS.playbook_dir)
_desks: dict[int, Desk] = {}
_beside: list[Rounds] = []


@app.task(name=TASK, bind=True)  # type: ignore[untyped-decorator] # Celery ships no types
def diagnose(task: Any) -> int:
    """Work on what is queued, of the class whose queue the token came by; how many jobs were done."""
    if task.request.delivery_info["routing_key"] != LARGE_QUEUE:
        return desk().clear(large=False)
    with large_slots.one() as free:
        return desk().clear(large=True) if free else 0


def desk() -> Desk:
    """This process's desk."""
    pid = os.getpid()
    if pid not in _desks:
        _desks[pid] = Desk(SETTINGS, playbooks, leaves=leaving.said)
    return _desks[pid]


@signals.celeryd_after_setup.connect  # type: ignore[untyped-decorator]
def size_up(instance: Any, **_: Any) -> None:
    """Before the fork: how many children there will be."""
    large_slots.resize(instance.concurrency)


@signals.worker_process_init.connect  # type: ignore[untyped-decorator]
def set_up_child(**_: Any) -> None:
    """Bound the child's memory and open its connections before the first job comes."""
    bound_memory(SETTINGS.job_memory_bytes)
    traces.start(TELEMETRY, process="worker")
    collect_seldom()
    desk()


def hearing() -> Hearing:
    """What this worker's main process has received."""
    return Hearing(received=sum(state.total_count.values()), in_hand=len(state.reserved_requests))


@signals.worker_ready.connect  # type: ignore[untyped-decorator]
def start_sweeping(sender: Any, **_: Any) -> None:
    """Sweep, deliver and purge from the main process, so that a pool full of work cannot keep it from that."""
    heard = app.amqp.queues.consume_from
    classes = tuple(name == LARGE_QUEUE for name in (SMALL_QUEUE, LARGE_QUEUE) if name in heard)
    sweeper = Sweeper(app, SETTINGS, slots=sender.pool.num_processes, hearing=hearing, classes=classes)
    _beside.extend((sweeper, Courier(SETTINGS), Purger(SETTINGS)))
    for thread in _beside:
        thread.start()
    if TELEMETRY.metrics_address is not None:
        serve_metrics(TELEMETRY.metrics_address)


@signals.worker_shutting_down.connect  # type: ignore[untyped-decorator]
def stop_sweeping(**_: Any) -> None:
    """A worker that leaves is not deaf; its children finish what they have and take nothing new."""
    leaving.say()
    for thread in _beside:
        thread.stop()


@signals.setup_logging.connect  # type: ignore[untyped-decorator]
def set_up_logging(**_: Any) -> None:
    """One line an event on standard error."""
    logging.config.dictConfig(log_config(TELEMETRY))
