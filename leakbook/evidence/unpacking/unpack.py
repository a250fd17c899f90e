"""Posted bytes -> leaves: what is inside gzip, zstd, zip and tar, in any nesting up to the limit.

Containers are told by content. Names inside bundles are labels and nothing else: no path is ever made of them.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from ...errors import EmptyEvidence, EvidenceError, Malformed, OverLimit
from ..model import Submission
from . import tarball
from .cut_zip import LOCAL, cut_members
from .inflate import Allowance, inflation_of

_STEP: Final = 2**18
_ZIP_END: Final = b"PK\x05\x06"
_ZIP_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2})
"""LZMA is left out: its header may ask for a dictionary of 4 GiB."""

NO_BYTES: Final = (
    "There are no bytes in it. If curl wrote it, the address answered nothing or could not be reached: run it again "
    "with curl -sSf, which says why."
)
_NAME_LENGTH: Final = 200
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """Bytes that are no container any more; `notes` tell of damage on the way to them."""

    name: str
    content: bytes = field(repr=False)
    is_member: bool = False
    """Whether it came out of a zip or tar bundle."""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpacked:
    """The leaves of one submission in the order of the container, and warnings about members without one."""

    leaves: tuple[Leaf, ...]
    warnings: tuple[str, ...] = ()


def unpack(submission: Submission, allowance: Allowance) -> Unpacked:
    """Take one submission apart.

    Raises EmptyEvidence for no bytes, Malformed when nothing can be unpacked, OverLimit (naming it) for bombs, too
    many members and too deep nesting. An unreadable member of a bundle is a warning.
    """
    if not submission.content:
        raise EmptyEvidence(" ".join(submission.notes) or NO_BYTES, part=submission.name)
    allowance.begin_part(len(submission.content))
    opening = _Opening(allowance)
    root = Leaf(name=label(submission.name) or "evidence", content=submission.content)
    try:
        leaves = tuple(opening.leaves(root, depth=0))
    except EvidenceError as error:
        raise error.in_part(submission.name) from error
    return Unpacked(leaves=leaves, warnings=tuple(opening.warnings))


def label(name: str) -> str:
    """A client's file name as text that is safe to show: one line, no `..`, no drive, at most 200 characters."""
    parts = _UNPRINTABLE.sub("?", name.replace("\\", "/")).split("/")
    kept = [part for part in parts if part not in {"", ".", ".."} and not re.fullmatch(r"[A-Za-z]:", part)]
    return "/".join(kept)[-_NAME_LENGTH:].lstrip("/")


class _Opening:
    """One submission being taken apart."""

    def __init__(self, allowance: Allowance) -> None:
        self.warnings: list[str] = []
        self._allowance = allowance
        self._limits = allowance.limits
        self._members = 0

    def leaves(self, leaf: Leaf, *, depth: int) -> Iterator[Leaf]:
        inflation = inflation_of(leaf.content, self._allowance)
        kind = None if inflation is not None else bundle_kind(leaf.content)
        if inflation is None and kind is None:
            yield leaf
            return
        if depth >= self._limits.nesting:
            raise OverLimit(f"{leaf.name} has more than {self._limits.nesting} layers.", limit="nesting")
        if inflation is not None:
            plain = b"".join(inflation.pieces())
            inner = Leaf(name=leaf.name, content=plain, is_member=leaf.is_member, notes=(*leaf.notes, *inflation.notes))
            yield from self.leaves(inner, depth=depth + 1)
            return
        opened = self._zip_members(leaf) if kind == "zip" else tarball.members(leaf.content)
        for name, content, wrong in opened:
            yield from self._member(leaf, name, content, wrong, depth=depth)

    def _member(
        self, bundle: Leaf, name: str, content: bytes | None, wrong: str | None, *, depth: int
    ) -> Iterator[Leaf]:
        self._members += 1
        if self._members > self._limits.bundle_members:
            allowed = self._limits.bundle_members
            raise OverLimit(f"{bundle.name} has more than {allowed} members.", limit="bundle_members")
        path = f"{bundle.name}: {label(name)}" if label(name) else bundle.name
        if content is None:
            self.warnings.append(f"{path}: {wrong}.")
        elif not content:
            self.warnings.append(f"{path}: it is empty.")
        else:
            notes = (*bundle.notes, *((f"Of {path}, {wrong}.",) if wrong else ()))
            try:
                yield from self.leaves(Leaf(name=path, content=content, is_member=True, notes=notes), depth=depth + 1)
            except Malformed as error:
                self.warnings.append(f"{path}: {error.detail}")

    def _zip_members(self, leaf: Leaf) -> Iterator[tuple[str, bytes | None, str | None]]:
        self._count_entries(leaf)
        try:
            archive = zipfile.ZipFile(io.BytesIO(leaf.content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
            is_cut = _ZIP_END not in leaf.content
            wrong = f"is cut after {len(leaf.content)} bytes" if is_cut else f"has no list of members ({error})"
            yield from self._members_without_list(leaf, f"The zip file {wrong}")
            return
        with archive:
            for entry in archive.infolist():
                if not entry.is_dir():
                    yield self._zip_member(archive, entry)

    def _members_without_list(self, leaf: Leaf, wrong: str) -> Iterator[tuple[str, bytes | None, str | None]]:
        none_read = True
        for member in cut_members(leaf.content, self._allowance):
            none_read = none_read and member[1] is None
            yield member
        if none_read:
            raise Malformed(
                f"{wrong}; no member could be read.",
                offset=max(leaf.content.rfind(_ZIP_END), 0) or len(leaf.content),
                expected="a central directory at its end",
            )
        self.warnings.append(f"{leaf.name}: {wrong}; what could be read of it was.")

    def _count_entries(self, leaf: Leaf) -> None:
        """Refuse too many entries before zipfile makes an object of each."""
        end = leaf.content.rfind(_ZIP_END)
        if end < 0:
            return
        directory = int.from_bytes(leaf.content[end + 12 : end + 16], "little")
        entries = leaf.content.count(b"PK\x01\x02", max(end - directory, 0), end)
        if entries > 2 * self._limits.bundle_members:  # directories are entries, too
            raise OverLimit(f"{leaf.name} has {entries} members.", limit="bundle_members")

    def _zip_member(self, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> tuple[str, bytes | None, str | None]:
        if entry.flag_bits & 1:
            return entry.filename, None, "it is encrypted"
        if entry.compress_type not in _ZIP_METHODS:
            return entry.filename, None, f"its compression method {entry.compress_type} is not read"
        pieces: list[bytes] = []
        wrong = None
        try:
            with archive.open(entry) as member:
                while piece := member.read(_STEP):
                    self._allowance.take(len(piece))
                    pieces.append(piece)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
            wrong = f"it is damaged ({error}); {sum(map(len, pieces))} bytes came out"
        content = b"".join(pieces)
        return entry.filename, content if content or wrong is None else None, wrong


def bundle_kind(content: bytes) -> str | None:
    """`zip`, `tar`, or None for what is no bundle; the first 512 bytes are enough."""
    if content.startswith((LOCAL, _ZIP_END)):
        return "zip"
    return "tar" if tarball.is_tar(content) else None
