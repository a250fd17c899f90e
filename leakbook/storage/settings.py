"""Every setting of a deployment, from `LEAKBOOK_*` variables into one frozen value.

Unset means the embedded default: SQLite, a queue of files and evidence in a directory, all under `LEAKBOOK_DATA_DIR`.
Production differs only in `LEAKBOOK_DATABASE_URL` and `LEAKBOOK_BROKER_URL`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from ..callbacks.settings import CallbackSettings
from ..limits import DEFAULT_LIMITS, Limits
from ..switches import switch
from .model import LARGE_BYTES

PREFIX = "LEAKBOOK_"
LIMIT_PREFIX = "LEAKBOOK_LIMIT_"
OPEN, KEYS, OIDC = "open", "keys", "oidc"
WAYS_IN = (OPEN, KEYS, OIDC)
RATE_STORAGES = ("memory://", "redis://", "rediss://")
DATABASES = ("sqlite:///", "postgresql+psycopg://")
BROKERS = ("localq://", "redis://", "rediss://", "amqp://", "amqps://")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What service and workers need to know of their surroundings. Times are seconds, sizes bytes."""

    data_dir: Path
    database_url: str
    broker_url: str
    blob_dir: Path
    playbook_dir: Path | None = None
    """Where the playbooks are; None: those shipped with the package."""
    limits: Limits = DEFAULT_LIMITS
    lease_seconds: float = 15.0
    """A claim without a heartbeat for this long belongs to nobody."""
    sweep_seconds: float = 2.0
    deaf_seconds: float = 15.0
    """A worker that gets no message for this long, while jobs wait and it has nothing in hand, starts anew."""
    max_attempts: int = 3
    """Workers that may die on one job before it is failed."""
    job_seconds: float = 60.0
    """Time for one diagnosis, reading included; 0 for no limit."""
    claim_seconds: float = 20.0
    """How long a woken worker goes on claiming before it lets Celery look at its own affairs."""
    job_memory_bytes: int = 3 * 2**30
    """Address space of a pool child (RLIMIT_AS); 0 for no limit."""
    large_bytes: int = LARGE_BYTES
    """Evidence that unpacks to this much makes a job a large one: it waits in a queue of its own."""
    wait_seconds: float = 60.0
    """The longest a request may wait for its answer."""
    waiters: int = 24
    """Requests of one API process that may wait at a time; the next is answered 202."""
    idempotency_seconds: float = 86_400.0
    auth: frozenset[str] = frozenset({OPEN})
    """How callers show who they are: `open` alone (loopback only), or `keys`, `oidc` or both."""
    oidc_issuer: str | None = None
    oidc_audience: str | None = None
    oidc_jwks: str | None = None
    oidc_tenant_claim: str = "tenant"
    oidc_scope_claim: str = "scope"
    rate_storage: str = "memory://"
    """Where requests of a key are counted: in each API process, or in Redis for all of them."""
    key_requests: int = 600
    """Requests of a caller a minute; 0 for no limit."""
    key_concurrency: int = 16
    """Requests of a caller that one API process has in hand; 0 for no limit."""
    max_queued: int = 10_000
    """Jobs that may wait; the next is refused before its body is read. 0 for no limit."""
    tenant_queued: int = 0
    """The same of one tenant; 0 for no limit."""
    tenant_bytes: int = 0
    """Evidence that a tenant may have stored; 0 for no limit."""
    upload_seconds: float = 120.0
    """Time for a client to send a request, its head included."""
    audit_days: float = 365.0
    """Rows of the audit log that are older are pruned; 0: never."""
    blob_url: str | None = None
    """`s3://bucket/prefix`; None: evidence is kept in `blob_dir`."""
    callbacks: CallbackSettings = field(default_factory=CallbackSettings)
    callback_seconds: float = 10.0
    """Time for one try to deliver a callback."""
    callback_tries: int = 12
    """After so many a callback is dead."""
    callback_retry_seconds: float = 5.0
    """From the first try to the second; each further pause is three times as long, up to six hours."""
    redact: bool = False
    """Whether what looks like a secret is replaced before evidence is stored."""
    keep_evidence: bool = True
    """Whether the posted bytes outlive the job's end."""
    retention_days: float = 30.0
    """Jobs that ended longer ago are purged; 0: never."""
    retention_tenants: Mapping[str, float] = field(default_factory=dict)
    """The same, in days, of tenants that have a term of their own."""
    purge_seconds: float = 60.0
    orphan_seconds: float = 3600.0
    """Stored bytes that no job refers to are left alone for this long: their job may be about to be inserted."""

    @property
    def is_open(self) -> bool:
        """Whether nobody has to show who they are."""
        return OPEN in self.auth

    @property
    def is_embedded(self) -> bool:
        """Whether the store is a SQLite file on this host."""
        return self.database_url.startswith("sqlite")

    @property
    def runtime_dir(self) -> Path:
        """Sockets and other things that mean nothing after a reboot."""
        return self.data_dir / "run"

    @classmethod
    def from_environ(cls, environ: Mapping[str, str]) -> Settings:
        """Settings from environment variables. Raises ValueError that names the variable."""
        data_dir = Path(environ.get("LEAKBOOK_DATA_DIR", "var")).absolute()
        playbooks = environ.get("LEAKBOOK_PLAYBOOKS")
        numbers = {name: number_of(environ, PREFIX + name.upper(), *kind) for name, kind in NUMBERS.items()}
        return cls(
            data_dir=data_dir,
            database_url=_database_url(environ) or f"sqlite:///{data_dir / 'leakbook.sqlite3'}",
            broker_url=_url(environ, "LEAKBOOK_BROKER_URL", BROKERS) or f"localq://{data_dir / 'queue'}",
            blob_dir=Path(environ.get("LEAKBOOK_BLOB_DIR") or data_dir / "evidence").absolute(),
            playbook_dir=Path(playbooks).absolute() if playbooks else None,
            limits=_limits(environ),
            auth=_ways_in(environ),
            oidc_issuer=environ.get("LEAKBOOK_OIDC_ISSUER") or None,
            oidc_audience=environ.get("LEAKBOOK_OIDC_AUDIENCE") or None,
            oidc_jwks=environ.get("LEAKBOOK_OIDC_JWKS") or None,
            oidc_tenant_claim=environ.get("LEAKBOOK_OIDC_TENANT_CLAIM") or "tenant",
            oidc_scope_claim=environ.get("LEAKBOOK_OIDC_SCOPE_CLAIM") or "scope",
            rate_storage=_url(environ, "LEAKBOOK_RATE_STORAGE", RATE_STORAGES) or RATE_STORAGES[0],
            blob_url=_url(environ, "LEAKBOOK_BLOB_URL", ("s3://",)),
            callbacks=CallbackSettings.from_environ(environ),
            redact=switch(environ, "LEAKBOOK_REDACT", default=False),
            keep_evidence=switch(environ, "LEAKBOOK_KEEP_EVIDENCE", default=True),
            retention_tenants=_by_tenant(environ, "LEAKBOOK_RETENTION_TENANTS"),
            **{name: value for name, value in numbers.items() if value is not None},
        )


