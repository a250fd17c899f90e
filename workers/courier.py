"""Threads of each worker's main process that deliver callbacks: claim one, try once, write down how it ended."""

from __future__ import annotations

import logging
import random
from datetime import UTC, datetime

from leakbook.callbacks.delivery import ACCEPTED, GONE, Answer, NotDelivered, deliver
from leakbook.callbacks.destination import CallbackNotAllowed
from leakbook.callbacks.places import Crowded, Places
from leakbook.callbacks.schedule import pause_seconds
from leakbook.callbacks.signing import signed_headers
from leakbook.storage.database import open_engine
from leakbook.storage.outbox import PER_HOST, Delivery, Outbox
from leakbook.storage.settings import Settings

from . import metrics
from .rounds import Rounds

LOG = logging.getLogger(__name__)
DELIVERERS = 4
CROWDED_SECONDS = 5.0
"""When to come again for a place at an address."""
MISTAKE = "The try failed on a mistake of Leakbook's own; it is logged."
USED_UP = "Its tries are used up; the last did not live to tell how it ended."


class Courier(Rounds):
    """Delivers what is owed, looking each `sweep_seconds` when nothing is."""

    def __init__(self, settings: Settings) -> None:
        """Connects to nothing yet; while callbacks are off there is no thread to start."""
        threads = DELIVERERS if settings.callbacks.enabled else 0
        super().__init__("courier", every_seconds=settings.sweep_seconds, threads=threads)
        self._settings = settings
        self._outbox = Outbox(open_engine(settings), settings)
        self._places = Places(PER_HOST)

    def round(self) -> bool:
        """Claim one that is owed and try it. A try that `stop` cuts short is made again by another worker."""
        delivery = self._outbox.claim()
        if delivery is not None:
            self.attempt(delivery)
        return delivery is not None

    def attempt(self, delivery: Delivery) -> None:
        """One try of what was claimed, which ends it or puts it off, whatever happens.

        While the receiver's address has as many tries as it may there is none, and it is put off as it was.
        """
        answer, last = None, USED_UP
        if delivery.tries <= self._settings.callback_tries:
            try:
                answer = self._posted(delivery)
                last = f"HTTP {answer.status}"
            except Crowded:
                self._outbox.give_back(delivery, CROWDED_SECONDS)
                return
            except (NotDelivered, CallbackNotAllowed) as error:
                last = str(error)
            except Exception:
                LOG.exception("a callback failed on a mistake of ours", extra={"fields": _told(delivery)})
                last = MISTAKE
        self._write_down(delivery, answer, last)

    def _posted(self, delivery: Delivery) -> Answer:
        """Judge the URL anew, sign, post. Raises NotDelivered, CallbackNotAllowed, Crowded."""
        callbacks = self._settings.callbacks
        destination = callbacks.destination(delivery.url, delivery.tenant)
        headers = signed_headers(
            callbacks.secrets[delivery.tenant], webhook_id=delivery.id, at=datetime.now(UTC), body=delivery.body
        )
        seconds = self._settings.callback_seconds
        return deliver(destination, delivery.body.encode(), headers, seconds=seconds, places=self._places)

    def _write_down(self, delivery: Delivery, answer: Answer | None, last: str) -> None:
        status = None if answer is None else answer.status
        if status in ACCEPTED:
            kept, outcome = self._outbox.delivered(delivery, last), "delivered"
        elif status == GONE or delivery.tries >= self._settings.callback_tries:
            kept, outcome = self._outbox.dead(delivery, last), "dead"
        else:
            pause = pause_seconds(
                delivery.tries,
                first_seconds=self._settings.callback_retry_seconds,
                asked_seconds=None if answer is None else answer.retry_after_seconds,
                dice=random.random,
            )
            kept, outcome = self._outbox.again(delivery, last, pause), "failed"
        if kept:
            metrics.CALLBACKS.labels(outcome).inc()
        level = logging.ERROR if outcome == "dead" else logging.INFO
        LOG.log(level, "callback %s", outcome, extra={"fields": _told(delivery) | {"last": last}})


def _told(delivery: Delivery) -> dict[str, object]:
    return {"job_id": delivery.job_id, "tenant": delivery.tenant, "host": delivery.host, "try": delivery.tries}
