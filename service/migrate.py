"""`./dev migrate`: bring the store of the environment's settings to the shape of this release."""

from __future__ import annotations

import os
import sys

from leakbook.storage.database import open_engine
from leakbook.storage.migrate import migrate
from leakbook.storage.settings import Settings

from .terminal import ended_plainly


def main() -> int:
    """Migrate; whatever goes wrong is raised."""
    migrate(open_engine(Settings.from_environ(os.environ)))
    return 0


if __name__ == "__main__":
    sys.exit(ended_plainly(main))
