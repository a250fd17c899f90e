r"""Log records as lines on standard error: one record, one line, whatever a client put into it.

    {"time": "2026-11-25T07:30:00.123Z", "level": "INFO", "logger": "workers.desk", "message": "job done",
     "job_id": "0193…", "tenant": "default", "verdict": "leak", "ms": 41.2}

Every control character is escaped (JSON's `\u000a`), so no value can start a line of its own. Messages of exceptions
that were raised while a request or job was in hand are left out: they quote what they could not read, and dumps hold
secrets. Their types and places stay.
"""

from __future__ import annotations

import json
import logging
import traceback
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Final

from .context import bound
from .settings import TelemetrySettings

LONGEST: Final = 4096
"""Characters of one value; what is longer is cut."""
DEEPEST: Final = 40
"""Frames of a traceback, the innermost ones."""
CAUSES: Final = 8
QUIET: Final = {
    "celery.app.trace": "WARNING",  # two lines a token, and a token says nothing
    "celery.worker.strategy": "WARNING",
    "alembic": "WARNING",
    "gunicorn.access": "ERROR",  # its lines quote the client; requests are logged by route instead
}


class JsonLines(logging.Formatter):
    """One JSON object a record."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, ASCII only."""
        return json.dumps(_fields(record), default=str)


class TextLines(logging.Formatter):
    """The same for a terminal: `time level logger message name=value`."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, control characters escaped."""
        fields = _fields(record)
        head = [str(fields.pop(name)) for name in ("time", "level", "logger", "message")]
        rest = [f"{name}={value}" for name, value in fields.items()]
        return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in " ".join([*head, *rest]))


def log_config(telemetry: TelemetrySettings) -> dict[str, Any]:
    """For `logging.config.dictConfig`, and gunicorn's `logconfig_dict`."""
    lines = JsonLines if telemetry.log_format == "json" else TextLines
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"lines": {"()": lines}},
        "handlers": {
            "stderr": {"class": "logging.StreamHandler", "formatter": "lines", "stream": "ext://sys.stderr"},
        },
        "root": {"level": telemetry.log, "handlers": ["stderr"]},
        "loggers": {
            **{name: {"level": level} for name, level in QUIET.items()},
            "gunicorn.error": {"level": telemetry.log, "handlers": [], "propagate": True},
        },
    }


def _fields(record: logging.LogRecord) -> dict[str, Any]:
    moment = datetime.fromtimestamp(record.created, UTC)
    context = bound()
    fields: dict[str, Any] = {
        "time": f"{moment:%Y-%m-%dT%H:%M:%S}.{int(record.msecs):03d}Z",
        "level": record.levelname,
        "logger": record.name,
        "message": _cut(record.getMessage()),
        **context,
    }
    stated = getattr(record, "fields", None)
    if isinstance(stated, Mapping):
        fields |= {str(name): _cut(value) for name, value in stated.items()}
    if record.exc_info and record.exc_info[1] is not None:
        in_hand = "request_id" in context or "job_id" in context
        fields["exception"] = list(_exceptions(record.exc_info[1], in_hand=in_hand))
    return fields


def _cut(value: object) -> object:
    if value is None or isinstance(value, int | float | bool):
        return value
    text = str(value)
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def _exceptions(error: BaseException, *, in_hand: bool) -> Iterator[dict[str, object]]:
    """The exception, then what caused it."""
    seen: set[int] = set()
    following: BaseException | None = error
    while following is not None and id(following) not in seen and len(seen) < CAUSES:
        seen.add(id(following))
        shown: dict[str, object] = {"type": type(following).__qualname__, "frames": _frames(following.__traceback__)}
        if not in_hand:
            shown["message"] = _cut(str(following))
        yield shown
        following = following.__cause__ or following.__context__


def _frames(trace: TracebackType | None) -> list[str]:
    """Code positions only: the source line says nothing that the place does not."""
    found = [f"{frame.f_code.co_filename}:{line} {frame.f_code.co_name}" for frame, line in traceback.walk_tb(trace)]
    return found[-DEEPEST:]
