"""Which URLs may be called. An operator says it in `LEAKBOOK_CALLBACK_ALLOW`, a list of rules::

    *                          any host of the public internet, https, port 443 or 8443
    hooks.example.com          this host, https, port 443 or 8443, wherever its name leads
    .example.com               every host below it, likewise
    hooks.example.com:9443     https on this port
    http://receiver.lan:8080   plain http on this port

A rule that names a host trusts its name to lead to a private address; `*` does not. What names lead to is judged by
`addresses` when they are called, not here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ..errors import LeakbookError
from .place import DEFAULT_PORTS, bracketed, host_of, is_address, named, port_of, split_url

LONGEST: Final = 2000
HTTPS_PORTS: Final = (443, 8443)


class CallbackNotAllowed(LeakbookError):
    """The callback URL is none that may be called."""

    code = "callback-not-allowed"
    title = "The callback URL may not be called"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One entry of the list. `ports` are those of the scheme when the entry names none."""

    scheme: str
    host: str
    ports: tuple[int, ...]

    def admits(self, scheme: str, host: str, port: int) -> bool:
        """Whether the rule speaks of such a URL."""
        if scheme != self.scheme or port not in self.ports:
            return False
        if self.host.startswith("."):
            return host.endswith(self.host) and host != self.host
        return self.host in ("*", host)


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """Where to post. `is_trusted` tells that the operator named the host, so that it may be a private one."""

    scheme: str
    host: str
    port: int
    target: str
    """Path and query, as in the request line."""
    is_trusted: bool

    @property
    def authority(self) -> str:
        """The `Host` header."""
        return bracketed(self.host) if self.port == DEFAULT_PORTS[self.scheme] else named(self.host, self.port)

    @property
    def is_literal(self) -> bool:
        """Whether the host is an address, not a name."""
        return is_address(self.host)


def rule_of(entry: str) -> Rule:
    """An entry of the allow list. Raises ValueError."""
    scheme, mark, rest = entry.rpartition("://")
    scheme = scheme.lower() if mark else "https"
    suffix, any_host = rest.startswith("."), rest.startswith("*")
    split = split_url(f"{scheme}://{'any' if any_host else ''}{rest.removeprefix('*' if any_host else '.')}")
    if (
        split is None
        or "@" in rest
        or scheme not in DEFAULT_PORTS
        or split.path
        or split.query
        or (any_host and rest != "*")
    ):
        raise ValueError(f"{entry!r} is no host, .suffix, host:port or http://host:port")
    port, host = split.port, host_of(split)
    ports = (port,) if port is not None else HTTPS_PORTS if scheme == "https" else (DEFAULT_PORTS[scheme],)
    return Rule(scheme=scheme, host="*" if any_host else f".{host}" if suffix else host, ports=ports)


def destination_of(url: str, rules: Sequence[Rule]) -> Destination:
    """What a client's URL leads to. Raises CallbackNotAllowed that says why not."""
    split = split_url(url) if len(url) <= LONGEST else None
    if split is None:
        raise CallbackNotAllowed(f"It is no http(s) URL of at most {LONGEST} visible ASCII characters with a host.")
    if split.username is not None or split.password is not None or "@" in split.netloc:
        raise CallbackNotAllowed("User and password in the URL are not sent; callbacks are signed instead.")
    if split.fragment:
        raise CallbackNotAllowed("A fragment (#...) is never sent.")
    host, port = host_of(split), port_of(split)
    admitting = [rule for rule in rules if rule.admits(split.scheme, host, port)]
    if not admitting:
        raise CallbackNotAllowed(f"{split.scheme}://{named(host, port)} is not among what this service may call.")
    return Destination(
        scheme=split.scheme,
        host=host,
        port=port,
        target=(split.path or "/") + (f"?{split.query}" if split.query else ""),
        is_trusted=any(rule.host != "*" for rule in admitting),
    )
