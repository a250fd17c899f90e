"""Size classes, poison, limits, brokers that hang and workers that hear nothing: on every stack it concerns."""

from __future__ import annotations

import gzip
import os
import shutil
import signal
import time

import requests

from leakbook.queueing.broker import LARGE_QUEUE, SMALL_QUEUE, build_celery
from leakbook.storage.settings import Settings
from workers.sweeper import EXIT_DEAF

from .conftest import DUMP, children_of, finished, post, state_of

LARGE = DUMP + b"\n" * 2000


def test_a_small_job_does_not_wait_for_the_large(stack) -> None:
    _, url = stack.start_api(LEAKBOOK_LARGE_BYTES="1000")
    large = [post(url, LARGE + b"\n" * n).headers["Location"] for n in range(2)]
    pipes = [stack.pipe(LARGE + b"\n" * n) for n in range(2)]
    stack.start_worker(children=2, LEAKBOOK_LARGE_BYTES="1000")
    pipes[0].wait_for_reader()
    small = post(url, wait="20")
    assert small.status_code == 200, stack.logs()
    assert [state_of(url, location) for location in large] == ["running", "queued"]
    for pipe in pipes:
        pipe.wait_for_reader()
        pipe.feed()
    assert [finished(url, location)["status"] for location in large] == ["succeeded"] * 2


def test_a_job_that_kills_its_workers_fails_and_can_be_queued_again(stack) -> None:
    _, url = stack.start_api()
    location = post(url).headers["Location"]
    pipe = stack.pipe(DUMP)
    worker = stack.start_worker(LEAKBOOK_MAX_ATTEMPTS="2")
    for _ in range(2):
        pipe.wait_for_reader()
        os.kill(children_of(worker.pid)[0], signal.SIGKILL)
        pipe.wait_for_death()
    failed = finished(url, location)
    assert (failed["status"], failed["problem"]["code"]) == ("failed", "job-gave-up"), stack.logs()
    assert "2 workers" in failed["problem"]["detail"]
    pipe.restore()
    job_id = location.rpartition("/")[2]
    assert stack.run("-m", "service.requeue").wait(30) == 0
    assert f"{job_id}\tdefault\t" in stack.logs()
    assert stack.run("-m", "service.requeue", job_id).wait(30) == 0
    assert finished(url, location)["status"] == "succeeded"
    assert stack.run("-m", "service.requeue", job_id).wait(30) == 1, "what succeeded is not done again"


def test_a_job_over_the_memory_limit_fails_alone(embedded) -> None:
    embedded.start_worker(LEAKBOOK_JOB_MEMORY_BYTES=str(500 * 2**20))
    _, url = embedded.start_api()
    # Every stack is another, and all are kept until the answer is known.
    huge = gzip.compress(b"\n".join(DUMP.replace(b"publish", b"publish%d" % n) for n in range(400_000)), 1)
    failed = finished(url, post(url, huge).headers["Location"])
    assert failed["problem"]["code"] == "job-too-large", embedded.logs()
    assert post(url, wait="30").status_code == 200


def test_a_hung_broker_delays_the_work_and_not_the_client(production) -> None:
    production.start_worker()
    _, url = production.start_api()
    assert post(url, wait="30").status_code == 200
    server = production.broker.pids()
    for pid in server:
        os.kill(pid, signal.SIGSTOP)
    try:
        started = time.monotonic()
        locations = [post(url, DUMP + b"\n" * n).headers["Location"] for n in range(1, 6)]
        assert time.monotonic() - started < 3
    finally:
        for pid in server:
            os.kill(pid, signal.SIGCONT)
    assert [finished(url, location)["status"] for location in locations] == ["succeeded"] * 5


def test_a_worker_that_hears_nothing_leaves_to_be_started_again(production) -> None:
    worker = production.start_worker(LEAKBOOK_DEAF_SECONDS="3")
    _, url = production.start_api()
    assert post(url, wait="30").status_code == 200
    app = build_celery(Settings.from_environ(production.environ))
    for queue in (SMALL_QUEUE, LARGE_QUEUE):
        app.control.cancel_consumer(queue, reply=True)
    app.close()
    location = post(url, DUMP + b"\n").headers["Location"]
    assert worker.wait(30) == EXIT_DEAF, production.logs()
    production.start_worker()
    assert finished(url, location)["status"] == "succeeded"


def test_an_api_whose_evidence_disk_fails_refuses_and_accepts_again(embedded) -> None:
    embedded.start_worker()
    _, url = embedded.start_api(LEAKBOOK_BLOB_DIR=str(embedded.directory / "disk" / "evidence"))
    shutil.rmtree(embedded.directory / "disk", ignore_errors=True)  # made by whoever asked whether it is there
    (embedded.directory / "disk").write_text("not a directory")
    refused = post(url)
    assert (refused.status_code, refused.json()["code"]) == (503, "store-unavailable")
    assert "Retry-After" in refused.headers
    (embedded.directory / "disk").unlink()
    assert post(url).status_code == 202
    assert len(requests.get(f"{url}/v1/diagnoses", timeout=30).json()["diagnoses"]) == 1
