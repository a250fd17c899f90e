"""What the names in commands stand for, which whoever reads an answer must put in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_MEANINGS: Final = {
    "$SERVICE": "$SERVICE is the address at which the process serves net/http/pprof, such as http://localhost:6060",
    "$PID": "$PID is the number of the process",
}


def meanings(commands: Iterable[str], *, but: str = "") -> str:
    """A sentence on each name in the commands that the text `but` does not explain yet; empty where there is none."""
    together = " ".join(commands)
    told = [said for name, said in _MEANINGS.items() if name in together and said not in but]
    return f"{'; '.join(told)}." if told else ""
