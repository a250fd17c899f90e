"""Where playbooks lie: beside the package in a wheel, one level up in a checkout, or where the deployment says."""

from __future__ import annotations

from pathlib import Path

from ..playbook.load import load_playbooks
from ..playbook.model import Playbooks

PACKAGE = Path(__file__).resolve().parent.parent


def shipped_directory() -> Path:
    """The directory of the playbooks that came with this release. Raises FileNotFoundError."""
    for directory in (PACKAGE / "playbooks", PACKAGE.parent / "playbooks"):
        if directory.is_dir():
            return directory
    raise FileNotFoundError("no playbooks beside the package")


def read_playbooks(directory: Path | None = None) -> Playbooks:
    """Every playbook below `directory` (None: the shipped ones). Raises PlaybookError with all mistakes."""
    root = directory or shipped_directory()
    files = {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in sorted(root.rglob("*.yaml"))
    }
    return load_playbooks(files)
