"""Callbacks are owed in the transaction that ends a job, and each is tried by one at a time."""

from __future__ import annotations

import json
import threading
import time
from dataclasses import replace

import pytest
from sqlalchemy import func, select, update

from leakbook.callbacks.place import NOWHERE
from leakbook.diagnosis.report import Subject
from leakbook.storage import schema
from leakbook.storage.census import Census
from leakbook.storage.claims import ClaimStore
from leakbook.storage.database import reading, writing
from leakbook.storage.jobs import JobStore
from leakbook.storage.model import CallbackState, Failure, NewJob, Outcome, new_job_id
from leakbook.storage.outbox import PER_HOST, Outbox

OUTCOME = Outcome(verdict="leak", playbook="goroutine/chan-send", renderings={"application/json": b"{}"})
FAILURE = Failure(code="internal", title="t", detail="never told")


@pytest.fixture
def jobs(engine) -> JobStore:
    return JobStore(engine)


@pytest.fixture
def claims(engine, settings) -> ClaimStore:
    callbacks = replace(settings.callbacks, public_url="https://leakbook.example.com")
    return ClaimStore(engine, replace(settings, callbacks=callbacks))


@pytest.fixture
def outbox(engine, settings) -> Outbox:
    return Outbox(engine, settings)


def add(jobs: JobStore, url: str | None = "https://hooks.example.com/x") -> str:
    new = NewJob(subject=Subject(service="checkout"), evidence=(), fingerprint="f", callback_url=url)
    return jobs.create(new, job_id=new_job_id(), secure_blobs=lambda: None).id


def count(engine) -> int:
    with reading(engine) as connection:
        return connection.execute(select(func.count()).select_from(schema.callbacks)).scalar_one()


def test_a_job_that_ends_owes_one_callback_that_says_where_the_answer_is(engine, jobs, claims, outbox) -> None:
    job_id = add(jobs)
    assert jobs.callback_of(jobs.get(job_id)).state is CallbackState.WAITING
    assert outbox.claim() is None
    claim = claims.claim()
    assert claims.succeed(claim, OUTCOME)
    assert not claims.succeed(claim, OUTCOME)
    delivery = outbox.claim()
    assert (delivery.job_id, delivery.tries) == (job_id, 1)
    assert delivery.id == f"msg_{job_id.replace('-', '')}_1"
    event = json.loads(delivery.body)
    assert event["type"] == "diagnosis.succeeded"
    assert event["data"]["verdict"] == "leak"
    assert event["data"]["links"]["self"] == f"https://leakbook.example.com/v1/diagnoses/{job_id}"
    assert event["timestamp"] == event["data"]["finished_at"]
    assert count(engine) == 1


def test_a_job_that_nobody_wants_to_hear_of_owes_nothing(engine, jobs, claims) -> None:
    add(jobs, url=None)
    claims.succeed(claims.claim(), OUTCOME)
    assert count(engine) == 0


def test_a_failure_is_told_by_its_code_and_not_by_its_words(jobs, claims, outbox) -> None:
    add(jobs)
    claims.fail(claims.claim(), FAILURE)
    body = outbox.claim().body
    assert json.loads(body)["data"]["problem"] == {"code": "internal", "title": "t"}
    assert "never told" not in body


def test_a_job_that_is_given_up_owes_a_callback_too(jobs, claims, outbox) -> None:
    job_id = add(jobs)
    for _ in range(2):
        claims.claim()
        time.sleep(1.1)
        claims.sweep()
    assert json.loads(outbox.claim().body)["data"]["problem"]["code"] == "job-gave-up"
    assert jobs.callback_of(jobs.get(job_id)).state is CallbackState.PENDING


def test_nothing_is_owed_when_the_end_is_not_committed(engine, jobs, claims, monkeypatch) -> None:
    add(jobs)
    claim = claims.claim()
    broken = replace(OUTCOME, renderings={"m" * 41: b"{}", "a": None})
    with pytest.raises(TypeError):
        claims.succeed(claim, broken)

    def crash(*_: object) -> None:
        raise RuntimeError("the process ends here")

    monkeypatch.setattr("leakbook.storage.claims._notify", crash)
    with pytest.raises(RuntimeError):
        claims.succeed(claim, OUTCOME)
    assert count(engine) == 0
    monkeypatch.undo()
    assert claims.succeed(claim, OUTCOME)
    assert count(engine) == 1


