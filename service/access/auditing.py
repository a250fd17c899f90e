"""What a known caller did, as a log line and a row.

A row for each call of a route that says so, and for each call that lacked its scope; refusals for want of room in the
queue among them. Who could not be known, and who came too often, leave a log line only: they must not be able to fill
the table.
"""

from __future__ import annotations

import logging
from dataclasses import asdict

from flask import Response, g, request
from sqlalchemy.exc import SQLAlchemyError

from leakbook.storage.audit import AuditStep

from .. import metrics
from ..parts import parts
from .caller import Caller

LOG = logging.getLogger(__name__)
UNROWED = frozenset({401, 429})


def write(caller: Caller, response: Response) -> None:
    """Record the call that was answered so. A row that cannot be stored is logged as an error, whole, and counted."""
    step = AuditStep(
        tenant=caller.tenant,
        actor=caller.actor,
        action=request.endpoint or "none",
        outcome=str(response.status_code),
        target=_job_id(response),
        request_id=g.request_id,
    )
    LOG.info("audit", extra={"fields": asdict(step)})
    if response.status_code in UNROWED:
        return
    if g.get("store_is_away"):  # who waited for it once in this request need not do so again
        _lost(step, None)
        return
    try:
        parts().audit.record(step)
    except SQLAlchemyError as error:
        _lost(step, error)


def _lost(step: AuditStep, error: Exception | None) -> None:
    metrics.AUDIT_LOST.inc()
    LOG.error("the audit row is not stored", exc_info=error, extra={"fields": asdict(step)})


def _job_id(response: Response) -> str | None:
    """The job of the path, or the one that a POST made."""
    stated = (request.view_args or {}).get("job_id")
    if stated is not None:
        return str(stated)
    made = response.headers.get("Location", "").rpartition("/")[2]
    return made or None
