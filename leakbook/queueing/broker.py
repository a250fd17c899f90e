"""The Celery application, configured the same for who rings and who answers.

The row in the store is the job; a message is a token that says "look". So nothing is acknowledged late, nothing is
retried by the broker, there is no result backend, and a lost message costs one sweep.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from celery import Celery
from kombu.entity import Exchange, Queue
from kombu.exceptions import OperationalError

from ..storage.settings import Settings
from . import localq

TASK = "leakbook.diagnose"
SMALL_QUEUE = "leakbook"
LARGE_QUEUE = "leakbook-large"
PUBLISH: dict[str, Any] = {
    "ignore_result": True,
    "retry": True,
    "retry_policy": {"max_retries": 1, "interval_start": 0, "interval_step": 0, "interval_max": 0},
}


def build_celery(settings: Settings) -> Celery:
    """An application on the broker of `settings`; connects at its first use."""
    app = Celery("leakbook", set_as_current=False)
    app.conf.update(
        task_default_queue=SMALL_QUEUE,
        task_queues=[Queue(name, Exchange(name, "direct"), routing_key=name) for name in (SMALL_QUEUE, LARGE_QUEUE)],
        task_serializer="json",
        accept_content=["json"],
        task_ignore_result=True,
        task_acks_late=False,
        worker_prefetch_multiplier=1,
        worker_max_tasks_per_child=1000,
        worker_max_memory_per_child=1_500_000,  # KiB, looked at after a task
        worker_lost_wait=1.0,
        worker_soft_shutdown_timeout=20.0,
        worker_hijack_root_logger=False,
        worker_send_task_events=False,
        broker_connection_retry_on_startup=True,
        broker_connection_max_retries=None,
        broker_connection_timeout=2,
        **_broker_options(settings.broker_url),
        **_time_limits(settings),
    )
    return app


def ring(app: Celery, *, large: bool = False) -> None:
    """Send one token to the workers of a size class. Raises kombu's OperationalError when the broker is away."""
    confirm = {"confirm_timeout": 2} if app.conf.broker_url.startswith("amqp") else {}
    app.send_task(TASK, queue=LARGE_QUEUE if large else SMALL_QUEUE, **PUBLISH, **confirm)


def is_reachable(app: Celery) -> bool:
    """Whether the broker takes a connection within about two seconds, tried once."""
    try:
        with app.connection_for_write() as connection:
            connection.ensure_connection(max_retries=1, interval_start=0, interval_step=0, timeout=2)
            with connection.channel():
                return True
    except (OperationalError, OSError):
        return False


def _time_limits(settings: Settings) -> dict[str, float]:
    """Beyond the job's own limit, for code that does not listen to signals: the child is killed, the lease lapses."""
    if not settings.job_seconds:
        return {}
    return {"task_time_limit": settings.claim_seconds + settings.job_seconds + 15}


def _broker_options(url: str) -> dict[str, Any]:
    if url.startswith(f"{localq.SCHEME}://"):
        localq.register()
        directory = Path(url.removeprefix(f"{localq.SCHEME}://"))
        return {"broker_url": f"{localq.SCHEME}://localhost", "broker_transport_options": {"directory": str(directory)}}
    if url.startswith("redis"):
        return {
            "broker_url": url,
            "worker_disable_prefetch": True,
            "broker_transport_options": {
                "socket_timeout": 2,
                "socket_connect_timeout": 1,
                "socket_keepalive": True,
                "visibility_timeout": 600,
                "unacked_restore_interval": 5,
                "unacked_restore_throttle": 1,
                "global_keyprefix": "leakbook:",
            },
        }
    return {"broker_url": url, "broker_transport_options": {"confirm_publish": True}}
