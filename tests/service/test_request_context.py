"""Each request has an id, a log line and a trace that goes on in the worker."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Iterator

import pytest
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from leakbook.telemetry import traces
from leakbook.telemetry.log_lines import JsonLines

PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
TRACE = traces.trace_id_of(PARENT)
SECRET = b"hunter2-in-the-evidence"


class Lines(logging.Handler):
    """Formats at once, as a real handler does: the context is gone later."""

    def __init__(self) -> None:
        super().__init__()
        self.setFormatter(JsonLines())
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(self.format(record))


@pytest.fixture
def lines() -> Iterator[Lines]:
    handler, root = Lines(), logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield handler
    root.removeHandler(handler)
    root.setLevel(level)


@pytest.fixture
def exported() -> Iterator[InMemorySpanExporter]:
    exporter = InMemorySpanExporter()
    traces.use(SimpleSpanProcessor(exporter), process="test")
    yield exporter
    traces.stop()


def test_a_sane_request_id_is_echoed_on_answers_and_problems_alike(client) -> None:
    for path in ("/livez", "/nowhere", "/v1/diagnoses?limit=0"):
        assert client.get(path, headers={"X-Request-Id": "inc-42.a:b_c"}).headers["X-Request-Id"] == "inc-42.a:b_c"


@pytest.mark.parametrize("stated", ["", "a b", "x" * 129, 'a"b', "ünï"])
def test_another_request_id_is_replaced(client, stated: str) -> None:
    given = client.get("/livez", headers={"X-Request-Id": stated}).headers["X-Request-Id"]
    assert given != stated
    assert len(given) == 32


def test_lines_have_the_request_the_job_and_the_trace_and_nothing_of_the_evidence(client, desk, dump, lines) -> None:
    headers = {"X-Request-Id": "r1", "traceparent": PARENT}
    posted = client.post("/v1/diagnoses?service=s", data=dump + b"# " + SECRET, headers=headers)
    desk.clear()
    job_id = posted.json["id"]
    logged = [json.loads(text) for text in lines.texts]
    accepted = next(line for line in logged if line["message"] == "job accepted")
    assert (accepted["request_id"], accepted["job_id"], accepted["trace_id"]) == ("r1", job_id, TRACE)
    done = next(line for line in logged if line["message"] == "job done")
    assert (done["job_id"], done["tenant"], done["trace_id"], done["attempt"]) == (job_id, "default", TRACE, 1)
    request = next(line for line in logged if line["message"] == "request")
    assert (request["route"], request["status"], request["method"]) == ("/v1/diagnoses", 202, "POST")
    assert SECRET.decode() not in "".join(lines.texts)


def test_a_bug_while_evidence_is_in_hand_is_logged_without_its_words(client, desk, dump, lines, monkeypatch) -> None:
    def broken(*_: object) -> None:
        raise ValueError(SECRET.decode())

    client.post("/v1/diagnoses", data=dump)
    monkeypatch.setattr("workers.desk.work_out", broken)
    desk.clear()
    text = "".join(lines.texts)
    assert "ValueError" in text
    assert SECRET.decode() not in text


def test_probes_are_logged_only_when_debugging(client, lines) -> None:
    client.get("/livez")
    client.get("/v1/playbooks")
    assert [json.loads(text)["level"] for text in lines.texts if '"request"' in text] == ["DEBUG", "INFO"]


def test_one_trace_goes_from_the_post_through_the_worker_to_the_store(client, desk, dump, exported) -> None:
    client.post("/v1/diagnoses", data=dump, headers={"traceparent": PARENT})
    worker = threading.Thread(target=desk.clear)  # another thread, as another process: nothing is inherited
    worker.start()
    worker.join()
    spans = {span.name: span for span in exported.get_finished_spans()}
    assert sorted(spans) == [
        "POST /v1/diagnoses",
        "diagnose",
        "insert job",
        "read and diagnose",
        "store answer",
        "store evidence",
    ]
    assert {f"{span.context.trace_id:032x}" for span in spans.values()} == {TRACE}

    def parent(name: str) -> int:
        return spans[name].parent.span_id

    post, job = spans["POST /v1/diagnoses"].context.span_id, spans["diagnose"].context.span_id
    assert parent("insert job") == parent("store evidence") == parent("diagnose") == post
    assert parent("read and diagnose") == parent("store answer") == job
    assert spans["POST /v1/diagnoses"].attributes["http.response.status_code"] == 202


def test_without_tracing_of_our_own_the_clients_trace_still_reaches_the_job(client, desk, dump) -> None:
    posted = client.post("/v1/diagnoses", data=dump, headers={"traceparent": PARENT})
    claim = desk._claims.claim()
    assert claim.job_id == posted.json["id"]
    assert claim.traceparent == PARENT
