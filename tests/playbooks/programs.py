"""The shipped playbooks and the labelled programs whose captures are committed, for tests to be made from."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath

from leakbook.playbook.load import load_playbooks
from leakbook.playbooks_path import default_fixtures, default_folder, read_folder

PLAYBOOKS = load_playbooks(read_folder(default_folder()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A program at one Go release: what its case says of it, and when each of its files was taken."""

    name: str
    label: str
    accepted: frozenset[str]
    culprits: tuple[str, ...]
    taken: dict[str, datetime | None]

    def files(self, names):
        """The files so named (compressed or not) of every moment, by path below tests/fixtures."""
        wanted = {*names, *(f"{name}.gz" for name in names)}
        return {path: at for path, at in self.taken.items() if PurePosixPath(path).name in wanted}


def _program(manifest):
    described = json.loads(manifest.read_text(encoding="utf-8"))
    folder = manifest.parent.relative_to(default_fixtures()).as_posix()
    case = described["case"]
    return Program(
        name=folder,
        label=case["label"],
        accepted=frozenset((case["label"], *case.get("also", ()))),
        culprits=tuple(name for name in (case.get("culprit"), *case.get("culprit_any", ())) if name),
        taken={
            f"{folder}/{file['path']}": datetime.fromisoformat(file["captured_at"]) if file.get("captured_at") else None
            for file in described["files"]
        },
    )


PROGRAMS = [_program(manifest) for manifest in sorted(default_fixtures().rglob("manifest.json"))]
