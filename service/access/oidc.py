"""Bearer tokens of an OpenID Connect provider, for portals that have one: signed JWTs (RFC 7519, RFC 9068).

The provider's keys come from its JWKS URL, are kept for five minutes, and an unknown key id makes us look again at most
every 30 seconds. Algorithms are pinned to signatures with a public key: `none` and HMAC with that key as its secret
(RFC 8725, 2.1) are refused before any key is looked for.
"""

from __future__ import annotations

import hashlib
import logging
import re
import time
from typing import Any, Final
from urllib.parse import urlsplit

import jwt

from leakbook.storage.keys import TENANT, Scope
from leakbook.storage.settings import Settings

from ..problems import Refusal
from .caller import Caller
from .credentials import not_admitted
from .loopback import is_loopback_host

LOG = logging.getLogger(__name__)
ALGORITHMS: Final = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
LONGEST_TOKEN: Final = 8192
LEEWAY_SECONDS: Final = 30
FETCH_SECONDS: Final = 3
REST_SECONDS: Final = 5.0
"""After the provider did not answer, it is left alone for this long."""
SUBJECT: Final = re.compile(r"[\x21-\x7e]{1,100}")


class OidcCheck:
    """Tokens of one issuer for one audience."""

    def __init__(self, settings: Settings) -> None:
        """Fetches nothing yet. Raises ValueError for a JWKS URL that others could answer."""
        url = settings.oidc_jwks or ""
        parts = urlsplit(url)
        if parts.scheme != "https" and not (parts.scheme == "http" and is_loopback_host(parts.hostname or "")):
            raise ValueError(f"LEAKBOOK_OIDC_JWKS is {url!r}, expected an https URL")
        self._issuer = settings.oidc_issuer
        self._audience = settings.oidc_audience
        self._tenant_claim = settings.oidc_tenant_claim
        self._scope_claim = settings.oidc_scope_claim
        self._keys = jwt.PyJWKClient(url, timeout=FETCH_SECONDS)
        self._rests_until = float("-inf")

    def caller_of(self, token: str) -> Caller:
        """The subject with the tenant and scopes that its claims name. Raises Refusal."""
        claims = self._claims(token)
        tenant = claims.get(self._tenant_claim)
        if not isinstance(tenant, str) or not TENANT.fullmatch(tenant):
            raise Refusal(
                "forbidden",
                "The token names no tenant",
                f"Its claim {self._tenant_claim} is missing or no tenant's name.",
            )
        return Caller(tenant=tenant, actor=_actor(claims["sub"]), scopes=_scopes(claims.get(self._scope_claim)))

    def _claims(self, token: str) -> dict[str, Any]:
        try:
            return jwt.decode(
                token,
                self._signing_key(token),
                algorithms=ALGORITHMS,
                issuer=self._issuer,
                audience=self._audience,
                leeway=LEEWAY_SECONDS,
                options={"require": ["exp", "iat", "iss", "aud", "sub"]},
            )
        except jwt.ExpiredSignatureError:
            not_admitted("The token has expired.")
        except jwt.PyJWTError as error:
            LOG.info("token refused: %s", type(error).__name__)
            not_admitted("The token is not valid here.")

    def _signing_key(self, token: str) -> jwt.PyJWK:
        if len(token) > LONGEST_TOKEN:
            raise jwt.DecodeError("too long")
        header = jwt.get_unverified_header(token)
        if header.get("alg") not in ALGORITHMS:
            raise jwt.InvalidAlgorithmError("not one of ours")
        if time.monotonic() < self._rests_until:
            raise _provider_away()
        try:
            return self._keys.get_signing_key(header.get("kid", ""))
        except jwt.PyJWKClientConnectionError as error:
            self._rests_until = time.monotonic() + REST_SECONDS
            LOG.warning("the identity provider's keys cannot be fetched: %s", error)
            raise _provider_away() from error


def _provider_away() -> Refusal:
    return Refusal(
        "identity-unavailable", "The identity provider is not available", "Its keys cannot be fetched now. Try again."
    )


def _actor(subject: str) -> str:
    """A subject as it may stand in logs; one that may not, by its hash."""
    if SUBJECT.fullmatch(subject):
        return f"oidc:{subject}"
    return f"oidc:sha256:{hashlib.sha256(subject.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}"


def _scopes(claim: Any) -> frozenset[Scope]:
    """Our scopes in a list or a string of words; a provider may write `leakbook:read` for `read`."""
    words = claim.split() if isinstance(claim, str) else claim if isinstance(claim, list) else []
    named = {word.removeprefix("leakbook:") for word in words if isinstance(word, str)}
    return frozenset(scope for scope in Scope if scope.value in named)
