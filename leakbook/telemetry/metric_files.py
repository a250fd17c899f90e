"""Where the processes of one API or worker put their counts, so that one of them can show the sum.

prometheus-client writes a file a process into `PROMETHEUS_MULTIPROC_DIR`, which it reads at its first import: call
`claim_directory` before that. A directory that the environment names belongs to whoever started us, and they wipe it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, MutableMapping
from pathlib import Path
from typing import Final

VARIABLE: Final = "PROMETHEUS_MULTIPROC_DIR"


def claim_directory(environ: MutableMapping[str, str], runtime_dir: Path, *, role: str) -> Path:
    """The directory of this process and its children, empty if it is ours; what dead ones of the role left is wiped."""
    stated = environ.get(VARIABLE)
    if stated:
        directory = Path(stated)
        directory.mkdir(parents=True, exist_ok=True)
        return directory
    root = runtime_dir / "metrics"
    directory = root / f"{role}-{os.getpid()}"
    for beside in sorted(root.glob(f"{role}-*")):
        if beside == directory or not _is_running(beside.name.rpartition("-")[2]):
            shutil.rmtree(beside, ignore_errors=True)
    directory.mkdir(parents=True, exist_ok=True)
    environ[VARIABLE] = str(directory)
    return directory


def name_files_by(identity: Callable[[], str]) -> None:
    """Name the files by a slot instead of a process id, so that children who follow each other share one.

    Without this each pool child that is replaced leaves a file for good. Call before any metric is made.
    """
    from prometheus_client import values  # noqa: PLC0415 - reads the variable at its import

    if VARIABLE in os.environ:
        values.ValueClass = values.MultiProcessValue(identity)  # type: ignore[no-untyped-call] # untyped there


def _is_running(pid: str) -> bool:
    if not pid.isdecimal():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
