"""Where the playbooks are on disk. The one place in the core that reads them from there."""

from __future__ import annotations

from pathlib import Path

from .errors import PlaybookError


def default_folder() -> Path:
    """The folder shipped with the package, else the one beside it in a checkout. Raises PlaybookError for neither."""
    package = Path(__file__).resolve().parent
    for folder in (package / "playbooks", package.parent / "playbooks"):
        if folder.is_dir():
            return folder
    raise PlaybookError((f"{package.parent / 'playbooks'}:1:1: there is no such folder",))


def default_fixtures() -> Path | None:
    """The folder of captures that the tests in playbooks name; None outside a checkout."""
    folder = Path(__file__).resolve().parent.parent / "tests" / "fixtures"
    return folder if folder.is_dir() else None


def default_reference() -> Path | None:
    """The reference page of a checkout, which describes the shipped playbooks; None outside a checkout."""
    page = Path(__file__).resolve().parent.parent / "docs" / "playbook-reference.md"
    return page if page.parent.is_dir() else None


def read_fixtures(folder: Path | None) -> dict[str, bytes]:
    """Every file under the folder, by path relative to it."""
    if folder is None:
        return {}
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def read_folder(folder: Path) -> dict[str, str]:
    """The text of every `*.yaml` under the folder, by path relative to it. Raises PlaybookError for what is no text."""
    texts: dict[str, str] = {}
    problems: list[str] = []
    for path in sorted(folder.rglob("*.yaml")):
        name = path.relative_to(folder).as_posix()
        try:
            texts[name] = path.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            problems.append(f"{name}:1:1: not UTF-8 at byte {error.start}")
    if problems:
        raise PlaybookError(tuple(problems))
    return texts
