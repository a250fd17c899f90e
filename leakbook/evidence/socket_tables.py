"""Sockets as netstat and ss list them: those that a process holds open, each named as lsof names it.

::

    tcp   32  0 10.0.0.1:39667    10.0.0.9:443    CLOSE_WAIT  795/shop       netstat -tanp (Linux)
    tcp4   0  0 10.0.0.1.39667    10.0.0.9.443    CLOSE_WAIT                 netstat -an (BSD, macOS)
    TCP    10.0.0.1:39667         10.0.0.9:443    CLOSE_WAIT  795            netstat -ano (Windows)
    CLOSE-WAIT 32 0 10.0.0.1:39667 10.0.0.9:443 users:(("shop",pid=795,fd=9))      ss -tanp; with -u a Netid before it
    u_str ESTAB 0 0 /run/shop.sock 29088 * 29087 users:(("shop",pid=795,fd=9))     ss -xp; no state if asked for

Only sockets that have a descriptor count: one in TIME_WAIT, FIN_WAIT, LAST_ACK, CLOSING or SYN_RECV is the kernel's
alone. Sources: netstat(8), ss(8); states of TCP by RFC 9293.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from .signs import LineSign

_STATE: Final = (
    "ESTAB(?:LISHED)?|CLOSE[_-]WAIT|LISTEN(?:ING)?|SYN[_-]SENT|SYN[_-]REC(?:V|EIVED)|TIME[_-]WAIT|FIN[_-]WAIT[_-]?[12]"
    "|LAST[_-]ACK|CLOSING"
)
_END: Final = r"\S{1,80}[.:](?:\*|[\w-]{1,40})"
"""Address and port or service; BSD puts a dot between them."""

_NETSTAT_ROW: Final = (
    r"[ \t]{0,8}(?:tcp|TCP)(?:4|6|46)?[ \t]{1,60}(?:\d{1,12}[ \t]{1,60}\d{1,12}[ \t]{1,60})?"
    rf"({_END})[ \t]{{1,60}}({_END})[ \t]{{1,60}}({_STATE})(?:[ \t]{{1,40}}(\d{{1,9}})(?=/|[ \t\r]{{0,8}}$))?"
)
_SS_ROW: Final = (
    rf"[ \t]{{0,8}}(?:tcp[ \t]{{1,60}})?({_STATE})[ \t]{{1,60}}\d{{1,12}}[ \t]{{1,60}}\d{{1,12}}[ \t]{{1,60}}"
    rf"({_END})[ \t]{{1,60}}({_END})(?:[ \t]{{1,60}}users:\(\([^\n]{{1,80}}?pid=(\d{{1,9}}))?"
)
_UNIX_ROW: Final = (
    rf"[ \t]{{0,8}}u_(?:str|seq|dgr)[ \t]{{1,60}}(?:({_STATE}|UNCONN)[ \t]{{1,60}})?\d{{1,12}}[ \t]{{1,60}}\d{{1,12}}"
    r"[ \t]{1,60}(\S{1,200})[ \t]{1,60}-?\d{1,12}(?:[ \t]{1,60}\S{1,200}[ \t]{1,60}-?\d{1,12}"
    r"(?:[ \t]{1,60}users:\(\([^\n]{1,80}?pid=(\d{1,9}))?)?"
)
"""Of sockets of this machine, which have an inode for a port; an overflown one is negative."""

_NETSTAT: Final = re.compile("^" + _NETSTAT_ROW, re.MULTILINE)
_SS: Final = re.compile("^" + _SS_ROW, re.MULTILINE)
_UNIX: Final = re.compile("^" + _UNIX_ROW, re.MULTILINE)
_SIGNS: Final = (
    LineSign(_NETSTAT_ROW, "ESTABLISHED", "CLOSE_WAIT", "LISTEN"),
    LineSign(_SS_ROW, "ESTAB", "CLOSE-WAIT", "LISTEN"),
    LineSign(_UNIX_ROW, "u_str", "u_seq", "u_dgr"),
)

_BEFORE_PORT: Final = re.compile(r"[.:](?=[^.:]*$)")

_HELD: Final = {
    "ESTAB": "ESTABLISHED",
    "ESTABLISHED": "ESTABLISHED",
    "CLOSE_WAIT": "CLOSE_WAIT",
    "LISTEN": "LISTEN",
    "LISTENING": "LISTEN",
    "SYN_SENT": "SYN_SENT",
}
"""States in which a socket has a descriptor, as lsof spells them."""


def lists_sockets(text: str) -> bool:
    """Whether a row of netstat or ss stands in the text."""
    return any(sign.stands_in(text) for sign in _SIGNS)


def sockets_in(text: str, processes: Counter[str]) -> Iterator[str]:
    """Sockets with a descriptor, as in lsof's NAME: `10.0.0.1:80->10.0.0.9:51234 (ESTABLISHED)`, `*:80 (LISTEN)`.

    `processes` counts them by process where the listing names any; then only those of the commonest are given.
    """
    rows = [(row[1], row[2], row[3], row[4]) for row in _NETSTAT.finditer(text)]
    rows.extend((row[2], row[3], row[1], row[4]) for row in _SS.finditer(text))
    held = [
        (process, _name(local, remote, state))
        for local, remote, spelled, process in rows
        if (state := _HELD.get(spelled.replace("-", "_")))
    ]
    held.extend((row[3], "unix" if row[2] == "*" else row[2]) for row in _UNIX.finditer(text))
    processes.update(process for process, _ in held if process)
    owner = min(processes, key=lambda process: (-processes[process], process), default=None)
    return (name for process, name in held if owner is None or process == owner)


def _name(local: str, remote: str, state: str) -> str:
    ends = _with_colon(local) if state == "LISTEN" else f"{_with_colon(local)}->{_with_colon(remote)}"
    return f"{ends} ({state})"


def _with_colon(end: str) -> str:
    """`10.0.0.1.39667` of BSD as `10.0.0.1:39667`."""
    return _BEFORE_PORT.sub(":", end)
