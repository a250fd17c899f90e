"""The application factory: `gunicorn 'service.app:create_app()'`."""

from __future__ import annotations

import os

from flask import Flask

from leakbook.storage.settings import Settings

from . import metrics, problems, request_context, security
from .access import gate
from .parts import EXTENSION, build_parts
from .views import audit, diagnoses, documentation, health, playbooks


def create_app(settings: Settings | None = None) -> Flask:
    """An application on `settings`, else on those of the environment. Raises PlaybookError, ValueError."""
    settings = settings or Settings.from_environ(os.environ)
    app = Flask("service", static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = settings.limits.request_bytes
    app.url_map.strict_slashes = False
    app.extensions[EXTENSION] = parts = build_parts(settings)
    for view in (diagnoses, playbooks, audit, health, documentation):
        app.register_blueprint(view.blueprint)
    request_context.register(app)
    gate.register(app, parts)
    problems.register(app)
    security.register(app)
    metrics.register(app)
    return app
