"""`./dev requeue ID…`: give failed jobs new tries, after what failed them is mended."""

from __future__ import annotations

import os
import sys

from leakbook.queueing.broker import build_celery, ring
from leakbook.storage.claims import ClaimStore
from leakbook.storage.database import open_engine
from leakbook.storage.settings import Settings


def main(job_ids: list[str]) -> int:
    """Status 1 when one of them is no failed job. The ring is a courtesy: the sweeper rings too."""
    settings = Settings.from_environ(os.environ)
    claims = ClaimStore(open_engine(settings), settings)
    queued = {job_id: claims.requeue(job_id) for job_id in job_ids}
    app = build_celery(settings)
    for job_id, done in queued.items():
        sys.stdout.write(f"{job_id} {'is queued again' if done else 'is no failed job'}\n")
        if done:
            ring(app)
    return 0 if all(queued.values()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
