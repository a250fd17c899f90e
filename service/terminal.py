"""The end of a command line: what is wrong with its surroundings is one line and a status, no traceback."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Final

from sqlalchemy.exc import DBAPIError, OperationalError, ProgrammingError

from leakbook.errors import PlaybookError

WRONG: Final = 2
"""The status of a command that could not begin."""
_NO_TABLE: Final = ("no such table", "UndefinedTable")


def ended_plainly(command: Callable[[], int]) -> int:
    """The command's status; or 2 after a line on standard error: a wrong setting, a store that is away or empty."""
    try:
        return command()
    except ValueError as error:
        words = str(error)
    except PlaybookError as error:
        words = f"the playbooks cannot be used:\n{error}"
    except (OperationalError, ProgrammingError) as error:
        words = _of_store(error)
    except ModuleNotFoundError as error:
        words = f"{error.name} is not installed, which a setting needs; requirements/production.txt has it."
    except OSError as error:
        words = f"{error.filename}: {error.strerror}" if error.filename else str(error)
    sys.stderr.write(f"leakbook: {words}\n")
    return WRONG


def _of_store(error: DBAPIError) -> str:
    first = str(error.orig).partition("\n")[0]
    if any(sign in f"{type(error.orig).__name__} {first}" for sign in _NO_TABLE):
        return "the store has no tables yet. Make them: ./dev migrate (./dev run does it too)."
    return f"the store cannot be used: {first}"