def test_many_couriers_never_have_the_same_try(engine, jobs, claims, outbox) -> None:
    ids = [add(jobs, f"https://host-{n}.example/") for n in range(20)]
    while (claim := claims.claim()) is not None:
        claims.succeed(claim, OUTCOME)
    taken: list[str] = []

    def take() -> None:
        while (delivery := outbox.claim()) is not None:
            taken.append(delivery.job_id)

    threads = [threading.Thread(target=take) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    take()  # SKIP LOCKED may show nobody the last ones for a moment
    assert sorted(taken) == sorted(ids)


def test_one_host_has_only_so_many_tries_at_a_time(jobs, claims, outbox) -> None:
    for number in range(PER_HOST + 2):
        add(jobs, f"https://slow.example/{number}")
    add(jobs, "https://other.example/")
    while (claim := claims.claim()) is not None:
        claims.succeed(claim, OUTCOME)
    taken = []
    while (delivery := outbox.claim()) is not None:
        taken.append(delivery)
    assert sorted(d.url.split("/")[2] for d in taken) == ["other.example"] + ["slow.example"] * PER_HOST
    slow = next(d for d in taken if "slow" in d.url)
    assert outbox.delivered(slow, "HTTP 200")
    assert "slow" in outbox.claim().url


def test_what_was_not_tried_is_given_back_with_its_try(jobs, claims, outbox) -> None:
    add(jobs)
    claims.succeed(claims.claim(), OUTCOME)
    first = outbox.claim()
    assert outbox.give_back(first, 0.0)
    second = outbox.claim()
    assert (first.tries, second.tries) == (1, 1)
    assert outbox.give_back(second, 60.0)
    assert outbox.claim() is None


def test_one_destination_is_one_however_clients_spell_it(jobs, claims, outbox) -> None:
    for url in ("https://slow.example/", "https://SLOW.example:443/", "https://slow.example.:00443/"):
        add(jobs, url)
        claims.succeed(claims.claim(), OUTCOME)
    taken = [outbox.claim() for _ in range(3)]
    assert [delivery and delivery.host for delivery in taken] == ["slow.example:443"] * PER_HOST + [None]


@pytest.mark.parametrize("port", ["0" * 400 + "443", "443"])
def test_a_job_ends_whatever_its_callback_url_was_taken_for(jobs, claims, outbox, port: str) -> None:
    host = ".".join(letter * 62 for letter in "abcd") + "a"
    add(jobs, f"https://{host}:{port}/")  # the first as the release before let it in
    assert claims.succeed(claims.claim(), OUTCOME)
    assert outbox.claim().host == (NOWHERE if port != "443" else f"{host}:443")


def test_what_is_owed_is_counted_with_its_age_until_it_is_delivered_or_dead(engine, jobs, claims, outbox) -> None:
    census = Census(engine)
    assert (census.callbacks_owed(), census.oldest_callback_seconds()) == (0, 0.0)
    for number in range(3):
        add(jobs, f"https://host-{number}.example/")
        claims.succeed(claims.claim(), OUTCOME)
    deliveries = [outbox.claim() for _ in range(3)]
    assert outbox.again(deliveries[0], "HTTP 500", 60.0)
    with writing(engine) as connection:
        oldest = schema.callbacks.c.id == deliveries[0].id
        connection.execute(update(schema.callbacks).where(oldest).values(created_at=schema.database_now() - 90_000))
    assert census.callbacks_owed() == 3
    assert 90 <= census.oldest_callback_seconds() < 120
    assert outbox.dead(deliveries[0], "HTTP 500")
    assert outbox.delivered(deliveries[1], "HTTP 200")
    assert census.callbacks_owed() == 1
    assert 0 <= census.oldest_callback_seconds() < 60


@pytest.mark.alone
def test_a_try_that_failed_comes_again_when_it_is_due_with_the_same_id_and_body(jobs, claims, outbox) -> None:
    job_id = add(jobs)
    claims.succeed(claims.claim(), OUTCOME)
    first = outbox.claim()
    assert outbox.again(first, "HTTP 500", 0.5)
    shown = jobs.callback_of(jobs.get(job_id))
    assert (shown.state, shown.tries, shown.last) == (CallbackState.PENDING, 1, "HTTP 500")
    assert outbox.claim() is None
    time.sleep(0.6)
    second = outbox.claim()
    assert (second.id, second.body, second.tries) == (first.id, first.body, 2)
    assert outbox.dead(second, "HTTP 500")
    shown = jobs.callback_of(jobs.get(job_id))
    assert (shown.state, shown.tries, shown.due_at) == (CallbackState.DEAD, 2, None)
    assert shown.ended_at is not None
    assert outbox.claim() is None


def test_a_courier_that_died_is_replaced_and_its_late_word_refused(engine, jobs, claims, outbox) -> None:
    add(jobs)
    claims.succeed(claims.claim(), OUTCOME)
    late = outbox.claim()
    assert outbox.claim() is None
    with writing(engine) as connection:
        connection.execute(update(schema.callbacks).values(lease_until=schema.database_now() - 1))
    again = outbox.claim()
    assert (again.id, again.tries) == (late.id, 2)
    assert not outbox.delivered(late, "HTTP 200")
    assert outbox.delivered(again, "HTTP 200")


def test_a_clock_that_was_set_back_holds_nothing_up(engine, jobs, claims, outbox) -> None:
    add(jobs)
    claims.succeed(claims.claim(), OUTCOME)
    far = schema.database_now() + 365 * 86_400_000
    with writing(engine) as connection:
        connection.execute(update(schema.callbacks).values(due_at=far, put_off_at=far, lease_until=far))
    assert outbox.claim() is not None


def test_a_job_that_is_queued_again_owes_a_new_callback_and_not_the_old(jobs, claims, outbox) -> None:
    job_id = add(jobs)
    claims.fail(claims.claim(), FAILURE)
    assert claims.requeue(job_id)
    assert outbox.claim() is None
    assert jobs.callback_of(jobs.get(job_id)).state is CallbackState.WAITING
    claims.succeed(claims.claim(), OUTCOME)
    delivery = outbox.claim()
    assert delivery.id.endswith("_2")
    assert json.loads(delivery.body)["type"] == "diagnosis.succeeded"


def test_a_worker_of_the_release_before_leaves_jobs_with_a_callback_alone(engine, jobs) -> None:
    with_callback, without = add(jobs), add(jobs, url=None)
    with reading(engine) as connection:
        rows = dict(connection.execute(select(schema.jobs.c.id, schema.jobs.c.format)).all())
    assert rows == {with_callback: 2, without: 1}


def test_a_deleted_job_owes_nothing(engine, jobs, claims) -> None:
    job_id = add(jobs)
    claims.succeed(claims.claim(), OUTCOME)
    assert jobs.delete(job_id) == set()
    assert count(engine) == 0
