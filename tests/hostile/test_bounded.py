"""Hostile requests cost bounded time and memory, and each gets an answer or a refusal that says why."""

from __future__ import annotations

import gzip
import io
import os
import zipfile

import pytest

from tests.hostile.bounded import cost_of

MEGABYTES = 500
SECONDS = 60.0


def stacks(count: int, *, frames: int = 8) -> bytes:
    """A dump of goroutines no two of which stand on the same stack, all queueing for locks or sending."""
    states = ("chan send", "sync.Mutex.Lock", "select", "chan receive")
    blocks = ["goroutine 1 [running]:\nmain.main()\n\t/src/main.go:9 +0x1d\n"]
    for number in range(count):
        lines = [f"goroutine {number + 2} [{states[number % 4]}, 3 minutes]:"]
        for depth in range(frames):
            lines.append(f"shop/p{number % 97}.(*T{depth}).m{number}_{depth}(0xc{number * 64 + depth:09x}, 0x1)")
            lines.append(f"\t/src/p{number % 97}.go:{number + depth} +0x{depth:x}")
        lines += [f"created by shop/p{number % 97}.start in goroutine 1", "\t/src/start.go:4 +0x1"]
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks).encode()


def zipped(members: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


def nested(content: bytes, layers: int) -> bytes:
    for _ in range(layers):
        content = gzip.compress(content, mtime=0)
    return content


ANSWERED = {
    "ten thousand distinct stacks": lambda: stacks(10_000),
    "a stack of ten thousand frames": lambda: stacks(3, frames=10_000),
    "a name of a megabyte": lambda: b"goroutine 7 [chan send]:\nmain." + b"f" * 2**20 + b"()\n\t/a.go:1 +0x1\n",
    "markup for names": lambda: (
        b"goroutine 7 [chan send, 9 minutes]:\nshop.<script>alert(1)</script>`@here<!channel>(0x1)\n\t/a](http://x).go:1\n"
    ),
    "paths that climb": lambda: zipped({"../../etc/passwd": stacks(3), "/abs/dump.txt": stacks(2)}),
}
REFUSED = {
    "a bomb": (lambda: gzip.compress(bytes(2**29), 9, mtime=0), "OverLimit"),
    "more layers than are opened": (lambda: nested(stacks(3), 12), "OverLimit"),
    "more members than are read": (lambda: zipped({f"m{n}": b"x" for n in range(1_000)}), "OverLimit"),
    "nothing": (lambda: b"", "EmptyEvidence"),
    "a million frames of one goroutine": (
        lambda: gzip.compress(b"goroutine 1 [running]:\n" + b"main.f(0x1)\n\t/x.go:1 +0x1\n" * 1_000_000),
        "OverLimit",
    ),
    "counts of descriptors that are none": (
        lambda: (b"lsof " * 55 + b"-p-p " * 36 + b"| wc " * 36 + b"|\n") * 1_000,
        "NotRecognised",
    ),
    "a line of one command again and again": (lambda: b"rss\n" + b"ps " * 500_000, "NotRecognised"),
    "lines of one command again and again": (lambda: (b"ps " * 600 + b" rss\n") * 400, "NotRecognised"),
    "noise": (lambda: os.urandom(2**20), "NotRecognised"),
    "a mapping's name with a long run of blanks": (
        lambda: b"c0000000 1 1 1 rw--- a" + b" " * 240_000 + b"x\n",
        "NotRecognised",
    ),
    "mappings whose names are blanks": (
        lambda: (b"c0000000 1 1 1 rw--- a" + b" " * 4_000 + b"x\n") * 60,
        "NotRecognised",
    ),
    "columns without an end": (
        lambda: (
            b"Address Perm Offset Device Inode Size Rss Mapping\n"
            + (b"c0000000 rw-p 0 0:0 1 1" + b" 1" * 60_000 + b"\n") * 20
        ),
        "NotRecognised",
    ),
}


@pytest.mark.parametrize("name", ANSWERED)
def test_what_is_odd_is_answered_within_bounds(name):
    cost = cost_of(ANSWERED[name](), megabytes=MEGABYTES)
    assert cost.outcome == "answer"
    assert cost.seconds < SECONDS
    assert max(cost.bytes.values()) < 5 * 2**20


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_hostile_is_refused_cheaply(name):
    make, error = REFUSED[name]
    cost = cost_of(make(), megabytes=MEGABYTES)
    assert cost.outcome == error
    assert cost.seconds < 5
