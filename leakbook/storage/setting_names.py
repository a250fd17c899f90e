"""The names of all settings, to notice one that is spelt wrong: an unknown variable is otherwise left alone in silence.

Only what comes near a name is told. An orchestrator sets variables of its own below the same prefix: Kubernetes makes
`..._API_SERVICE_HOST` for a Service called leakbook-api.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Final

from ..limits import Limits
from .settings import LIMIT_PREFIX, NUMBERS, PREFIX

_TEXTS: Final = (
    "AUTH BLOB_DIR BLOB_URL BROKER_URL CALLBACKS CALLBACK_ALLOW CALLBACK_SECRETS DATABASE_URL DATA_DIR KEEP_EVIDENCE "
    "LOG LOG_FORMAT METRICS_LISTEN OIDC_AUDIENCE OIDC_ISSUER OIDC_JWKS OIDC_SCOPE_CLAIM OIDC_TENANT_CLAIM "
    "KEY PLAYBOOKS PUBLIC_URL RATE_STORAGE REDACT RETENTION_TENANTS THREADS WORKERS"
)
KNOWN: Final = frozenset(
    [PREFIX + name for name in _TEXTS.split()]
    + [PREFIX + name.upper() for name in NUMBERS]
    + [LIMIT_PREFIX + limit.name.upper() for limit in fields(Limits)]
)
NEAR: Final = 0.85
"""Of difflib: one or two letters off, or two that changed places."""


def misspelt(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each name that is no setting but comes near one, and that one."""
    for name in sorted(names):
        if not name.startswith(PREFIX) or name in KNOWN:
            continue
        near = difflib.get_close_matches(name, sorted(KNOWN), n=1, cutoff=NEAR)
        if near:
            yield name, near[0]
