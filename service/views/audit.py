"""`/v1/audit`: who did what in the caller's tenant."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify, request

from leakbook.storage.keys import Scope

from ..access.caller import caller
from ..access.routes import needs
from ..parts import parts
from ..queries import audit_query
from ..representation import audit_json

blueprint = Blueprint("audit", __name__, url_prefix="/v1/audit")


@blueprint.get("")
@needs(Scope.ADMIN, audited=True)
def index() -> Response:
    """The newest rows, one page; `next` is the cursor of the page after it."""
    query = audit_query(request)
    rows = parts().audit.select(
        tenant=caller().tenant, target=query.target, since=query.since, before=query.before, limit=query.limit
    )
    following = rows[-1].id if len(rows) == query.limit else None
    return jsonify(audit=[audit_json(row) for row in rows], next=following)
