"""Is it alive, is it ready, how does it do."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, Response, jsonify
from sqlalchemy.exc import DBAPIError

from .. import metrics
from ..parts import parts

blueprint = Blueprint("health", __name__)


@blueprint.get("/livez")
@blueprint.get("/healthz")
def live() -> Response:
    """The process answers. Looks at nothing else, so that a store that is away restarts no API."""
    return jsonify(status="ok")


@blueprint.get("/readyz")
def ready() -> Response:
    """The store answers. The broker is not asked: a job is accepted without it."""
    try:
        counts = parts().jobs.counts()
    except DBAPIError as error:
        response = jsonify(status="unready", store=str(error.orig))
        response.status_code = HTTPStatus.SERVICE_UNAVAILABLE
        return response
    return jsonify(status="ok", store="ok", jobs=dict(counts), playbooks=len(parts().playbooks.playbooks))


@blueprint.get("/metrics")
def show_metrics() -> Response:
    """Prometheus text."""
    return Response(metrics.exposition(parts()), content_type=metrics.CONTENT_TYPE)
