"""Changes of playbooks as trees: what is well-formed YAML and nearly a playbook gets past the reader into the language.

Values and keys come from the shipped playbooks, so that a feature, a reference or a number lands where another stood.
The same seed makes the same change.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache
from typing import Any, Final

import yaml

from .mutators import Mutate, mutate
from .targets import read_shipped

Tree = Any
"""dict, list, or a scalar."""

SCALARS: Final[tuple[Tree, ...]] = (
    *(
        0,
        1,
        -1,
        0.5,
        1.0,
        1e-300,
        1.7e308,
        float("inf"),
        float("nan"),
        2**31,
        2**63,
        10**17,
        -(10**17),
        True,
        False,
        None,
    ),
    *(
        "",
        " ",
        "0",
        "1.21",
        "1.",
        "1.27.3",
        "go1.19",
        "9" * 30,
        "20s",
        "1e400m",
        "9999999999h",
        "-5m",
        "512MiB",
        "1e9GB",
    ),
    *(
        "**",
        "*",
        "a.**",
        "**.**.**.**.**.b",
        "(*T).*",
        "[",
        "$group",
        "@",
        "{",
        "a: b",
        "# a",
        "x" * 5000,
        "\u202e",
        "\ud7ff",
    ),
    *("chan send", "select", "500 x [chan send] a.b < c.d by e.f in *", "3 x [", "x [a] b", "1 x [IO wait] \u00e9.f"),
    *("true", "null", "~", "2026-01-01", "0x1f", "yes", "!!binary a", "&a b", "*a", "<<"),
)
RAW: Final = (
    *(
        "? [a, b]\n: c\n",
        "<<: {a: b}\n",
        "a: &x [1]\nb: *x\n",
        "--- \nschema: 1\n",
        "!!python/object:a.b {}\n",
        "\t- a\n",
    ),
    *(
        "schema: 1\n",
        "id: goroutine/one\n",
        "- a\n",
        "'",
        '"',
        "{",
        "[",
        "}",
        "]",
        ": ",
        "%YAML 9.9\n",
        "...\n",
        "|\n",
        "\u0085",
        "\x00",
    ),
)

Steps = tuple[str | int, ...]


def mutate_playbook(content: bytes, most: int, seed: int, blind: Mutate) -> bytes:
    """One changed playbook of at most `most` bytes; one in eight is changed as any text is."""
    chance = random.Random(seed)
    tree = _tree(content)
    if not isinstance(tree, dict) or chance.random() < 0.125:
        return mutate(content, most, seed, blind)
    for _ in range(chance.choice((1, 1, 1, 1, 2, 3, 6))):
        chance.choice(CHANGES)(tree, chance)
    style = chance.choice((None, None, False, True))
    text = yaml.safe_dump(tree, sort_keys=False, allow_unicode=True, width=10**6, default_flow_style=style)
    if chance.random() < 0.15:
        at = chance.choice([0, len(text), *(place + 1 for place, letter in enumerate(text) if letter == "\n")])
        text = text[:at] + chance.choice(RAW) + text[at:]
    return text.encode("utf-8", "replace")[:most]


def _tree(content: bytes) -> Tree:
    try:
        return yaml.safe_load(content.decode("utf-8", "replace"))
    except (yaml.YAMLError, ValueError, RecursionError):  # ValueError: a number or date that Python cannot hold
        return None


@cache
def _donors() -> dict[str | int, list[Tree]]:
    """What stands below each key in the shipped files."""
    found: dict[str | int, list[Tree]] = defaultdict(list)
    for _, text in sorted(read_shipped().items()):
        for steps, value in _nodes(yaml.safe_load(text), ()):
            if steps and isinstance(steps[-1], str):
                found[steps[-1]].append(value)
            elif len(steps) > 1:
                found[f"{steps[-2]}[]"].append(value)
    return found


@cache
def _keys() -> tuple[str, ...]:
    return tuple(sorted(key for key in map(str, _donors()) if not key.endswith("[]")))


def _nodes(tree: Tree, steps: Steps) -> Iterator[tuple[Steps, Tree]]:
    yield steps, tree
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from _nodes(value, (*steps, key))
    elif isinstance(tree, list):
        for at, value in enumerate(tree):
            yield from _nodes(value, (*steps, at))


def _pick(tree: Tree, chance: random.Random, sort: type | tuple[type, ...] = object) -> Steps | None:
    """A place below the root; None when there is none of the sort."""
    places = [steps for steps, value in _nodes(tree, ()) if steps and isinstance(value, sort)]
    return chance.choice(places) if places else None


def _at(tree: Tree, steps: Steps) -> Tree:
    for step in steps:
        tree = tree[step]
    return tree


def _set(tree: Tree, steps: Steps, value: Tree) -> None:
    _at(tree, steps[:-1])[steps[-1]] = value


def _odd_scalar(tree: Tree, chance: random.Random) -> None:
    if place := _pick(tree, chance):
        _set(tree, place, chance.choice(SCALARS))


def _donated(tree: Tree, chance: random.Random) -> None:
    """Another value of the same key."""
    place = _pick(tree, chance)
    if place is None:
        return
    name = place[-1] if isinstance(place[-1], str) else f"{place[-2] if len(place) > 1 else ''}[]"
    if values := _donors().get(name):
        _set(tree, place, deepcopy(chance.choice(values)))


def _transplanted(tree: Tree, chance: random.Random) -> None:
    """A value of any other key."""
    if place := _pick(tree, chance):
        _set(tree, place, deepcopy(chance.choice(_donors()[chance.choice(_keys())])))


def _dropped(tree: Tree, chance: random.Random) -> None:
    if place := _pick(tree, chance):
        del _at(tree, place[:-1])[place[-1]]


def _added(tree: Tree, chance: random.Random) -> None:
    place, key = _pick(tree, chance, dict) or (), chance.choice(_keys())
    _at(tree, place)[key] = deepcopy(chance.choice(_donors()[key]))


def _renamed(tree: Tree, chance: random.Random) -> None:
    place = _pick(tree, chance)
    if place and isinstance(place[-1], str):
        owner = _at(tree, place[:-1])
        owner[chance.choice((*_keys(), place[-1] + "s", "", "a.b"))] = owner.pop(place[-1])


def _repeated(tree: Tree, chance: random.Random) -> None:
    if place := _pick(tree, chance, list):
        found = _at(tree, place)
        _set(tree, place, (deepcopy(found) * chance.choice((2, 3, 50)))[:500])


def _wrapped(tree: Tree, chance: random.Random) -> None:
    if place := _pick(tree, chance):
        value = _at(tree, place)
        for _ in range(chance.choice((1, 1, 2, 20))):
            value = [value] if chance.random() < 0.5 else {chance.choice(_keys()): value}
        _set(tree, place, value)


def _referred(tree: Tree, chance: random.Random) -> None:
    """A word of the playbook in the place of another: references go to the wrong thing, to themselves, in a ring."""
    one, other = _pick(tree, chance, str), _pick(tree, chance, str)
    if one and other:
        _set(tree, one, _at(tree, other))


def _scaled(tree: Tree, chance: random.Random) -> None:
    place = _pick(tree, chance, (int, float))
    if place:
        value = _at(tree, place)
        _set(tree, place, chance.choice((-value, value * 10, value / 3, value * 10**9, value + 1e-9, str(value))))


CHANGES: Final[tuple[Callable[[Tree, random.Random], None], ...]] = (
    _odd_scalar,
    _odd_scalar,
    _donated,
    _donated,
    _donated,
    _transplanted,
    _dropped,
    _added,
    _renamed,
    _repeated,
    _wrapped,
    _referred,
    _referred,
    _scaled,
    _scaled,
)
