"""The contract, and a page that shows it without any script."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, Response, redirect, request
from werkzeug import Response as AnyResponse

from ..access.routes import public
from ..documentation_page import documentation_page
from ..parts import parts

blueprint = Blueprint("documentation", __name__)


@blueprint.get("/openapi.yaml")
@public
def contract() -> Response:
    """`openapi.yaml` as shipped."""
    response = Response(parts().contract, content_type="application/yaml")
    response.add_etag()
    response.make_conditional(request)
    return response


@blueprint.get("/")
@public
def root() -> AnyResponse:
    """Whoever opens the bare address is shown where to begin."""
    return redirect("/docs", code=HTTPStatus.SEE_OTHER)


@blueprint.get("/docs")
@public
def documentation() -> Response:
    """The contract for reading."""
    page = documentation_page(parts().contract, request.host_url.rstrip("/"))
    return Response(page, content_type="text/html; charset=utf-8")
