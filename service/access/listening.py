"""Open mode starts on loopback only."""

from __future__ import annotations

from collections.abc import Iterable

from leakbook.storage.settings import Settings

from .loopback import is_loopback_host


def refusal_of(settings: Settings, hosts: Iterable[str]) -> str | None:
    """Why these must not be listened at, None when they may be. A Unix socket's path counts as a host elsewhere."""
    elsewhere = sorted(host for host in hosts if not is_loopback_host(host))
    if not settings.is_open or not elsewhere:
        return None
    return (
        f"will not listen on {', '.join(elsewhere)} for everybody: no keys are asked for. Set "
        "LEAKBOOK_AUTH=keys and issue keys (./dev key issue), or listen on 127.0.0.1."
    )
