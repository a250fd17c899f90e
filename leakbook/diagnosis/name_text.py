"""Names of functions as a sentence takes them: no longer than chats show, with the place in the code behind."""

from __future__ import annotations

from typing import Final

LONGEST_NAME: Final = 201
"""Characters of a function or file; the culprit has it whole. A dump's may have thousands, and chats take few."""


def cut(name: str) -> str:
    """The name without its middle where that is long: type arguments (`[go.shape.struct { ... }]`), or a hoax."""
    if len(name) <= LONGEST_NAME:
        return name
    half = (LONGEST_NAME - 1) // 2
    return f"{name[:half]}…{name[-half:]}"


def placed(function: str, file: str | None, line: int | None) -> str:
    """`shop.(*Trail).Record (trail.go:32)`; the file's folders are left out."""
    at = f":{line}" if line else ""
    return cut(function) + (f" ({cut(file.rsplit('/', 1)[-1])}{at})" if file else "")
