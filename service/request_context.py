"""Each request has an id and a span: on every log line, in the answer, and in the job it makes."""

from __future__ import annotations

import logging
import re
import time
import uuid
from typing import Final

from flask import Flask, Response, g, request

from leakbook.telemetry import context
from leakbook.telemetry.traces import current_traceparent, sane_traceparent, span, trace_id_of

LOG = logging.getLogger(__name__)
HEADER: Final = "X-Request-Id"
SANE: Final = re.compile(r"[A-Za-z0-9._:-]{1,128}")
PROBES: Final = frozenset({"health.live", "health.ready", "health.show_metrics"})


def register(app: Flask) -> None:
    """Install it first, so that whatever runs after it has the id."""
    app.before_request(_begin)
    app.after_request(_tell)
    app.teardown_request(_end)


def route() -> str:
    """The matched rule, `none` without one: the path itself is the client's text."""
    return request.url_rule.rule if request.url_rule is not None else "none"


def job_traceparent() -> str | None:
    """What a job of this request is traced under: our span, else what the client sent."""
    return current_traceparent() or sane_traceparent(request.headers.get("traceparent"))


def _begin() -> None:
    stated = request.headers.get(HEADER, "")
    g.request_id = stated if SANE.fullmatch(stated) else uuid.uuid4().hex
    g.began = time.monotonic()
    parent = sane_traceparent(request.headers.get("traceparent"))
    context.clear()
    context.bind(request_id=g.request_id)
    g.span = span(
        f"{method()} {route()}", parent=parent, kind="server", http__request__method=method(), http__route=route()
    )
    g.opened = g.span.__enter__()
    context.bind(trace_id=trace_id_of(job_traceparent()))


def method() -> str:
    """The method, `other` for one we do not serve: a client may invent any."""
    return request.method if request.method in ("GET", "HEAD", "POST", "DELETE", "PUT", "PATCH", "OPTIONS") else "other"


def _tell(response: Response) -> Response:
    if "request_id" not in g:
        return response
    response.headers[HEADER] = g.request_id
    g.opened.set_attribute("http.response.status_code", response.status_code)
    fields = {
        "method": method(),
        "route": route(),
        "status": response.status_code,
        "ms": round((time.monotonic() - g.began) * 1000, 1),
    }
    LOG.log(logging.DEBUG if request.endpoint in PROBES else logging.INFO, "request", extra={"fields": fields})
    return response


def _end(error: BaseException | None) -> None:
    if "span" in g:
        g.span.__exit__(None if error is None else type(error), error, None)
    context.clear()
