"""Messages as files."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from leakbook.queueing.message_files import MessageFiles

ROOT = Path(__file__).parents[3]
TAKE_AND_DIE = """
import os, signal, sys
from pathlib import Path
from leakbook.queueing.message_files import MessageFiles
print(MessageFiles(Path(sys.argv[1])).take()[1].decode(), flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_messages_are_taken_in_order_each_once(tmp_path) -> None:
    writer, reader = MessageFiles(tmp_path), MessageFiles(tmp_path)
    for content in (b"1", b"2", b"3"):
        writer.put(content)
    assert len(reader) == 3
    assert [reader.take()[1] for _ in range(2)] == [b"1", b"2"]
    assert writer.take()[1] == b"3"
    assert reader.take() is None


def test_what_a_killed_consumer_held_is_given_back(tmp_path) -> None:
    files = MessageFiles(tmp_path)
    files.put(b"job")
    killed = subprocess.run(
        [sys.executable, "-c", TAKE_AND_DIE, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (killed.returncode, killed.stdout) == (-9, "job\n")
    assert files.take() is None
    assert files.recover() == 1
    assert files.take()[1] == b"job"


def test_what_a_living_consumer_holds_stays_with_it(tmp_path) -> None:
    files = MessageFiles(tmp_path)
    files.put(b"job")
    place, _ = files.take()
    assert files.recover() == 0
    files.give_back(place)
    assert len(files) == 1
    assert files.clear() == 1
    assert files.take() is None
