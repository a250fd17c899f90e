"""`/v1/playbooks`: the patterns that evidence is held against."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, jsonify, request

from leakbook.playbook.model import Playbook
from leakbook.report.json import remediation_json
from leakbook.storage.keys import Scope

from ..access.routes import needs
from ..parts import parts
from ..problems import Refusal
from ..queries import no_query

blueprint = Blueprint("playbooks", __name__, url_prefix="/v1/playbooks")
SHORT = ("id", "title", "category", "severity", "prevalence", "status", "description", "specialises")


def short(playbook: Playbook) -> dict[str, Any]:
    """What the list shows."""
    return {name: getattr(playbook, name) for name in SHORT} | {"revision": playbook.revision_label}


def whole(playbook: Playbook) -> dict[str, Any]:
    """The playbook for a reader; how it is matched is in its file."""
    references = tuple((reference.title, reference.url) for reference in playbook.references)
    return short(playbook) | {
        "needs_any": playbook.applies_to.needs_any,
        "helped_by": playbook.applies_to.helped_by,
        "signals": [{"id": signal.id, "says": signal.says} for signal in playbook.signals],
        "limits": playbook.limits,
        "remediation": remediation_json(playbook.remediation, references),
    }


@blueprint.get("")
@needs(Scope.READ)
def index() -> Response:
    """All playbooks, by id."""
    no_query(request)
    loaded = parts().playbooks
    return jsonify(playbooks=[short(playbook) for playbook in loaded.playbooks], digest=loaded.digest)


@blueprint.get("/<category>/<name>")
@needs(Scope.READ)
def show(category: str, name: str) -> Response:
    """One playbook with its remediation."""
    no_query(request)
    playbook_id = f"{category}/{name}"
    playbook = parts().playbooks.by_id(playbook_id)
    if playbook is None:
        raise Refusal("not-found", "There is no such playbook", f"No playbook has the id {playbook_id!r}.")
    return jsonify(whole(playbook))
