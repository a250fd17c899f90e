"""Evidence without what looks like a secret, in the container it came in, before anything keeps it.

gzip and zstd are unpacked, redacted and packed again as the text streams through; a zip or tar becomes a tar of its
redacted members. What is neither text nor a pprof profile cannot be redacted: alone it is refused, in a bundle it is
kept out, which a note says.
"""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from typing import Final

from ...errors import EvidenceError, NotRecognised, OverLimit
from ...limits import Limits
from ..model import Submission
from ..pprof.parts import looks_serialised
from ..unpacking.inflate import GZIP_MAGIC, Allowance, deflate, inflation_of
from ..unpacking.text_bytes import decode, is_text
from ..unpacking.unpack import Leaf, bundle_kind, unpack
from .names import Pseudonyms
from .profile import redact_profile
from .text import TextRedaction

_HEAD: Final = 2**16
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")


class Redactor:
    """Of one request: what is equal in two of its pieces stays equal."""

    def __init__(self, limits: Limits) -> None:
        """All pieces share the allowance for what may be unpacked."""
        self._limits = limits
        self._names = Pseudonyms()
        self._text = TextRedaction(self._names)

    def redact(self, submission: Submission) -> Submission:
        """The piece as it may be stored, with notes of what was done. Raises EvidenceError when that cannot be."""
        before = self._names.replaced.copy()
        allowance = Allowance(self._limits)
        allowance.begin_part(len(submission.content))
        try:
            content, notes = self._container(submission, allowance, depth=1)
        except EvidenceError as error:
            raise error.in_part(submission.name) from error
        said = (*submission.notes, *notes, *self._names.note(before))
        return replace(submission, content=content, sha256=None, notes=said)

    def _container(self, submission: Submission, allowance: Allowance, *, depth: int) -> tuple[bytes, tuple[str, ...]]:
        content = submission.content
        if bundle_kind(content):
            return self._bundle(submission)
        inflation = inflation_of(content, allowance)
        if inflation is None:
            return self._plain(content), ()
        pieces = inflation.pieces()
        first = next(pieces, b"")
        if bundle_kind(first):
            return self._bundle(submission)
        if inflation_of(first, allowance) is not None:
            if depth >= self._limits.nesting:
                raise OverLimit(f"It has more than {self._limits.nesting} layers.", limit="nesting")
            inner = replace(submission, content=b"".join(chain((first,), pieces)))
            content, notes = self._container(inner, allowance, depth=depth + 1)
            return deflate((content,), like=submission.content), (*inflation.notes, *notes)
        if _is_streamed(first):
            redacted: Iterable[bytes] = self._text.stream(chain((first,), pieces))
        else:
            redacted = (self._plain(b"".join(chain((first,), pieces))),)
        return deflate(redacted, like=content), inflation.notes

    def _bundle(self, submission: Submission) -> tuple[bytes, tuple[str, ...]]:
        """Whatever is nested in it, as a tar with one layer."""
        unpacked = unpack(submission, Allowance(self._limits))
        notes = [*unpacked.warnings, *(note for leaf in unpacked.leaves for note in leaf.notes)]
        kept: list[tuple[str, bytes]] = []
        for leaf in unpacked.leaves:
            try:
                kept.append((self._member_name(leaf, submission), self._plain(leaf.content)))
            except EvidenceError as error:
                notes.append(f"{leaf.name} was kept out, because it cannot be redacted: {error.detail}")
        if not kept:
            raise NotRecognised("Nothing in it can be redacted, and evidence is redacted here before it is stored.")
        return _tar(kept, packed=self._limits.nesting > 1), tuple(dict.fromkeys(notes))

    def _member_name(self, leaf: Leaf, submission: Submission) -> str:
        name = leaf.name.removeprefix(f"{submission.name}: ")
        return self._text.whole(name.encode()).decode("utf-8", "replace")

    def _plain(self, content: bytes) -> bytes:
        if looks_serialised(content[:_HEAD]):
            return redact_profile(content, self._limits, self._names)
        if not is_text(content):
            raise NotRecognised("It is neither text nor a pprof profile.")
        if content.startswith(_UTF16):
            text, _ = decode(content)
            return self._text.whole(text.encode("utf-8", "surrogatepass"))
        return self._text.whole(content)


def _is_streamed(head: bytes) -> bool:
    """Whether what begins so can be redacted as it comes."""
    return is_text(head) and not looks_serialised(head[:_HEAD]) and not head.startswith(_UTF16)


def _tar(members: Iterable[tuple[str, bytes]], *, packed: bool) -> bytes:
    """The same bytes for the same members: no times, no owners."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name, content in members:
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return deflate((out.getvalue(),), like=GZIP_MAGIC) if packed else out.getvalue()
