"""Queries and the headers that say the same: loaded, or refused with the parameter that is wrong."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from flask import Request
from marshmallow import Schema, ValidationError

from leakbook.diagnosis.report import Subject
from leakbook.evidence.model import EvidenceKind
from leakbook.storage.jobs import Selection
from leakbook.storage.model import Job, JobState, milliseconds_of

from .problems import Refusal
from .schemas.fields import CONTROL
from .schemas.requests import SUBJECT_NAMES, AuditSchema, ListSchema, QuerySchema, WaitSchema

RAW_NAMES: Final = ("name", "kind", "captured_at")
"""What a query says of the one piece that a raw body is. In the other two ways each piece has its own."""
PREFER_WAIT: Final = re.compile(r'(?:^|[,;])\s*wait\s*=\s*"?([0-9]{1,9})"?\s*(?=$|[,;])', re.IGNORECASE)
PREFER_ASYNC: Final = re.compile(r"(?:^|[,;])\s*respond-async\s*(?=$|[,;])", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PostQuery:
    """The query of a posting. The three of `RAW_NAMES` are for a raw body."""

    subject: Subject
    name: str | None
    kind: EvidenceKind | None
    captured_at: datetime | None
    wait_seconds: float
    idempotency_key: str | None
    callback_url: str | None = None
    priority: str | None = None


def post_query(request: Request, longest_wait: float) -> PostQuery:
    """The query and headers of a posting. Raises Refusal."""
    loaded = _loaded(QuerySchema(), request)
    return PostQuery(
        subject=Subject(**{name: loaded[name] for name in SUBJECT_NAMES}),
        name=loaded["name"],
        kind=loaded["kind"],
        captured_at=loaded["captured_at"],
        wait_seconds=_wait(loaded["wait"], request, longest_wait),
        idempotency_key=_idempotency_key(request, loaded["idempotency_key"]),
        callback_url=loaded["callback_url"],
        priority=loaded["priority"],
    )


def refuse_raw_names(query: PostQuery, *, instead: str) -> None:
    """Raise Refusal when the query says of a piece what `instead` says of each."""
    said = [name for name in RAW_NAMES if getattr(query, name) is not None]
    if said:
        detail = f"It is for a raw body, which is one piece. Say it in {instead}."
        raise _wrong_parameters((name, detail) for name in said)


def no_query(request: Request) -> None:
    """Nothing may be asked for. Raises Refusal."""
    _loaded(Schema(), request)


def wait_query(request: Request, longest_wait: float) -> float:
    """How long a GET may wait. Raises Refusal."""
    return _wait(_loaded(WaitSchema(), request)["wait"], request, longest_wait)


def list_query(request: Request) -> Selection:
    """What to list. Raises Refusal."""
    loaded = _loaded(ListSchema(), request)
    return Selection(
        service=loaded["service"],
        verdict=loaded["verdict"],
        playbook=loaded["playbook"],
        state=JobState(loaded["status"]) if loaded["status"] else None,
        since=loaded["since"],
        after=read_cursor(loaded["cursor"]) if loaded["cursor"] else None,
        limit=loaded["limit"],
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditQuery:
    """Which rows of the audit log to show."""

    target: str | None
    since: datetime | None
    before: str | None
    limit: int


def audit_query(request: Request) -> AuditQuery:
    """What to show of the audit log. Raises Refusal."""
    loaded = _loaded(AuditSchema(), request)
    cursor = loaded["cursor"]
    return AuditQuery(
        target=loaded["target"],
        since=loaded["since"],
        before=None if cursor is None else str(cursor),
        limit=loaded["limit"],
    )


def cursor_after(job: Job) -> str:
    """The opaque place of a job in the list."""
    return base64.urlsafe_b64encode(f"{milliseconds_of(job.created_at)}/{job.id}".encode()).decode().rstrip("=")


def read_cursor(cursor: str) -> tuple[int, str]:
    """The reverse of `cursor_after`. Raises Refusal."""
    try:
        text = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")
    except (binascii.Error, ValueError) as error:
        raise wrong_parameter("cursor", "Not a cursor of this list.") from error
    found = re.fullmatch(r"([0-9]{1,15})/([0-9a-f-]{36})", text)
    if found is None:
        raise wrong_parameter("cursor", "Not a cursor of this list.")
    return int(found[1]), found[2]


def wrong_parameter(parameter: str, detail: str) -> Refusal:
    """The refusal of one query parameter or header."""
    return _wrong_parameters([(parameter, detail)])


def _wrong_parameters(mistakes: Iterable[tuple[str, str]]) -> Refusal:
    errors = tuple({"parameter": name, "detail": detail} for name, detail in mistakes)
    detail = "; ".join(f"{error['parameter']}: {error['detail']}" for error in errors)
    return Refusal("parameter-invalid", "A parameter is not valid", detail, errors=errors)


def _loaded(schema: Schema, request: Request) -> dict[str, Any]:
    """What is not known, and what is said twice, is refused: who wrote it believes that it was heard."""
    wrong = list(_unheard(schema, request))
    if wrong:
        raise _wrong_parameters(wrong)
    try:
        loaded: dict[str, Any] = schema.load(request.args.to_dict())
    except ValidationError as error:
        messages: dict[str, list[str]] = error.messages_dict
        raise _wrong_parameters((str(name), str(said)) for name in messages for said in messages[name]) from error
    return loaded


def _unheard(schema: Schema, request: Request) -> Iterator[tuple[str, str]]:
    known = f"known: {', '.join(schema.fields)}" if schema.fields else "none is known"
    for name, values in request.args.lists():
        if name not in schema.fields:
            yield name, f"There is no such parameter here; {known}."
        elif len(values) > 1:
            yield name, f"It stands there {len(values)} times."


def _wait(stated: int | None, request: Request, longest: float) -> float:
    """`?wait=` is a demand and refused when too long; `Prefer: wait=` is a wish and cut."""
    if stated is not None:
        if stated > longest:
            raise wrong_parameter("wait", f"At most {longest:g} seconds.")
        return float(stated)
    prefer = ", ".join(request.headers.getlist("Prefer"))
    found = PREFER_WAIT.search(prefer)
    if found is None or PREFER_ASYNC.search(prefer):
        return 0.0
    return min(float(found[1]), longest)


def _idempotency_key(request: Request, in_query: str | None) -> str | None:
    key = request.headers.get("Idempotency-Key")
    if key is None:
        return in_query
    key = key.strip().strip('"')  # the draft has it as a quoted string, most clients do not
    if not 1 <= len(key) <= 255 or CONTROL.search(key):
        raise wrong_parameter("Idempotency-Key", "1 to 255 characters without control characters.")
    if in_query not in (None, key):
        raise wrong_parameter("idempotency_key", "The header Idempotency-Key has another.")
    return key
