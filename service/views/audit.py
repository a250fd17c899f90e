"""`/v1/audit`: who did what in the caller's tenant."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, jsonify, request

from leakbook.storage.audit import AuditRow
from leakbook.storage.keys import Scope

from ..access.caller import caller
from ..access.routes import needs
from ..parts import parts
from ..queries import audit_query
from ..representation import moment_text

blueprint = Blueprint("audit", __name__, url_prefix="/v1/audit")


def audit_json(row: AuditRow) -> dict[str, Any]:
    """A row as it is shown."""
    step = row.step
    return {
        "id": row.id,
        "at": moment_text(row.at),
        "actor": step.actor,
        "action": step.action,
        "outcome": step.outcome,
        "diagnosis": step.job_id,
        "request_id": step.request_id,
    }


@blueprint.get("")
@needs(Scope.ADMIN, audited=True)
def index() -> Response:
    """The newest rows, one page; `next` is the cursor of the page after it."""
    query = audit_query(request)
    rows = parts().audit.select(
        tenant=caller().tenant, job_id=query.job_id, since=query.since, before=query.before, limit=query.limit
    )
    following = rows[-1].id if len(rows) == query.limit else None
    return jsonify(audit=[audit_json(row) for row in rows], next=following)
