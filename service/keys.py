"""`./dev key issue|list|rotate|revoke`: who may call. A key is printed once, when it is made, and kept nowhere."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import datetime

from leakbook.storage.audit import AuditLog, AuditStep
from leakbook.storage.database import open_engine
from leakbook.storage.keys import ApiKey, IssuedKey, KeyStore, Scope
from leakbook.storage.settings import Settings

from .terminal import ended_plainly

DAY, HOUR = 86_400.0, 3600.0
ACTOR = "cli"


class Desk:
    """What the verbs work with."""

    def __init__(self, settings: Settings) -> None:
        """On the store of the settings."""
        engine = open_engine(settings)
        self.keys = KeyStore(engine)
        self._audit = AuditLog(engine)

    def audit(self, action: str, key: ApiKey) -> None:
        """Record that the command line did it, to which key."""
        step = AuditStep(tenant=key.tenant, actor=ACTOR, action=f"keys.{action}", outcome="ok", target=key.id)
        self._audit.record(step)


def main(arguments: Sequence[str]) -> int:
    """Status 1 when there is no such key, 2 for wrong arguments. Raises ValueError for a wrong setting."""
    parser = _parser()
    wanted = parser.parse_args(arguments)
    desk = Desk(Settings.from_environ(os.environ))
    try:
        return int(wanted.verb(desk, wanted))
    except ValueError as error:
        parser.error(str(error))


def _issue(desk: Desk, wanted: argparse.Namespace) -> int:
    issued = desk.keys.issue(
        tenant=wanted.tenant,
        name=wanted.name,
        scopes=[Scope(scope) for scope in wanted.scopes.split(",")],
        lifetime_seconds=_seconds(wanted.days),
    )
    desk.audit("issue", issued.key)
    _show(issued)
    return 0


def _rotate(desk: Desk, wanted: argparse.Namespace) -> int:
    issued = desk.keys.rotate(
        wanted.id, overlap_seconds=wanted.overlap_hours * HOUR, lifetime_seconds=_seconds(wanted.days)
    )
    if issued is None:
        return _no_key(wanted.id)
    desk.audit("rotate", issued.key)
    _show(issued)
    sys.stderr.write(f"The key {wanted.id} is accepted for {wanted.overlap_hours:g} more hours.\n")
    return 0


def _revoke(desk: Desk, wanted: argparse.Namespace) -> int:
    key = desk.keys.revoke(wanted.id)
    if key is None:
        return _no_key(wanted.id)
    desk.audit("revoke", key)
    sys.stderr.write(f"The key {key.id} is revoked.\n")
    return 0


def _list(desk: Desk, wanted: argparse.Namespace) -> int:
    for key in desk.keys.select(wanted.tenant):
        columns = (key.id, key.tenant, ",".join(sorted(key.scopes)), key.standing.value, _day(key.created_at))
        sys.stdout.write("\t".join((*columns, _day(key.expires_at), key.name)) + "\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./dev key", description=__doc__)
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    issue = verbs.add_parser("issue", help="make a key and print it")
    issue.add_argument("--tenant", default="default", help="whose jobs it sees (default: default)")
    issue.add_argument("--name", required=True, help="what it is for, to find it in the list")
    issue.add_argument("--scopes", default="submit,read", help=f"of {', '.join(Scope)} (default: submit,read)")
    issue.add_argument("--days", type=_positive, help="until it expires (default: it does not)")
    issue.set_defaults(verb=_issue)
    listing = verbs.add_parser(
        "list", help="keys without their secrets: id, tenant, scopes, standing, from, until, name"
    )
    listing.add_argument("--tenant", help="only its keys")
    listing.set_defaults(verb=_list)
    rotate = verbs.add_parser("rotate", help="make a key like this one and let the old one go after a while")
    rotate.add_argument("id")
    rotate.add_argument(
        "--overlap-hours", type=_positive, default=24.0, help="how long both are accepted (default: 24)"
    )
    rotate.add_argument("--days", type=_positive, help="until the new one expires (default: it does not)")
    rotate.set_defaults(verb=_rotate)
    revoke = verbs.add_parser("revoke", help="accept the key no longer, from now on")
    revoke.add_argument("id")
    revoke.set_defaults(verb=_revoke)
    return parser


def _positive(text: str) -> float:
    number = float(text)
    if not 0 < number < 1e5:
        raise argparse.ArgumentTypeError(f"{text} is not above 0 and below 100000")
    return number


def _seconds(days: float | None) -> float | None:
    return None if days is None else days * DAY


def _day(moment: datetime | None) -> str:
    return "-" if moment is None else moment.strftime("%Y-%m-%dT%H:%MZ")


def _show(issued: IssuedKey) -> None:
    """The key alone on standard output, so that it can go straight into a secret store."""
    key = issued.key
    sys.stdout.write(issued.token + "\n")
    sys.stderr.write(
        f"Key {key.id} of {key.tenant} for {', '.join(sorted(key.scopes))}, until {_day(key.expires_at)}. "
        "It is shown this once.\n"
    )


def _no_key(key_id: str) -> int:
    sys.stderr.write(f"There is no key {key_id} that is still accepted.\n")
    return 1


if __name__ == "__main__":
    sys.exit(ended_plainly(lambda: main(sys.argv[1:])))
