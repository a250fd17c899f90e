"""The three ways to post: multipart with a manifest, one raw body, JSON with the evidence inside."""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace
from io import BytesIO
from typing import IO, Any, cast

from flask import Request
from marshmallow import ValidationError
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.formparser import FormDataParser

from leakbook.diagnosis.report import Subject
from leakbook.errors import EmptyEvidence, OverLimit
from leakbook.evidence.first_look import first_look
from leakbook.evidence.model import Submission
from leakbook.limits import Limits

from .content_encoding import decoded
from .json_bodies import json_object
from .posting import Manifest, Posting, Stated
from .problems import UNREADABLE, Refusal
from .queries import PostQuery, refuse_raw_names
from .schemas.fields import LONGEST_NAME, Words
from .schemas.requests import ASKED_NAMES, SUBJECT_NAMES, JsonRequestSchema, ManifestSchema

RAW_NAME = "evidence"
FORM_MEDIA = "application/x-www-form-urlencoded"
"""What curl calls any body. There are no fields in it for us."""
JSON_WITH_EVIDENCE = re.compile(rb'\s{0,99}\{.{0,4000}?"evidence"\s{0,9}:\s{0,9}\[\s{0,99}\{', re.DOTALL)
SURELY_LINES = 256
"""Bytes in which evidence of any kind has a line end or, packed, a zero; a single line of gctrace has fewer."""
READ_BYTES = 2**22
"""At a time. Each read copies what gunicorn has received ahead of it; werkzeug's own, of 64 KiB, copy a body often."""
SMALL_JSON_BYTES = 2**20
LARGE_JSON = threading.BoundedSemaphore(2)
"""So many are made into objects at a time in one process. Until it is, one takes six times its decoded size (one rare
letter makes four bytes of each), and 64 KiB of gzip may be 64 MiB."""
NUMBERED = " (9999)"
FORM_TEXT_BYTES = 2**20
"""Of form fields that are no files: the manifest, or evidence that was sent as a plain field."""


def read_posting(request: Request, query: PostQuery, limits: Limits, *, large_bytes: int) -> Posting:
    """The posting of a request, whichever way it came, weighed up to `large_bytes`.

    Raises Refusal, ValidationError, EvidenceError.
    """
    if request.content_length is not None:
        # gunicorn ends its stream where the connection ends, and werkzeug then takes the start of a body for all of it.
        request.environ.pop("wsgi.input_terminated", None)
    if request.mimetype == "multipart/form-data":
        refuse_raw_names(query, instead='the manifest: {"evidence": [{"name": "a file\'s name", ...}]}')
        posting = _from_form(request, limits)
    elif request.is_json:
        refuse_raw_names(query, instead="the JSON, beside the content")
        posting = _from_json(request, limits)
    else:
        name = query.name or RAW_NAME
        body = _whole_body(request, limits)
        _check_raw(request, body)
        evidence = Submission(name=name, content=body, kind=query.kind, captured_at=query.captured_at)
        posting = Posting(subject=Subject(), submissions=(evidence,))
    _check(posting, limits)
    return replace(
        posting,
        weight=first_look(posting.submissions, limits, enough=large_bytes),
        subject=Subject(**_merged(posting.subject, query.subject, SUBJECT_NAMES)),
        submissions=apart(posting.submissions),
        **_merged(posting, query, ASKED_NAMES),
    )


def apart(submissions: Sequence[Submission]) -> tuple[Submission, ...]:
    """No two of one name: `-F evidence=@1/dump.txt -F evidence=@2/dump.txt` sends `dump.txt` twice.

    The answer speaks of its evidence by name, so the second is called `dump.txt (2)`.
    """
    given = {submission.name for submission in submissions}
    taken: set[str] = set()
    distinct = []
    for submission in submissions:
        name, number = submission.name, 1
        while name in taken or (number > 1 and name in given):
            number += 1
            name = f"{submission.name[: LONGEST_NAME - len(NUMBERED)]} ({number})"
        taken.add(name)
        distinct.append(replace(submission, name=name))
    return tuple(distinct)


def _check(posting: Posting, limits: Limits) -> None:
    if not posting.submissions:
        raise EmptyEvidence("The request carries no evidence.")
    if len(posting.submissions) > limits.parts:
        raise OverLimit(f"{len(posting.submissions)} pieces of evidence, at most {limits.parts} fit.", limit="parts")


def _merged(body: object, query: object, names: Sequence[str]) -> dict[str, Any]:
    """What the body says, else what the query says."""
    said = {name: getattr(body, name) for name in names}
    return {name: getattr(query, name) if value is None else value for name, value in said.items()}


def _whole_body(request: Request, limits: Limits) -> bytes:
    return decoded(_sent_body(request), _encoding(request), most=limits.request_bytes)


