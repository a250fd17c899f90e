"""What a known caller did, as a log line and a row.

A row for each call of a route that says so, and for each call that lacked its scope. Who could not be known, and who
came too often, leave a log line only: they must not be able to fill the table.
"""

from __future__ import annotations

import logging
from dataclasses import asdict

from flask import Response, g, request
from sqlalchemy.exc import DBAPIError

from leakbook.storage.audit import AuditStep

from ..parts import parts
from .caller import Caller

LOG = logging.getLogger(__name__)
UNROWED = frozenset({401, 429, 503})


def write(caller: Caller, response: Response) -> None:
    """Record the call that was answered so. A row that cannot be stored is logged as an error, whole."""
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
    try:
        parts().audit.record(step)
    except DBAPIError:
        LOG.exception("the audit row is not stored", extra={"fields": asdict(step)})


def _job_id(response: Response) -> str | None:
    """The job of the path, or the one that a POST made."""
    stated = (request.view_args or {}).get("job_id")
    if stated is not None:
        return str(stated)
    made = response.headers.get("Location", "").rpartition("/")[2]
    return made or None
