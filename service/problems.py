"""Every answer that is not 2xx or 3xx is a problem with a stable code; this place alone makes it.

It is problem+json (RFC 9457), or the same as plain text for who prefers any form of text to JSON: a browser, a
terminal, a script that pipes Markdown into a channel.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from http import HTTPStatus
from itertools import islice
from types import MappingProxyType
from typing import Any, Final

from flask import Flask, Response, current_app, g, request
from gunicorn.http.errors import ParseException
from marshmallow import ValidationError
from sqlalchemy.exc import DataError, IntegrityError
from werkzeug.exceptions import ClientDisconnected, HTTPException, MethodNotAllowed, NotFound, RequestEntityTooLarge

from leakbook.errors import LeakbookError
from leakbook.storage.blobs import BlobsAway
from leakbook.storage.database import STORE_AWAY
from leakbook.storage.model import Failure

from .media_ranges import best_form
from .problem_text import problem_text
from .uploads import CLOCK

LOG = logging.getLogger(__name__)
MEDIA: Final = "application/problem+json"
PLAIN: Final = "text/plain"
STATUS: Final = {
    "request-malformed": 400,
    "parameter-invalid": 400,
    "unauthorized": 401,
    "forbidden": 403,
    "not-found": 404,
    "method-not-allowed": 405,
    "upload-too-slow": 408,
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
    "quota-exceeded": 429,
    "rate-limited": 429,
    "job-gave-up": 500,
    "internal": 500,
    "identity-unavailable": 503,
    "over-capacity": 503,
    "store-unavailable": 503,
}
"""Every code there is, with its status. Codes of a failed job are answered with it when the client waits."""
NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
UNREADABLE: Final = "The request cannot be read"
MOST_MISTAKES: Final = 100
LONGEST_NAME: Final = 200
ACCEPTED: Final = (MEDIA, "application/json", "text/markdown", "text/html", "text/vnd.slack.mrkdwn", PLAIN)
"""What answers may be; who asks for one to read, or to pass on to readers, gets a problem as text."""
READS: Final = frozenset({"GET", "HEAD", "OPTIONS"})
HTTP_CODES: Final = {400: "request-malformed", 404: "not-found", 405: "method-not-allowed", 413: "limit-exceeded"}


class Refusal(LeakbookError):
    """The request cannot be served as it is. `errors` are single mistakes, each with a JSON pointer or parameter."""

    def __init__(
        self,
        code: str,
        title: str,
        detail: str,
        *,
        errors: tuple[dict[str, str], ...] = (),
        headers: Mapping[str, str] = NOTHING,
        members: Mapping[str, str] = NOTHING,
    ) -> None:
        """`code` is a key of `STATUS`; `members` are further members of the problem."""
        super().__init__(detail)
        self.problem_code = code
        self.problem_title = title
        self.errors = errors
        self.headers = headers
        self.members = members


def problem_of(failure: Failure) -> dict[str, Any]:
    """A stored or fresh failure as a problem object."""
    known = {name: value for name, value in asdict(failure).items() if value is not None}
    return {"type": f"/docs#{failure.code}", "status": STATUS.get(failure.code, 500)} | known


def problem_response(problem: dict[str, Any]) -> Response:
    """The problem as an answer to the request in hand."""
    if (best_form(request, ACCEPTED) or MEDIA).startswith("text/"):
        response = Response(problem_text(problem), problem["status"], content_type=f"{PLAIN}; charset=utf-8")
    else:
        response = Response(json.dumps(problem), problem["status"], content_type=MEDIA)
    response.vary.add("Accept")
    if problem["status"] == HTTPStatus.SERVICE_UNAVAILABLE:
        response.headers["Retry-After"] = "2"
    return response


def simple_problem(code: str, title: str, detail: str, **more: Any) -> dict[str, Any]:
    """A problem that is not a failure of the core."""
    return problem_of(Failure(code=code, title=title, detail=detail)) | more


def pointers(messages: Any) -> tuple[dict[str, str], ...]:
    """marshmallow's nested messages as a flat list of `pointer` and `detail`: the first, should there be very many."""
    return tuple(islice(_pointers(messages, ""), MOST_MISTAKES))


