"""API keys: who may do what, for which tenant. Of a key only its hash is kept; the key itself is shown once.

A key is `lbk_<id>_<secret>`: the id is 8 random bytes in hexadecimal and no secret, the secret 32 random bytes in
base64url. With 256 random bits a plain SHA-256 is as good as a slow hash, which is for passwords.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import Connection, Engine, Row, insert, or_, select, update

from .database import reading, writing
from .model import moment_of
from .schema import api_keys, database_now

PREFIX: Final = "lbk_"
TOKEN: Final = re.compile(r"lbk_([0-9a-f]{16})_[A-Za-z0-9_-]{43}")
TENANT: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
NAME: Final = re.compile(r"[^\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]{1,100}")
NOBODY: Final = "0" * 64
"""Compared with when there is no such key, so that it takes the same steps as a wrong secret."""


class Scope(StrEnum):
    """What a caller may do within its tenant."""

    SUBMIT = "submit"
    READ = "read"
    CAPTURE = "capture"
    ADMIN = "admin"


class Standing(StrEnum):
    """Whether a key may be used now, by the database's clock."""

    VALID = "valid"
    EXPIRED = "expired"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiKey:
    """A key without its secret."""

    id: str
    tenant: str
    name: str
    scopes: frozenset[Scope]
    standing: Standing
    created_at: datetime
    expires_at: datetime | None
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedKey:
    """A new key with its secret, which nobody can tell again."""

    key: ApiKey
    token: str


class KeyStore:
    """The keys of all tenants. Every method is one transaction; all times are of the database's clock."""

    def __init__(self, engine: Engine) -> None:
        """Use `engine`."""
        self._engine = engine

    def issue(
        self, *, tenant: str, name: str, scopes: Iterable[Scope], lifetime_seconds: float | None = None
    ) -> IssuedKey:
        """A new key; None: it does not expire. Raises ValueError for a tenant, name or scopes that cannot be."""
        wanted = frozenset(scopes)
        if not TENANT.fullmatch(tenant):
            raise ValueError(f"{tenant!r} is no tenant: 1 to 64 of A-Z a-z 0-9 . _ -, a letter or digit first")
        if not NAME.fullmatch(name):
            raise ValueError(f"{name!r} is no name: 1 to 100 characters on one line")
        if not wanted:
            raise ValueError("a key without a scope opens nothing")
        with writing(self._engine) as connection:
            return _issue(connection, tenant=tenant, name=name, scopes=wanted, lifetime=lifetime_seconds)

    def find(self, token: str) -> ApiKey | None:
        """The key that `token` is, also one that is no longer valid; None when there is none. In constant time."""
        shape = TOKEN.fullmatch(token)
        if shape is None:
            return None
        with reading(self._engine) as connection:
            row = connection.execute(select(*COLUMNS).where(api_keys.c.id == shape[1])).one_or_none()
        same = hmac.compare_digest(_digest(token), NOBODY if row is None else row.digest)
        return _key_of(row) if row is not None and same else None

    def select(self, tenant: str | None = None) -> Sequence[ApiKey]:
        """The keys of a tenant or (None) of all, by tenant and age, those of the past too."""
        query = select(*COLUMNS).order_by(api_keys.c.tenant, api_keys.c.created_at, api_keys.c.id)
        if tenant is not None:
            query = query.where(api_keys.c.tenant == tenant)
        with reading(self._engine) as connection:
            return [_key_of(row) for row in connection.execute(query)]

    def revoke(self, key_id: str) -> ApiKey | None:
        """Close the key at once, for good. None: there is no such key, or it is revoked."""
        open_key = (api_keys.c.id == key_id) & api_keys.c.revoked_at.is_(None)
        step = update(api_keys).where(open_key).values(revoked_at=database_now())
        with writing(self._engine) as connection:
            return _read(connection, key_id) if connection.execute(step).rowcount else None

    def rotate(self, key_id: str, *, overlap_seconds: float, lifetime_seconds: float | None = None) -> IssuedKey | None:
        """A new key of the same tenant, name and scopes; the old one goes on for the overlap, never longer than it had.

        None: there is no such key that is valid.
        """
        with writing(self._engine) as connection:
            old = _read(connection, key_id)
            if old is None or old.standing is not Standing.VALID:
                return None
            end = database_now() + int(overlap_seconds * 1000)
            lasts_longer = or_(api_keys.c.expires_at.is_(None), api_keys.c.expires_at > end)
            connection.execute(update(api_keys).where(api_keys.c.id == key_id, lasts_longer).values(expires_at=end))
            return _issue(connection, tenant=old.tenant, name=old.name, scopes=old.scopes, lifetime=lifetime_seconds)


NOW = database_now().label("now")
COLUMNS: tuple[Any, ...] = (*api_keys.c, NOW)


def _issue(
    connection: Connection, *, tenant: str, name: str, scopes: frozenset[Scope], lifetime: float | None
) -> IssuedKey:
    key_id = secrets.token_hex(8)
    token = f"{PREFIX}{key_id}_{secrets.token_urlsafe(32)}"
    values = {
        "id": key_id,
        "tenant": tenant,
        "name": name,
        "scopes": " ".join(sorted(scopes)),
        "digest": _digest(token),
        "created_at": database_now(),
        "expires_at": None if lifetime is None else database_now() + int(lifetime * 1000),
    }
    connection.execute(insert(api_keys).values(values))
    key = _read(connection, key_id)
    assert key is not None  # noqa: S101 - inserted in this transaction
    return IssuedKey(key=key, token=token)


def _read(connection: Connection, key_id: str) -> ApiKey | None:
    row = connection.execute(select(*COLUMNS).where(api_keys.c.id == key_id)).one_or_none()
    return None if row is None else _key_of(row)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("ascii")).hexdigest()


def _key_of(row: Row[Any]) -> ApiKey:
    standing = Standing.VALID
    if row.revoked_at is not None:
        standing = Standing.REVOKED
    elif row.expires_at is not None and row.expires_at <= row.now:
        standing = Standing.EXPIRED
    return ApiKey(
        id=row.id,
        tenant=row.tenant,
        name=row.name,
        scopes=frozenset(Scope(scope) for scope in row.scopes.split()),
        standing=standing,
        created_at=moment_of(row.created_at),
        expires_at=None if row.expires_at is None else moment_of(row.expires_at),
        revoked_at=None if row.revoked_at is None else moment_of(row.revoked_at),
    )
