"""The command line. Reads files, calls the core, prints; all knowledge is elsewhere."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from .diagnosis.diagnose import diagnose as diagnose_captures
from .diagnosis.report import Report, Subject
from .errors import EvidenceError, PlaybookError
from .evidence.model import Submission
from .evidence.read import read_evidence
from .go_snippets import GoToolchain
from .playbook.json_schema import playbook_json_schema
from .playbook.load import load_playbooks
from .playbook.model import Playbooks
from .playbook.reference import reference_markdown, undocumented
from .playbooks_path import default_fixtures, default_folder, default_reference, read_fixtures, read_folder
from .report.html import report_html
from .report.json import report_json
from .report.markdown import report_markdown
from .report.slack import report_slack
from .report.terminal import report_terminal
from .trial.run import missing_fixtures, run_tests


@click.group()
def main() -> None:
    """Tell why a Go process keeps growing and what to change."""


_FOLDER = click.option(
    "--playbooks",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of playbooks. Default: those shipped.",
)
_FIXTURES = click.option(
    "--fixtures",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of captures that tests name. Default: tests/fixtures of the checkout.",
)
_FORMATS = {
    "json": lambda report: json.dumps(report_json(report), indent=2, ensure_ascii=False) + "\n",
    "markdown": report_markdown,
    "html": report_html,
    "slack": report_slack,
}


@main.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path)
)
@click.option("--service", help="Name of the service, for the summary.")
@click.option("--memory-limit", type=int, help="Memory limit in bytes, for a forecast.")
@click.option("--format", "style", type=click.Choice(["terminal", *_FORMATS]), default="terminal")
@click.option(
    "--file-times", is_flag=True, help="Take the files' times of change as times of capture; else their order counts."
)
@_FOLDER
def diagnose(
    files: tuple[Path, ...],
    service: str | None,
    memory_limit: int | None,
    style: str,
    folder: Path | None,
    *,
    file_times: bool,
) -> None:
    """Diagnose one process from FILES: profiles, dumps, gctrace, metrics; several of a kind are a series.

    - is what comes on standard input.
    """
    playbooks = _load(folder)
    subject = Subject(service=service, memory_limit_bytes=memory_limit)
    submissions = [_submission(file, file_times=file_times) for file in files]
    try:
        evidence = read_evidence(submissions)
    except EvidenceError as error:
        raise click.ClickException(f"{error.part or files[0]}: {error.detail}") from error
    report = diagnose_captures(evidence.captures, playbooks, subject, evidence.warnings)
    click.echo(_written(report, style), nl=False)


def _submission(file: Path, *, file_times: bool) -> Submission:
    if str(file) == "-":
        return Submission(name="stdin", content=sys.stdin.buffer.read())
    changed = datetime.fromtimestamp(file.stat().st_mtime, tz=UTC) if file_times else None
    return Submission(name=str(file), content=file.read_bytes(), captured_at=changed)


def _written(report: Report, style: str) -> str:
    if style == "terminal":
        return report_terminal(report, colour=sys.stdout.isatty())
    return _FORMATS[style](report)


@main.command()
@_FOLDER
@_FIXTURES
@click.option("--go", "with_go", is_flag=True, help="Also format and compile the Go examples with the go on the path.")
def check(folder: Path | None, fixtures: Path | None, *, with_go: bool) -> None:
    """Check every playbook and print all mistakes as file:line:column."""
    playbooks = _load(folder)
    missing = list(playbooks.incomplete)
    files = read_fixtures(fixtures or default_fixtures())
    missing.extend(missing_fixtures(playbooks, files))
    page = default_reference() if folder is None else None
    if page is not None:
        missing.extend(undocumented(playbooks, page.read_text(encoding="utf-8")))
    if with_go:
        missing.extend(GoToolchain.on_path().check(playbooks))
    for one in missing:
        click.echo(one)
    if missing:
        click.echo(f"{len(missing)} things to mend", err=True)
        sys.exit(1)
    click.echo(f"{len(playbooks.playbooks)} playbooks, {len(playbooks.idle.entries)} idle residents: no mistakes")


@main.command()
@_FOLDER
@_FIXTURES
@click.option("--only", multiple=True, metavar="ID", help="Run the tests of this playbook; may be given again.")
def test(folder: Path | None, fixtures: Path | None, only: tuple[str, ...]) -> None:
    """Run the tests in the playbooks, each against all playbooks."""
    playbooks = _load(folder)
    unknown = [name for name in only if playbooks.by_id(name) is None]
    if unknown:
        raise click.BadParameter(f"there is no playbook {unknown[0]}", param_hint="--only")
    outcomes = list(run_tests(playbooks, read_fixtures(fixtures or default_fixtures()), only))
    failures = [outcome for outcome in outcomes if outcome is not None]
    for failure in failures:
        click.echo("\n".join(failure.lines()) + "\n")
    click.echo(f"{len(outcomes) - len(failures)} of {len(outcomes)} tests passed")
    if failures or not outcomes:
        sys.exit(1)


@main.command()
@_FOLDER
def reference(folder: Path | None) -> None:
    """Print the reference page of features and playbooks."""
    click.echo(reference_markdown(_load(folder)), nl=False)


@main.command()
def schema() -> None:
    """Print the JSON Schema of a playbook file."""
    click.echo(json.dumps(playbook_json_schema(), indent=2))


def _load(folder: Path | None) -> Playbooks:
    """The playbooks, or an end with every mistake printed."""
    try:
        return load_playbooks(read_folder(folder or default_folder()))
    except PlaybookError as error:
        for problem in error.problems:
            click.echo(problem)
        click.echo(f"{len(error.problems)} mistakes", err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
