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
_OF_ANOTHER: Final = "The process that was captured has ended: take"
_RUNNING: Final = "of the one that runs now, once it shows the same."


def on_commands(commands: Iterable[str], *, brought: str, ended: bool, but: str = "") -> str:
    """What to know of the commands that the text `but` does not say yet; empty where it says all.

    `brought` is what they bring, as it is called where the words stand: `it` behind a command. Of a process that has
    `ended` it can only be that of another, which is not to be compared with it.
    """
    named = set(_NAME.findall(" ".join(commands)))
    told = [said for name, said in _MEANINGS.items() if name in named and said not in but]
    begin, end = (_OF_ANOTHER, _RUNNING) if ended else ("Post", _TOGETHER)
    sentences = [] if end in but else [f"{begin} {brought} {end}"]
    if told:
        sentences.append(f"{'; '.join(told)}.")
    return " ".join(sentences)
