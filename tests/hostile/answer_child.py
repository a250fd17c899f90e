"""Answers one request in a process of its own, with its memory bounded: `answer_child.py MEGABYTES FILE [FILE ...]`.

Prints one JSON object: the outcome, seconds, megabytes above the process at rest, and the size of each rendering.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from leakbook.diagnosis.diagnose import diagnose
from leakbook.errors import EvidenceError
from leakbook.evidence.model import Submission
from leakbook.evidence.read import read_evidence
from tools.fuzz.targets import START, renderings, require_sound, shipped_playbooks


def peak_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    megabytes, *files = sys.argv[1:]
    submissions = [
        Submission(name=Path(file).name, content=Path(file).read_bytes(), captured_at=START.replace(minute=at))
        for at, file in enumerate(files)
    ]
    playbooks = shipped_playbooks()
    before = peak_megabytes()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    most = pages * resource.getpagesize() + int(megabytes) * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    began = time.process_time()
    told: dict[str, object] = {}
    try:
        read = read_evidence(submissions)
        told["read_seconds"] = round(time.process_time() - began, 2)
        outputs = renderings(diagnose(read.captures, playbooks, warnings=read.warnings))
        require_sound(outputs)
        told |= {"outcome": "answer", "bytes": {form: len(text.encode()) for form, text in outputs.items()}}
        told |= {"notes": [note for capture in read.captures for note in capture.reading.notes]}
    except EvidenceError as error:
        told |= {"outcome": type(error).__name__, "limit": getattr(error, "limit", None), "detail": error.detail}
    told |= {"seconds": round(time.process_time() - began, 2), "megabytes": round(peak_megabytes() - before)}
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
