"""Spans join the trace they are given, and tell nothing of what failed but its type."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from leakbook.telemetry import traces
from leakbook.telemetry.settings import TelemetrySettings

PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"


@pytest.fixture
def exported() -> Iterator[InMemorySpanExporter]:
    exporter = InMemorySpanExporter()
    traces.use(SimpleSpanProcessor(exporter), process="test")
    yield exporter
    traces.stop()


def test_a_span_joins_the_trace_of_its_parent_and_its_children_join_it(exported) -> None:
    with traces.span("outer", parent=PARENT, kind="server", http__route="/x"):
        inside = traces.current_traceparent()
        with traces.span("inner"):
            pass
    inner, outer = exported.get_finished_spans()
    assert f"{outer.context.trace_id:032x}" == f"{inner.context.trace_id:032x}" == traces.trace_id_of(PARENT)
    assert f"{outer.parent.span_id:016x}" == "b7ad6b7169203331"
    assert inner.parent.span_id == outer.context.span_id
    assert inside == f"00-{outer.context.trace_id:032x}-{outer.context.span_id:016x}-01"
    assert dict(outer.attributes) == {"http.route": "/x"}


def test_a_failed_span_names_the_type_and_not_the_message(exported) -> None:
    with pytest.raises(ValueError, match="hunter2"), traces.span("read"):
        raise ValueError("password=hunter2")
    (span,) = exported.get_finished_spans()
    assert span.attributes["error.type"] == "ValueError"
    assert not span.status.is_ok
    assert "hunter2" not in span.to_json()


def test_without_configuration_a_span_does_nothing() -> None:
    traces.start(TelemetrySettings(), process="test")
    with traces.span("x", parent=PARENT) as opened:
        opened.set_attribute("a", 1)
        assert traces.current_traceparent() is None


def test_configured_without_the_extra_says_what_to_install(monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "opentelemetry.sdk.trace.export", None)
    with pytest.raises(ImportError, match=r"leakbook\[otel\]"):
        traces.start(TelemetrySettings(tracing="console"), process="test")


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        PARENT + "0",
        PARENT + "\n",
        PARENT.upper(),
        "01" + PARENT[2:],
        f"00-{'0' * 32}-b7ad6b7169203331-01",
        f"00-0af7651916cd43dd8448eb211c80319c-{'0' * 16}-01",
    ],
)
def test_what_is_no_traceparent_is_left_out(header: str | None) -> None:
    assert traces.sane_traceparent(header) is None
