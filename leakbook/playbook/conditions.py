"""`where:` blocks: what YAML writes about a row becomes typed tests, checked against the row's features."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any

from ..rows.features import NUMERIC, Feature, Unit, features_of
from ..rows.model import ROW_KINDS
from ..rows.stack_match import Glob, StackPattern, compile_stack_pattern, glob_of
from .quantities import quantity, release
from .where import (
    Condition,
    FieldTest,
    FlagTest,
    FunctionTest,
    NumberTest,
    Releases,
    StackTest,
    VersionTest,
    Where,
    WordTest,
)
from .yaml_marks import Document, Path

Frames = Mapping[str, tuple[str, ...]]
"""The shared frame lists, by name without the `@`."""

_GLOB_LISTS = ("contains", "contains_any", "lacks", "leaf")


class ConditionReader:
    """Reads conditions of one document; mistakes go to the document."""

    def __init__(self, document: Document, frames: Frames) -> None:
        """`frames` are the lists that `@name` stands for."""
        self._document = document
        self._frames = frames

    def where(self, raw: Any, kind: str, path: Path) -> Where:  # noqa: ANN401 - raw YAML
        """One block, or a list of blocks of which one must hold."""
        blocks = raw if isinstance(raw, list) else [raw]
        paths = [(*path, index) for index in range(len(blocks))] if isinstance(raw, list) else [path]
        if not blocks:
            self._document.complain(path, "an empty list holds for nothing")
        return tuple(self._condition(block, kind, at) for block, at in zip(blocks, paths, strict=True))

    def _condition(self, raw: Any, kind: str, path: Path) -> Condition:  # noqa: ANN401 - raw YAML
        if not isinstance(raw, dict) or not raw:
            self._document.complain(path, "expected a mapping of features to what they must be")
            return Condition(tests=())
        known = features_of(ROW_KINDS[kind])
        tests = []
        for name, wanted in raw.items():
            if name not in known:
                self._document.complain((*path, name), unknown_feature(kind, name, known))
                continue
            test = self._test(known[name], wanted, (*path, name))
            if test is not None:
                tests.append(test)
        return Condition(tests=tuple(tests))

    def _test(self, feature: Feature, wanted: Any, path: Path) -> FieldTest | None:  # noqa: ANN401 - raw YAML
        if feature.unit in NUMERIC:
            return self._number(feature, wanted, path)
        readers: dict[Unit, Callable[[Feature, Any, Path], FieldTest | None]] = {
            Unit.FLAG: self._flag,
            Unit.WORD: self._word,
            Unit.VERSION: self._version,
            Unit.STACK: self._stack,
            Unit.FUNCTION: self._function,
        }
        return readers[feature.unit](feature, wanted, path)

    def _bounds(self, wanted: Any, path: Path, read: Callable[[object], Any]) -> tuple[Any, Any] | None:  # noqa: ANN401
        if not isinstance(wanted, dict) or not wanted or set(wanted) - {"at_least", "at_most"}:
            self._document.complain(path, "expected {at_least: …} or {at_most: …} or both")
            return None
        bounds: dict[str, Any] = {}
        for name, value in wanted.items():
            try:
                bounds[name] = read(value)
            except ValueError as error:
                self._document.complain((*path, name), str(error))
                return None
        low, high = bounds.get("at_least"), bounds.get("at_most")
        if low is not None and high is not None and low > high:
            self._document.complain(path, "at_least is above at_most, so nothing fits")
        return low, high

    def _number(self, feature: Feature, wanted: Any, path: Path) -> FieldTest | None:  # noqa: ANN401
        bounds = self._bounds(wanted, path, lambda value: quantity(value, feature.unit))
        return bounds and NumberTest(feature=feature.name, at_least=bounds[0], at_most=bounds[1])

    def _version(self, feature: Feature, wanted: Any, path: Path) -> FieldTest | None:  # noqa: ANN401
        return VersionTest(feature=feature.name, releases=self.releases(wanted, path))

    def releases(self, wanted: Any, path: Path) -> Releases:  # noqa: ANN401 - raw YAML
        """A range of Go releases: `at_least`, `at_most` (inclusive) and `below`."""
        if not isinstance(wanted, dict) or not wanted or set(wanted) - {"at_least", "at_most", "below"}:
            self._document.complain(path, "expected {at_least: …}, {at_most: …} or {below: …}")
            return Releases()
        bounds: dict[str, tuple[int, int]] = {}
        for name, value in wanted.items():
            try:
                bounds[name] = release(value)
            except ValueError as error:
                self._document.complain((*path, name), str(error))
        return Releases(**bounds)

    def _flag(self, feature: Feature, wanted: Any, path: Path) -> FieldTest | None:  # noqa: ANN401
        if not isinstance(wanted, bool):
            self._document.complain(path, "expected true or false")
            return None
        return FlagTest(feature=feature.name, value=wanted)

    def _word(self, feature: Feature, wanted: Any, path: Path) -> FieldTest | None:  # noqa: ANN401
        if isinstance(wanted, dict) and set(wanted) == {"none_of"}:
            return WordTest(
                feature=feature.name, allowed=(), forbidden=self._words(wanted["none_of"], (*path, "none_of"))
            )
        return WordTest(feature=feature.name, allowed=self._words(wanted, path))

    def _function(self, feature: Feature, wanted: Any, path: Path) -> FieldTest | None:  # noqa: ANN401
        return FunctionTest(feature=feature.name, globs=self._globs(wanted, path))

    def _stack(self, feature: Feature, wanted: Any, path: Path) -> FieldTest | None:  # noqa: ANN401
        return StackTest(feature=feature.name, pattern=self.stack_pattern(wanted, path))

    def stack_pattern(self, wanted: Any, path: Path) -> StackPattern:  # noqa: ANN401 - raw YAML
        """A demand on a stack: `contains`, `contains_any`, `lacks`, `leaf`, `has_app_frame`."""
        if not isinstance(wanted, dict) or not wanted:
            self._document.complain(path, f"expected a mapping with {', '.join(_GLOB_LISTS)} or has_app_frame")
            return StackPattern()
        for name in sorted(set(wanted) - {*_GLOB_LISTS, "has_app_frame"}):
            self._document.complain(
                (*path, name), f"a stack has no such demand; it has {', '.join(_GLOB_LISTS)}, has_app_frame"
            )
        app_frame = wanted.get("has_app_frame")
        if app_frame is not None and not isinstance(app_frame, bool):
            self._document.complain((*path, "has_app_frame"), "expected true or false")
            app_frame = None
        globs = {
            name: tuple(glob.pattern for glob in self._globs(wanted[name], (*path, name)))
            for name in _GLOB_LISTS
            if name in wanted
        }
        return compile_stack_pattern(has_app_frame=app_frame, **globs)

    def _words(self, wanted: Any, path: Path) -> tuple[str, ...]:  # noqa: ANN401 - raw YAML
        words = [wanted] if isinstance(wanted, str) else wanted
        if not isinstance(words, list) or not words or not all(isinstance(word, str) and word for word in words):
            self._document.complain(path, "expected a word or a list of words")
            return ()
        return tuple(words)

    def _globs(self, wanted: Any, path: Path) -> tuple[Glob, ...]:  # noqa: ANN401 - raw YAML
        compiled: list[Glob] = []
        for word in self._words(wanted, path):
            for glob in self._expand(word, path):
                try:
                    compiled.append(glob_of(glob))
                except ValueError as error:
                    self._document.complain(path, str(error))
        return tuple(compiled)

    def _expand(self, word: str, path: Path) -> tuple[str, ...]:
        if not word.startswith("@"):
            return (word,)
        if word[1:] not in self._frames:
            known = ", ".join(f"@{name}" for name in sorted(self._frames)) or "none"
            self._document.complain(path, f"no frame list {word} in _frames.yaml; there are: {known}")
            return ()
        return self._frames[word[1:]]


def unknown_feature(kind: str, name: str, known: Mapping[str, Feature], *, what: str = "feature") -> str:
    """Say that the row has no such feature and which it has, the likely one first."""
    near = get_close_matches(name, known, n=1)
    hint = f"did you mean {near[0]!r}? " if near else ""
    return f"{kind} has no {what} {name!r}; {hint}it has {', '.join(known)}"
