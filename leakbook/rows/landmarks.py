"""Functions that say what a goroutine is for: work for one request, or a service's resident loop.

Only the standard library and very common frameworks are named, and only entry points whose purpose is fixed by their
documentation. They are matched on whole function names after normalisation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

REQUEST_ENTRY: Final = re.compile(
    r"""(?x)
    \.ServeHTTP$ | net/http\.HandlerFunc\.ServeHTTP | net/http\.\(\*conn\)\.serve$
    | google\.golang\.org/grpc\.\(\*Server\)\.(?:handleStream|processUnaryRPC|processStreamingRPC)
    | _Handler$                                     # grpc-generated method handlers
    | gin-gonic/gin\.\(\*Context\)\.Next | labstack/echo/v\d+\.\(\*Echo\)\.ServeHTTP
    | gofiber/fiber/v\d+\.\(\*App\)\.(?:handler|next) | valyala/fasthttp\.\(\*Server\)\.serveConn
    | go-chi/chi/v\d+\.\(\*Mux\)\.routeHTTP | gorilla/mux\.\(\*Router\)\.ServeHTTP
    | net/rpc\.\(\*service\)\.call | database/sql\.\(\*Rows\)\.initContextClose
    """
)
"""Entry points of work for one request, stream or connection."""

RESIDENT_NAME: Final = re.compile(
    r"""(?xi)
    (?:^|[./*)(])
    (?: \w*loop | run | serve | start | listen\w* | watch\w* | worker\w* | consum\w* | poll\w* | dispatch\w*
      | monitor\w* | subscribe\w* | process\w*loop | background\w* | daemon\w* | main | janitor | refresh\w* | flush\w* )
    (?: \.func[\d.]+ | \.gowrap\d+ | -fm )* $
    """
)
"""Names that services give to loops which live as long as the process. A weak hint, never more."""


def is_request_scoped(functions: Iterable[str]) -> bool:
    """Whether any function on the stack (or the creator) is an entry point of per-request work."""
    return any(REQUEST_ENTRY.search(function) for function in functions)


def is_resident_loop(function: str | None) -> bool | None:
    """Whether the function a goroutine was started with is named as a resident loop; None without a function."""
    return None if function is None else RESIDENT_NAME.search(function) is not None
