"""What is said wrongly is refused by name; what is not said is off."""

from __future__ import annotations

import pytest

from leakbook.telemetry.settings import TelemetrySettings


def test_without_variables_nothing_listens_and_nothing_is_traced() -> None:
    assert TelemetrySettings.from_environ({}) == TelemetrySettings()


def test_variables_are_read() -> None:
    read = TelemetrySettings.from_environ(
        {"LEAKBOOK_LOG": "debug", "LEAKBOOK_LOG_FORMAT": "text", "LEAKBOOK_METRICS_LISTEN": "[::1]:9091"}
    )
    assert (read.log, read.log_format, read.metrics_address) == ("DEBUG", "text", ("::1", 9091))


@pytest.mark.parametrize(
    ("environ", "tracing"),
    [
        ({"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:4318"}, "otlp"),
        ({"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT": "http://127.0.0.1:4318/v1/traces"}, "otlp"),
        ({"OTEL_TRACES_EXPORTER": "console"}, "console"),
        ({"OTEL_TRACES_EXPORTER": "none", "OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:4318"}, None),
        ({"OTEL_SDK_DISABLED": "true", "OTEL_TRACES_EXPORTER": "console"}, None),
    ],
)
def test_traces_follow_the_variables_of_opentelemetry(environ: dict[str, str], tracing: str | None) -> None:
    assert TelemetrySettings.from_environ(environ).tracing == tracing


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("LEAKBOOK_LOG", "LOUD"),
        ("LEAKBOOK_LOG_FORMAT", "xml"),
        ("LEAKBOOK_METRICS_LISTEN", "9091"),
        ("LEAKBOOK_METRICS_LISTEN", "localhost:99999"),
        ("OTEL_TRACES_EXPORTER", "zipkin"),
    ],
)
def test_a_wrong_value_is_refused_with_its_variable(variable: str, value: str) -> None:
    with pytest.raises(ValueError, match=variable):
        TelemetrySettings.from_environ({variable: value})
