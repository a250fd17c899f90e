"""What the reader makes of real profiles against what Go's own pprof makes of them: flat and cum of every function."""

from __future__ import annotations

import os
import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from leakbook.evidence.model import StackProfile, TopTable
from leakbook.evidence.printed.reader import PprofTextReader
from leakbook.limits import DEFAULT_LIMITS
from tests.leakbook.evidence.pprof_messages import profile_of
from tests.leakbook.evidence.shop import CAPTURES, read_one

ALL_ROWS = ("-top", "-nodecount=1000000", "-nodefraction=0", "-symbolize=none")
OFFLINE = {"GOTOOLCHAIN": "local", "GOPROXY": "off", "GOFLAGS": "-mod=mod"}


def pprof(go: str, *arguments: str) -> str:
    environment = {**os.environ, **OFFLINE}
    command = [go, "tool", "pprof", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment, timeout=300).stdout


def shorten(name: str) -> str:
    """`F[go.shape.int].G` -> `F[...].G`, on the tool's side without the reader's own code."""
    while (shorter := re.sub(r"\[[^\[\]]*\]", "\x00", name)) != name:
        name = shorter
    return name.replace("\x00", "[...]")


def tool_rows(text: str) -> Counter[tuple[str, str]]:
    rows: Counter[tuple[str, str]] = Counter()
    for line in text.splitlines():
        found = re.match(
            r"\s*(-?\d+)(?:B|ns)?\s+\S+%\s+\S+%\s+(-?\d+)(?:B|ns)?\s+\S+%\s+(\S.*?)(?: \((?:partial-)?inline\))?$", line
        )
        if found:
            rows["flat", shorten(found[3])] += int(found[1])
            rows["cum", shorten(found[3])] += int(found[2])
    return rows


def own_rows(profile: StackProfile, type_name: str) -> Counter[tuple[str, str]]:
    rows: Counter[tuple[str, str]] = Counter()
    position = profile.index(type_name)
    assert position is not None
    for sample in profile.samples():
        value = sample.values[position]
        rows["flat", sample.frames[0].function] += value
        for function in {frame.function for frame in sample.frames}:
            rows["cum", function] += value
    return rows


def assert_equal(profile: StackProfile, type_name: str, text: str) -> None:
    theirs, ours = tool_rows(text), own_rows(profile, type_name)
    assert sum(value != 0 for value in theirs.values()) > 2
    assert {key: value for key, value in ours.items() if value} == {
        key: value for key, value in theirs.items() if value
    }


@pytest.mark.parametrize("name", ["heap.pb.gz", "heap-b.pb.gz", "merged.pb.gz", "diff.pb.gz"])
@pytest.mark.parametrize("type_name", ["inuse_space", "alloc_space", "inuse_objects"])
def test_flat_and_cum_of_every_function_equal_pprofs(go: str, name: str, type_name: str) -> None:
    unit = "B" if type_name.endswith("space") else "minimum"
    text = pprof(go, *ALL_ROWS, f"-unit={unit}", f"-sample_index={type_name}", str(CAPTURES / name))
    content = read_one((CAPTURES / name).read_bytes()).reading.content
    assert isinstance(content, StackProfile)
    assert_equal(content, type_name, text)


def test_cpu_and_contention_profiles_equal_pprofs(go: str) -> None:
    for name, type_name in (("cpu.pb.gz", "cpu"), ("block.pb.gz", "delay"), ("mutex.pb.gz", "delay")):
        text = pprof(go, *ALL_ROWS, "-unit=ns", f"-sample_index={type_name}", str(CAPTURES / name))
        content = read_one((CAPTURES / name).read_bytes()).reading.content
        assert isinstance(content, StackProfile)
        assert_equal(content, type_name, text)


def test_recursion_and_inlining_count_a_function_once_as_pprof_does(go: str, tmp_path: Path) -> None:
    types = [("inuse_objects", "count"), ("inuse_space", "bytes")]
    samples = [([1, 2, 1, 3], [1, 100]), ([2, 2], [1, 30]), ([3, 1], [2, 7]), ([1, 4], [1, 900])]
    profile = profile_of(types, samples, ["main.a", "main.b[go.shape.int]", "main.main"])
    inlined = profile.location.add(id=4, address=64)
    inlined.line.add(function_id=2, line=5)
    inlined.line.add(function_id=3, line=6)
    (tmp_path / "odd.pb").write_bytes(profile.SerializeToString())
    text = pprof(go, *ALL_ROWS, "-unit=B", str(tmp_path / "odd.pb"))
    content = read_one((tmp_path / "odd.pb").read_bytes()).reading.content
    assert isinstance(content, StackProfile)
    assert_equal(content, "inuse_space", text)


@pytest.mark.parametrize("view", [("-top",), ("-tree",), ("-peek=."), ("-top", "-cum")])
def test_the_text_reader_has_the_rows_of_the_tool(go: str, view: tuple[str, ...]) -> None:
    arguments = (view,) if isinstance(view, str) else view
    heap = str(CAPTURES / "heap.pb.gz")
    text = pprof(go, *arguments, "-nodecount=1000000", "-nodefraction=0", "-edgefraction=0", "-unit=B", heap)
    (reading,) = PprofTextReader().read(text, DEFAULT_LIMITS)
    assert isinstance(reading.content, TopTable)
    theirs = tool_rows(pprof(go, *ALL_ROWS, "-unit=B", heap))
    assert {("cum", row.function): row.cum for row in reading.content.rows if row.cum} == {
        key: value for key, value in theirs.items() if key[0] == "cum" and value
    }
