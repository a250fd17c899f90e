"""Sizes in what readers and rows say in sentences."""

from __future__ import annotations


def size_text(size: int) -> str:
    """Bytes as `1.2 GiB`, `3.0 MiB`, `12 KiB`."""
    for unit, step in (("GiB", 2**30), ("MiB", 2**20)):
        if size >= step:
            return f"{size / step:.1f} {unit}"
    return f"{size / 2**10:.0f} KiB"
