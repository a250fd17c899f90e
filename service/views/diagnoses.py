"""`/v1/diagnoses`: post evidence, look at answers, list, delete, fetch what was posted."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from http import HTTPStatus
from urllib.parse import urlencode
from uuid import UUID

from flask import Blueprint, Response, jsonify, request

from leakbook.storage.blobs import BlobsAway, BlobStore
from leakbook.storage.database import STORE_AWAY
from leakbook.storage.headline import list_row, location
from leakbook.storage.jobs import Selection
from leakbook.storage.keys import Scope
from leakbook.storage.model import Job

from ..access.caller import caller, own_jobs
from ..access.routes import needs
from ..bodies import read_posting
from ..parts import parts
from ..problems import Refusal, problem_of, problem_response
from ..queries import PostQuery, cursor_after, list_query, no_query, post_query, wait_query
from ..representation import job_response, wanted_media
from ..submitting import await_job, submit

LOG = logging.getLogger(__name__)

blueprint = Blueprint("diagnoses", __name__, url_prefix="/v1/diagnoses")


@blueprint.post("")
@needs(Scope.SUBMIT, audited=True)
def create() -> Response:
    """Accept evidence; answer with the result when the client waits for it."""
    query = post_query(request, parts().settings.wait_seconds)
    job = _awaited(_accepted(query), query.wait_seconds)
    return _answer(job, waited=query.wait_seconds)


def _accepted(query: PostQuery) -> Job:
    """The job of what is posted, whose bytes are let go with the return: who waits for the answer holds none."""
    here = parts()
    posting = read_posting(request, query, here.settings.limits, large_bytes=here.settings.large_bytes)
    here.room.check_bytes(caller().tenant, posted_bytes=posting.size)
    return submit(here, own_jobs(), posting, idempotency_key=query.idempotency_key)


def _awaited(job: Job, seconds: float) -> Job:
    found = await_job(parts(), own_jobs(), job, seconds)
    if found is None:
        raise _no_job(job.id)
    return found


def _answer(job: Job, *, waited: float) -> Response:
    if waited and job.failure is not None:
        response = problem_response(problem_of(job.failure) | {"diagnosis": location(job)})
    else:
        response = job_response(job, own_jobs(), wanted_media(request))
        response.status_code = HTTPStatus.OK if job.state.is_final else HTTPStatus.ACCEPTED
    response.headers["Location"] = location(job)
    if not job.state.is_final:
        response.headers["Retry-After"] = "1"
    if waited and "Prefer" in request.headers:
        response.headers["Preference-Applied"] = f"wait={waited:g}"
    return response


@blueprint.get("/<uuid:job_id>")
@needs(Scope.READ)
def show(job_id: UUID) -> Response:
    """The job as it stands; `wait` gives it time to finish."""
    seconds = wait_query(request, parts().settings.wait_seconds)
    job = _awaited(_job(job_id), seconds)
    response = job_response(job, own_jobs(), wanted_media(request))
    if not job.state.is_final:
        response.headers["Retry-After"] = "1"
    response.add_etag()
    response.make_conditional(request)
    return response


@blueprint.get("")
@needs(Scope.READ)
def index() -> Response:
    """The newest jobs that fit the query, one page."""
    selection = list_query(request)
    jobs = own_jobs().select(selection)
    following = cursor_after(jobs[-1]) if len(jobs) == selection.limit else None
    response = jsonify(diagnoses=[list_row(job) for job in jobs], next=following)
    if following is not None:
        response.headers["Link"] = f'<{_next_page(selection, following)}>; rel="next"'
    return response


def _next_page(selection: Selection, cursor: str) -> str:
    query = {name: value for name, value in request.args.items() if name != "cursor"} | {"cursor": cursor}
    return f"/v1/diagnoses?{urlencode(query | {'limit': selection.limit})}"


@blueprint.delete("/<uuid:job_id>")
@needs(Scope.ADMIN, audited=True)
def delete(job_id: UUID) -> Response:
    """Remove the job, its answer and its evidence; a worker that has it in hand stores nothing."""
    no_query(request)
    digests = own_jobs().delete(str(job_id))
    if digests is None:
        raise _no_job(job_id)
    try:
        parts().purge.remove(digests)
    except (BlobsAway, *STORE_AWAY) as error:
        LOG.warning("evidence is left to the next look for orphans: %s", type(error).__qualname__)
    response = Response(status=HTTPStatus.NO_CONTENT)
    del response.headers["Content-Type"]  # of a body that there is none of
    return response


@blueprint.get("/<uuid:job_id>/evidence/<int:position>")
@needs(Scope.READ, audited=True)
def evidence(job_id: UUID, position: int) -> Response:
    """One piece of evidence as it was posted, to be saved, never shown."""
    no_query(request)
    here = parts()
    rows = own_jobs().evidence_of(_job(job_id).id)
    if position >= len(rows):
        detail = f"Pieces of this diagnosis, counted from 0: {len(rows)}."
        raise Refusal("not-found", "There is no such evidence", detail)
    row = rows[position]
    if row.was_withheld:
        raise _gone(" ".join(row.notes))
    if row.is_gone:
        raise _gone("It was deleted when the job had ended.")
    if request.if_none_match.contains(row.sha256):
        response = Response(status=HTTPStatus.NOT_MODIFIED)
    else:
        response = Response(_pieces(here.blobs, row.sha256), content_type="application/octet-stream")
        response.content_length = row.size
        response.headers.set("Content-Disposition", "attachment", filename=row.name)
    response.set_etag(row.sha256)
    return response


def _pieces(blobs: BlobStore, sha256: str) -> Iterator[bytes]:
    try:
        return blobs.pieces(sha256)
    except FileNotFoundError as error:
        raise _gone("It was deleted just now, or the evidence store has lost it.") from error


def _gone(why: str) -> Refusal:
    return Refusal("evidence-gone", "The evidence is not kept", why)


def _job(job_id: UUID) -> Job:
    job = own_jobs().get(str(job_id))
    if job is None:
        raise _no_job(job_id)
    return job


def _no_job(job_id: UUID | str) -> Refusal:
    return Refusal("not-found", "There is no such diagnosis", f"No diagnosis has the id {job_id}; it may be deleted.")
