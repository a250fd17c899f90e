"""The command line: `leakbook check`, `leakbook schema` and the rest. Reads files, calls the core, prints."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from .errors import PlaybookError
from .playbook.json_schema import playbook_json_schema
from .playbook.load import load_playbooks
from .playbooks_path import default_folder, read_folder


@click.group()
def main() -> None:
    """Tell why a Go process keeps growing and what to change."""


_FOLDER = click.option(
    "--playbooks",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of playbooks. Default: those shipped.",
)


@main.command()
@_FOLDER
def check(folder: Path | None) -> None:
    """Check every playbook and print all mistakes as file:line:column."""
    folder = folder or default_folder()
    try:
        playbooks = load_playbooks(read_folder(folder))
    except PlaybookError as error:
        for problem in error.problems:
            click.echo(f"{folder}/{problem}")
        click.echo(f"{len(error.problems)} mistakes", err=True)
        sys.exit(1)
    click.echo(f"{len(playbooks.playbooks)} playbooks, {len(playbooks.idle.entries)} idle residents: no mistakes")


@main.command()
def schema() -> None:
    """Print the JSON Schema of a playbook file."""
    click.echo(json.dumps(playbook_json_schema(), indent=2))


if __name__ == "__main__":
    main()