def _pointers(messages: Any, path: str) -> Iterator[dict[str, str]]:
    """Names of the client's own are in the path, and cut."""
    if isinstance(messages, dict):
        for key, value in sorted(messages.items(), key=lambda item: (isinstance(item[0], str), item[0])):
            yield from _pointers(value, f"{path}/{str(key)[:LONGEST_NAME]}" if key != "_schema" else path)
        return
    yield from ({"pointer": path, "detail": str(message)} for message in messages)


def register(app: Flask) -> None:
    """Install the handlers."""
    app.register_error_handler(Refusal, _refused)
    app.register_error_handler(ValidationError, _not_valid)
    app.register_error_handler(LeakbookError, lambda error: problem_response(problem_of(Failure.of(error))))
    for away in STORE_AWAY:
        app.register_error_handler(away, _store_away)
    app.register_error_handler(BlobsAway, _evidence_store_away)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(ParseException, _no_http)
    app.register_error_handler(Exception, _bug)


def _refused(error: Refusal) -> Response:
    more = ({"errors": list(error.errors)} if error.errors else {}) | dict(error.members)
    response = problem_response(simple_problem(error.problem_code, error.problem_title, str(error), **more))
    response.headers.update(error.headers)
    return response


def _not_valid(error: ValidationError) -> Response:
    errors = pointers(error.messages)
    detail = "; ".join(f"{e['pointer'] or 'request'}: {e['detail']}" for e in errors)
    return problem_response(simple_problem("request-invalid", "The request is not valid", detail, errors=list(errors)))


def _store_away(error: Exception) -> Response:
    g.store_is_away = not isinstance(error, DataError | IntegrityError)  # which tell that it is there
    LOG.error("the store failed", exc_info=error)
    words = "Try again." if request.method in READS else "Nothing was accepted. Try again."
    return problem_response(simple_problem("store-unavailable", "The store is not available", words))


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
    if isinstance(error, ClientDisconnected) and CLOCK.was_cut(request.environ.get("gunicorn.socket")):
        return problem_response(
            simple_problem("upload-too-slow", "The request came too slowly", "It was not sent whole in its time.")
        )
    status = error.code or 500
    code = HTTP_CODES.get(status, "request-malformed" if status < 500 else "internal")
    title = HTTPStatus(status).phrase
    problem = simple_problem(code, title, _words(error) or title) | {"status": status}
    if isinstance(error, ClientDisconnected):
        problem |= {"title": "The request was cut", "detail": "The body ended before the length that its head states."}
    if isinstance(error, RequestEntityTooLarge):
        problem |= _too_large()
    response = problem_response(problem)
    for name, value in error.get_headers():
        if name == "Allow":
            response.headers[name] = value
    return response


def _words(error: HTTPException) -> str | None:
    """What the framework says; of an address or method that there is not it knows nothing of ours."""
    if isinstance(error, NotFound):
        asked = request.path[:LONGEST_NAME]
        return f"Nothing is at {asked!r}. /docs lists what there is; an id is a UUID, a position a number."
    if isinstance(error, MethodNotAllowed):
        return f"{request.method} is not known here; {', '.join(sorted(error.valid_methods or ()))} are."
    return error.description


def _no_http(_error: ParseException) -> Response:
    """The server reads on while the view does."""
    detail = "Its body is not in chunks as HTTP/1.1 has them."
    return problem_response(simple_problem("request-malformed", UNREADABLE, detail))


def _too_large() -> dict[str, str]:
    most = current_app.config["MAX_CONTENT_LENGTH"]
    detail = f"At most {most} bytes may be posted. Evidence may be compressed: gzip, zstd or a zip."
    return {"title": "The request is larger than the limits allow", "limit": "request_bytes", "detail": detail}


def _bug(error: Exception) -> Response:
    LOG.exception("unexpected failure", exc_info=error)
    return problem_response(simple_problem("internal", "Leakbook failed", "A mistake of Leakbook's own; it is logged."))
