"""Sections of docs/performance.md: a table, what it is held against, and when it was measured on what."""

from __future__ import annotations

import json
import os
import platform
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

PREFACE = Path(__file__).with_name("preface.md")


@dataclass(slots=True, kw_only=True)
class Target:
    """One figure and what it must not exceed (or, with `least`, fall below)."""

    what: str
    measured: float
    limit: float
    unit: str = ""
    least: bool = False

    @property
    def reached(self) -> bool:
        """Whether it holds."""
        return self.measured >= self.limit if self.least else self.measured <= self.limit


@dataclass(slots=True, kw_only=True)
class Section:
    """One part's outcome."""

    title: str
    says: str
    columns: Sequence[str]
    rows: list[list[str]] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    after: str = ""
    measured: str = ""

    def markdown(self) -> str:
        """As it stands in the document."""
        lines = [f"## {self.title}", "", self.says, ""]
        if self.rows:
            lines += [f"| {' | '.join(self.columns)} |", f"|{'---|' * len(self.columns)}"]
            lines += [f"| {' | '.join(row)} |" for row in self.rows]
            lines += [""]
        if self.targets:
            lines += ["| target | measured | limit | |", "|---|---|---|---|"]
            lines += [
                f"| {one.what} | {one.measured:.3g}{one.unit} "
                f"| {'>=' if one.least else '<='} {one.limit:g}{one.unit} | "
                f"{'reached' if one.reached else '**missed**'} |"
                for one in self.targets
            ]
            lines += [""]
        if self.after:
            lines += [self.after, ""]
        return "\n".join([*lines, f"*{self.measured}*", ""])


def stamp(load_before: float) -> str:
    """When, on what, and how busy the machine was with other things."""
    cpu = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if "model name" in line
        ),
        platform.machine(),
    )
    return (
        f"{time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores of {cpu}, Python {platform.python_version()}; "
        f"load average {load_before:.1f} before, {os.getloadavg()[0]:.1f} after"
    )


def keep(folder: Path, part: str, section: Section) -> None:
    """Keep a part's outcome, so that the document can be written from parts measured one by one."""
    (folder / f"section-{part}.json").write_text(json.dumps(asdict(section), indent=1))


def kept(folder: Path, part: str) -> Section | None:
    """A part's last outcome, None when it was never measured."""
    file = folder / f"section-{part}.json"
    if not file.exists():
        return None
    told = json.loads(file.read_text())
    targets = [Target(**one) for one in told.pop("targets")]
    return Section(targets=targets, **told)


def write(out: Path, sections: Sequence[Section]) -> None:
    """The whole document."""
    out.write_text(PREFACE.read_text() + "\n" + "\n".join(section.markdown() for section in sections))
