"""Whether, where and with which secrets callbacks are made."""

from __future__ import annotations

import base64
import binascii
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..switches import switch
from .destination import CallbackNotAllowed, Destination, Rule, destination_of, rule_of

SMALLEST_SECRET = 24
"""Bytes; the Standard Webhooks scheme asks for 24 to 64."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallbackSettings:
    """Off unless told otherwise."""

    enabled: bool = False
    rules: tuple[Rule, ...] = (rule_of("*"),)
    secrets: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    """Of each tenant, newest first: a message is signed with all, so that a receiver may change over."""
    public_url: str | None = None
    """What the paths in a callback are told below, as the receiver reaches the service."""

    @classmethod
    def from_environ(cls, environ: Mapping[str, str]) -> CallbackSettings:
        """From the variables of `docs/operations.md`. Raises ValueError that names the variable."""
        return cls(
            enabled=switch(environ, "LEAKBOOK_CALLBACKS", default=False),
            rules=_rules(environ.get("LEAKBOOK_CALLBACK_ALLOW") or "*"),
            secrets=_secrets(environ.get("LEAKBOOK_CALLBACK_SECRETS") or ""),
            public_url=(environ.get("LEAKBOOK_PUBLIC_URL") or "").rstrip("/") or None,
        )

    def destination(self, url: str, tenant: str) -> Destination:
        """Where a tenant's URL leads, asked when it is posted and when it is called. Raises CallbackNotAllowed."""
        if not self.enabled:
            raise CallbackNotAllowed("This service makes no callbacks: LEAKBOOK_CALLBACKS is off.")
        if not self.secrets.get(tenant):
            raise CallbackNotAllowed("There is no secret to sign with for this tenant in LEAKBOOK_CALLBACK_SECRETS.")
        return destination_of(url, self.rules)


def _rules(text: str) -> tuple[Rule, ...]:
    try:
        return tuple(rule_of(entry) for entry in filter(None, (part.strip() for part in text.split(","))))
    except ValueError as error:
        raise ValueError(f"LEAKBOOK_CALLBACK_ALLOW: {error}") from error


def _secrets(text: str) -> Mapping[str, tuple[str, ...]]:
    """`default=whsec_…,default=whsec_…,shop=whsec_…`. No message quotes what may be a secret."""
    found: dict[str, list[str]] = defaultdict(list)
    for number, entry in enumerate(filter(None, (part.strip() for part in text.split(","))), start=1):
        tenant, _, secret = entry.partition("=")
        if not tenant or not _is_secret(secret):
            form = f"TENANT=whsec_BASE64 of {SMALLEST_SECRET} bytes or more"
            raise ValueError(f"LEAKBOOK_CALLBACK_SECRETS: entry {number} is not {form}")
        found[tenant].append(secret)
    return {tenant: tuple(secrets) for tenant, secrets in found.items()}


def _is_secret(text: str) -> bool:
    try:
        return text.startswith("whsec_") and len(base64.b64decode(text[6:], validate=True)) >= SMALLEST_SECRET
    except binascii.Error:
        return False
