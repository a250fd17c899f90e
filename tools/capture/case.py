"""One program of the labelled corpus: its folder and what its `case.json` says."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROGRAMS = Path(__file__).resolve().parent / "programs"
DEFAULT_MOMENTS = (20.0, 50.0, 95.0)


class BadCase(ValueError):
    """A `case.json` that cannot be used: says which file and what is wrong in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A program and its label; `moments` are seconds after the ready line, `releases` Go minors such as "1.27"."""

    folder: Path
    label: str
    releases: tuple[str, ...]
    moments: tuple[float, ...]
    environment: tuple[tuple[str, str], ...]
    source_root: str
    text: dict[str, Any]

    @property
    def name(self) -> str:
        """The folder's name, which is also the binary's."""
        return self.folder.name


def load_case(folder: Path) -> Case:
    """Read one program's case.json. Raises BadCase."""
    path = folder / "case.json"
    try:
        text = json.loads(path.read_text())
    except (OSError, ValueError) as error:
        raise BadCase(f"{path}: {error}") from error
    label = text.get("label")
    if not isinstance(label, str) or (label != "healthy" and "/" not in label):
        raise BadCase(f"{path}: label is {label!r}, expected 'healthy' or 'category/name'")
    if label != "healthy" and not text.get("culprit"):
        raise BadCase(f"{path}: a leak needs its culprit")
    return Case(
        folder=folder,
        label=label,
        releases=tuple(text.get("go", ["1.27"])),
        moments=tuple(float(moment) for moment in text.get("moments", DEFAULT_MOMENTS)),
        environment=tuple(sorted(text.get("env", {}).items())),
        source_root=text.get("source_root", f"/src/{folder.name}"),
        text=text,
    )


def load_cases(only: tuple[str, ...], programs: Path = PROGRAMS) -> tuple[Case, ...]:
    """All programs of a folder, or those named in `only`, by name. Raises BadCase."""
    names = only or tuple(sorted(path.parent.name for path in programs.glob("*/case.json")))
    if not names:
        raise BadCase(f"{programs}: no folder in it has a case.json")
    return tuple(load_case(programs / name) for name in names)
