"""Peak memory of a job over an idle worker: a process of its own, warmed up on something small first.

python -m benchmarks.memory read|answer FILE…        prints idle and peak bytes
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from workers.collecting import collect_seldom

ROOT = Path(__file__).parents[1]
WARM_UP = b"goroutine 1 [running]:\nmain.main()\n\t/src/main.go:1 +0x1d\n"


def over_idle(task: str, *files: Path) -> int:
    """Bytes that the task's peak lies above the idle process."""
    words = [sys.executable, "-m", "benchmarks.memory", task, *map(str, files)]
    done = subprocess.run(words, check=True, capture_output=True, text=True, cwd=ROOT)
    idle, peak = map(int, done.stdout.split())
    return peak - idle


def status(field: str) -> int:
    """Bytes of `VmRSS` or `VmHWM` of this process."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(field):
            return int(line.split()[1]) * 1024
    raise LookupError(field)


def main() -> None:
    """Measure in this process. The posted bytes are read before and are not the job's."""
    from leakbook.evidence.model import Submission  # noqa: PLC0415 - a pool child has its imports before it is forked

    from .tasks import answer, playbooks, read, submissions  # noqa: PLC0415

    known = playbooks()
    answer([Submission(name="warm-up", content=WARM_UP)], known)
    collect_seldom()
    posted = submissions(*map(Path, sys.argv[2:]))
    Path("/proc/self/clear_refs").write_text("5")
    idle = status("VmRSS")
    _ = read(posted) if sys.argv[1] == "read" else answer(posted, known)
    print(idle, status("VmHWM"))


if __name__ == "__main__":
    main()
