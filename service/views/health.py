"""Is it alive, is it ready, how does it do."""

from __future__ import annotations

import logging

from flask import Blueprint, Response, jsonify

from leakbook.storage.database import STORE_AWAY

from .. import metrics
from ..access.routes import public
from ..parts import parts
from ..problems import problem_response, simple_problem

LOG = logging.getLogger(__name__)

blueprint = Blueprint("health", __name__)


@blueprint.get("/livez")
@blueprint.get("/healthz")
@public
def live() -> Response:
    """The process answers. Looks at nothing else, so that a store that is away restarts no API."""
    return jsonify(status="ok")


@blueprint.get("/readyz")
@public
def ready() -> Response:
    """Which part is down. Only a store that is away makes it 503: a job is accepted without the broker."""
    here = parts()
    others = here.readiness.parts()
    try:
        unended = dict(here.census.unended())
    except STORE_AWAY:
        LOG.warning("the store is away", exc_info=True)
        away = simple_problem("store-unavailable", "The store is not available", "Nothing is accepted. Try again.")
        return problem_response(away | {"store": "away"} | others)
    status = "ok" if set(others.values()) == {"ok"} else "degraded"
    return jsonify(status=status, store="ok", jobs=unended, playbooks=len(here.playbooks.playbooks), **others)


@blueprint.get("/metrics")
@public
def show_metrics() -> Response:
    """Prometheus text."""
    return Response(metrics.exposition(parts()), content_type=metrics.CONTENT_TYPE)
