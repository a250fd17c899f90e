"""Sends a no-op task for each line on standard input and prints the seconds until it is done."""

from __future__ import annotations

import socket
import sys
import time
from pathlib import Path

from .noop import send


def main() -> None:
    """Until standard input ends."""
    path = Path(sys.argv[1])
    path.unlink(missing_ok=True)
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as bell:
        bell.bind(str(path))
        for _ in sys.stdin:
            began = time.perf_counter()
            send(str(path))
            bell.recv(16)
            print(time.perf_counter() - began, flush=True)


if __name__ == "__main__":
    main()
