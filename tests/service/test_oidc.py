"""Bearer tokens of an identity provider, which is a small server of the test's own."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from jwt.algorithms import ECAlgorithm, RSAAlgorithm

from service.app import create_app

ISSUER, AUDIENCE = "https://id.example", "leakbook"
RSA, FOREIGN_RSA = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _ in range(2))
EC = ec.generate_private_key(ec.SECP256R1())
RSA_PEM = RSA.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)


class Provider(ThreadingHTTPServer):
    """Serves the JWKS and counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0
        self.is_well = True
        rsa_key = RSAAlgorithm.to_jwk(RSA.public_key(), as_dict=True) | {"kid": "rsa", "use": "sig"}
        ec_key = ECAlgorithm.to_jwk(EC.public_key(), as_dict=True) | {"kid": "ec", "use": "sig"}
        self.keys = {"keys": [rsa_key, ec_key, rsa_key | {"kid": "pss", "alg": "PS512"}]}
        super().__init__(("127.0.0.1", 0), Answer)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/keys"


class Answer(BaseHTTPRequestHandler):
    server: Provider

    def do_GET(self) -> None:
        self.server.asked += 1
        self.send_response(200 if self.server.is_well else 500)
        self.end_headers()
        self.wfile.write(json.dumps(self.server.keys).encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def provider() -> Iterator[Provider]:
    provider = Provider()
    thread = threading.Thread(target=provider.serve_forever, args=(0.02,))  # how often it looks whether it may end
    thread.start()
    yield provider
    provider.shutdown()
    thread.join()
    provider.server_close()


@pytest.fixture
def portal(settings, provider):
    """A client of an application that trusts the provider, and keys."""
    app = create_app(
        replace(
            settings,
            auth=frozenset({"keys", "oidc"}),
            oidc_issuer=ISSUER,
            oidc_audience=AUDIENCE,
            oidc_jwks=provider.url,
        )
    )
    return app.test_client()


def claims(**more: object) -> dict[str, object]:
    now = int(time.time())
    usual = {"iss": ISSUER, "aud": AUDIENCE, "sub": "ada", "iat": now, "exp": now + 300}
    stated = usual | {"tenant": "shop", "scope": "openid leakbook:read submit"} | more
    return {name: value for name, value in stated.items() if value is not None}


def token(key: object = RSA, algorithm: str = "RS256", kid: str = "rsa", **more: object) -> str:
    return jwt.encode(claims(**more), key, algorithm=algorithm, headers={"kid": kid})


def get(portal, text: str, path: str = "/v1/diagnoses"):
    return portal.get(path, headers={"Authorization": f"Bearer {text}"})


@pytest.mark.parametrize(
    ("key", "algorithm", "kid"), [(RSA, "RS256", "rsa"), (RSA, "PS512", "pss"), (EC, "ES256", "ec")]
)
def test_a_token_of_the_provider_gets_in(portal, key, algorithm: str, kid: str) -> None:
    assert get(portal, token(key, algorithm, kid)).status_code == 200


def test_it_is_of_its_tenant_and_has_its_scopes_only(portal, dump) -> None:
    shop = {"Authorization": f"Bearer {token()}"}
    job = portal.post("/v1/diagnoses", data=dump, headers=shop).json["id"]
    assert get(portal, token(), f"/v1/diagnoses/{job}").status_code == 200
    assert get(portal, token(tenant="other"), f"/v1/diagnoses/{job}").status_code == 404
    refused = portal.delete(f"/v1/diagnoses/{job}", headers=shop)
    assert (refused.status_code, refused.json["scope"]) == (403, "admin")
    only = get(portal, token(scope=["leakbook:submit"]))
    assert (only.status_code, only.json["scope"]) == (403, "read")


def test_who_it_was_is_in_the_audit_log(portal, dump) -> None:
    portal.post("/v1/diagnoses", data=dump, headers={"Authorization": f"Bearer {token()}"})
    strange = token(sub='eve"\n{"level": "INFO"}')
    portal.post("/v1/diagnoses", data=dump, headers={"Authorization": f"Bearer {strange}"})
    rows = get(portal, token(scope="admin"), "/v1/audit").json["audit"]
    assert [row["actor"] for row in rows][1] == "oidc:ada"
    assert rows[0]["actor"].startswith("oidc:sha256:")


def test_keys_are_accepted_beside_tokens(portal, issue) -> None:
    assert portal.get("/v1/diagnoses", headers=issue()).status_code == 200


NOW = int(time.time())


@pytest.mark.parametrize(
    "more",
    [
        {"iss": "https://evil.example"},
        {"iss": None},
        {"aud": "another"},
        {"aud": None},
        {"aud": ["another", "third"]},
        {"exp": NOW - 3600},
        {"exp": None},
        {"exp": "soon"},
        {"iat": None},
        {"iat": NOW + 3600},
        {"nbf": NOW + 3600},
        {"sub": None},
    ],
)
def test_a_token_with_wrong_claims_is_refused(portal, more: dict) -> None:
    response = get(portal, token(**more))
    assert (response.status_code, response.json["code"]) == (401, "unauthorized")
    assert 'error="invalid_token"' in response.headers["WWW-Authenticate"]


@pytest.mark.parametrize("tenant", [None, "", "a b", 7, ["shop"], "x" * 65, "../shop"])
def test_a_token_without_a_tenant_is_let_in_nowhere(portal, tenant: object) -> None:
    response = get(portal, token(tenant=tenant))
    assert (response.status_code, response.json["code"]) == (403, "forbidden")


@pytest.mark.parametrize("scope", [None, "", "openid", 7, {"read": True}, ["x", 1], "readall", "read,submit"])
def test_a_token_without_our_scopes_may_nothing(portal, scope: object) -> None:
    assert get(portal, token(scope=scope)).status_code == 403


def unsigned(header: dict, body: dict, signature: bytes = b"") -> str:
    parts = [json.dumps(header).encode(), json.dumps(body).encode(), signature]
    return ".".join(base64.urlsafe_b64encode(part).rstrip(b"=").decode() for part in parts)


def signed_with_the_public_key() -> str:
    """HMAC with the public key as its secret: what a verifier that believes the header accepts."""
    head = unsigned({"alg": "HS256", "kid": "rsa"}, claims()).rpartition(".")[0]
    signature = hmac.new(RSA_PEM, head.encode(), hashlib.sha256).digest()
    return f"{head}.{base64.urlsafe_b64encode(signature).rstrip(b'=').decode()}"


FORGED = {
    "no algorithm": lambda: unsigned({"alg": "none", "kid": "rsa"}, claims()),
    "no algorithm, in capitals": lambda: unsigned({"alg": "NONE", "kid": "rsa"}, claims()),
    "algorithm missing": lambda: unsigned({"kid": "rsa"}, claims()),
    "algorithm of another type": lambda: unsigned({"alg": ["RS256"], "kid": "rsa"}, claims()),
    "public key as a secret": signed_with_the_public_key,
    "foreign key": lambda: token(FOREIGN_RSA),
    "key of another algorithm": lambda: token(RSA, "RS256", "ec"),
    "another algorithm than the key is for": lambda: token(RSA, "RS256", "pss"),
    "unknown key": lambda: token(RSA, kid="nobody"),
    "key id of another type": lambda: unsigned({"alg": "RS256", "kid": {"a": 1}}, claims(), b"x"),
    "key named by the token": lambda: jwt.encode(
        claims(), FOREIGN_RSA, algorithm="RS256", headers={"jku": "http://evil.example/keys", "kid": "rsa"}
    ),
    "key inside the token": lambda: jwt.encode(
        claims(),
        FOREIGN_RSA,
        algorithm="RS256",
        headers={"jwk": RSAAlgorithm.to_jwk(FOREIGN_RSA.public_key(), as_dict=True), "kid": "rsa"},
    ),
    "changed claims": lambda: ".".join(
        [token().split(".")[0], unsigned({}, claims(tenant="other")).split(".")[1], token().split(".")[2]]
    ),
    "too long": lambda: token(filler="x" * 9000),
    "no JSON": lambda: "e30.e30",
    "deep JSON": lambda: base64.urlsafe_b64encode(b'{"a":' + b"[" * 3000).decode() + ".e30.e30",
}


@pytest.mark.parametrize("forgery", FORGED)
def test_a_forged_token_is_refused(portal, forgery: str) -> None:
    response = get(portal, FORGED[forgery]())
    assert (response.status_code, response.json["code"]) == (401, "unauthorized")


def test_the_provider_is_asked_once_however_many_unknown_keys_are_named(portal, provider) -> None:
    for number in range(20):
        get(portal, token(RSA, kid=f"k{number}"))
        get(portal, token())
    assert provider.asked == 1


def test_forged_algorithms_do_not_reach_the_provider(portal, provider) -> None:
    for forgery in ("no algorithm", "public key as a secret", "too long"):
        get(portal, FORGED[forgery]())
    assert provider.asked == 0


def test_a_provider_that_is_away_is_503_for_tokens_and_keys_go_on(portal, provider, issue) -> None:
    provider.is_well = False
    for _ in range(3):
        response = get(portal, token())
        assert (response.status_code, response.json["code"]) == (503, "identity-unavailable")
        assert response.headers["Retry-After"]
    assert provider.asked == 1  # then it is left alone for a while
    assert portal.get("/v1/diagnoses", headers=issue()).status_code == 200
    provider.is_well = True
    wait_until(lambda: get(portal, token()).status_code == 200)


def wait_until(holds) -> None:
    deadline = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.1)


@pytest.mark.parametrize("url", ["http://id.example/keys", "file:///etc/passwd", "ftp://id.example", "id.example"])
def test_keys_are_fetched_over_https(settings, url: str) -> None:
    with pytest.raises(ValueError, match="LEAKBOOK_OIDC_JWKS"):
        create_app(
            replace(settings, auth=frozenset({"oidc"}), oidc_issuer=ISSUER, oidc_audience=AUDIENCE, oidc_jwks=url)
        )
