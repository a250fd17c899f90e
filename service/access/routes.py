"""What each route asks of its caller, said where the view is defined. A view that says nothing is not served."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from flask import Flask

from leakbook.storage.keys import Scope

View = TypeVar("View", bound=Callable[..., Any])
MARK = "leakbook_demand"


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """The scope that a caller needs; None: the route is open to everybody. `audited` makes each call an audit row."""

    scope: Scope | None
    audited: bool = False


def needs(scope: Scope, *, audited: bool = False) -> Callable[[View], View]:
    """Serve the view to callers with `scope`. Stands below the route's own decorator."""
    return _marked(Demand(scope=scope, audited=audited))


def public(view: View) -> View:
    """Serve the view to everybody: it shows nothing of any tenant."""
    return _marked(Demand(scope=None))(view)


def _marked(demand: Demand) -> Callable[[View], View]:
    def mark(view: View) -> View:
        setattr(view, MARK, demand)
        return view

    return mark


def demand_of(view: Callable[..., Any]) -> Demand | None:
    """What the view asks for; None when it does not say."""
    return getattr(view, MARK, None)


def check_routes(app: Flask) -> None:
    """Raise TypeError when a view does not say who may call it."""
    for rule in app.url_map.iter_rules():
        if demand_of(app.view_functions[rule.endpoint]) is None:
            raise TypeError(f"{rule.rule} ({rule.endpoint}) says neither needs(scope) nor public")
