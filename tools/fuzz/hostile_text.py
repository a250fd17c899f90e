"""Text that makes patterns work for nothing: repeated, each of these was slow once or might be."""

from __future__ import annotations

import random
from typing import Final

ALPHABET: Final = (
    *(b"a", b"1", b"_", b"-", b"--", b" ", b"\t", b"\n", b"\n\t", b"\r", b"\x00", b"\\", b"/", b"%", b"["),
    *(b"]", b"{", b"}", b'"', b"'", b'\\"', b'","', b",", b", ", b";", b"&", b"=", b": ", b"a: b, ", b'"a'),
    *(b'"a": "b", ', b"a:", b"aaaaaaaaaaaaaaaaaaaaa", b"@", b"a.", b"a@a.", b"a@b.cc ", b"@tcp(", b"=a:"),
    *(b"://", b"://b:", b"://b?", b"://@", b"({", b"(0x1, ", b"0x1, ", b"\nrax ", b"\nrax 0x1", b"..."),
    *(b"aB3/", b"aB3dE5gH7jK9mN1pQ3sT5 ", b"token", b"token=", b'token="', b"token: '", b"--token ", b"pass"),
    *(b"key", b"cookie: ", b"cookie: [", b'"pwd": ["', b"eyJ", b"eyJaaaaaaaa.", b"AKIA", b"ghp_", b"xoxb-"),
    *(b"Bearer ", b"Basic ", b"sk_live_", b"goroutine 7 [a", b"goroutine 7 [a] {", b"labels: {", b"panic: "),
    *(b"panic: a\n", b"panic: a\n\t", b"panic serving ", b"-----BEGIN PRIVATE KEY-----"),
    *(b"-----BEGIN PRIVATE KEY-----\n", b"-----END PRIVATE KEY-----", b"-----BEGIN "),
)
"""What the patterns begin with, look for and repeat."""

MARKS: Final = (
    b" ] { labels: x://y a@tcp(b) PRIVATE KEY eyJ AKIA ghp_ github_pat_ glpat- xox AIza k_live_ whsec_ npm_ ya29. "
    b"Bearer Basic passwd pwd secret key token credential session cookie authorization dsn 0x panic: "
)
"""Rules are asked only where their mark is; here is one for each."""


def mixtures(count: int) -> list[bytes]:
    """Two to four parts of the alphabet in a row, drawn in the same way each time."""
    chance = random.Random(1)
    return [b"".join(chance.choices(ALPHABET, k=chance.randint(2, 4))) for _ in range(count)]
