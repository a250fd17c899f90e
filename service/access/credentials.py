"""`Authorization: Bearer`: an API key, or a token of the identity provider."""

from __future__ import annotations

import logging
from typing import NoReturn, Protocol

from flask import Request

from leakbook.storage.keys import PREFIX, ApiKey, KeyStore, Standing

from ..problems import Refusal
from .caller import Caller

LOG = logging.getLogger(__name__)
CHALLENGE = 'Bearer realm="leakbook"'


class TokenCheck(Protocol):
    """Tells who a bearer token is of."""

    def caller_of(self, token: str) -> Caller:
        """The caller. Raises Refusal."""


class KeyCheck:
    """API keys."""

    def __init__(self, keys: KeyStore) -> None:
        """Look keys up in `keys`, at each request: one that is revoked is out at once."""
        self._keys = keys

    def caller_of(self, token: str) -> Caller:
        """The key's tenant and scopes. Raises Refusal; only who has the whole key hears why it is no longer good."""
        key = self._keys.find(token)
        if key is None:
            not_admitted("There is no such key.")
        if key.standing is not Standing.VALID:
            not_admitted(f"The key {key.id} {_ended(key)}.", actor=f"key:{key.id}")
        return Caller(tenant=key.tenant, actor=f"key:{key.id}", scopes=key.scopes)


def _ended(key: ApiKey) -> str:
    return "is revoked" if key.standing is Standing.REVOKED else "has expired"


def bearer_token(request: Request) -> str:
    """The token of the request. Raises Refusal."""
    header = request.headers.get("Authorization")
    if header is None:
        raise Refusal(
            "unauthorized",
            "A key is needed",
            "Send an API key or a token as `Authorization: Bearer ...`.",
            headers={"WWW-Authenticate": CHALLENGE},
        )
    scheme, _, token = header.partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        not_admitted("The Authorization header is not of the form `Bearer ...`.")
    return token.strip()


def check_for(token: str, *, keys: TokenCheck | None, oidc: TokenCheck | None) -> TokenCheck:
    """Who can tell whose token it is. Raises Refusal."""
    found = keys if token.startswith(PREFIX) else oidc
    if found is None:
        not_admitted("Tokens of this kind are not accepted here.")
    return found


def not_admitted(reason: str, *, actor: str | None = None) -> NoReturn:
    """Refuse with 401. `reason` must hold nothing of what was sent."""
    LOG.info("not admitted", extra={"fields": {"reason": reason, "actor": actor}})
    challenge = f'{CHALLENGE}, error="invalid_token", error_description="{reason.replace(chr(96), "")}"'
    raise Refusal("unauthorized", "The key is not accepted", reason, headers={"WWW-Authenticate": challenge})
