"""`./dev redaction`: how fast text is redacted, and what memory it takes beside it, as a sentence for docs/security.md.

Ordinary text: the goroutine dumps of the fixtures, end to end. Hostile text: everything of `hostile_text`, repeated.
"""

from __future__ import annotations

import argparse
import time
import tracemalloc
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from leakbook.evidence.model import Submission
from leakbook.evidence.redaction.names import Pseudonyms
from leakbook.evidence.redaction.text import TextRedaction
from leakbook.evidence.unpacking.inflate import Allowance
from leakbook.evidence.unpacking.unpack import unpack
from leakbook.limits import DEFAULT_LIMITS

from .fuzz.hostile_text import ALPHABET, MARKS, mixtures
from .measured import machine, write_between

FIXTURES: Final = Path(__file__).resolve().parents[1] / "tests" / "fixtures" / "goroutine"
PIECE: Final = 2**16
ORDINARY_BYTES: Final = 40 * 2**20
HOSTILE_BYTES: Final = 2**21


def main() -> None:
    """Print and write."""
    parser = argparse.ArgumentParser(prog="./dev redaction", description=__doc__)
    parser.add_argument("--write", type=Path, help="the document, docs/security.md")
    asked = parser.parse_args()
    dumps = b"".join(_dumps())
    ordinary = (dumps * (ORDINARY_BYTES // len(dumps) + 1))[:ORDINARY_BYTES]
    hostile = {unit: unit * (HOSTILE_BYTES // len(unit)) + MARKS for unit in (*ALPHABET, *mixtures(200))}
    rates = sorted((megabytes_per_second(text), unit) for unit, text in hostile.items())
    told = (
        f"{ORDINARY_BYTES >> 20} MiB of goroutine dumps take {memory(ordinary) / 2**20:.0f} MiB of memory beside the"
        f" bytes themselves and are read at {megabytes_per_second(ordinary):.0f} MB/s.\nOf {len(rates)} hostile texts"
        f" half are above {rates[len(rates) // 2][0]:.0f} MB/s; the slowest, `{rates[0][1]!r}` without end, is at"
        f" {rates[0][0]:.1f} MB/s.\nProcessor time on {machine()}, {datetime.now(UTC).date().isoformat()},"
        " `./dev redaction`."
    )
    print(told)
    if asked.write:
        write_between(asked.write, "redaction", f"{told}\n")


def _dumps() -> Iterator[bytes]:
    for path in sorted(FIXTURES.glob("*/**/dump.txt*")):
        submission = Submission(name=path.name, content=path.read_bytes())
        yield from (leaf.content for leaf in unpack(submission, Allowance(DEFAULT_LIMITS)).leaves)


def _pieces(text: bytes) -> Iterable[bytes]:
    return (text[at : at + PIECE] for at in range(0, len(text), PIECE))


def megabytes_per_second(text: bytes) -> float:
    """Of processor time, redacted as a stream."""
    began = time.process_time()
    for _ in TextRedaction(Pseudonyms()).stream(_pieces(text)):
        pass
    return len(text) / 1e6 / (time.process_time() - began)


def memory(text: bytes) -> int:
    """Bytes at the most beside the text."""
    tracemalloc.start()
    for _ in TextRedaction(Pseudonyms()).stream(_pieces(text)):
        pass
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


if __name__ == "__main__":
    main()
