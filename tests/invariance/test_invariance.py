"""What must not matter does not: a capture under other names, in another order, size or dress, is answered alike."""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

import pytest

from leakbook.diagnosis.diagnose import diagnose
from leakbook.diagnosis.report import Report
from leakbook.evidence.names import stable_name
from leakbook.evidence.read import read_evidence
from leakbook.playbooks_path import default_fixtures
from tests.invariance import renaming, reordering, rescaling
from tests.invariance.posts import Part, plain
from tests.playbooks.programs import PLAYBOOKS

POSTS = {
    "goroutine/audit-go1.27": ("dump",),
    "goroutine/dispatch-go1.19": ("goroutine", "goroutine-text", "dump"),
    "cache/storefront-go1.27": ("heap",),
    "resource/billingd-go1.27": ("dump", "heap"),
    "healthy/counters-go1.27": ("dump", "heap", "descriptors"),
}
"""Programs and the kinds of evidence posted of them: leaks of goroutines, memory and connections, and none."""

MOST_MOVED = 0.1
"""How far a confidence may move: sampled groups and rounded minutes are not quite what they were."""

SHOWN = 0.3

Change = Callable[[Sequence[Part]], Sequence[Part]]

_GOROOT, _MODULES = "/usr/local/go/src/", "/go/pkg/mod/"
_WORDS = tuple("cache pool leak worker server test client map conn queue stream session buffer timer lru db".split())
_LOOPS = tuple("run loop watch serve worker listen poll consume dispatch monitor subscribe background flush".split())
_MAKERS = tuple(
    "NewClient New Open Dial Connect Create NewConsumer Parse Must NewWatcher Subscribe Writer Start".split()
)


def _neutral(path: str, **options) -> Callable[..., renaming.Renaming]:
    names = {"identifier": renaming.neutral, "element": renaming.neutral} | options
    return lambda modules: renaming.Renaming(modules=modules, path=path, **names)


def _named(words: Sequence[str]) -> Callable[..., renaming.Renaming]:
    return lambda modules: renaming.Renaming(
        modules=modules,
        path="github.com/acme/test-server",
        identifier=renaming.from_words(words),
        element=renaming.from_words(_WORDS),
    )


def _built(**places) -> Callable[..., renaming.Renaming]:
    return lambda modules: renaming.Renaming(modules=modules, path="corp.example.net/x/app", **places)


RENAMINGS = {
    "a module without a host": _neutral("svc"),
    "package main alone": _neutral("", folder="/app", alone=True),
    "gopkg.in": _neutral("gopkg.in/acme/thing.v3", folder="/go/src/gopkg.in/acme/thing.v3"),
    "a later major version": _neutral("github.com/acme/thing/v2", folder="/app"),
    "below a library's path": _neutral("github.com/prometheus/common/thing", folder="/app"),
    "with type arguments": _neutral("svc", generic=True),
    "words of the trade": _named(_WORDS),
    "names of loops": _named(_LOOPS),
    "names of constructors": _named(_MAKERS),
    "obfuscated": lambda modules: renaming.Renaming(
        modules=modules,
        identifier=renaming.letters(),
        element=lambda old: f"p{renaming.neutral(old)}",
        file=lambda old: f"{renaming.neutral(old)}.go",
        flat=True,
    ),
    "trimmed paths": _built(folder="corp.example.net/x/app", other_files=[(_GOROOT, ""), (_MODULES, "")]),
    "Windows": _built(
        folder="C:/Users/dev/go/src/app",
        other_files=[(_GOROOT, "C:/Program Files/Go/src/"), (_MODULES, "C:/Users/dev/go/pkg/mod/")],
    ),
    "Bazel": _built(
        folder="services/app",
        other_files=[(_GOROOT, "GOROOT/src/"), (f"{_MODULES}example.org/", "external/org_example_"), ("@v1.4.0", "")],
    ),
    "a vendor folder": _built(
        folder="/go/src/corp.example.net/x/app",
        other_files=[(_MODULES, "/go/src/corp.example.net/x/app/vendor/"), ("@v1.4.0", "")],
    ),
}


def _each(rewrite: Callable[[Part], Part]) -> Change:
    return lambda parts: [rewrite(part) for part in parts]


def _closures_renumbered(part: Part) -> Part:
    def later(text: str) -> str:
        return re.sub(r"\.func(\d+)\b", lambda found: f".func{int(found.group(1)) + 6}", text)

    if part.is_profile:
        return part.with_strings(later)
    return part.with_text(later(part.text)) if part.has_stacks else part


