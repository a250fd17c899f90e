"""Before any view runs: is this who it says it is, may it do this, has it asked too often, is there room?"""

from __future__ import annotations

from http import HTTPStatus

from flask import Flask, Response, current_app, g, request

from leakbook.storage.keys import Scope
from leakbook.storage.settings import KEYS, OIDC, Settings
from leakbook.telemetry import context

from ..parts import Parts
from ..problems import Refusal
from . import auditing
from .caller import ANYBODY, Caller
from .credentials import CHALLENGE, KeyCheck, TokenCheck, bearer_token, check_for
from .in_hand import InHand
from .loopback import check_open_request
from .rates import Rates, limit_header, policy_header
from .routes import Demand, check_routes, demand_of

BUSY_SECONDS = 1
"""When to come again for a place among the requests in hand."""


class Gate:
    """The checks of one application, in the order in which they cost."""

    def __init__(self, parts: Parts) -> None:
        """Connects to nothing yet. Raises ValueError for settings that cannot be."""
        settings = parts.settings
        self._is_open = settings.is_open
        self._key_check: TokenCheck | None = KeyCheck(parts.keys) if KEYS in settings.auth else None
        self._oidc_check = _oidc_check(settings)
        self._rates = None if settings.is_open else Rates(settings)
        self.in_hand = InHand(settings.key_concurrency)
        self._policy = policy_header(settings)
        self._room = parts.room

    def admit(self) -> None:
        """Let the request in, or raise Refusal."""
        if self._is_open:
            check_open_request(request)
        g.demand = _demand()
        if g.demand is None or g.demand.scope is None:
            return  # no route of ours, which is answered as such, or one that shows nothing of any tenant
        g.caller = self._caller()
        context.bind(tenant=g.caller.tenant, actor=g.caller.actor)
        if g.caller.is_known:
            self._count(g.caller)
        _check_scope(g.caller, g.demand.scope)
        if g.demand.scope is Scope.SUBMIT:
            self._room.check(g.caller.tenant, posted_bytes=request.content_length or 0)

    def _caller(self) -> Caller:
        if self._is_open:
            return ANYBODY
        token = bearer_token(request)
        return check_for(token, keys=self._key_check, oidc=self._oidc_check).caller_of(token)

    def _count(self, caller: Caller) -> None:
        g.allowance = None if self._rates is None else self._rates.count(caller.actor)
        if g.allowance is not None and g.allowance.is_over:
            raise _too_many("requests a minute", g.allowance.resets_in_seconds)
        if not self.in_hand.enter(caller.actor, request.environ):
            raise _too_many("requests at a time", BUSY_SECONDS)

    def tell(self, response: Response) -> Response:
        """What is left to the caller, and what it did."""
        caller: Caller | None = g.get("caller")
        if caller is None or not caller.is_known:
            return response
        if self._policy:
            response.headers["RateLimit-Policy"] = self._policy
        if g.get("allowance") is not None:
            response.headers["RateLimit"] = limit_header(g.allowance)
        if g.demand.audited or response.status_code == HTTPStatus.FORBIDDEN:
            auditing.write(caller, response)
        return response


def register(app: Flask, parts: Parts) -> None:
    """Install it after the request's id, and before anything that reads a body. Raises TypeError, ValueError."""
    check_routes(app)
    gate = Gate(parts)
    app.before_request(gate.admit)
    app.after_request(gate.tell)
    app.wsgi_app = gate.in_hand.around(app.wsgi_app)  # type: ignore[assignment] # Flask's own way to wrap


def _oidc_check(settings: Settings) -> TokenCheck | None:
    if OIDC not in settings.auth:
        return None
    try:
        from .oidc import OidcCheck  # noqa: PLC0415 - its library comes with the extra `oidc` only
    except ModuleNotFoundError as error:
        raise ValueError("LEAKBOOK_AUTH has oidc, and the extra `oidc` is not installed") from error
    return OidcCheck(settings)


def _demand() -> Demand | None:
    if request.endpoint is None:
        return None
    return demand_of(current_app.view_functions[request.endpoint])


def _check_scope(caller: Caller, scope: Scope) -> None:
    if not caller.may(scope):
        raise Refusal(
            "forbidden",
            "The key lacks a scope",
            f"This needs the scope {scope.value!r}.",
            headers={"WWW-Authenticate": f'{CHALLENGE}, error="insufficient_scope", scope="{scope.value}"'},
            members={"scope": scope.value},
        )


def _too_many(what: str, seconds: int) -> Refusal:
    return Refusal(
        "rate-limited",
        "Too many requests",
        f"The caller has used up its {what}. Come again in {seconds} s.",
        headers={"Retry-After": str(seconds)},
    )
