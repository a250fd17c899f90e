"""Which form of an answer the client asks for."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Request
from werkzeug.datastructures import MIMEAccept


def best_form(request: Request, offered: Sequence[str]) -> str | None:
    """By `Accept`, of equals the first that is offered; None for who says nothing, or asks for none of them.

    Parameters of a range are left aside: `text/plain; charset=utf-8` asks for plain text, which werkzeug would hold to
    be another type than that without.
    """
    ranges = [(media.partition(";")[0].rstrip(), quality) for media, quality in request.accept_mimetypes]
    return MIMEAccept(ranges).best_match(offered)
