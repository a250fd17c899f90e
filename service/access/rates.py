"""How much one caller may ask: so many requests a minute. How many at a time is `in_hand`.

The headers are those of draft-ietf-httpapi-ratelimit-headers-10: `RateLimit-Policy` says the quotas, `RateLimit` what
is left of them.
"""

from __future__ import annotations

import logging
import math
import time
from dataclasses import dataclass
from typing import Final

from limits import RateLimitItemPerMinute
from limits.errors import ConfigurationError, StorageError
from limits.storage import StorageTypes, storage_from_string
from limits.strategies import MovingWindowRateLimiter

from leakbook.storage.settings import Settings

LOG = logging.getLogger(__name__)
WINDOW_SECONDS: Final = 60
REST_SECONDS: Final = 5.0
"""After the place where requests are counted did not answer, it is left alone for this long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """What is left to a caller after this request was counted. `is_over`: it was not to be served."""

    left: int
    resets_in_seconds: int
    is_over: bool


class Rates:
    """Requests a minute. When they cannot be counted they are served: a limiter must not be what fails."""

    def __init__(self, settings: Settings) -> None:
        """Connects to nothing yet. Raises ValueError when the storage's library is not installed."""
        self._item = RateLimitItemPerMinute(max(settings.key_requests, 1))
        self._is_limited = settings.key_requests > 0
        self._limiter = MovingWindowRateLimiter(_storage(settings.rate_storage))
        self._rests_until = float("-inf")

    def count(self, actor: str) -> Allowance | None:
        """Count a request. None when there is no limit, or when it cannot be counted."""
        if not self._is_limited or time.monotonic() < self._rests_until:
            return None
        try:
            is_over = not self._limiter.hit(self._item, actor)
            window = self._limiter.get_window_stats(self._item, actor)
        except StorageError as error:
            self._rests_until = time.monotonic() + REST_SECONDS
            LOG.warning("requests are not counted: %s", type(error.storage_error).__name__)
            return None
        resets = max(1, math.ceil(window.reset_time - time.time()))
        return Allowance(left=max(window.remaining, 0), resets_in_seconds=min(resets, WINDOW_SECONDS), is_over=is_over)


def _storage(url: str) -> StorageTypes:
    options: dict[str, float | str | bool] = {"wrap_exceptions": True}
    if not url.startswith("memory:"):
        options |= {"socket_timeout": 1.0, "socket_connect_timeout": 1.0}
    try:
        return storage_from_string(url, **options)
    except ConfigurationError as error:
        raise ValueError(
            f"LEAKBOOK_RATE_STORAGE cannot be used; is the extra `production` installed? {error}"
        ) from error


def policy_header(settings: Settings) -> str:
    """`RateLimit-Policy`; empty when there is no limit."""
    policies = []
    if settings.key_requests:
        policies.append(f'"requests";q={settings.key_requests};w={WINDOW_SECONDS}')
    if settings.key_concurrency:
        policies.append(f'"concurrency";q={settings.key_concurrency};qu="concurrent-requests"')
    return ", ".join(policies)


def limit_header(allowance: Allowance) -> str:
    """`RateLimit`."""
    return f'"requests";r={allowance.left};t={allowance.resets_in_seconds}'
