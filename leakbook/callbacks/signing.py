"""Headers of the Standard Webhooks scheme (standardwebhooks.com), by its own library.

::

    webhook-id: msg_01a210db44467b2d8850f9330c40a56c_1
    webhook-timestamp: 1795576321
    webhook-signature: v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4= v1,...   one of each secret
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from standardwebhooks import Webhook


def signed_headers(secrets: Sequence[str], *, webhook_id: str, at: datetime, body: str) -> Mapping[str, str]:
    """What identifies and signs one try. `at` is the time of the try, with a zone."""
    moment = at.astimezone(UTC)
    return {
        "webhook-id": webhook_id,
        "webhook-timestamp": str(int(moment.timestamp())),
        "webhook-signature": " ".join(Webhook(secret).sign(webhook_id, moment, body) for secret in secrets),
    }
