"""Callbacks delivered to real receivers on loopback."""

from __future__ import annotations

import base64
import socket
import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import update
from standardwebhooks import Webhook

from leakbook.callbacks.destination import rule_of
from leakbook.callbacks.settings import CallbackSettings
from leakbook.diagnosis.report import Subject
from leakbook.storage import schema
from leakbook.storage.claims import ClaimStore
from leakbook.storage.database import open_engine, writing
from leakbook.storage.jobs import JobStore
from leakbook.storage.model import Callback, CallbackState, NewJob, Outcome, new_job_id
from leakbook.storage.outbox import PER_HOST, Outbox
from leakbook.storage.settings import Settings
from tests.leakbook.callbacks.receivers import dripping, receiving
from workers import metrics
from workers.courier import Courier

SIGNING = "whsec_" + base64.b64encode(b"s" * 32).decode()
OUTCOME = Outcome(verdict="leak", playbook=None, renderings={"application/json": b"{}"})


@pytest.fixture
def calling(settings: Settings) -> Callable[[int], Settings]:
    """Settings that allow a receiver's port, three tries, quickly one after the other."""

    def allow(port: int) -> Settings:
        callbacks = CallbackSettings.from_environ(
            {
                "LEAKBOOK_CALLBACKS": "on",
                "LEAKBOOK_CALLBACK_ALLOW": f"http://127.0.0.1:{port}",
                "LEAKBOOK_CALLBACK_SECRETS": f"default={SIGNING}",
            }
        )
        return replace(settings, callbacks=callbacks, callback_tries=3, callback_retry_seconds=0.0, sweep_seconds=0.05)

    return allow


@pytest.fixture
def ended(settings: Settings) -> Callable[[str], str]:
    """End a job that wants to be told at the URL; its id."""
    engine = open_engine(settings)

    def end(url: str, tenant: str = "default") -> str:
        new = NewJob(subject=Subject(), evidence=(), fingerprint="f", callback_url=url)
        job_id = JobStore(engine, tenant=tenant).create(new, job_id=new_job_id(), secure_blobs=lambda: None).id
        claims = ClaimStore(engine, settings)
        claims.succeed(claims.claim(), OUTCOME)
        return job_id

    return end


def shown(settings: Settings, job_id: str, tenant: str = "default") -> Callback:
    jobs = JobStore(open_engine(settings), tenant=tenant)
    return jobs.callback_of(jobs.get(job_id))


def deliver_once(settings: Settings) -> bool:
    delivery = Outbox(open_engine(settings), settings).claim()
    if delivery is not None:
        Courier(settings).attempt(delivery)
    return delivery is not None


def counted(outcome: str) -> float:
    return metrics.CALLBACKS.labels(outcome)._value.get()


def test_a_receiver_is_told_once_and_can_verify_it(calling, ended) -> None:
    before = counted("delivered")
    with receiving() as receiver:
        settings = calling(receiver.port)
        job_id = ended(receiver.url)
        assert deliver_once(settings)
        assert not deliver_once(settings)
    (got,) = receiver.got
    event = Webhook(SIGNING).verify(got.body, got.headers)
    assert event["data"]["id"] == job_id
    assert got.headers["webhook-id"] == f"msg_{job_id.replace('-', '')}_1"
    found = shown(settings, job_id)
    assert (found.state, found.tries, found.last) == (CallbackState.DELIVERED, 1, "HTTP 204")
    assert counted("delivered") == before + 1


def test_a_receiver_that_fails_is_tried_again_with_the_same_id_until_the_callback_is_dead(calling, ended) -> None:
    with receiving() as receiver:
        receiver.answer = lambda _: (500, {})
        settings = calling(receiver.port)
        job_id = ended(receiver.url)
        while deliver_once(settings):
            pass
    assert len(receiver.got) == 3
    assert len({got.headers["webhook-id"] for got in receiver.got}) == 1
    assert len({got.body for got in receiver.got}) == 1
    found = shown(settings, job_id)
    assert (found.state, found.tries, found.last) == (CallbackState.DEAD, 3, "HTTP 500")


def test_a_receiver_that_comes_back_is_told(calling, ended) -> None:
    with receiving() as receiver:
        answers = iter([(503, {}), (302, {"Location": "http://127.0.0.1:9/"}), (200, {})])
        receiver.answer = lambda _: next(answers)
        settings = calling(receiver.port)
        job_id = ended(receiver.url)
        while deliver_once(settings):
            pass
    assert shown(settings, job_id).state is CallbackState.DELIVERED
    assert len(receiver.got) == 3


def test_a_receiver_that_is_gone_is_not_asked_again(calling, ended) -> None:
    with receiving() as receiver:
        receiver.answer = lambda _: (410, {})
        settings = calling(receiver.port)
        job_id = ended(receiver.url)
        while deliver_once(settings):
            pass
    assert len(receiver.got) == 1
    assert shown(settings, job_id).state is CallbackState.DEAD


