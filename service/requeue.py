"""`./dev requeue [ID…]`: give failed jobs new tries, after what failed them is mended; without ids, list them."""

from __future__ import annotations

import os
import sys

from leakbook.queueing.broker import build_celery, ring
from leakbook.storage.claims import ClaimStore
from leakbook.storage.database import open_engine
from leakbook.storage.headline import moment_text
from leakbook.storage.settings import Settings

from .terminal import ended_plainly

MOST_LISTED = 100


def main(job_ids: list[str]) -> int:
    """Status 1 when one of them is no failed job. The ring is a courtesy: the sweeper rings too."""
    settings = Settings.from_environ(os.environ)
    claims = ClaimStore(open_engine(settings), settings)
    if not job_ids:
        return _list(claims)
    queued = {job_id: claims.requeue(job_id) for job_id in job_ids}
    app = build_celery(settings)
    for job_id, done in queued.items():
        sys.stdout.write(f"{job_id} {'is queued again' if done else 'is no failed job'}\n")
        if done:
            ring(app)
    return 0 if all(queued.values()) else 1


def _list(claims: ClaimStore) -> int:
    """One line a failed job: id, tenant, when, code, service. The newest come first."""
    failed = claims.failed(limit=MOST_LISTED)
    for job in failed:
        when = "-" if job.finished_at is None else moment_text(job.finished_at)
        code = "-" if job.failure is None else job.failure.code
        sys.stdout.write("\t".join((job.id, job.tenant, when, code, job.subject.service or "-")) + "\n")
    sys.stderr.write(f"{len(failed)} failed jobs{'' if len(failed) < MOST_LISTED else ', the newest'}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(ended_plainly(lambda: main(sys.argv[1:])))
