"""The application on an embedded store of its own; every answer is held against openapi.yaml."""

from __future__ import annotations

import io
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from flask import Flask
from openapi_core import Config, OpenAPI
from openapi_core.contrib.werkzeug import WerkzeugOpenAPIRequest, WerkzeugOpenAPIResponse
from werkzeug.test import Client, TestResponse
from werkzeug.wrappers import Request, Response

from leakbook.playbook.model import Playbooks
from leakbook.storage.database import open_engine
from leakbook.storage.keys import KeyStore, Scope
from leakbook.storage.playbook_files import read_playbooks
from leakbook.storage.settings import Settings
from service.app import create_app
from workers.desk import Desk

ROOT = Path(__file__).parents[2]
CONTRACT = OpenAPI.from_dict(
    yaml.safe_load((ROOT / "openapi.yaml").read_text()),
    config=Config(
        extra_media_type_deserializers={
            "application/problem+json": json.loads,
            "text/markdown": bytes.decode,
            "text/html": bytes.decode,
            "text/plain": bytes.decode,
            "text/vnd.slack.mrkdwn": bytes.decode,
        }
    ),
)
DUMP = b"""goroutine 1 [running]:
main.main()
\t/src/shop/main.go:12 +0x2d

goroutine 7 [chan send, 12 minutes]:
shop/orders.(*Notifier).Publish.func1()
\t/src/shop/orders/notify.go:41 +0x2d
created by shop/orders.(*Notifier).Publish in goroutine 1
\t/src/shop/orders/notify.go:40 +0x8d
"""


def from_here(app):
    """The application as a process of this host calls it; werkzeug's client states no address by itself."""

    def call(environ, start_response):
        environ.setdefault("REMOTE_ADDR", "127.0.0.1")
        return app(environ, start_response)

    return call


class Sent:
    """Counts requests on their way to an application."""

    def __init__(self) -> None:
        self.requests = 0

    def through(self, app):
        def call(environ, start_response):
            self.requests += 1
            return app(environ, start_response)

        return call


class CheckedClient(Client):
    """A client that fails the test when an answer is not as the contract says. 405 and HEAD are in no operation."""

    def __init__(self, app: Flask) -> None:
        super().__init__(from_here(app), Response)

    def open(self, *args, **kwargs) -> TestResponse:
        response = super().open(*args, **kwargs)
        if response.status_code != 405 and response.request.method != "HEAD" and response.request.path != "/nowhere":
            body = Response(response.data, response.status_code, response.headers)
            found = WerkzeugOpenAPIResponse(body)
            read = response.request.environ | {"wsgi.input": io.BytesIO(), "CONTENT_LENGTH": "0"}
            CONTRACT.validate_response(WerkzeugOpenAPIRequest(Request(read)), found)
        return response


@pytest.fixture(scope="module", autouse=True)
def _shipped_are_loaded_once(shipped: Playbooks) -> Iterator[None]:
    """Applications of this process share the shipped playbooks; a folder of their own they read themselves."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("service.parts.read_playbooks", lambda folder: read_playbooks(folder) if folder else shipped)
        yield


@pytest.fixture
def settings(tmp_path: Path, make_tables: Callable[[Settings], None]) -> Settings:
    settings = Settings.from_environ(
        {"LEAKBOOK_DATA_DIR": str(tmp_path), "LEAKBOOK_JOB_SECONDS": "0", "LEAKBOOK_LIMIT_REQUEST_BYTES": "100000"}
    )
    make_tables(settings)
    return settings


@pytest.fixture
def app(settings: Settings) -> Flask:
    return create_app(settings)


@pytest.fixture
def wsgi(app: Flask):
    return from_here(app)


@pytest.fixture
def client(app: Flask) -> CheckedClient:
    return CheckedClient(app)


@pytest.fixture
def sent(record_property) -> Iterator[Sent]:
    """`./dev contract` reads the number from the test's report."""
    sent = Sent()
    yield sent
    record_property("requests", sent.requests)


@pytest.fixture
def keyed_settings(settings: Settings) -> Settings:
    """The same store, for callers with a key."""
    return replace(settings, auth=frozenset({"keys"}), key_requests=0)


@pytest.fixture
def keyed(keyed_settings: Settings) -> Flask:
    return create_app(keyed_settings)


@pytest.fixture
def issue(settings: Settings):
    """A key of a tenant, as an Authorization header."""
    keys = KeyStore(open_engine(settings))

    def issue(tenant: str = "shop", *scopes: Scope, lifetime: float | None = None) -> dict[str, str]:
        issued = keys.issue(tenant=tenant, name="test", scopes=scopes or [Scope.ADMIN], lifetime_seconds=lifetime)
        return {"Authorization": f"Bearer {issued.token}"}

    return issue


@pytest.fixture
def keyed_client(keyed: Flask) -> CheckedClient:
    """A client of the application that asks for keys."""
    return CheckedClient(keyed)


@pytest.fixture
def desk(settings: Settings, shipped: Playbooks) -> Desk:
    """A worker without Celery; `clear` does what is queued."""
    return Desk(settings, shipped)


@pytest.fixture
def busy_desk(desk: Desk) -> Iterator[None]:
    """The same, working in the background."""
    stopped = threading.Event()

    def work() -> None:
        while not stopped.wait(0.02):
            desk.clear()

    thread = threading.Thread(target=work)
    thread.start()
    yield
    stopped.set()
    thread.join()


@pytest.fixture
def dump() -> bytes:
    return DUMP
