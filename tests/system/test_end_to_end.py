"""From POST to answer through real processes, and what happens when they are killed."""

from __future__ import annotations

import os
import signal
import time

import requests

from .conftest import children_of, finished

DUMP = b"goroutine 7 [chan send, 12 minutes]:\nshop.publish()\n\t/src/shop/notify.go:41 +0x2d\n"


def post(url: str, content: bytes, **query: str) -> requests.Response:
    return requests.post(f"{url}/v1/diagnoses", data=content, params=query, timeout=60)


def running(url: str, location: str) -> bool:
    """Wait until a worker has it in hand; False when it was already done."""
    while True:
        status = requests.get(f"{url}{location}", timeout=30).json()["status"]
        if status != "queued":
            return status == "running"
        time.sleep(0.005)


def test_a_dump_is_answered_while_the_client_waits(embedded) -> None:
    embedded.start_worker()
    _, url = embedded.start_api()
    response = post(url, DUMP, wait="30", service="shop")
    assert response.status_code == 200, embedded.logs()
    assert response.json()["status"] == "succeeded"
    refused = post(url, b"\x89PNG\r\n\x1a\n" + os.urandom(1000), wait="30")
    assert refused.status_code == 415


def test_what_was_accepted_without_a_worker_is_answered_when_one_comes(embedded) -> None:
    api, url = embedded.start_api()
    locations = [post(url, DUMP + b"\n" * n).headers["Location"] for n in range(3)]
    embedded.kill(api)
    embedded.start_worker()
    _, url = embedded.start_api()
    assert [finished(url, location)["status"] for location in locations] == ["succeeded"] * 3


def test_a_killed_child_a_killed_worker_and_a_killed_api_lose_nothing(embedded, heavy) -> None:
    worker = embedded.start_worker()
    api, url = embedded.start_api()
    assert post(url, DUMP, wait="30").status_code == 200
    locations = [post(url, heavy + b"\n" * n).headers["Location"] for n in range(2)]
    small = [post(url, DUMP + b"\n" * n).headers["Location"] for n in range(1, 6)]
    assert running(url, locations[0])
    os.kill(children_of(worker.pid)[0], signal.SIGKILL)
    time.sleep(3)
    embedded.kill(worker)
    embedded.kill(api)
    embedded.start_worker()
    _, url = embedded.start_api()
    jobs = [finished(url, location) for location in locations + small]
    assert [job["status"] for job in jobs] == ["succeeded"] * 7, embedded.logs()
    listed = requests.get(f"{url}/v1/diagnoses", timeout=30).json()["diagnoses"]
    assert len(listed) == 8


def test_a_waiting_client_of_one_api_is_woken_while_another_runs_beside_it(embedded) -> None:
    embedded.start_worker()
    urls = [embedded.start_api()[1] for _ in range(2)]
    for url in urls:
        post(url, DUMP, wait="30")
    for n, url in enumerate(urls * 3):
        started = time.monotonic()
        response = post(url, DUMP + b"\n" * n, wait="30")
        assert response.status_code == 200
        assert time.monotonic() - started < 10
        assert requests.get(urls[n % 2] + response.headers["Location"], timeout=30).json() == response.json()


def test_a_running_job_survives_its_stopped_worker_and_is_done_once(embedded, heavy) -> None:
    """SIGSTOP past the lease: the job is given to another, and the first one's answer is refused."""
    worker = embedded.start_worker()
    _, url = embedded.start_api()
    location = post(url, heavy).headers["Location"]
    assert running(url, location)
    child = children_of(worker.pid)[0]
    os.kill(child, signal.SIGSTOP)
    embedded.start_worker()
    first = finished(url, location)
    os.kill(child, signal.SIGCONT)
    time.sleep(3)
    assert requests.get(f"{url}{location}", timeout=30).json() == first
    assert first["status"] == "succeeded"


def test_production_parts_answer_and_survive_a_kill_by_configuration_only(production, heavy) -> None:
    worker = production.start_worker()
    _, url = production.start_api()
    response = post(url, DUMP, wait="30")
    assert response.status_code == 200, production.logs()
    location = post(url, heavy).headers["Location"]
    assert running(url, location), production.logs()
    production.kill(worker)
    production.start_worker()
    assert finished(url, location)["status"] == "succeeded", production.logs()
