"""Chains of requests along the contract's links: post, read, download, remove, read again."""

from __future__ import annotations

from collections import Counter

import schemathesis
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from .conftest import from_here


def test_what_was_posted_is_there_until_it_is_removed(keyed, sent, issue, desk, *, dump: bytes, request) -> None:
    seen: Counter[tuple[str, int]] = Counter()
    key = issue()

    contract = schemathesis.openapi.from_wsgi("/openapi.yaml", sent.through(from_here(keyed)))

    class Chains(contract.include(path_regex="^/v1/diagnoses").as_state_machine()):
        def setup(self) -> None:
            """Every chain starts with an empty store, so that it can be played again."""
            self.steps = 0
            client = keyed.test_client()
            for job in client.get("/v1/diagnoses?limit=100", headers=key).json["diagnoses"]:
                client.delete(job["links"]["self"], headers=key)

        def get_call_kwargs(self, case) -> dict:  # noqa: ARG002 - the machine's own signature
            return {"headers": key}

        def before_call(self, case) -> None:
            case.query.pop("wait", None)
            case.headers.pop("Prefer", None)
            if (case.method, case.path) == ("POST", "/v1/diagnoses"):
                # Evidence made by chance would be refused, and no chain begin.
                case.body, case.media_type = dump, "application/octet-stream"
                case.headers.pop("Content-Encoding", None)

        def validate_response(self, response, case, **_) -> None:
            case.validate_response(
                response,
                excluded_checks=[positive_data_acceptance, negative_data_rejection],  # the body is replaced
                recorder=self.recorder,
                headers=key,
            )

        def after_call(self, response, case) -> None:
            super().after_call(response, case)
            seen[case.operation.label, response.status_code] += 1
            self.steps += 1
            if self.steps % 2:
                desk.clear()

    Chains.run(
        settings=hypothesis_settings(
            max_examples=request.config.getoption("--examples") or 40,
            stateful_step_count=8,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
    )
    for step in (
        ("POST /v1/diagnoses", 202),
        ("GET /v1/diagnoses/{id}", 200),
        ("GET /v1/diagnoses/{id}/evidence/{position}", 200),
        ("DELETE /v1/diagnoses/{id}", 204),
        ("GET /v1/diagnoses/{id}", 404),
    ):
        assert seen[step], seen
