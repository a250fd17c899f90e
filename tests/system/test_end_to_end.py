"""From POST to answer through real processes, on every stack, and what happens when they are killed."""

from __future__ import annotations

import os
import signal
import time

import requests

from .conftest import DUMP, PATIENCE, bare_stack, children_of, finished, post, state_of


def test_a_dump_is_answered_while_the_client_waits(stack) -> None:
    stack.start_worker()
    _, url = stack.start_api()
    response = post(url, wait="30", service="shop")
    assert response.status_code == 200, stack.logs()
    assert response.json()["status"] == "succeeded"
    refused = post(url, b"\x89PNG\r\n\x1a\n" + os.urandom(1000), wait="30")
    assert refused.status_code == 415


def test_tables_that_the_command_made_are_those_that_api_and_worker_need(servers, tmp_path) -> None:
    with bare_stack(servers, "redis", tmp_path) as stack:
        assert stack.run("-m", "service.migrate").wait(PATIENCE) == 0, stack.logs()
        stack.start_worker()
        _, url = stack.start_api()
        assert post(url, wait="30").status_code == 200, stack.logs()


def test_what_was_accepted_without_a_worker_is_answered_when_one_comes(stack) -> None:
    api, url = stack.start_api()
    locations = [post(url, DUMP + b"\n" * n).headers["Location"] for n in range(3)]
    stack.kill(api)
    stack.start_worker()
    _, url = stack.start_api()
    assert [finished(url, location)["status"] for location in locations] == ["succeeded"] * 3


def test_a_killed_child_a_killed_worker_and_a_killed_api_lose_nothing(stack) -> None:
    api, url = stack.start_api()
    held = post(url).headers["Location"]
    others = [post(url, DUMP + b"\n" * n).headers["Location"] for n in range(1, 4)]
    pipe = stack.pipe(DUMP)
    worker = stack.start_worker()
    pipe.wait_for_reader()
    os.kill(children_of(worker.pid)[0], signal.SIGKILL)
    pipe.wait_for_death()
    pipe.wait_for_reader()  # the second try
    stack.kill(worker)
    stack.kill(api)
    pipe.restore()
    stack.start_worker()
    _, url = stack.start_api()
    jobs = [finished(url, location) for location in [held, *others]]
    assert [job["status"] for job in jobs] == ["succeeded"] * 4, stack.logs()
    listed = requests.get(f"{url}/v1/diagnoses", timeout=30).json()["diagnoses"]
    assert len(listed) == 4


def test_a_waiting_client_of_one_api_is_woken_while_another_runs_beside_it(stack) -> None:
    stack.start_worker()
    urls = [stack.start_api()[1] for _ in range(2)]
    for url in urls:
        post(url, wait="30")
    for n, url in enumerate(urls * 3):
        started = time.monotonic()
        response = post(url, DUMP + b"\n" * n, wait="30")
        assert response.status_code == 200
        assert time.monotonic() - started < 10
        assert requests.get(urls[n % 2] + response.headers["Location"], timeout=30).json() == response.json()


def test_a_running_job_survives_its_stopped_worker_and_is_done_once(stack) -> None:
    """SIGSTOP past the lease: the job is given to another, and the first one's answer is refused."""
    _, url = stack.start_api()
    location = post(url).headers["Location"]
    pipe = stack.pipe(DUMP)
    worker = stack.start_worker()
    pipe.wait_for_reader()
    child = children_of(worker.pid)[0]
    os.kill(child, signal.SIGSTOP)
    pipe.restore()
    stack.start_worker()
    first = finished(url, location)
    assert first["status"] == "succeeded"
    pipe.feed()
    os.kill(child, signal.SIGCONT)
    stack.waits_until_said("the job is no longer ours")
    assert requests.get(f"{url}{location}", timeout=30).json() == first


def test_a_worker_that_is_asked_to_stop_finishes_what_it_has_and_takes_nothing_new(stack) -> None:
    _, url = stack.start_api()
    location = post(url).headers["Location"]
    other = post(url, DUMP + b"\n").headers["Location"]
    pipe = stack.pipe(DUMP)
    worker = stack.start_worker()
    pipe.wait_for_reader()
    worker.terminate()
    stack.waits_until_said("Warm shutdown")
    pipe.feed()
    assert finished(url, location)["status"] == "succeeded"
    assert worker.wait(30) == 0
    assert state_of(url, other) == "queued"
    assert stack.said('"attempt": 1'), stack.logs()
