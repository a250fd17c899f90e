"""Who asks. Set once a request, before its view; whatever is looked up is looked up for this tenant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, cast

from flask import g

from leakbook.storage.jobs import JobStore
from leakbook.storage.keys import Scope

from ..parts import parts

OPEN_TENANT: Final = "default"


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """`actor` is what logs and the audit call it, and what its requests are counted under."""

    tenant: str
    actor: str
    scopes: frozenset[Scope]
    is_known: bool = True
    """Whether it has shown who it is: in open mode nobody does."""

    def may(self, scope: Scope) -> bool:
        """Whether it has the scope; `admin` has all."""
        return scope in self.scopes or Scope.ADMIN in self.scopes


ANYBODY: Final = Caller(tenant=OPEN_TENANT, actor="open", scopes=frozenset(Scope), is_known=False)
"""Whoever calls in open mode."""


def caller() -> Caller:
    """The caller of the current request. Routes that are open to everybody have none."""
    return cast(Caller, g.caller)


def own_jobs() -> JobStore:
    """The jobs of the caller's tenant, and no others."""
    return parts().jobs_of(caller().tenant)
