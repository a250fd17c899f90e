"""Settings from the environment."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from leakbook.limits import DEFAULT_LIMITS
from leakbook.storage.settings import NUMBERS, Settings


def test_nothing_set_means_embedded_below_the_data_directory() -> None:
    settings = Settings.from_environ({})
    assert settings.is_embedded
    assert settings.database_url == f"sqlite:///{Path('var').absolute()}/leakbook.sqlite3"
    assert settings.broker_url.startswith("localq:///")
    assert settings.limits == DEFAULT_LIMITS


def test_production_is_two_addresses() -> None:
    settings = Settings.from_environ(
        {"LEAKBOOK_DATABASE_URL": "postgresql+psycopg://db/leakbook", "LEAKBOOK_BROKER_URL": "redis://broker/0"}
    )
    assert not settings.is_embedded
    assert settings.broker_url == "redis://broker/0"


def test_limits_and_numbers_are_set_by_name() -> None:
    settings = Settings.from_environ({"LEAKBOOK_LIMIT_PARTS": "3", "LEAKBOOK_LEASE_SECONDS": "2.5"})
    assert settings.limits.parts == 3
    assert settings.lease_seconds == 2.5


@pytest.mark.parametrize("value", ["x", "-1", "inf", "nan"])
def test_a_wrong_number_names_its_variable(value: str) -> None:
    with pytest.raises(ValueError, match="LEAKBOOK_LEASE_SECONDS"):
        Settings.from_environ({"LEAKBOOK_LEASE_SECONDS": value})


@pytest.mark.parametrize(
    "name",
    [
        "LEASE_SECONDS",
        "SWEEP_SECONDS",
        "DEAF_SECONDS",
        "CLAIM_SECONDS",
        "PURGE_SECONDS",
        "ORPHAN_SECONDS",
        "CALLBACK_SECONDS",
        "CALLBACK_RETRY_SECONDS",
        "MAX_ATTEMPTS",
        "CALLBACK_TRIES",
    ],
)
def test_what_would_spin_or_never_work_stops_the_start(name: str) -> None:
    for value in ("0", "0.0001"):
        with pytest.raises(ValueError, match=f"LEAKBOOK_{name} is '{value}', expected a number"):
            Settings.from_environ({f"LEAKBOOK_{name}": value})
    Settings.from_environ({f"LEAKBOOK_{name}": "1"})


def test_every_setting_that_may_be_0_says_in_the_manual_what_that_means() -> None:
    manual = (Path(__file__).parents[3] / "docs/operations.md").read_text()
    for name, (_, least) in NUMBERS.items():
        variable = f"LEAKBOOK_{name.upper()}"
        (line,) = re.findall(rf"^\| `{variable}` \|.*$", manual, re.MULTILINE)
        Settings.from_environ({variable: str(least)})
        if least:
            assert not re.search(r"\b0 (for|is)\b", line), line
        else:
            assert re.search(r"\b0 (for|is)\b", line), line


def test_unset_access_is_open() -> None:
    settings = Settings.from_environ({})
    assert settings.is_open
    assert settings.rate_storage == "memory://"


def test_keys_and_an_identity_provider_may_stand_side_by_side() -> None:
    oidc = {
        "LEAKBOOK_OIDC_ISSUER": "https://id.example",
        "LEAKBOOK_OIDC_AUDIENCE": "leakbook",
        "LEAKBOOK_OIDC_JWKS": "https://id.example/keys",
    }
    settings = Settings.from_environ({"LEAKBOOK_AUTH": "keys, oidc"} | oidc)
    assert settings.auth == {"keys", "oidc"}
    assert not settings.is_open
    for variable in oidc:
        with pytest.raises(ValueError, match=variable):
            Settings.from_environ({"LEAKBOOK_AUTH": "oidc"} | {n: v for n, v in oidc.items() if n != variable})


@pytest.mark.parametrize("value", ["none", "open,keys", "keys,", "KEYS", "keys;oidc"])
def test_a_wrong_way_in_names_its_variable(value: str) -> None:
    with pytest.raises(ValueError, match="LEAKBOOK_AUTH"):
        Settings.from_environ({"LEAKBOOK_AUTH": value})


def test_a_wrong_rate_storage_is_refused_without_its_password() -> None:
    with pytest.raises(ValueError, match="LEAKBOOK_RATE_STORAGE") as refused:
        Settings.from_environ({"LEAKBOOK_RATE_STORAGE": "amqp://u:hunter2@h/"})
    assert "hunter2" not in str(refused.value)


@pytest.mark.parametrize(
    ("value", "expected"), [("on", True), ("true", True), ("1", True), ("OFF", False), ("0", False)]
)
def test_a_switch_is_on_or_off(value: str, expected: bool) -> None:  # noqa: FBT001 - a parameter
    assert Settings.from_environ({"LEAKBOOK_REDACT": value}).redact is expected
    assert Settings.from_environ({"LEAKBOOK_KEEP_EVIDENCE": value}).keep_evidence is expected


def test_a_wrong_switch_names_its_variable() -> None:
    with pytest.raises(ValueError, match="LEAKBOOK_KEEP_EVIDENCE"):
        Settings.from_environ({"LEAKBOOK_KEEP_EVIDENCE": "perhaps"})


def test_tenants_may_have_terms_of_their_own() -> None:
    settings = Settings.from_environ({"LEAKBOOK_RETENTION_TENANTS": "shop=7, bank=365.5"})
    assert settings.retention_tenants == {"shop": 7.0, "bank": 365.5}
    for wrong in ("shop", "shop=", "=7", "shop=week", "shop=-1"):
        with pytest.raises(ValueError, match="LEAKBOOK_RETENTION_TENANTS"):
            Settings.from_environ({"LEAKBOOK_RETENTION_TENANTS": wrong})
