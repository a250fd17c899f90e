"""Figures in a document: what stands between two marks is written by the verb that measured it."""

from __future__ import annotations

import os
import platform
from pathlib import Path


def machine() -> str:
    """What a figure was measured on."""
    return f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"


def write_between(path: Path, what: str, text: str) -> None:
    """Replace what stands between the marks `what: begin` and `what: end`. ValueError when they are missing."""
    begin, end = f"<!-- {what}: begin -->", f"<!-- {what}: end -->"
    head, found, rest = path.read_text(encoding="utf-8").partition(begin)
    _, closed, tail = rest.partition(end)
    if not found or not closed:
        raise ValueError(f"{path} has no marks {begin} … {end}")
    path.write_text(f"{head}{begin}\n{text}{end}{tail}", encoding="utf-8")
