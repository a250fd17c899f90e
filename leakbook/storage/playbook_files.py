"""The playbooks of a deployment: those shipped, or a folder of its own."""

from __future__ import annotations

from pathlib import Path

from ..playbook.load import load_playbooks
from ..playbook.model import Playbooks
from ..playbooks_path import default_folder, read_folder


def read_playbooks(folder: Path | None = None) -> Playbooks:
    """Every playbook below `folder` (None: the shipped ones). Raises PlaybookError with all mistakes."""
    return load_playbooks(read_folder(folder or default_folder()))
