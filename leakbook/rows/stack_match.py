"""Globs over function names and stacks, for playbooks and for the list of idle residents.

A glob is matched against a whole function name as `names.normalise` spells it. `*` stands for any run of characters
without a slash, `**` for any run at all; everything else is literal::

    net/http.(*persistConn).readLoop      that function
    database/sql.(*DB).*                  any method of DB
    **/errgroup.(*Group).Wait             wherever the package lives
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

LONGEST_NAME: Final = 400
"""Longer names match no glob with a wildcard: Go names are far shorter once type arguments are cut to `[...]`, and the
work of a wildcard match is bounded by it."""

MOST_WILDCARDS: Final = 4

_ANSWERS_KEPT: Final = 50_000
_TOKEN = re.compile(r"\*\*|\*|[^*]+")


@lru_cache(maxsize=4096)
def glob_expression(glob: str) -> re.Pattern[str]:
    """The glob as a regular expression for `fullmatch`. Raises ValueError for an empty glob or too many wildcards."""
    if not glob:
        raise ValueError("a glob may not be empty")
    tokens = _TOKEN.findall(glob)
    if sum(1 for token in tokens if token[0] == "*") > MOST_WILDCARDS:
        raise ValueError(f"more than {MOST_WILDCARDS} wildcards in {glob!r}")
    parts = {"**": ".*", "*": "[^/]*"}
    return re.compile("".join(parts.get(token) or re.escape(token) for token in tokens), re.DOTALL)


def any_of(globs: Sequence[str]) -> re.Pattern[str]:
    """One expression for `fullmatch` that says whether a name fits any of the globs."""
    return re.compile("|".join(f"(?:{glob_expression(glob).pattern})" for glob in globs) or r"(?!)", re.DOTALL)


class _Answers(dict[str, bool]):
    """Whether a name fits one of some globs, which may be dozens: asked of each distinct name once.

    Long ones are not remembered, since they would fill the memory of a process that goes on to other jobs.
    """

    def __init__(self, globs: Sequence[str]) -> None:
        super().__init__()
        self._names = frozenset(glob for glob in globs if "*" not in glob)
        self._others = any_of([glob for glob in globs if "*" in glob])

    def __missing__(self, function: str) -> bool:
        if len(function) > LONGEST_NAME:
            return function in self._names
        if len(self) >= _ANSWERS_KEPT:
            self.clear()
        fits = function in self._names or self._others.fullmatch(function) is not None
        self[function] = fits
        return fits


@lru_cache(maxsize=4096)
def _answers_of(globs: tuple[Glob, ...]) -> _Answers:
    """The one memory of these globs, for all patterns that ask for them."""
    return _Answers([glob.pattern for glob in globs])


@dataclass(frozen=True, slots=True)
class Glob:
    """One glob."""

    pattern: str
    _answers: _Answers = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Refuse a bad glob when it is written, not when it is first asked."""
        glob_expression(self.pattern)
        object.__setattr__(self, "_answers", _Answers((self.pattern,)))

    def matches(self, function: str) -> bool:
        """Whether the whole name fits."""
        return self._answers[function]

    def anywhere_in(self, functions: Sequence[str]) -> bool:
        """Whether any of the names fits."""
        if "*" not in self.pattern:
            return self.pattern in functions
        return any(map(self._answers.__getitem__, functions))


@lru_cache(maxsize=4096)
def glob_of(pattern: str) -> Glob:
    """The one `Glob` of this pattern, so that all playbooks share its answers."""
    return Glob(pattern)


@dataclass(frozen=True, slots=True, kw_only=True)
class StackPattern:
    """A demand on a stack, leaf first and without leading runtime frames. All that is given must hold."""

    contains: tuple[Glob, ...] = ()
    contains_any: tuple[Glob, ...] = ()
    lacks: tuple[Glob, ...] = ()
    leaf: tuple[Glob, ...] = ()
    """One of these fits the leaf function."""
    has_app_frame: bool | None = None
    _is_wanted: _Answers = field(init=False, repr=False, compare=False)
    _is_lacked: _Answers = field(init=False, repr=False, compare=False)
    _is_leaf: _Answers = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Take the memories of the lists of globs."""
        object.__setattr__(self, "_is_wanted", _answers_of(self.contains_any))
        object.__setattr__(self, "_is_lacked", _answers_of(self.lacks))
        object.__setattr__(self, "_is_leaf", _answers_of(self.leaf))

    def matches(self, functions: Sequence[str], is_app: Sequence[bool]) -> bool:
        """Whether the stack fits; `is_app` says of each function whether it is the program's own code."""
        fits_app = self.has_app_frame is None or any(is_app) is self.has_app_frame
        return fits_app and self.names_fit(functions)

    def names_fit(self, functions: Sequence[str]) -> bool:
        """Whether the stack fits but for `has_app_frame`."""
        return (
            (not self.leaf or (bool(functions) and self._is_leaf[functions[0]]))
            and all(glob.anywhere_in(functions) for glob in self.contains)
            and (not self.contains_any or any(map(self._is_wanted.__getitem__, functions)))
            and not (self.lacks and any(map(self._is_lacked.__getitem__, functions)))
        )


def compile_stack_pattern(
    *,
    contains: Sequence[str] = (),
    contains_any: Sequence[str] = (),
    lacks: Sequence[str] = (),
    leaf: str | Sequence[str] | None = None,
    has_app_frame: bool | None = None,
) -> StackPattern:
    """A pattern from globs as YAML writes them; `leaf` takes one glob or several. Raises ValueError for a bad glob."""
    leaves = () if leaf is None else (leaf,) if isinstance(leaf, str) else tuple(leaf)
    return StackPattern(
        contains=tuple(map(glob_of, contains)),
        contains_any=tuple(map(glob_of, contains_any)),
        lacks=tuple(map(glob_of, lacks)),
        leaf=tuple(map(glob_of, leaves)),
        has_app_frame=has_app_frame,
    )


def compile_function_pattern(globs: str | Sequence[str]) -> Callable[[str | None], bool]:
    """A test for one function (a creator): True when any glob fits, False for None."""
    compiled = tuple(map(glob_of, (globs,) if isinstance(globs, str) else tuple(globs)))
    return lambda function: function is not None and any(glob.matches(function) for glob in compiled)
