"""API keys: what is kept of them, and when they are good."""

from __future__ import annotations

import time

import pytest
from sqlalchemy import select

from leakbook.storage.database import reading
from leakbook.storage.keys import TOKEN, KeyStore, Scope, Standing
from leakbook.storage.schema import api_keys


@pytest.fixture
def keys(engine) -> KeyStore:
    return KeyStore(engine)


def issue(keys: KeyStore, *, tenant: str = "shop", lifetime: float | None = None):
    return keys.issue(tenant=tenant, name="ci", scopes=[Scope.READ, Scope.SUBMIT], lifetime_seconds=lifetime)


def test_a_key_is_found_by_its_token_and_nothing_else(keys) -> None:
    issued = issue(keys)
    assert TOKEN.fullmatch(issued.token)
    found = keys.find(issued.token)
    assert found == issued.key
    assert (found.tenant, found.name, found.standing) == ("shop", "ci", Standing.VALID)
    assert found.scopes == {Scope.READ, Scope.SUBMIT}
    other = issue(keys)
    head, tail = f"lbk_{issued.key.id}", other.token.removeprefix(f"lbk_{other.key.id}_")
    for wrong in (f"{head}_{tail}", issued.token[:-1], issued.token + "A", issued.token.upper(), "", "lbk_", head):
        assert keys.find(wrong) is None, wrong


def test_the_store_holds_no_secret(engine, keys) -> None:
    issued = issue(keys)
    secret = issued.token.split("_", 2)[2]
    with reading(engine) as connection:
        rows = [str(tuple(row)) for row in connection.execute(select(api_keys))]
    assert issued.key.id in rows[0]
    assert secret not in "".join(rows)


def test_secrets_do_not_repeat(keys) -> None:
    tokens = {issue(keys).token for _ in range(50)}
    assert len({token.split("_", 2)[2] for token in tokens}) == 50


@pytest.mark.alone
def test_a_key_expires_by_the_databases_clock(keys) -> None:
    issued = issue(keys, lifetime=0.2)
    assert keys.find(issued.token).standing is Standing.VALID
    time.sleep(0.25)
    assert keys.find(issued.token).standing is Standing.EXPIRED


def test_a_revoked_key_is_revoked_once_and_stays_listed(keys) -> None:
    issued = issue(keys)
    assert keys.revoke(issued.key.id).standing is Standing.REVOKED
    assert keys.find(issued.token).standing is Standing.REVOKED
    assert keys.revoke(issued.key.id) is None
    assert keys.revoke("0" * 16) is None
    assert [key.standing for key in keys.select()] == [Standing.REVOKED]


@pytest.mark.alone
def test_rotation_lets_both_in_for_the_overlap(keys) -> None:
    old = issue(keys)
    new = keys.rotate(old.key.id, overlap_seconds=0.3)
    assert (new.key.tenant, new.key.name, new.key.scopes) == (old.key.tenant, old.key.name, old.key.scopes)
    assert keys.find(old.token).standing is keys.find(new.token).standing is Standing.VALID
    time.sleep(0.35)
    assert keys.find(old.token).standing is Standing.EXPIRED
    assert keys.find(new.token).standing is Standing.VALID
    assert keys.rotate(old.key.id, overlap_seconds=60) is None


def test_rotation_never_lengthens_the_old_keys_life(keys) -> None:
    old = issue(keys, lifetime=60)
    keys.rotate(old.key.id, overlap_seconds=3600)
    assert keys.find(old.token).expires_at == old.key.expires_at


def test_keys_are_listed_by_tenant(keys) -> None:
    issue(keys, tenant="a")
    issue(keys, tenant="b")
    assert [key.tenant for key in keys.select()] == ["a", "b"]
    assert [key.tenant for key in keys.select("b")] == ["b"]


@pytest.mark.parametrize("tenant", ["", "a b", "-a", "x" * 65, "a\n", "ü", "a/b"])
def test_a_tenant_that_cannot_be_is_refused(keys, tenant: str) -> None:
    with pytest.raises(ValueError, match="tenant"):
        issue(keys, tenant=tenant)


@pytest.mark.parametrize("name", ["", "a\nb", "x" * 101, "\u202egnp"])
def test_a_name_that_cannot_be_is_refused(keys, name: str) -> None:
    with pytest.raises(ValueError, match="name"):
        keys.issue(tenant="a", name=name, scopes=[Scope.READ])


def test_a_key_needs_a_scope(keys) -> None:
    with pytest.raises(ValueError, match="scope"):
        keys.issue(tenant="a", name="ci", scopes=[])
