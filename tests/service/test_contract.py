"""openapi.yaml is valid, complete, and what the service does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import schemathesis
import yaml
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from openapi_spec_validator import validate
from schemathesis.specs.openapi.checks import ignored_auth, positive_data_acceptance

from service.access.routes import demand_of
from service.documentation_page import documentation_page
from service.problems import STATUS

CONTRACT = yaml.safe_load((Path(__file__).parents[2] / "openapi.yaml").read_text())
METHODS = ("get", "post", "put", "patch", "delete")
OPERATIONS = [(path, method) for path, item in CONTRACT["paths"].items() for method in METHODS if method in item]


def test_the_contract_is_openapi_3_1() -> None:
    assert CONTRACT["openapi"].startswith("3.1")
    validate(CONTRACT)


def test_every_route_is_in_the_contract_and_the_reverse(app) -> None:
    names = {"job_id": "id"}

    def path_of(rule: str) -> str:
        return re.sub(r"<(?:\w+:)?(\w+)>", lambda found: "{" + names.get(found[1], found[1]) + "}", rule)

    served = {
        (path_of(rule.rule), method.lower())
        for rule in app.url_map.iter_rules()
        for method in rule.methods - {"HEAD", "OPTIONS"}
    }
    assert served == set(OPERATIONS)


def test_every_code_is_in_the_contract_with_its_status() -> None:
    examples = {
        code: example["value"]
        for response in CONTRACT["components"]["responses"].values()
        for code, example in response["content"]["application/problem+json"]["examples"].items()
    }
    assert {code: example["status"] for code, example in examples.items()} == STATUS
    assert all(example["code"] == code for code, example in examples.items())
    assert sorted(CONTRACT["components"]["schemas"]["Problem"]["properties"]["code"]["enum"]) == sorted(STATUS)


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_every_answer_with_a_body_has_an_example(path: str, method: str) -> None:
    for status, answer in CONTRACT["paths"][path][method]["responses"].items():
        for media, content in answer.get("content", {}).items():
            if content["schema"]:  # raw bytes have neither
                assert "example" in content or "examples" in content, (status, media)


def test_the_bare_address_leads_to_the_documentation(client) -> None:
    found = client.get("/")
    assert (found.status_code, found.headers["Location"]) == (303, "/docs")


def test_the_contract_is_served_as_it_is_and_as_a_page(client) -> None:
    served = client.get("/openapi.yaml")
    assert yaml.safe_load(served.data) == CONTRACT
    page = client.get("/docs").text
    for code in STATUS:
        assert f'id="{code}"' in page
    assert "<script" not in page
    targets = re.findall(r'href="#([^"]+)"', page)
    assert set(STATUS) - {"method-not-allowed"} <= set(targets)  # no operation has that one
    assert {target for target in targets if f'id="{target}"' not in page} == set()
    assert page.index("POST /v1/diagnoses") < page.index("GET /v1/diagnoses")
    assert not re.search(r'(src|href)="https?:', page)


def test_the_page_s_commands_are_for_the_address_at_which_it_is_read(client) -> None:
    assert "\nLEAKBOOK=http://localhost:8377\n" in client.get("/docs", base_url="http://localhost:8377").text
    assert "$(x)" not in documentation_page(yaml.safe_dump(CONTRACT).encode(), "http://$(x)")


def test_health_metrics_and_playbooks_answer(client, dump, desk) -> None:
    client.post("/v1/diagnoses", data=dump)
    assert client.get("/healthz").json == {"status": "ok"}
    assert client.get("/readyz").json["jobs"] == {"queued": 1, "running": 0}
    assert 'leakbook_jobs{state="queued"} 1.0' in client.get("/metrics").text
    listed = client.get("/v1/playbooks").json["playbooks"]
    for playbook in listed:
        assert client.get(f"/v1/playbooks/{playbook['id']}").json["title"] == playbook["title"]


@pytest.fixture
def examples(request) -> int:
    return request.config.getoption("--examples") or 20


def hold_to_the_contract(
    wsgi, path: str, method: str, *, examples: int, headers: dict[str, str], excluded: list
) -> None:
    operation = schemathesis.openapi.from_wsgi("/openapi.yaml", wsgi)[path][method.upper()]

    @hypothesis_settings(
        max_examples=examples, derandomize=True, suppress_health_check=list(HealthCheck), database=None
    )
    @given(case=operation.as_strategy())
    def answers_as_described(case) -> None:
        # Nobody works here, so waiting would only take time.
        case.query.pop("wait", None)
        case.headers.pop("Prefer", None)
        # Evidence made by chance is of a valid shape and of no use: refusing it is right.
        case.call_and_validate(headers=headers, excluded_checks=[positive_data_acceptance, *excluded])

    answers_as_described()


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_whatever_is_sent_the_answer_is_as_the_contract_says(
    wsgi, sent, *, examples: int, path: str, method: str
) -> None:
    # Open mode does ignore it.
    hold_to_the_contract(sent.through(wsgi), path, method, examples=examples, headers={}, excluded=[ignored_auth])


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_with_a_key_too_and_without_one_nothing_is_answered(
    keyed, sent, issue, *, examples: int, path: str, method: str
) -> None:
    hold_to_the_contract(sent.through(keyed), path, method, examples=examples, headers=issue(), excluded=[])


def test_every_operation_names_the_scope_that_its_view_needs(app) -> None:
    for rule in app.url_map.iter_rules():
        path = re.sub(r"<(?:\w+:)?(\w+)>", lambda found: "{" + found[1].replace("job_id", "id") + "}", rule.rule)
        demand = demand_of(app.view_functions[rule.endpoint])
        for method in rule.methods - {"HEAD", "OPTIONS"}:
            stated = CONTRACT["paths"][path][method.lower()]["security"]
            assert stated == ([] if demand.scope is None else [{"bearer": [demand.scope.value]}]), path
