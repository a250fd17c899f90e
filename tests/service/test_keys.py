"""`./dev key` and `./dev audit`."""

from __future__ import annotations

import json

import pytest

from leakbook.storage.database import open_engine
from leakbook.storage.keys import KeyStore, Standing
from service import audit, keys


@pytest.fixture(autouse=True)
def _environment(settings, monkeypatch) -> None:
    monkeypatch.setenv("LEAKBOOK_DATA_DIR", str(settings.data_dir))


@pytest.fixture
def store(settings) -> KeyStore:
    return KeyStore(open_engine(settings))


def issued(capsys, *more: str) -> str:
    assert keys.main(["issue", "--name", "ci", *more]) == 0
    return capsys.readouterr().out.strip()


def test_a_key_is_printed_alone_and_once(capsys, store) -> None:
    token = issued(capsys, "--tenant", "shop", "--scopes", "read", "--days", "1")
    found = store.find(token)
    assert (found.tenant, sorted(found.scopes), found.standing) == ("shop", ["read"], Standing.VALID)
    assert (found.expires_at - found.created_at).total_seconds() == 86_400
    keys.main(["list"])
    audit.main([])
    assert token.split("_", 2)[2] not in capsys.readouterr().out


def test_keys_are_listed_rotated_and_revoked(capsys, store) -> None:
    old = issued(capsys)
    key_id = store.find(old).id
    assert keys.main(["rotate", key_id, "--overlap-hours", "2"]) == 0
    new = capsys.readouterr().out.strip()
    assert store.find(old).standing is store.find(new).standing is Standing.VALID
    assert keys.main(["revoke", key_id]) == 0
    assert store.find(old).standing is Standing.REVOKED
    capsys.readouterr()
    assert keys.main(["list", "--tenant", "default"]) == 0
    assert [line.split("\t")[3] for line in capsys.readouterr().out.splitlines()] == ["revoked", "valid"]


def test_what_was_done_to_keys_is_in_the_audit_log(capsys, store) -> None:
    key_id = store.find(issued(capsys, "--tenant", "shop")).id
    keys.main(["revoke", key_id])
    capsys.readouterr()
    assert audit.main(["--tenant", "shop", "--target", key_id]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["actor"], row["action"], row["target"]) for row in rows] == [
        ("cli", "keys.revoke", key_id),
        ("cli", "keys.issue", key_id),
    ]
    assert audit.main(["--tenant", "other"]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("verb", ["rotate", "revoke"])
def test_a_key_that_is_not_there_is_status_1(capsys, verb: str) -> None:
    assert keys.main([verb, "0" * 16]) == 1
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    "more", [["--scopes", "all"], ["--tenant", "a b"], ["--days", "0"], ["--days", "nan"], ["--scopes", ""]]
)
def test_a_wrong_wish_is_status_2_and_makes_no_key(capsys, store, more: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        keys.main(["issue", "--name", "ci", *more])
    assert ended.value.code == 2
    assert store.select() == []
