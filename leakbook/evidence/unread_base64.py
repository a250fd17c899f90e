"""Evidence that was encoded as base64 and posted without saying so.

H4sIAAAAAAAE/5R6CXRUVdJ...    gzip, as of a pprof profile
Z29yb3V0aW5lIDEgW3J1bm5...     `goroutine 1 [runn`, of a dump
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Callable
from typing import Final

from .unpacking.inflate import GZIP_MAGIC, ZSTD_MAGIC
from .unpacking.text_bytes import is_text
from .unpacking.unpack import bundle_kind

_ENCODED: Final = re.compile(r"[A-Za-z0-9+/]{64,}={0,2}")
_HEAD: Final = 4096
_SAYS: Final = (
    "This is base64, not what was encoded with it. Send the file itself (base64 -d); in a JSON request say "
    '"encoding": "base64" beside its "content".'
)


def unread_base64(text: str, is_evidence: Callable[[str], bool]) -> str | None:
    """What to do where the text is base64 of something that may be evidence; None for any other text.

    A long word decodes to bytes as well, and a token to text: what comes out must begin as an archive, or be text that
    `is_evidence`.
    """
    head = "".join(text[:_HEAD].split())
    if _ENCODED.fullmatch(head) is None:
        return None
    letters = head.rstrip("=")
    plain = b64decode(letters[: len(letters) // 4 * 4])
    packed = plain.startswith((GZIP_MAGIC, ZSTD_MAGIC)) or bundle_kind(plain) is not None
    return _SAYS if packed or (is_text(plain) and plain.isascii() and is_evidence(plain.decode())) else None
