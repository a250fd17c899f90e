"""Signatures, checked as a receiver does."""

from __future__ import annotations

import base64
import hashlib
import hmac
from datetime import UTC, datetime

import pytest
from standardwebhooks import Webhook, WebhookVerificationError

from leakbook.callbacks.schedule import LONGEST_SECONDS, pause_seconds
from leakbook.callbacks.signing import signed_headers

OLD, NEW = ("whsec_" + base64.b64encode(text * 32).decode() for text in (b"o", b"n"))
BODY = '{"type":"diagnosis.succeeded"}'


def test_a_receiver_with_either_secret_accepts_and_another_does_not() -> None:
    headers = dict(signed_headers((NEW, OLD), webhook_id="msg_1", at=datetime.now(UTC), body=BODY))
    for secret in (OLD, NEW):
        assert Webhook(secret).verify(BODY, headers) == {"type": "diagnosis.succeeded"}
    with pytest.raises(WebhookVerificationError):
        Webhook("whsec_" + base64.b64encode(b"x" * 32).decode()).verify(BODY, headers)
    with pytest.raises(WebhookVerificationError):
        Webhook(OLD).verify(BODY + " ", headers)


def test_the_signature_is_what_the_documents_say() -> None:
    headers = signed_headers((OLD,), webhook_id="msg_1", at=datetime(2026, 11, 25, 3, 12, tzinfo=UTC), body=BODY)
    signed = f"msg_1.{headers['webhook-timestamp']}.{BODY}".encode()
    expected = base64.b64encode(hmac.new(b"o" * 32, signed, hashlib.sha256).digest()).decode()
    assert headers["webhook-timestamp"] == "1795576320"
    assert headers["webhook-signature"] == f"v1,{expected}"


def test_pauses_grow_to_six_hours_and_vary_by_a_fifth() -> None:
    middle = [pause_seconds(n, first_seconds=5, asked_seconds=None, dice=lambda: 0.5) for n in range(1, 12)]
    assert middle == [5, 15, 45, 135, 405, 1215, 3645, 10935, 21600, 21600, 21600]
    assert pause_seconds(1, first_seconds=5, asked_seconds=None, dice=lambda: 0.0) == pytest.approx(4)
    assert pause_seconds(1, first_seconds=5, asked_seconds=None, dice=lambda: 1.0) == pytest.approx(6)
    assert pause_seconds(10**6, first_seconds=5, asked_seconds=None, dice=lambda: 0.5) == LONGEST_SECONDS


def test_a_receiver_can_ask_for_a_longer_pause_and_not_for_an_endless_one() -> None:
    assert pause_seconds(1, first_seconds=5, asked_seconds=60, dice=lambda: 0.5) == 60
    assert pause_seconds(3, first_seconds=5, asked_seconds=1, dice=lambda: 0.5) == 45
    assert pause_seconds(1, first_seconds=5, asked_seconds=1e9, dice=lambda: 0.5) == LONGEST_SECONDS
