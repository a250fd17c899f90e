"""Every answer that is not 2xx or 3xx is problem+json (RFC 9457) with a stable code; this place alone makes it."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict
from http import HTTPStatus
from typing import Any, Final

from flask import Flask, Response
from marshmallow import ValidationError
from sqlalchemy.exc import DBAPIError
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from leakbook.errors import LeakbookError
from leakbook.storage.blobs import BlobsAway
from leakbook.storage.model import Failure

LOG = logging.getLogger(__name__)
MEDIA: Final = "application/problem+json"
STATUS: Final = {
    "request-malformed": 400,
    "parameter-invalid": 400,
    "not-found": 404,
    "method-not-allowed": 405,
    "evidence-gone": 410,
    "limit-exceeded": 413,
    "encoding-not-supported": 415,
    "evidence-not-recognised": 415,
    "request-invalid": 422,
    "evidence-invalid": 422,
    "evidence-empty": 422,
    "evidence-malformed": 422,
    "evidence-kind-mismatch": 422,
    "evidence-not-go": 422,
    "idempotency-key-reused": 422,
    "callback-not-allowed": 422,
    "job-too-slow": 422,
    "job-too-large": 422,
    "job-gave-up": 500,
    "internal": 500,
    "store-unavailable": 503,
}
"""Every code there is, with its status. Codes of a failed job are answered with it when the client waits."""
HTTP_CODES: Final = {400: "request-malformed", 404: "not-found", 405: "method-not-allowed", 413: "limit-exceeded"}


class Refusal(LeakbookError):
    """The request cannot be served as it is. `errors` are single mistakes, each with a JSON pointer or parameter."""

    def __init__(self, code: str, title: str, detail: str, *, errors: tuple[dict[str, str], ...] = ()) -> None:
        """`code` is a key of `STATUS`."""
        super().__init__(detail)
        self.problem_code = code
        self.problem_title = title
        self.errors = errors


def problem_of(failure: Failure) -> dict[str, Any]:
    """A stored or fresh failure as a problem object."""
    known = {name: value for name, value in asdict(failure).items() if value is not None}
    return {"type": f"/docs#{failure.code}", "status": STATUS.get(failure.code, 500)} | known


def problem_response(problem: dict[str, Any]) -> Response:
    """The problem as an answer."""
    response = Response(json.dumps(problem), status=problem["status"], content_type=MEDIA)
    if problem["status"] == HTTPStatus.SERVICE_UNAVAILABLE:
        response.headers["Retry-After"] = "2"
    return response


def simple_problem(code: str, title: str, detail: str, **more: Any) -> dict[str, Any]:
    """A problem that is not a failure of the core."""
    return problem_of(Failure(code=code, title=title, detail=detail)) | more


def pointers(messages: Any, path: str = "") -> tuple[dict[str, str], ...]:
    """marshmallow's nested messages as a flat list of `pointer` and `detail`."""
    if isinstance(messages, dict):
        parts = ((f"{path}/{key}" if key != "_schema" else path, value) for key, value in messages.items())
        return tuple(error for place, value in parts for error in pointers(value, place))
    return tuple({"pointer": path, "detail": str(message)} for message in messages)


def register(app: Flask) -> None:
    """Install the handlers."""
    app.register_error_handler(Refusal, _refused)
    app.register_error_handler(ValidationError, _not_valid)
    app.register_error_handler(LeakbookError, lambda error: problem_response(problem_of(Failure.of(error))))
    app.register_error_handler(DBAPIError, _store_away)
    app.register_error_handler(BlobsAway, _evidence_store_away)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _bug)


def _refused(error: Refusal) -> Response:
    more = {"errors": list(error.errors)} if error.errors else {}
    return problem_response(simple_problem(error.problem_code, error.problem_title, str(error), **more))


def _not_valid(error: ValidationError) -> Response:
    errors = pointers(error.messages)
    detail = "; ".join(f"{e['pointer'] or 'request'}: {e['detail']}" for e in errors)
    return problem_response(simple_problem("request-invalid", "The request is not valid", detail, errors=list(errors)))


def _store_away(error: DBAPIError) -> Response:
    LOG.error("the store failed", exc_info=error)
    return problem_response(
        simple_problem("store-unavailable", "The store is not available", "Nothing was accepted. Try again.")
    )


def _evidence_store_away(error: BlobsAway) -> Response:
    LOG.error("evidence cannot be stored or read", exc_info=error)
    return problem_response(
        simple_problem(
            "store-unavailable",
            "The evidence store is not available",
            "Evidence cannot be stored or read now, perhaps because the disk is full. A request to store it was not "
            "accepted. Try again.",
        )
    )


def _http(error: HTTPException) -> Response:
    status = error.code or 500
    code = HTTP_CODES.get(status, "request-malformed" if status < 500 else "internal")
    title = HTTPStatus(status).phrase
    problem = simple_problem(code, title, error.description or title) | {"status": status}
    if isinstance(error, RequestEntityTooLarge):
        problem |= {"title": "The request is larger than the limits allow", "limit": "request_bytes"}
    response = problem_response(problem)
    for name, value in error.get_headers():
        if name == "Allow":
            response.headers[name] = value
    return response


def _bug(error: Exception) -> Response:
    LOG.exception("unexpected failure", exc_info=error)
    return problem_response(simple_problem("internal", "Leakbook failed", "A mistake of Leakbook's own; it is logged."))
