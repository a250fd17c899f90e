"""`python -m service.migrate`: bring the store of the environment's settings to the shape of this release."""

from __future__ import annotations

import os

from leakbook.storage.database import open_engine
from leakbook.storage.migrate import migrate
from leakbook.storage.settings import Settings


def main() -> None:
    """Migrate; an error ends with its traceback and status 1."""
    migrate(open_engine(Settings.from_environ(os.environ)))


if __name__ == "__main__":
    main()
