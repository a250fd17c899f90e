"""What whoever reads the commands of an answer must know: what their names stand for, where what they bring goes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_NAME: Final = re.compile(r"\$\{?(\w+)")
"""Of `$PID` and `${PID}`; not of `$PIDFILE`."""

_MEANINGS: Final = {
    "SERVICE": "$SERVICE is the address at which the process serves net/http/pprof, such as http://localhost:6060",
    "PID": "$PID is the number of the process",
}

_TOGETHER: Final = "together with what was posted here: each request is judged alone."


def on_commands(commands: Iterable[str], *, brought: str, but: str = "") -> str:
    """What to know of the commands that the text `but` does not say yet; empty where it says all.

    `brought` is what they bring, as it is called where the words stand: `it` behind a command.
    """
    named = set(_NAME.findall(" ".join(commands)))
    told = [said for name, said in _MEANINGS.items() if name in named and said not in but]
    sentences = [] if _TOGETHER in but else [f"Post {brought} {_TOGETHER}"]
    if told:
        sentences.append(f"{'; '.join(told)}.")
    return " ".join(sentences)
