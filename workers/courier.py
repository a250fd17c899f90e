"""Threads of each worker's main process that deliver callbacks: claim one, try once, write down how it ended."""

from __future__ import annotations

import logging
import random
import threading
from datetime import UTC, datetime

from leakbook.callbacks.delivery import ACCEPTED, GONE, NotDelivered, deliver
from leakbook.callbacks.destination import CallbackNotAllowed
from leakbook.callbacks.schedule import pause_seconds
from leakbook.callbacks.signing import signed_headers
from leakbook.storage.database import open_engine
from leakbook.storage.outbox import Delivery, Outbox
from leakbook.storage.settings import Settings

from . import metrics

LOG = logging.getLogger(__name__)
DELIVERERS = 4


class Courier:
    """Delivers what is owed, looking each `sweep_seconds` when nothing is."""

    def __init__(self, settings: Settings) -> None:
        """Connects to nothing yet."""
        self._settings = settings
        self._outbox = Outbox(open_engine(settings), settings)
        self._stopped = threading.Event()

    def start(self) -> None:
        """Start the threads, unless callbacks are off."""
        if self._settings.callbacks.enabled:
            for number in range(DELIVERERS):
                threading.Thread(target=self._deliver_on, name=f"courier-{number}", daemon=True).start()

    def stop(self) -> None:
        """No further try. One that is under way is made again by another worker if it does not end in time."""
        self._stopped.set()

    def _deliver_on(self) -> None:
        pause = 0.0
        while not self._stopped.wait(pause):
            try:
                delivery = self._outbox.claim()
                if delivery is not None:
                    self.attempt(delivery)
            except Exception as error:  # noqa: BLE001 - the store is away; a courier that dies delivers nothing more
                LOG.warning("cannot deliver callbacks: %s", error)
                delivery = None
            pause = 0.0 if delivery else self._settings.sweep_seconds * random.uniform(0.8, 1.2)  # noqa: S311 - jitter

    def attempt(self, delivery: Delivery) -> None:
        """One try of what was claimed."""
        status, asked, last = None, None, ""
        try:
            destination = self._settings.callbacks.destination(delivery.url, delivery.tenant)
            headers = signed_headers(
                self._settings.callbacks.secrets[delivery.tenant],
                webhook_id=delivery.id,
                at=datetime.now(UTC),
                body=delivery.body,
            )
            seconds = self._settings.callback_seconds
            answer = deliver(destination, delivery.body.encode(), headers, seconds=seconds)
            status, asked, last = answer.status, answer.retry_after_seconds, f"HTTP {answer.status}"
        except (NotDelivered, CallbackNotAllowed) as error:
            last = str(error)
        self._write_down(delivery, status, asked, last)

    def _write_down(self, delivery: Delivery, status: int | None, asked: float | None, last: str) -> None:
        if status in ACCEPTED:
            kept, outcome = self._outbox.delivered(delivery, last), "delivered"
        elif status == GONE or delivery.tries >= self._settings.callback_tries:
            kept, outcome = self._outbox.dead(delivery, last), "dead"
        else:
            pause = pause_seconds(
                delivery.tries,
                first_seconds=self._settings.callback_retry_seconds,
                asked_seconds=asked,
                dice=random.random,
            )
            kept, outcome = self._outbox.again(delivery, last, pause), "failed"
        if kept:
            metrics.CALLBACKS.labels(outcome).inc()
        told = {"job_id": delivery.job_id, "tenant": delivery.tenant, "try": delivery.tries, "last": last}
        level = logging.ERROR if outcome == "dead" else logging.INFO
        LOG.log(level, "callback %s", outcome, extra={"fields": told})