SHORTEST_SECONDS = 0.01
"""Of whatever is done each so many seconds: with less, and with 0, it would be done without a pause."""

NUMBERS: dict[str, tuple[Callable[[str], Any], float]] = {
    "lease_seconds": (float, SHORTEST_SECONDS),
    "sweep_seconds": (float, SHORTEST_SECONDS),
    "deaf_seconds": (float, SHORTEST_SECONDS),
    "max_attempts": (int, 1),
    "job_seconds": (float, 0),
    "claim_seconds": (float, SHORTEST_SECONDS),
    "job_memory_bytes": (int, 0),
    "large_bytes": (int, 0),
    "wait_seconds": (float, 0),
    "waiters": (int, 0),
    "idempotency_seconds": (float, 0),
    "key_requests": (int, 0),
    "key_concurrency": (int, 0),
    "max_queued": (int, 0),
    "tenant_queued": (int, 0),
    "tenant_bytes": (int, 0),
    "upload_seconds": (float, 0),
    "audit_days": (float, 0),
    "callback_seconds": (float, SHORTEST_SECONDS),
    "callback_tries": (int, 1),
    "callback_retry_seconds": (float, SHORTEST_SECONDS),
    "retention_days": (float, 0),
    "purge_seconds": (float, SHORTEST_SECONDS),
    "orphan_seconds": (float, SHORTEST_SECONDS),
}
"""How each is read, and the least that it may be. 0 where it means: no limit, never, none."""


def _ways_in(environ: Mapping[str, str]) -> frozenset[str]:
    """`keys,oidc`. `open` cannot stand beside another: it would let in whoever the other refuses."""
    text = environ.get("LEAKBOOK_AUTH") or OPEN
    ways = frozenset(way.strip() for way in text.split(","))
    if not ways <= set(WAYS_IN) or (OPEN in ways and len(ways) > 1):
        raise ValueError(f"LEAKBOOK_AUTH is {text!r}, expected open, keys, oidc or keys,oidc")
    if OIDC in ways:
        for variable in ("LEAKBOOK_OIDC_ISSUER", "LEAKBOOK_OIDC_AUDIENCE", "LEAKBOOK_OIDC_JWKS"):
            if not environ.get(variable):
                raise ValueError(f"{variable} is not set, and LEAKBOOK_AUTH has oidc")
    return ways


def _url(environ: Mapping[str, str], variable: str, known: tuple[str, ...]) -> str | None:
    """None when it is not set. The message does not quote what may hold a password."""
    url = environ.get(variable) or None
    if url is not None and not url.startswith(known):
        raise ValueError(f"{variable} is none of {', '.join(known)}")
    return url


def _database_url(environ: Mapping[str, str]) -> str | None:
    url = _url(environ, "LEAKBOOK_DATABASE_URL", DATABASES)
    if url is not None:
        try:
            make_url(url)
        except (ArgumentError, ValueError):
            raise ValueError("LEAKBOOK_DATABASE_URL is no URL of a database; is its port a number?") from None
    return url


def _limits(environ: Mapping[str, str]) -> Limits:
    """`LEAKBOOK_LIMIT_PARTS=10` sets `Limits.parts`."""
    stated = {field.name: number_of(environ, LIMIT_PREFIX + field.name.upper(), int) for field in fields(Limits)}
    return Limits(**{name: value for name, value in stated.items() if value is not None})


def _by_tenant(environ: Mapping[str, str], variable: str) -> Mapping[str, float]:
    """`shop=7,bank=365`."""
    stated: dict[str, float] = {}
    for entry in filter(None, (part.strip() for part in environ.get(variable, "").split(","))):
        tenant, equals, number = entry.partition("=")
        if not tenant or not equals or not number:
            raise ValueError(f"{variable} has {entry!r}, expected TENANT=NUMBER")
        stated[tenant] = number_of({variable: number}, variable, float)
    return stated


def number_of(environ: Mapping[str, str], variable: str, kind: Callable[[str], Any], least: float = 0) -> Any:
    """The number that the variable holds, None when it is not set. Raises ValueError that names it."""
    text = environ.get(variable)
    if not text:
        return None
    try:
        number = kind(text)
    except ValueError as error:
        raise ValueError(f"{variable} is {text!r}, expected a number") from error
    if not least <= number < float("inf"):
        raise ValueError(f"{variable} is {text!r}, expected a number from {least:g} on")
    return number
