"""`python -m service.preflight HOST…`: what would keep the API from starting, said before anything is started."""

from __future__ import annotations

import os
import sys

from leakbook.storage.setting_names import misspelt
from leakbook.storage.settings import Settings, number_of
from leakbook.telemetry.settings import TelemetrySettings

from .access.listening import refusal_of
from .app import create_app
from .terminal import WRONG, ended_plainly

PROCESSES = ("WEB_CONCURRENCY", "LEAKBOOK_THREADS", "LEAKBOOK_WORKERS")


def check(hosts: list[str]) -> int:
    """Status 2, and the reason on standard error, when it would not start. Raises ValueError and PlaybookError."""
    for name, meant in misspelt(os.environ):
        sys.stderr.write(f"leakbook: {name} is no setting; {meant} is one\n")
    settings = Settings.from_environ(os.environ)
    TelemetrySettings.from_environ(os.environ)
    for variable in PROCESSES:
        number_of(os.environ, variable, int, 1)
    refusal = refusal_of(settings, hosts)
    if refusal is not None:
        sys.stderr.write(f"leakbook: {refusal}\n")
        return WRONG
    create_app(settings)
    return 0


if __name__ == "__main__":
    sys.exit(ended_plainly(lambda: check(sys.argv[1:])))
