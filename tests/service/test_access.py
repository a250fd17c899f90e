"""Keys, scopes and tenants: who gets in, and what is there for whom."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from leakbook.storage.keys import KeyStore, Scope
from service.access.routes import check_routes, demand_of
from service.app import create_app

NOBODYS = "01a210db-4446-7b2d-8850-f9330c40a56c"


def path_of(rule, job_id: str) -> str:
    """A path of the route that leads to the job."""
    values = {"job_id": job_id, "position": 0, "category": "goroutine", "name": "chan-send"}
    return rule.build({name: values[name] for name in rule.arguments}, append_unknown=False)[1]


def calls(app):
    """Every route with every method it serves."""
    for rule in app.url_map.iter_rules():
        for method in sorted(rule.methods - {"OPTIONS"}):
            yield rule, method, demand_of(app.view_functions[rule.endpoint])


def comparable(response) -> tuple[int, str, bytes, dict[str, str]]:
    """All that the client sees but what differs from request to request."""
    kept = {name: value for name, value in response.headers.items() if name not in ("X-Request-Id", "RateLimit")}
    return response.status_code, response.content_type, response.data, kept


@pytest.fixture
def job(keyed_client, issue, dump, desk) -> str:
    """A finished job of the shop."""
    posted = keyed_client.post("/v1/diagnoses", data=dump, headers=issue("shop", Scope.SUBMIT))
    assert posted.status_code == 202
    desk.clear()
    return posted.json["id"]


def test_without_a_key_only_public_routes_answer(keyed, keyed_client) -> None:
    for rule, method, demand in calls(keyed):
        response = keyed_client.open(path_of(rule, NOBODYS), method=method, follow_redirects=True)
        if demand.scope is None:
            assert response.status_code == 200, rule
            continue
        assert response.status_code == 401, rule
        assert response.headers["WWW-Authenticate"].startswith('Bearer realm="leakbook"')
        assert "RateLimit" not in response.headers
        assert method == "HEAD" or response.json["code"] == "unauthorized"


def test_public_routes_show_nothing_of_a_tenant(keyed, keyed_client, job, dump) -> None:
    for rule, method, demand in calls(keyed):
        if demand.scope is None and method == "GET":
            text = keyed_client.get(rule.rule).text
            assert job not in text
            assert "shop" not in text.replace("shop/orders", ""), rule  # which the contract's examples have


@pytest.mark.parametrize("scope", list(Scope))
def test_each_route_needs_its_scope_and_says_which(keyed, keyed_client, issue, job, scope: Scope) -> None:
    key = issue("shop", scope)
    for rule, method, demand in calls(keyed):
        if demand.scope is None or method == "HEAD" or demand.scope is Scope.ADMIN is scope:
            continue
        response = keyed_client.open(path_of(rule, job), method=method, headers=key)
        if scope in (demand.scope, Scope.ADMIN):
            assert response.status_code not in (401, 403), rule
        else:
            assert (response.status_code, response.json["code"]) == (403, "forbidden"), rule
            assert response.json["scope"] == demand.scope.value
            assert f'scope="{demand.scope.value}"' in response.headers["WWW-Authenticate"]


def test_another_tenants_job_is_answered_as_one_that_is_not_there(keyed, keyed_client, issue, job) -> None:
    """Over every route with a job in its path, with every method: whoever adds one is held to it."""
    foreign, own = issue("other"), issue("shop")
    seen = set()
    for rule, method, _ in calls(keyed):
        if "job_id" not in rule.arguments:
            continue
        seen.add((rule.endpoint, method))
        theirs = keyed_client.open(path_of(rule, job), method=method, headers=foreign)
        nobodys = keyed_client.open(path_of(rule, NOBODYS), method=method, headers=foreign)
        status, media, body, headers = comparable(theirs)
        assert status == 404, rule
        assert (status, media, body.replace(job.encode(), NOBODYS.encode()), headers) == comparable(nobodys)
    assert {("diagnoses.show", "GET"), ("diagnoses.delete", "DELETE"), ("diagnoses.evidence", "GET")} <= seen
    assert keyed_client.get(f"/v1/diagnoses/{job}", headers=own).status_code == 200
    assert keyed_client.get(f"/v1/diagnoses/{job}/evidence/0", headers=own).status_code == 200


@pytest.mark.parametrize(
    "accept", ["application/json", "text/markdown", "text/html", "text/vnd.slack.mrkdwn", "text/plain"]
)
def test_no_media_type_and_no_wait_opens_another_tenants_job(keyed_client, issue, job, accept: str) -> None:
    for query in ("", "?wait=1"):
        headers = issue("other") | {"Accept": accept}
        assert keyed_client.get(f"/v1/diagnoses/{job}{query}", headers=headers).status_code == 404


def test_lists_and_the_audit_log_hold_the_callers_tenant_only(keyed, keyed_client, issue, job) -> None:
    """Over every route without a job in its path."""
    for rule, method, demand in calls(keyed):
        if method == "GET" and demand.scope is not None and "job_id" not in rule.arguments:
            assert job not in keyed_client.get(path_of(rule, job), headers=issue("other")).text, rule
    own = issue("shop")
    assert [one["id"] for one in keyed_client.get("/v1/diagnoses", headers=own).json["diagnoses"]] == [job]
    assert job in [row["target"] for row in keyed_client.get("/v1/audit", headers=own).json["audit"]]


def test_a_cursor_of_another_tenant_opens_nothing(keyed_client, issue, dump) -> None:
    shop, other = issue("shop"), issue("other")
    for _ in range(3):
        keyed_client.post("/v1/diagnoses", data=dump, headers=shop)
    cursor = keyed_client.get("/v1/diagnoses?limit=2", headers=shop).json["next"]
    assert keyed_client.get(f"/v1/diagnoses?limit=2&cursor={cursor}", headers=other).json["diagnoses"] == []


def test_an_idempotency_key_is_of_its_tenant(keyed_client, issue, dump) -> None:
    key = {"Idempotency-Key": "incident-1"}
    mine, theirs = (keyed_client.post("/v1/diagnoses", data=dump, headers=issue(t) | key) for t in ("shop", "other"))
    assert mine.status_code == theirs.status_code == 202
    assert mine.json["id"] != theirs.json["id"]
    changed = keyed_client.post("/v1/diagnoses?service=x", data=dump, headers=issue("third") | key)
    assert changed.status_code == 202  # a 422 would tell that another tenant uses it


def test_deleting_keeps_evidence_that_another_tenant_posted_too(keyed_client, issue, dump) -> None:
    shop, other = issue("shop"), issue("other")
    mine = keyed_client.post("/v1/diagnoses", data=dump, headers=shop).headers["Location"]
    theirs = keyed_client.post("/v1/diagnoses", data=dump, headers=other).headers["Location"]
    assert keyed_client.delete(mine, headers=shop).status_code == 204
    assert keyed_client.get(f"{theirs}/evidence/0", headers=other).data == dump


def test_all_keys_of_a_tenant_see_its_jobs(keyed_client, issue, job) -> None:
    assert keyed_client.get(f"/v1/diagnoses/{job}", headers=issue("shop", Scope.READ)).status_code == 200


UNKNOWN = "lbk_0123456789abcdef_" + "A" * 43


@pytest.mark.parametrize(
    "header",
    [
        "",
        "Bearer",
        "Bearer ",
        "Basic dTpw",
        "Token x",
        "Bearer lbk_",
        "Bearer x.y.z",
        "Bearer a, Bearer b",
        f"Bearer {UNKNOWN}",
        f"Bearer {UNKNOWN.upper()}",
        f"Basic {UNKNOWN}",
        "bearer \xff",
    ],
)
def test_what_is_no_key_is_refused_and_not_repeated(keyed_client, header: str) -> None:
    response = keyed_client.get("/v1/diagnoses", headers={"Authorization": header})
    assert (response.status_code, response.json["code"]) == (401, "unauthorized")
    assert 'error="invalid_token"' in response.headers["WWW-Authenticate"]
    assert "AAAA" not in response.text + response.headers["WWW-Authenticate"]


def test_a_key_does_not_work_in_the_query(keyed_client, issue) -> None:
    token = issue()["Authorization"].split()[1]
    assert keyed_client.get(f"/v1/diagnoses?access_token={token}").status_code == 401


def test_an_expired_or_revoked_key_says_so_to_its_holder(keyed_client, keyed, issue) -> None:
    key = issue("shop", lifetime=0.05)
    time.sleep(0.1)
    expired = keyed_client.get("/v1/diagnoses", headers=key)
    assert (expired.status_code, "has expired" in expired.json["detail"]) == (401, True)
    key = issue("shop")
    assert keyed_client.get("/v1/diagnoses", headers=key).status_code == 200
    KeyStore(keyed.extensions["leakbook"].engine).revoke(key["Authorization"].split("_")[1])
    revoked = keyed_client.get("/v1/diagnoses", headers=key)
    assert (revoked.status_code, "is revoked" in revoked.json["detail"]) == (401, True)


def test_keys_say_nothing_where_only_an_identity_provider_is_asked(settings, issue) -> None:
    oidc = {"oidc_issuer": "https://id.example", "oidc_audience": "a", "oidc_jwks": "https://id.example/keys"}
    app = create_app(replace(settings, auth=frozenset({"oidc"}), **oidc))
    assert app.test_client().get("/v1/diagnoses", headers=issue()).status_code == 401


def test_a_route_that_says_nothing_of_its_callers_stops_the_start(app) -> None:
    app.add_url_rule("/v1/new", "new", lambda: "open to all")
    with pytest.raises(TypeError, match="/v1/new"):
        check_routes(app)


def test_when_the_store_is_away_nobody_is_let_in(keyed_client, issue, settings) -> None:
    key = issue()
    (settings.data_dir / "leakbook.sqlite3").write_bytes(b"no database" * 1000)
    for beside in settings.data_dir.glob("leakbook.sqlite3-*"):
        beside.unlink()
    response = keyed_client.get("/v1/playbooks", headers=key)
    assert (response.status_code, response.json["code"]) == (503, "store-unavailable")
