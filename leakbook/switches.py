"""Settings that are on or off."""

from __future__ import annotations

from collections.abc import Mapping

WORDS = {"on": True, "true": True, "yes": True, "1": True, "off": False, "false": False, "no": False, "0": False}


def switch(environ: Mapping[str, str], variable: str, *, default: bool) -> bool:
    """Whether a variable is on. Raises ValueError that names it."""
    text = environ.get(variable, "").strip().lower()
    if not text:
        return default
    if text not in WORDS:
        raise ValueError(f"{variable} is {text!r}, expected on or off")
    return WORDS[text]
