"""Streams of compressed bytes -> plain bytes, bounded while they come out.

A bomb of 256 MiB zeros is 261 kB of gzip and 590 bytes when packed twice, so output is counted in steps of 256 KiB and
never made in one call. A goroutine dump honestly shrinks twenty to sixty times.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final, cast

from isal import isal_zlib

from ...errors import Malformed, OverLimit
from ...limits import Limits

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

_STEP: Final = 2**18
_HEAD: Final = 2**10
"""Packed bytes that the first plain ones are had of: isal unpacks all that it is given, however little is wanted."""

_LITTLE: Final = 1024
"""Mean bytes of a gzip member below which a file of very many members is an attack, not a concatenation of logs."""

_ZSTD_WINDOW: Final = 27
"""log2 of the largest window decoded, 128 MiB: what `zstd --long` writes."""

_ISAL_ERROR: Final = cast("type[Exception]", isal_zlib.error)
"""Its stubs call the class an instance."""

GZIP_MAGIC: Final = b"\x1f\x8b\x08"
ZSTD_MAGIC: Final = b"\x28\xb5\x2f\xfd"


class Allowance:
    """What may still come out of one request: all its parts share `limits.unpacked_bytes`."""

    def __init__(self, limits: Limits) -> None:
        """Start with the whole allowance."""
        self.limits = limits
        self._left = limits.unpacked_bytes
        self._packed = 0
        self._part = 0

    def begin_part(self, packed: int) -> None:
        """The next part was posted with that many bytes; the ratio is judged part by part."""
        self._packed, self._part = packed, 0

    def give_back(self) -> None:
        """Forget what came out of the part so far: it is going to be unpacked again."""
        self._left += self._part
        self._part = 0

    @property
    def taken(self) -> int:
        """Bytes that came out so far, of all layers."""
        return self.limits.unpacked_bytes - self._left

    def take(self, size: int) -> None:
        """Count bytes that came out. Raises OverLimit."""
        self._left -= size
        self._part += size
        if self._left < 0:
            allowed = self.limits.unpacked_bytes
            raise OverLimit(f"The evidence unpacks to more than {allowed} bytes.", limit="unpacked_bytes")
        if self._part > self.limits.ratio_from_bytes and self._part > self.limits.ratio * self._packed:
            raise OverLimit(
                f"{self._packed} bytes unpack to more than {self.limits.ratio} times as many.", limit="ratio"
            )


def inflation_of(content: bytes, allowance: Allowance) -> Inflation | None:
    """What unpacks the content, None when it is neither gzip nor zstd."""
    if content.startswith(GZIP_MAGIC):
        return Inflation(content, allowance, _GZIP)
    return Inflation(content, allowance, _ZSTD) if content.startswith(ZSTD_MAGIC) else None


def deflate(pieces: Iterable[bytes], *, like: bytes) -> bytes:
    """The pieces packed in the format of `like`, zstd or gzip; the same bytes for the same content."""
    if like.startswith(ZSTD_MAGIC):
        stream: Any = zstd.ZstdCompressor(level=3)
    else:
        stream = isal_zlib.compressobj(level=2, wbits=31)
    return b"".join([*map(stream.compress, pieces), stream.flush()])


class _ZstdStream:
    """A zstd decompressor with zlib's face: it keeps the input it has not used, zlib hands it back."""

    def __init__(self, stream: zstd.ZstdDecompressor) -> None:
        self._stream = stream
        self.unconsumed_tail = b""

    @property
    def eof(self) -> bool:
        return self._stream.eof

    @property
    def unused_data(self) -> bytes:
        return self._stream.unused_data

    def decompress(self, chunk: bytes, most: int) -> bytes:
        return self._stream.decompress(chunk, most)

    def has_more(self) -> bool:
        return not self._stream.needs_input and not self._stream.eof


@dataclass(frozen=True, slots=True, kw_only=True)
class _Format:
    name: str
    magic: bytes
    make_stream: Callable[[], Any]
    errors: tuple[type[Exception], ...]


_GZIP = _Format(
    name="gzip",
    magic=GZIP_MAGIC[:2],
    make_stream=lambda: isal_zlib.decompressobj(wbits=31),
    errors=(_ISAL_ERROR, ValueError, EOFError),
)
_ZSTD_OPTIONS: Final = {int(zstd.DecompressionParameter.window_log_max): _ZSTD_WINDOW}
_ZSTD = _Format(
    name="zstd",
    magic=ZSTD_MAGIC,
    make_stream=lambda: _ZstdStream(zstd.ZstdDecompressor(options=_ZSTD_OPTIONS)),
    errors=(zstd.ZstdError, EOFError),
)


class Inflation:
    """One run over one compressed file: members (gzip) or frames (zstd) one after the other, output in steps.

    `notes` tell of damage, once all pieces have been taken.
    """

    def __init__(self, content: bytes, allowance: Allowance, form: _Format) -> None:
        """Nothing is unpacked yet."""
        self.notes: tuple[str, ...] = ()
        self._content = content
        self._allowance = allowance
        self._form = form
        self._position = 0
        self._size = 0
        self._members = 0

    def head(self, most: int) -> bytes:
        """The first bytes of what comes out, or fewer where they are not easily had; they are not counted."""
        try:
            return bytes(self._form.make_stream().decompress(self._content[:_HEAD], most))
        except self._form.errors:
            return b""  # `pieces` tells of the damage

    def pieces(self) -> Iterator[bytes]:
        """What comes out, at most 256 KiB at a time. Raises Malformed when that is nothing, OverLimit."""
        while self._content.startswith(self._form.magic, self._position):
            began = self._position
            try:
                whole = yield from self._member(self._form.make_stream())
            except self._form.errors as error:
                self.notes = (self._damage(f"is damaged near byte {self._position} ({error})", began),)
                break
            if not whole:
                self.notes = (self._damage(f"is cut after {len(self._content)} bytes", began),)
                break
        else:
            if self._content[self._position :].strip(b"\0"):
                left = len(self._content) - self._position
                self.notes = (f"{left} bytes after the end of the {self._form.name} stream are left out.",)

    def _member(self, stream: Any) -> Generator[bytes, None, bool]:  # noqa: ANN401 - isal's and zstd's streams share no base
        """Inflate one member; whether it ended."""
        self._members += 1
        limit = self._allowance.limits.bundle_members
        if self._members > limit and self._size < self._members * _LITTLE:
            raise OverLimit(f"The {self._form.name} file has more than {limit} tiny members.", limit="bundle_members")
        chunk = b""
        while not stream.eof:
            if not chunk and not _has_more(stream):
                chunk = self._content[self._position : self._position + _STEP]
                if not chunk:
                    return False
                self._position += len(chunk)
            piece = stream.decompress(chunk, _STEP)
            chunk = stream.unconsumed_tail
            self._allowance.take(len(piece))
            self._size += len(piece)
            yield piece
        self._position -= len(stream.unused_data)
        return True

    def _damage(self, what: str, began: int) -> str:
        if not self._size:
            raise Malformed(
                f"The {self._form.name} stream {what} and nothing of it can be unpacked.",
                offset=began,
                found=self._content[began : began + 8].hex(" "),
                expected=f"a whole {self._form.name} stream",
            )
        return f"The {self._form.name} stream {what}: what came out of it, {self._size} bytes, is used."


def _has_more(stream: Any) -> bool:  # noqa: ANN401
    return isinstance(stream, _ZstdStream) and stream.has_more()
