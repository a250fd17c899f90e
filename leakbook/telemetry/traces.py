"""Spans from the POST through the task to the store, when OpenTelemetry is configured; else blocks that do nothing.

The SDK comes with the extra `otel` and is imported at `start` only: after a fork, because its exporter is a thread.
A job keeps the `traceparent` (W3C Trace Context) it was posted under, so the worker's spans join the client's trace.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, Protocol

from .settings import TelemetrySettings

if TYPE_CHECKING:
    from opentelemetry.context import Context
    from opentelemetry.sdk.trace import SpanProcessor

TRACEPARENT: Final = re.compile(r"00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}")
MISSING: Final = "Traces are configured (OTEL_…), and OpenTelemetry is missing: pip install 'leakbook[otel]'"


class Span(Protocol):
    """What a block may say of itself."""

    def set_attribute(self, name: str, value: str | int) -> None:
        """Add an attribute; never text of a client."""


class _NoSpan:
    def set_attribute(self, name: str, value: str | int) -> None:
        """Nothing listens."""


class _Tracing:
    """The tracer of this process; None: off."""

    tracer: Any = None


_process: Final = _Tracing()


def sane_traceparent(header: str | None) -> str | None:
    """The header when it is a `traceparent` of version 00, else None."""
    return header if header is not None and TRACEPARENT.fullmatch(header) else None


def trace_id_of(traceparent: str | None) -> str | None:
    """Its 32 hexadecimal digits."""
    found = TRACEPARENT.fullmatch(traceparent or "")
    return found[1] if found else None


def start(telemetry: TelemetrySettings, *, process: str) -> None:
    """Trace from now on if `telemetry` says so. Call after the fork. Raises ImportError without the extra `otel`."""
    if telemetry.tracing is None:
        return
    try:
        from opentelemetry.sdk.trace.export import (  # noqa: PLC0415 - 1.4 s, and only for who traces
            BatchSpanProcessor,
            ConsoleSpanExporter,
            SimpleSpanProcessor,
        )

        if telemetry.tracing == "console":
            use(SimpleSpanProcessor(ConsoleSpanExporter()), process=process)
        else:
            from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter  # noqa: PLC0415

            use(BatchSpanProcessor(OTLPSpanExporter()), process=process)
    except ImportError as error:
        raise ImportError(MISSING) from error


def use(processor: SpanProcessor, *, process: str) -> None:
    """Trace to an OpenTelemetry span processor. Raises ImportError without the extra `otel`."""
    from opentelemetry.sdk.resources import Resource  # noqa: PLC0415
    from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415

    provider = TracerProvider(resource=Resource.create({"service.name": "leakbook", "leakbook.process": process}))
    provider.add_span_processor(processor)
    _process.tracer = provider.get_tracer("leakbook")


def stop() -> None:
    """Trace no more."""
    _process.tracer = None


@contextmanager
def span(
    name: str, *, parent: str | None = None, kind: str = "internal", **attributes: str | int | None
) -> Iterator[Span]:
    """A span around the block. `parent` is a `traceparent`; without one, the span that is open in this thread.

    `kind` is OpenTelemetry's, in lower case. An exception marks the span as failed by its type alone: its message may
    quote evidence.
    """
    if _process.tracer is None:
        yield _NoSpan()
        return
    from opentelemetry.trace import SpanKind, Status, StatusCode  # noqa: PLC0415

    with _process.tracer.start_as_current_span(
        name,
        context=_context_of(parent),
        kind=SpanKind[kind.upper()],
        attributes={key.replace("__", "."): value for key, value in attributes.items() if value is not None},
        record_exception=False,
        set_status_on_exception=False,
    ) as opened:
        try:
            yield opened
        except BaseException as error:
            opened.set_attribute("error.type", type(error).__qualname__)
            opened.set_status(Status(StatusCode.ERROR))
            raise


def current_traceparent() -> str | None:
    """The `traceparent` of the span that is open in this thread, None when nothing is traced."""
    if _process.tracer is None:
        return None
    from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator  # noqa: PLC0415

    carrier: dict[str, str] = {}
    TraceContextTextMapPropagator().inject(carrier)
    return carrier.get("traceparent")


def _context_of(parent: str | None) -> Context | None:
    if parent is None:
        return None
    from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator  # noqa: PLC0415

    return TraceContextTextMapPropagator().extract({"traceparent": parent})
