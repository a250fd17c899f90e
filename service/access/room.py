"""Whether there is room for one more job: in the queue, and in the tenant's own share of queue and store.

Asked before the body is read, so that refusing costs nothing, and once more when its true size is known. Two requests
at once may both find the last place: the bounds hold give or take the requests in hand.
"""

from __future__ import annotations

from typing import Final

from leakbook.storage.census import Census
from leakbook.storage.settings import Settings

from ..problems import Refusal

QUEUE_SECONDS: Final = 10
"""When to come again for a place in a queue."""
STORE_SECONDS: Final = 3600
"""When to come again for room in the store, which only deletion and retention make."""


class Room:
    """The bounds of the settings, held against what the store has."""

    def __init__(self, census: Census, settings: Settings) -> None:
        """Asks nothing yet."""
        self._census = census
        self._settings = settings

    def check(self, tenant: str, *, posted_bytes: int) -> None:
        """Raise Refusal when a job of so many bytes is not to be taken."""
        self._check_queue()
        self._check_tenants_queue(tenant)
        self.check_bytes(tenant, posted_bytes=posted_bytes)

    def check_bytes(self, tenant: str, *, posted_bytes: int) -> None:
        """Raise Refusal when so many more bytes are not to be kept for the tenant."""
        most = self._settings.tenant_bytes
        if not most or (stored := self._census.stored_bytes(tenant)) + posted_bytes <= most:
            return
        raise Refusal(
            "quota-exceeded",
            "The tenant's share of the store is used up",
            f"{stored} bytes of evidence are stored and this request would add {posted_bytes}; at most {most} may be. "
            "Delete diagnoses, or wait for their end.",
            headers={"Retry-After": str(STORE_SECONDS)},
            members={"limit": "tenant_bytes"},
        )

    def _check_queue(self) -> None:
        most = self._settings.max_queued
        if most and self._census.queued(up_to=most) >= most:
            raise Refusal(
                "over-capacity",
                "Too many jobs wait",
                "The queue is full. Nothing was accepted. Try again later.",
                headers={"Retry-After": str(QUEUE_SECONDS)},
            )

    def _check_tenants_queue(self, tenant: str) -> None:
        most = self._settings.tenant_queued
        if most and self._census.queued(up_to=most, tenant=tenant) >= most:
            raise Refusal(
                "quota-exceeded",
                "The tenant's share of the queue is used up",
                f"{most} jobs of the tenant wait, and no more may. Nothing was accepted.",
                headers={"Retry-After": str(QUEUE_SECONDS)},
                members={"limit": "tenant_queued"},
            )
