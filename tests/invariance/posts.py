"""A post of evidence as bytes by kind, taken apart so far that it can be rewritten."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from leakbook.evidence.model import Submission
from leakbook.evidence.profile_pb2 import Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One file of a post, uncompressed. `kind` and `moment` are the manifest's words."""

    name: str
    kind: str
    moment: int | None
    captured_at: datetime | None
    content: bytes

    @property
    def is_profile(self) -> bool:
        return self.name.removesuffix(".gz").endswith(".pb")

    @property
    def is_dump(self) -> bool:
        return self.kind in {"dump", "dump-marked", "sigquit"}

    @property
    def has_stacks(self) -> bool:
        """Whether it is a text that names functions."""
        return self.is_dump or self.kind in {"goroutine-text", "heap-text", "top"}

    @property
    def text(self) -> str:
        return self.content.decode()

    def with_text(self, text: str) -> Part:
        return replace(self, content=text.encode())

    def profile(self) -> Profile:
        return Profile.FromString(self.content)

    def with_profile(self, profile: Profile) -> Part:
        return replace(self, content=profile.SerializeToString())

    def with_strings(self, change: Callable[[str], str]) -> Part:
        """The profile with each entry of its string table changed."""
        profile = self.profile()
        table = [change(string.decode()).encode() for string in profile.string_table]
        del profile.string_table[:]
        profile.string_table.extend(table)
        return self.with_profile(profile)

    def submission(self) -> Submission:
        run = "run" if self.moment is None else self.moment
        return Submission(name=f"{run}-{self.name}", content=self.content, captured_at=self.captured_at)


def plain(content: bytes) -> bytes:
    return gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content
