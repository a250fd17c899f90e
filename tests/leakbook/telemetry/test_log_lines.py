"""A record is one line, and holds nothing that a dump may hold."""

from __future__ import annotations

import io
import json
import logging
import logging.config

import pytest

from leakbook.storage.settings import Settings
from leakbook.telemetry import context
from leakbook.telemetry.log_lines import JsonLines, TextLines, log_config
from leakbook.telemetry.settings import TelemetrySettings

HOSTILE = 'x\n{"level": "INFO", "message": "forged"}\r\x1b[2J\u2028\x00'


@pytest.fixture(params=[JsonLines, TextLines])
def formatter(request) -> logging.Formatter:
    return request.param()


@pytest.fixture
def written(formatter):
    logger, stream = logging.Logger("test"), io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(formatter)
    logger.addHandler(handler)
    return logger, stream


def test_no_value_starts_a_line_of_its_own(written) -> None:
    logger, stream = written
    with context.binding(request_id=HOSTILE, tenant=HOSTILE):
        logger.warning("refused %s", HOSTILE, extra={"fields": {"service": HOSTILE, HOSTILE: 1}})
    text = stream.getvalue()
    assert len(text.splitlines()) == 1
    assert "\x1b" not in text
    assert "\x00" not in text


def raise_with_evidence() -> None:
    try:
        int("password=hunter2")
    except ValueError as error:
        raise RuntimeError("could not read password=hunter2") from error


def test_a_traceback_with_evidence_in_hand_has_types_and_places_and_no_message(written) -> None:
    logger, stream = written
    with context.binding(job_id="j1"):
        try:
            raise_with_evidence()
        except RuntimeError:
            logger.exception("job failed")
    text = stream.getvalue()
    assert "hunter2" not in text
    for word in ("RuntimeError", "ValueError", "test_log_lines.py", "raise_with_evidence", "j1"):
        assert word in text


def test_without_evidence_in_hand_the_message_stays(written) -> None:
    logger, stream = written
    try:
        Settings.from_environ({"LEAKBOOK_JOB_SECONDS": "x"})
    except ValueError:
        logger.exception("cannot start")
    assert "LEAKBOOK_JOB_SECONDS" in stream.getvalue()


def test_a_json_line_has_time_level_logger_context_and_fields() -> None:
    record = logging.LogRecord("workers.desk", logging.INFO, "f", 1, "job %s", ("done",), None)
    record.created, record.msecs = 1_764_000_000.25, 250.0
    record.fields = {"ms": 41.2, "outcome": "leak", "long": "y" * 5000, "none": None}
    with context.binding(job_id="j1", tenant="default", trace_id=None):
        line = json.loads(JsonLines().format(record))
    assert line.pop("long").startswith("y" * 4096 + "…")
    assert line == {
        "time": "2025-11-24T16:00:00.250Z",
        "level": "INFO",
        "logger": "workers.desk",
        "message": "job done",
        "job_id": "j1",
        "tenant": "default",
        "ms": 41.2,
        "outcome": "leak",
        "none": None,
    }


def test_a_chain_of_causes_that_turns_back_on_itself_ends() -> None:
    first, second = ValueError("a"), ValueError("b")
    first.__cause__, second.__cause__ = second, first
    record = logging.LogRecord("x", logging.ERROR, "f", 1, "m", (), (ValueError, first, None))
    assert len(json.loads(JsonLines().format(record))["exception"]) == 2


def test_the_configuration_is_one_that_logging_takes() -> None:
    root = logging.getLogger()
    before = root.handlers[:], root.level
    try:
        logging.config.dictConfig(log_config(TelemetrySettings(log="WARNING")))
        assert root.level == logging.WARNING
        assert isinstance(root.handlers[-1].formatter, JsonLines)
    finally:
        root.handlers[:], root.level = before
