"""Is it alive, is it ready, how does it do."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify

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
    """The store answers, else 503. The broker is not asked: a job is accepted without it."""
    here = parts()
    return jsonify(status="ok", store="ok", jobs=dict(here.jobs.counts()), playbooks=len(here.playbooks.playbooks))


@blueprint.get("/metrics")
def show_metrics() -> Response:
    """Prometheus text."""
    return Response(metrics.exposition(parts()), content_type=metrics.CONTENT_TYPE)
