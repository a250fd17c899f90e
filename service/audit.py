"""`./dev audit`: who did what, newest first, one JSON object a line; of all tenants unless one is named."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence

from leakbook.storage.audit import AuditLog
from leakbook.storage.database import open_engine
from leakbook.storage.settings import Settings

from .representation import audit_json
from .terminal import ended_plainly


def rows(text: str) -> int:
    """A number of rows, from 1 on. Raises ValueError."""
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def main(arguments: Sequence[str]) -> int:
    """Print the rows."""
    parser = argparse.ArgumentParser(prog="./dev audit", description=__doc__)
    parser.add_argument("--tenant", help="only what was done in it")
    parser.add_argument("--target", help="only what was done to this diagnosis or key")
    parser.add_argument("--limit", type=rows, default=50, help="so many rows (default: 50)")
    wanted = parser.parse_args(arguments)
    log = AuditLog(open_engine(Settings.from_environ(os.environ)))
    for row in log.select(tenant=wanted.tenant, target=wanted.target, limit=wanted.limit):
        sys.stdout.write(json.dumps({"tenant": row.step.tenant} | audit_json(row)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(ended_plainly(lambda: main(sys.argv[1:])))