def test_a_try_whose_courier_dies_after_the_receiver_heard_it_is_repeated_under_one_id(calling, ended) -> None:
    with receiving() as receiver:
        settings = calling(receiver.port)
        job_id = ended(receiver.url)
        engine = open_engine(settings)
        lost = Outbox(engine, settings).claim()
        courier = Courier(settings)
        courier._write_down = lambda *_: None  # the process ends here
        courier.attempt(lost)
        with writing(engine) as connection:
            connection.execute(update(schema.callbacks).values(lease_until=schema.database_now() - 1))
        assert deliver_once(settings)
    first, second = receiver.got
    assert first.headers["webhook-id"] == second.headers["webhook-id"]
    assert first.body == second.body
    assert shown(settings, job_id).state is CallbackState.DELIVERED


def test_a_receiver_that_speaks_no_http_is_given_up_too(calling, ended) -> None:
    with dripping(b"a", 0.05, start=b"SSH-2.0-OpenSSH_9.2\r\n") as port:
        settings = calling(port)
        job_id = ended(f"http://127.0.0.1:{port}/")
        while deliver_once(settings):
            pass
    found = shown(settings, job_id)
    assert (found.state, found.tries) == (CallbackState.DEAD, 3)
    assert "no HTTP" in found.last


def test_a_mistake_of_ours_is_a_try_that_failed_and_is_logged(calling, ended, monkeypatch, caplog) -> None:
    def break_down(*_: object, **__: object) -> None:
        raise RuntimeError("a mistake")

    monkeypatch.setattr("workers.courier.deliver", break_down)
    with receiving() as receiver:
        settings = calling(receiver.port)
        job_id = ended(receiver.url)
        while deliver_once(settings):
            pass
    found = shown(settings, job_id)
    assert (found.state, found.tries) == (CallbackState.DEAD, 3)
    assert "mistake" in found.last
    logged = [record for record in caplog.records if record.exc_info and "a callback failed" in record.message]
    assert len(logged) == 3
    assert logged[0].fields["host"] == f"127.0.0.1:{receiver.port}"


def test_a_callback_whose_couriers_all_died_ends_without_another_try(calling, ended) -> None:
    with receiving() as receiver:
        settings = calling(receiver.port)
        job_id = ended(receiver.url)
        engine = open_engine(settings)
        for _ in range(settings.callback_tries):
            assert Outbox(engine, settings).claim() is not None  # and the process ends
            with writing(engine) as connection:
                connection.execute(update(schema.callbacks).values(lease_until=schema.database_now() - 1))
        assert deliver_once(settings)
    assert receiver.got == []
    assert shown(settings, job_id).state is CallbackState.DEAD


def test_what_is_no_longer_allowed_is_not_called(calling, ended) -> None:
    with receiving() as receiver:
        settings = replace(calling(receiver.port + 1), callback_tries=1)
        job_id = ended(receiver.url)
        assert deliver_once(settings)
        other = ended(receiver.url, tenant="without-a-secret")
        assert deliver_once(replace(calling(receiver.port), callback_tries=1))
    assert receiver.got == []
    assert "not among what this service may call" in shown(settings, job_id).last
    assert "no secret" in shown(settings, other, "without-a-secret").last


def test_the_threads_deliver_what_is_owed_and_stop(calling, ended) -> None:
    with receiving() as receiver:
        settings = calling(receiver.port)
        ids = [ended(f"{receiver.url}/{number}") for number in range(6)]
        courier = Courier(settings)
        courier.start()
        stop = time.monotonic() + 20
        while time.monotonic() < stop and not all(
            shown(settings, job_id).state is CallbackState.DELIVERED for job_id in ids
        ):
            time.sleep(0.05)
        courier.stop()
    assert sorted(got.path for got in receiver.got) == [f"/hook/{number}" for number in range(6)]
    assert {shown(settings, job_id).state for job_id in ids} == {CallbackState.DELIVERED}


def test_names_that_lead_to_one_address_share_its_tries_and_lose_none(calling, ended, monkeypatch) -> None:
    monkeypatch.setattr("workers.courier.CROWDED_SECONDS", 0.05)

    def loopback(_: str, port: int, *__: object, **___: object) -> list[tuple]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr("leakbook.callbacks.delivery.socket.getaddrinfo", loopback)
    under_way, most = [], []

    def slowly(_: object) -> tuple[int, dict[str, str]]:
        under_way.append(1)
        most.append(len(under_way))
        time.sleep(0.3)
        under_way.pop()
        return 204, {}

    with receiving() as receiver:
        receiver.answer = slowly
        settings = calling(receiver.port)
        rules = (rule_of(f"http://.slow.example:{receiver.port}"),)
        settings = replace(settings, callbacks=replace(settings.callbacks, rules=rules))
        ids = [ended(f"http://n{number}.slow.example:{receiver.port}/") for number in range(8)]
        courier = Courier(settings)
        courier.start()
        stop = time.monotonic() + 20
        while time.monotonic() < stop and len(receiver.got) < len(ids):
            time.sleep(0.05)
        time.sleep(0.5)
        courier.stop()
    assert max(most) == PER_HOST
    found = [shown(settings, job_id) for job_id in ids]
    assert {(one.state, one.tries) for one in found} == {(CallbackState.DELIVERED, 1)}


def test_no_thread_is_started_while_callbacks_are_off(settings, ended) -> None:
    with receiving() as receiver:
        ended(receiver.url)
        courier = Courier(replace(settings, sweep_seconds=0.01))
        courier.start()
        time.sleep(0.2)
        courier.stop()
    assert receiver.got == []
