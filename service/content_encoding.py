"""`Content-Encoding` of requests, undone within a bound: Flask leaves it to the application."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Final

from leakbook.errors import OverLimit

from .problems import UNREADABLE, Refusal

if sys.version_info >= (3, 14):
    from compression.zstd import ZstdDecompressor, ZstdError
else:
    from backports.zstd import ZstdDecompressor, ZstdError

CHUNK: Final = 2**16
GZIP, ZLIB = 31, 15


def decoded(body: bytes, encoding: str, *, most: int) -> bytes:
    """The body without its encodings, last one first. Raises Refusal and OverLimit."""
    names = [name.strip().lower() for name in encoding.split(",") if name.strip()]
    for name in reversed(names):
        if name == "identity":
            continue
        if name not in DECODERS or len(names) > 2:
            raise Refusal(
                "encoding-not-supported",
                "The content encoding is not supported",
                f"Content-Encoding {encoding!r}: gzip, deflate, zstd and identity are.",
            )
        body = _bounded(name, body, most)
    return body


def _bounded(name: str, body: bytes, most: int) -> bytes:
    try:
        content = DECODERS[name](body, most + 1)
    except (zlib.error, ZstdError, EOFError) as error:
        raise Refusal(
            "request-malformed", UNREADABLE, f"The body is not {name}, as its header says: {error}"
        ) from error
    if len(content) > most:
        raise OverLimit(f"The decoded body is larger than {most} bytes.", limit="request_bytes")
    return content


def _zlib(bits: int) -> Callable[[bytes, int], bytes]:
    def decode(body: bytes, most: int) -> bytes:
        out = BytesIO()
        while body and out.tell() < most:
            decoder = zlib.decompressobj(bits)
            out.write(decoder.decompress(body, most - out.tell()))
            if not decoder.eof and out.tell() < most:
                raise EOFError("it ends too early")
            body = decoder.unused_data  # a gzip file may have several members
        return out.getvalue()

    return decode


def _zstd(body: bytes, most: int) -> bytes:
    out = BytesIO()
    while body and out.tell() < most:
        decoder = ZstdDecompressor()
        out.write(decoder.decompress(body, most - out.tell()))
        if not decoder.eof and out.tell() < most:
            raise EOFError("it ends too early")
        body = decoder.unused_data if decoder.eof else b""
    return out.getvalue()


DECODERS: Final[dict[str, Callable[[bytes, int], bytes]]] = {
    "gzip": _zlib(GZIP),
    "x-gzip": _zlib(GZIP),
    "deflate": _zlib(ZLIB),
    "zstd": _zstd,
}