def _check_raw(request: Request, body: bytes) -> None:
    """Refuse JSON that is not called so, and what `curl -d @FILE` sends: a file without its line ends and zeros."""
    if JSON_WITH_EVIDENCE.match(body):
        detail = "It is JSON with evidence inside, and is read as such with the header Content-Type: application/json."
        raise Refusal("request-malformed", UNREADABLE, detail)
    if request.mimetype != FORM_MEDIA or len(body) < SURELY_LINES or any(end in body for end in b"\n\r\0"):
        return
    raise Refusal(
        "request-malformed",
        UNREADABLE,
        "It came without line ends, as curl -d sends a file. --data-binary @FILE sends it as it is.",
    )


def _sent_body(request: Request) -> bytes:
    if request.content_length is None:
        return request.get_data(cache=False)
    return b"".join(iter(lambda: request.stream.read(READ_BYTES), b""))


def _encoding(request: Request) -> str:
    return request.headers.get("Content-Encoding", "")


def _from_json(request: Request, limits: Limits) -> Posting:
    """Nobody holds a place while the client still sends."""
    body, encoding = _sent_body(request), _encoding(request)
    with LARGE_JSON if encoding or len(body) > SMALL_JSON_BYTES else nullcontext():
        text = decoded(body, encoding, most=limits.request_bytes)
        return cast(Posting, JsonRequestSchema().load(json_object(text, "body", most_pieces=limits.parts)))


def _from_form(request: Request, limits: Limits) -> Posting:
    form, files = _parsed_form(request, limits)
    foreign = sorted((set(form) | set(files)) - {"evidence", "manifest"})
    if foreign:
        raise ValidationError({name: [_what_instead(name)] for name in foreign})
    manifest = _manifest(form, files, limits)
    submissions = _with_statements(_pieces(form, files), manifest.stated)
    asked = {name: getattr(manifest, name) for name in ASKED_NAMES}
    return Posting(subject=manifest.subject, submissions=submissions, **asked)


def _what_instead(part: str) -> str:
    """Why a part of that name is refused, and where its content goes."""
    if part in (*SUBJECT_NAMES, *ASKED_NAMES):
        return f"Say it in the query (?{part}=...) or in the part manifest; no part has this name."
    return "Unknown part; evidence and manifest are known."


def _parsed_form(request: Request, limits: Limits) -> tuple[MultiDict[str, str], MultiDict[str, FileStorage]]:
    stream: IO[bytes] = BytesIO(_whole_body(request, limits)) if _encoding(request) else request.stream
    parser = FormDataParser(
        stream_factory=lambda *_, **__: BytesIO(),  # the request is bounded, and its evidence is hashed whole anyway
        max_form_memory_size=FORM_TEXT_BYTES,
        max_form_parts=limits.parts * 2 + 10,
        silent=False,
    )
    try:
        _, form, files = parser.parse(stream, request.mimetype, None, request.mimetype_params)
    except ValueError as error:
        raise Refusal("request-malformed", UNREADABLE, f"Not multipart/form-data: {error}") from error
    return form, files


def _manifest(form: MultiDict[str, str], files: MultiDict[str, FileStorage], limits: Limits) -> Manifest:
    """curl sends `-F manifest=@file` as a file and `-F 'manifest={…}'` as a field."""
    texts: list[bytes | str] = [*form.getlist("manifest"), *(file.read() for file in files.getlist("manifest"))]
    if not texts:
        return Manifest(subject=Subject())
    if len(texts) > 1:
        raise ValidationError({"manifest": ["There are several."]})
    return cast(Manifest, ManifestSchema().load(json_object(texts[0], "manifest", most_pieces=limits.parts)))


def _pieces(form: MultiDict[str, str], files: MultiDict[str, FileStorage]) -> list[Submission]:
    named = [(file.filename, file.read()) for file in files.getlist("evidence")]
    plain = [(None, text.encode("utf-8", "surrogatepass")) for text in form.getlist("evidence")]
    checked = Words(longest=LONGEST_NAME)
    pieces = []
    for number, (name, content) in enumerate([*named, *plain], start=1):
        try:
            words = checked.deserialize(name or f"evidence-{number}")
        except ValidationError as error:
            raise ValidationError({f"evidence {number}": {"filename": error.messages}}) from error
        pieces.append(Submission(name=words, content=content))
    return pieces


def _with_statements(pieces: list[Submission], stated: tuple[Stated, ...]) -> tuple[Submission, ...]:
    """Each statement goes to the first part of its name, or of that in the answer, that none has spoken of yet."""
    left = dict(enumerate(pieces))
    shown = [piece.name for piece in apart(pieces)]
    for index, statement in enumerate(stated):
        named = (number for number, piece in left.items() if statement.name in {piece.name, shown[number]})
        place = next(named, None)
        if place is None:
            raise ValidationError(
                {"evidence": {index: {"name": [f"There is no part of the filename {statement.name!r}."]}}}
            )
        pieces[place] = replace(pieces[place], kind=statement.kind, captured_at=statement.captured_at)
        del left[place]
    return tuple(pieces)
