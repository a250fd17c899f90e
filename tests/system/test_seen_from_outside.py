"""Metrics, log lines and traces of real processes: gunicorn and Celery's pool, each counting in several."""

from __future__ import annotations

import json
import time

import requests

from .conftest import finished, free_port

PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
DUMP = b"goroutine 7 [chan send, 12 minutes]:\nshop.publish()\n\t/src/shop/notify.go:41 +0x2d\n"


def sample(text: str, name: str) -> float:
    found = [line.rsplit(" ", 1) for line in text.splitlines() if line.split("{")[0].split(" ")[0] == name]
    assert found, f"{name} is not in\n{text}"
    return sum(float(value) for _, value in found)


def test_every_part_is_seen(embedded) -> None:
    port = free_port()
    embedded.environ |= {
        "LEAKBOOK_METRICS_LISTEN": f"127.0.0.1:{port}",
        "WEB_CONCURRENCY": "2",
        "OTEL_TRACES_EXPORTER": "console",
        "OTEL_EXPORTER_OTLP_ENDPOINT": "",
    }
    _, url = embedded.start_api()
    embedded.start_worker()
    for number in range(6):
        headers = {"traceparent": PARENT, "Connection": "close", "X-Request-Id": f"request-{number}"}
        posted = requests.post(f"{url}/v1/diagnoses", data=DUMP + b"\n" * number, headers=headers, timeout=30)
        assert finished(url, posted.headers["Location"])["status"] == "succeeded"
    api = requests.get(f"{url}/metrics", timeout=30).text
    posts = [line for line in api.splitlines() if 'method="POST",route="/v1/diagnoses",status="202"' in line]
    assert [float(line.rsplit(" ", 1)[1]) for line in posts] == [6.0]
    assert sample(api, "leakbook_store_up") == 1
    worker = requests.get(f"http://127.0.0.1:{port}/metrics", timeout=30).text
    assert sample(worker, "leakbook_claims_total") == 6
    assert sample(worker, "leakbook_verdicts_total") == 6
    assert sample(worker, "leakbook_job_seconds_count") == 6
    time.sleep(0.5)  # the last lines are on their way to the file
    logs = embedded.directory.glob("log-*.txt")
    texts = [path.read_text() for path in logs]
    lines = [json.loads(line) for text in texts for line in text.splitlines() if line.startswith('{"time"')]
    assert {line.get("request_id") for line in lines if line["message"] == "job accepted"} == {
        f"request-{number}" for number in range(6)
    }
    assert "HTTP/1.1" not in "".join(texts)
    assert sum(line["message"] == "job done" for line in lines) == 6
    diagnosed = [text for text in texts if '"name": "diagnose"' in text]
    assert any('"trace_id": "0x0af7651916cd43dd8448eb211c80319c"' in text for text in diagnosed)
