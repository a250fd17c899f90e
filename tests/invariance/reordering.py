"""The same evidence in another order or dress: nothing is added, nothing taken away."""

from __future__ import annotations

import gzip
import random
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

from .posts import Part

_BLOCK = re.compile(r"\n\n+(?=goroutine \d+ )")
_TEXTS = frozenset({"dump", "dump-marked", "sigquit", "goroutine-text", "heap-text", "top", "gctrace", "descriptors"})


def blocks_of(text: str) -> list[str]:
    """A dump's goroutines, what precedes the first included in it."""
    return _BLOCK.split(text.rstrip("\n"))


def goroutines_shuffled(part: Part) -> Part:
    if part.kind not in {"dump", "dump-marked"}:
        return part
    blocks = blocks_of(part.text)
    random.Random(7).shuffle(blocks)
    return part.with_text("\n\n".join(blocks) + "\n")


def samples_shuffled(part: Part) -> Part:
    """Samples, locations and functions of a profile in another order."""
    if not part.is_profile:
        return part
    profile = part.profile()
    chance = random.Random(7)
    for name in ("sample", "location", "function"):
        repeated = getattr(profile, name)
        entries = [type(entry).FromString(entry.SerializeToString()) for entry in repeated]
        chance.shuffle(entries)
        del repeated[:]
        repeated.extend(entries)
    return part.with_profile(profile)


def _only_text(part: Part) -> bool:
    return part.kind in _TEXTS and not part.is_profile


def crlf(part: Part) -> Part:
    return part.with_text(part.text.replace("\n", "\r\n")) if _only_text(part) else part


def blanks_for_tabs(part: Part) -> Part:
    return part.with_text(part.text.expandtabs(4)) if _only_text(part) else part


def in_a_log(part: Part) -> Part:
    """As the journal prints it."""
    if not part.is_dump and part.kind != "gctrace":
        return part
    lines = part.text.split("\n")
    return part.with_text("\n".join(f"Nov 25 04:22:21 host7 svc[4711]: {line}" for line in lines))


def in_docker_compose(part: Part) -> Part:
    if not part.is_dump and part.kind != "gctrace":
        return part
    return part.with_text("\n".join(f"svc-1  | {line}" for line in part.text.split("\n")))


def fenced(part: Part) -> Part:
    if not _only_text(part):
        return part
    return part.with_text(f"Here is what we see:\n\n```\n{part.text}```\n\nAny ideas?\n")


def compressed(part: Part) -> Part:
    return replace(part, content=gzip.compress(part.content))


def named_otherwise(part: Part) -> Part:
    return replace(part, name=f"{sha256(part.content).hexdigest()[:6]}.bin")


def reversed_parts(parts: Sequence[Part]) -> list[Part]:
    return list(reversed(parts))


def shuffled_parts(parts: Sequence[Part]) -> list[Part]:
    mixed = list(parts)
    random.Random(3).shuffle(mixed)
    return mixed


def doubled(parts: Sequence[Part]) -> list[Part]:
    """Every part twice, the second under another name."""
    return [*parts, *(replace(part, name=f"copy-{part.name}") for part in parts)]


def without_times(parts: Sequence[Part]) -> list[Part]:
    return [replace(part, captured_at=None) for part in parts]


def with_strangers(parts: Sequence[Part]) -> list[Part]:
    """Beside a note, a log without evidence and a build file."""
    at = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)
    texts = {
        "note.md": "# Incident\n\nMemory went up after the release of Tuesday; see the graphs.\n",
        "app.log": "level=info msg=started addr=:8080\nlevel=info msg=served path=/ ms=12\n" * 40,
        "Dockerfile": 'FROM scratch\nCOPY svc /svc\nENTRYPOINT ["/svc"]\n',
    }
    strangers = [
        Part(name=name, kind="unknown", moment=None, captured_at=at, content=text.encode())
        for name, text in texts.items()
    ]
    return [strangers[0], *parts, *strangers[1:]]
