"""What of a process is seen from outside, from its environment. Nothing here changes an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

LEVELS: Final = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
FORMATS: Final = ("json", "text")
ENDPOINTS: Final = ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT")


@dataclass(frozen=True, slots=True, kw_only=True)
class TelemetrySettings:
    """How a process logs, where it shows its metrics, and whether it traces."""

    log: str = "INFO"
    """The least level that is logged."""
    log_format: str = "json"
    """`json`: one object a line. `text`: one plain line each, for a terminal."""
    metrics_listen: str | None = None
    """`host:port` where a worker's main process serves its metrics; None: nowhere."""
    tracing: str | None = None
    """`otlp` or `console`, from OpenTelemetry's own variables; None: no traces."""

    @classmethod
    def from_environ(cls, environ: Mapping[str, str]) -> TelemetrySettings:
        """Settings from environment variables. Raises ValueError that names the variable."""
        return cls(
            log=_one_of(environ, "LEAKBOOK_LOG", "INFO", LEVELS),
            log_format=_one_of(environ, "LEAKBOOK_LOG_FORMAT", "json", FORMATS),
            metrics_listen=_address(environ, "LEAKBOOK_METRICS_LISTEN"),
            tracing=_tracing(environ),
        )

    @property
    def metrics_address(self) -> tuple[str, int] | None:
        """`metrics_listen` in its two parts."""
        if self.metrics_listen is None:
            return None
        host, _, port = self.metrics_listen.rpartition(":")
        return host.strip("[]"), int(port)


def _one_of(environ: Mapping[str, str], variable: str, default: str, known: tuple[str, ...]) -> str:
    stated = environ.get(variable) or default
    for name in known:
        if stated.lower() == name.lower():
            return name
    raise ValueError(f"{variable} is {stated!r}, expected one of {', '.join(known)}")


def _address(environ: Mapping[str, str], variable: str) -> str | None:
    stated = environ.get(variable)
    if not stated:
        return None
    host, _, port = stated.rpartition(":")
    if not host or not port.isdecimal() or not 0 < int(port) < 65536:
        raise ValueError(f"{variable} is {stated!r}, expected HOST:PORT")
    return stated


def _tracing(environ: Mapping[str, str]) -> str | None:
    """The variables of OpenTelemetry's specification; without any of them there are no traces."""
    exporter = environ.get("OTEL_TRACES_EXPORTER", "")
    if environ.get("OTEL_SDK_DISABLED", "").lower() == "true" or exporter == "none":
        return None
    if exporter in ("console", "otlp"):
        return exporter
    if exporter:
        raise ValueError(f"OTEL_TRACES_EXPORTER is {exporter!r}, expected otlp, console or none")
    return "otlp" if any(environ.get(name) for name in ENDPOINTS) else None
