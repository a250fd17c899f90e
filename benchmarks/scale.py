"""What a fleet needs, worked out from the measured cost of one job."""

from __future__ import annotations

import json
from math import ceil
from pathlib import Path

from .document import Section
from .service import FIGURES

INSTANCES = 10_000
BUSY = 0.6
"""Part of a core that is planned with; the rest is room for peaks."""
DAY = 86_400
KEPT_DAYS = 7


def measure(folder: Path) -> Section:
    """A table for instances that post every minute. Raises FileNotFoundError before the service was measured."""
    one = json.loads((folder / FIGURES).read_text())
    section = Section(
        title=f"{INSTANCES:,} instances that post every minute",
        says="Worked out, not run: CPU and bytes of one job as measured through the service above (embedded stack, "
        f"two pool children) times {INSTANCES / 60:.0f} posts a second, cores planned {BUSY:.0%} busy.",
        columns=("", "a goroutine profile each", "a dump of 1.2 MB each"),
    )
    rate = INSTANCES / 60
    kinds = [
        (one["minute_api_cpu"], one["minute_worker_cpu"], one["minute_row_bytes"], one["minute_bytes"]),
        (one["api_cpu"], one["worker_cpu"], one["row_bytes"], one["megabyte_bytes"]),
    ]

    def row(what: str, *values: str) -> None:
        section.rows.append([what, *values])

    row("CPU of a job, API / worker, ms", *(f"{1e3 * api:.1f} / {1e3 * worker:.1f}" for api, worker, _, _ in kinds))
    row("API processes of one core", *(f"{ceil(rate * api / BUSY)}" for api, _, _, _ in kinds))
    row("worker children of one core", *(f"{ceil(rate * worker / BUSY)}" for _, worker, _, _ in kinds))
    row("tokens through the broker a second", *(f"{rate:.0f}" for _ in kinds))
    row("evidence in, Mbit/s", *(f"{rate * size * 8 / 1e6:.0f}" for *_, size in kinds))
    row("jobs a day, millions", *(f"{INSTANCES * 1440 / 1e6:.1f}" for _ in kinds))
    row("database growth a day, GB", *(f"{rate * DAY * row_bytes / 1e9:.0f}" for _, _, row_bytes, _ in kinds))
    row("evidence a day, GB", *(f"{rate * DAY * size / 1e9:.0f}" for *_, size in kinds))
    row(
        f"both, kept {KEPT_DAYS} days, TB",
        *(f"{KEPT_DAYS * rate * DAY * (rows + size) / 1e12:.1f}" for _, _, rows, size in kinds),
    )
    section.after = (
        "What breaks first, in this order. The embedded store: SQLite has one writer and each job commits three times, "
        "once waiting for the disk, so from some tens of jobs a second on PostgreSQL is needed. Then the disk of "
        "database and evidence: retention (`LEAKBOOK_RETENTION_DAYS`, or `LEAKBOOK_KEEP_EVIDENCE=off`) must be set to "
        "what they hold. Then the workers, which scale by adding pool children, as jobs share nothing. The broker "
        "carries one short token a job, far from the limits of Redis or RabbitMQ. Posting every ten minutes instead of "
        "every minute divides every line by ten."
    )
    return section
