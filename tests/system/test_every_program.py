"""Every committed program's captures posted over HTTP to real processes: the right pattern first, at the right place.

All that was captured goes into one request, as an engineer's script would send it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import requests

from leakbook.playbook.load import load_playbooks
from leakbook.playbooks_path import default_fixtures, default_folder, read_folder

from .conftest import embedded_stack, finished

PROGRAMS = sorted(path.parent for path in default_fixtures().glob("*/*/manifest.json"))
FALSE_ALARM_FROM = 0.5
AHEAD = 3
"""Programs posted before their test asks: one for each child of the worker, and one that waits."""
GAPS = {
    "cache/personas-go1.27": "no node of the trie was sampled, no stack has sync.Map: only that entries are kept shows",
    "resource/routecfg-go1.19": (
        "no stack in use or allocated has Dial, and Go 1.19 does not print which goroutine started gRPC's loops"
    ),
    "resource/tenantsync-go1.27": "no transport was sampled where it is made: who uses them shows, not who makes them",
    "goroutine/orders-go1.19": "the stacks hold package context alone, and none of the contexts is sampled",
    "goroutine/orders-go1.27": "all that is sampled of a context is its Done channel, made by who was handed it",
    "goroutine/quotas-go1.27": "the stacks hold package context alone, and none of the contexts is sampled",
}


@pytest.fixture(scope="module")
def answer_to(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Path], dict[str, Any]]]:
    """The answer to a program. The next ones are posted meanwhile, so that the worker's children never wait for us."""
    with embedded_stack(tmp_path_factory.mktemp("programs")) as stack, ThreadPoolExecutor(AHEAD + 1) as posting:
        stack.start_worker(children=2)
        url = stack.start_api()[1]
        posted: dict[Path, Future[dict[str, Any]]] = {}

        def answer(program: Path) -> dict[str, Any]:
            place = PROGRAMS.index(program)
            for one in PROGRAMS[place : place + AHEAD + 1]:
                if one not in posted:
                    posted[one] = posting.submit(_posted, url, one)
            return posted[program].result()

        yield answer


def _posted(url: str, program: Path) -> dict[str, Any]:
    files = json.loads((program / "manifest.json").read_text(encoding="utf-8"))["files"]
    parts: list[tuple[str, tuple[str, bytes]]] = []
    evidence = []
    for file in files:
        path = program / file["path"]
        parts.append(("evidence", (file["path"], path.read_bytes())))
        if file.get("captured_at"):
            evidence.append({"name": file["path"], "captured_at": file["captured_at"]})
    manifest = json.dumps({"service": program.name, "evidence": evidence}).encode()
    parts.append(("manifest", ("manifest.json", manifest)))
    response = requests.post(f"{url}/v1/diagnoses", params={"wait": "60"}, files=parts, timeout=90)
    assert response.ok, response.text
    answer: dict[str, Any] = finished(url, response.headers["Location"])  # at once, but on a machine that is very slow
    assert answer["status"] == "succeeded", answer
    return answer


def _case(program: Path) -> Any:
    name = f"{program.parent.name}/{program.name}"
    gap = GAPS.get(name)
    return pytest.param(program, id=name, marks=[pytest.mark.xfail(reason=gap, strict=True)] if gap else [])


@pytest.mark.alone
@pytest.mark.parametrize("program", [_case(program) for program in PROGRAMS])
def test_it_is_told_for_what_it_is(answer_to: Callable[[Path], dict[str, Any]], program: Path) -> None:
    case = json.loads((program / "manifest.json").read_text(encoding="utf-8"))["case"]
    answer = answer_to(program)
    said = [(one["playbook"], one["confidence"], one["culprit"]["function"]) for one in answer["diagnoses"][:4]]
    if case["label"] == "healthy":
        assert [one for one in said if one[1] >= FALSE_ALARM_FROM and one[0] != "heap/alloc-churn"] == []
        return
    assert said[0][0] in {case["label"], *case.get("also", ())}, said
    if case.get("culprit"):
        assert said[0][2] in {case["culprit"], *case.get("culprit_any", ())}, said


def test_every_pattern_is_first_somewhere() -> None:
    """Each has a program of its own among those that must pass; only growth of goroutines shows in any leak of them."""
    shown = set()
    for program in PROGRAMS:
        case = json.loads((program / "manifest.json").read_text(encoding="utf-8"))["case"]
        if f"{program.parent.name}/{program.name}" not in GAPS:
            shown |= {case["label"], *case.get("also", ())}
    known = {playbook.id for playbook in load_playbooks(read_folder(default_folder())).playbooks}
    assert known - shown == {"heap/goroutine-growth"}
