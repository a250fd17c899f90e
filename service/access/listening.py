"""Open mode starts on loopback only. `python -m service.access.listening HOST` says so before anything is started."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

from leakbook.storage.settings import Settings

from .loopback import is_loopback_host


def refusal_of(settings: Settings, hosts: Iterable[str]) -> str | None:
    """Why these must not be listened at, None when they may be. A Unix socket's path counts as a host elsewhere."""
    elsewhere = sorted(host for host in hosts if not is_loopback_host(host))
    if not settings.is_open or not elsewhere:
        return None
    return (
        f"leakbook: will not listen on {', '.join(elsewhere)} for everybody: no keys are asked for. Set "
        "LEAKBOOK_AUTH=keys and issue keys (./dev key issue), or listen on 127.0.0.1."
    )


def main(hosts: list[str]) -> int:
    """Status 1, and the reason on standard error, when the API would refuse to start."""
    refusal = refusal_of(Settings.from_environ(os.environ), hosts)
    if refusal is not None:
        sys.stderr.write(refusal + "\n")
    return 0 if refusal is None else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