CHANGES: dict[str, Change] = {
    "closures renumbered": _each(_closures_renumbered),
    "goroutines shuffled": _each(reordering.goroutines_shuffled),
    "samples shuffled": _each(reordering.samples_shuffled),
    "parts in another order": reordering.reversed_parts,
    "posted twice": reordering.doubled,
    "strangers beside": reordering.with_strangers,
    "carriage returns": _each(reordering.crlf),
    "blanks for tabs": _each(reordering.blanks_for_tabs),
    "out of the journal": _each(reordering.in_a_log),
    "out of docker compose": _each(reordering.in_docker_compose),
    "in a fence": _each(reordering.fenced),
    "compressed and named otherwise": _each(lambda part: reordering.named_otherwise(reordering.compressed(part))),
    "on another day": _each(rescaling.on_another_day(9)),
    "an hour later": _each(rescaling.waited_longer(60)),
    "a third of the goroutines": _each(rescaling.thinned(0.3)),
    "three times the goroutines": _each(rescaling.multiplied(3)),
}


OUT_OF_REACH = {
    "goroutine/audit-go1.27": {"samples shuffled"},
    "cache/storefront-go1.27": {
        "goroutines shuffled",
        "carriage returns",
        "blanks for tabs",
        "out of the journal",
        "out of docker compose",
        "in a fence",
        "an hour later",
        "a third of the goroutines",
        "three times the goroutines",
    },
}
"""Changes of text and goroutines, of which a post of profiles has none, and of samples, of which a dump has none."""


@dataclass(frozen=True, slots=True)
class Answer:
    verdict: str
    pattern: str | None
    confidence: float
    culprit: str | None


def answer(parts: Sequence[Part]) -> Answer:
    evidence = read_evidence([part.submission() for part in parts])
    return _first(diagnose(evidence.captures, PLAYBOOKS, warnings=evidence.warnings))


def _first(report: Report) -> Answer:
    first = next((one for one in report.diagnoses if one.is_leak), None)
    if first is None or first.confidence < SHOWN:
        return Answer(str(report.verdict), None, first.confidence if first else 0.0, None)
    return Answer(str(report.verdict), first.playbook, first.confidence, stable_name(first.culprit.function or ""))


@cache
def post(program: str) -> tuple[Part, ...]:
    """The first and the last moment of the program, of the kinds in POSTS."""
    folder = default_fixtures() / program
    files = json.loads((folder / "manifest.json").read_text())["files"]
    return tuple(
        Part(
            name=file["path"].rpartition("/")[2],
            kind=file["kind"],
            moment=file["moment"],
            captured_at=datetime.fromisoformat(file["captured_at"]),
            content=plain(_file(folder, file["path"])),
        )
        for file in files
        if file["kind"] in POSTS[program]
    )


def _file(folder, path: str) -> bytes:
    return (folder / path).read_bytes()


@cache
def plainly(program: str) -> Answer:
    return answer(post(program))


@cache
def modules(program: str) -> tuple[renaming.Module, ...]:
    return renaming.modules_in(post(program), f"/src/{program.rpartition('/')[2].rpartition('-')[0]}")


def assert_alike(new: Answer, old: Answer, culprit: str | None) -> None:
    assert (new.verdict, new.pattern, new.culprit) == (old.verdict, old.pattern, culprit)
    assert abs(new.confidence - old.confidence) <= MOST_MOVED


@pytest.mark.parametrize("name", RENAMINGS)
@pytest.mark.parametrize("program", POSTS)
def test_other_names_are_answered_alike(program, name):
    rename = RENAMINGS[name](modules(program))
    parts = [rename(part) for part in post(program)]
    assert [part.content for part in parts] != [part.content for part in post(program)]
    old = plainly(program)
    assert_alike(answer(parts), old, old.culprit and stable_name(rename.text(old.culprit)))


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("program", POSTS)
def test_another_order_size_or_dress_is_answered_alike(program, name):
    parts = CHANGES[name](post(program))
    untouched = [(part.captured_at, part.content) for part in parts] == [
        (p.captured_at, p.content) for p in post(program)
    ]
    assert untouched == (name in OUT_OF_REACH.get(program, ()))
    assert_alike(answer(parts), plainly(program), plainly(program).culprit)


@pytest.mark.parametrize(
    ("program", "pattern"),
    [
        ("goroutine/audit-go1.27", "goroutine/chan-send"),
        ("goroutine/dispatch-go1.19", "goroutine/select"),
        ("cache/storefront-go1.27", "cache/unbounded-map"),
        ("healthy/counters-go1.27", None),
    ],
)
def test_the_posts_show_what_they_are_for(program, pattern):
    assert plainly(program).pattern == pattern
