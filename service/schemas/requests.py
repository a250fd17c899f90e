"""The manifest of a multipart request, the JSON request, and the query of both and of a raw body."""

from __future__ import annotations

import base64
import binascii
from typing import Any

from marshmallow import Schema, ValidationError, fields, post_load, validate

from leakbook.callbacks.destination import LONGEST
from leakbook.diagnosis.report import Subject
from leakbook.evidence.model import EvidenceKind, Submission
from leakbook.storage.model import PRIORITIES

from ..posting import Manifest, Posting, Stated
from .fields import LONGEST_NAME, Count, Moment, Words

KIND_NAMES = tuple(sorted(kind.value for kind in EvidenceKind))


def _kind() -> fields.Enum[EvidenceKind]:
    return fields.Enum(
        EvidenceKind,
        by_value=True,
        load_default=None,
        error_messages={"unknown": f"Not a kind of evidence; those are {', '.join(KIND_NAMES)}."},
    )


class SubjectSchema(Schema):
    """What the client says of the process."""

    service = Words(longest=200, load_default=None)
    instance = Words(longest=200, load_default=None)
    environment = Words(longest=200, load_default=None)
    revision = Words(longest=200, load_default=None)
    memory_limit_bytes: fields.Field[int] = Count(load_default=None)


def _callback_url() -> Words:
    return Words(longest=LONGEST, load_default=None)


def _priority() -> fields.String:
    return fields.String(load_default=None, validate=validate.OneOf(tuple(PRIORITIES)))


SUBJECT_NAMES = ("service", "instance", "environment", "revision", "memory_limit_bytes")


ASKED_NAMES = ("callback_url", "priority")
"""What a request may ask for beside a diagnosis; the body is heard before the query."""


def _asked(loaded: dict[str, Any]) -> dict[str, Any]:
    return {name: loaded[name] for name in ASKED_NAMES}


def _subject(loaded: dict[str, Any]) -> Subject:
    return Subject(**{name: loaded[name] for name in SUBJECT_NAMES})


class StatedSchema(Schema):
    """What a manifest says of one part."""

    error_messages = {  # noqa: RUF012 - as marshmallow declares it
        "type": 'Of a file is said {"name": "dump.txt", "captured_at": "2026-11-25T03:04:05Z"}; its name at least.'
    }
    name = Words(longest=LONGEST_NAME, required=True)
    kind = _kind()
    captured_at = Moment(load_default=None)

    @post_load
    def _build(self, loaded: dict[str, Any], **_: Any) -> Stated:
        return Stated(**loaded)


def _pieces(of: type[Schema], **settings: Any) -> fields.List[Any]:
    """A list of objects; who sends something else is told what each of them is like."""
    told = of.error_messages["type"].replace("{", "{{").replace("}", "}}")  # a field's messages are formats
    wrong: dict[str, Any] = {"required": f"It is missing. {told}"} | dict.fromkeys(
        ("invalid", "null"), f"Not a list. {told}"
    )
    return fields.List(fields.Nested(of), error_messages=wrong, **settings)


class ManifestSchema(SubjectSchema):
    """The `manifest` part."""

    evidence = _pieces(StatedSchema, load_default=[])
    callback_url = _callback_url()
    priority = _priority()

    @post_load
    def _build(self, loaded: dict[str, Any], **_: Any) -> Manifest:
        return Manifest(subject=_subject(loaded), stated=tuple(loaded["evidence"]), **_asked(loaded))


class ContentSchema(Schema):
    """One piece of evidence inside a JSON request."""

    error_messages = {  # noqa: RUF012 - as marshmallow declares it
        "type": 'A piece is {"name": "dump.txt", "content": "goroutine 1 [running]: ..."}; "encoding" may be "base64".'
    }
    name = Words(longest=LONGEST_NAME, required=True)
    kind = _kind()
    captured_at = Moment(load_default=None)
    encoding = fields.String(load_default="utf-8", validate=validate.OneOf(("utf-8", "base64")))
    content = fields.String(required=True)

    @post_load
    def _build(self, loaded: dict[str, Any], **_: Any) -> Submission:
        content = _decode(loaded.pop("encoding"), loaded.pop("content"))
        return Submission(content=content, **loaded)


def _decode(encoding: str, content: str) -> bytes:
    try:
        if encoding == "base64":
            return base64.b64decode("".join(content.split()), validate=True)
        return content.encode()
    except (binascii.Error, ValueError) as error:
        raise ValidationError(f"Not {encoding}: {error}", "content") from error


class JsonRequestSchema(SubjectSchema):
    """The `application/json` body."""

    evidence = _pieces(ContentSchema, required=True)
    callback_url = _callback_url()
    priority = _priority()

    @post_load
    def _build(self, loaded: dict[str, Any], **_: Any) -> Posting:
        return Posting(subject=_subject(loaded), submissions=tuple(loaded["evidence"]), **_asked(loaded))


class WaitSchema(Schema):
    """The query of a GET."""

    wait: fields.Field[int] = Count(from_text=True, smallest=0, load_default=None)


class QuerySchema(SubjectSchema, WaitSchema):
    """The query of a raw body; the other two ways take the subject of it too, and the body wins."""

    memory_limit_bytes: fields.Field[int] = Count(from_text=True, load_default=None)
    name = Words(longest=LONGEST_NAME, load_default=None)
    kind = _kind()
    captured_at = Moment(load_default=None)
    idempotency_key = Words(longest=LONGEST_NAME, load_default=None)
    callback_url = _callback_url()
    priority = _priority()


class ListSchema(Schema):
    """The query of the list."""

    service = Words(longest=200, load_default=None)
    verdict = fields.String(load_default=None, validate=validate.OneOf(("leak", "suspect", "healthy", "inconclusive")))
    playbook = Words(longest=120, load_default=None)
    status = fields.String(load_default=None, validate=validate.OneOf(("queued", "running", "succeeded", "failed")))
    since = Moment(load_default=None)
    cursor = Words(longest=200, load_default=None)
    limit: fields.Field[int] = Count(from_text=True, largest=200, load_default=50)


class AuditSchema(Schema):
    """The query of the audit log."""

    target = Words(longest=36, load_default=None)
    since = Moment(load_default=None)
    cursor = fields.UUID(load_default=None)
    limit: fields.Field[int] = Count(from_text=True, largest=200, load_default=50)
