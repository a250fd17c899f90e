"""Signs of a format, looked for in megabytes of text that mostly hold none.

Every text reader is asked about every text, so ten readers that each try a pattern at every character cost more than
reading: 3 MB/s for a gctrace log. A sign therefore names a literal that must stand in the text, found at memory speed,
and only then is its pattern tried. A pattern for the start of a line is tried there alone: `^` under MULTILINE is asked
at every character, a leading line end is searched for as a literal.
"""

from __future__ import annotations

import re
from typing import Final


class Sign:
    """A pattern that cannot match where none of the literals in `needs` stands."""

    def __init__(self, pattern: str, *needs: str) -> None:
        """`needs` are looked for exactly as they are written."""
        self._pattern: Final = re.compile(pattern)
        self._needs: Final = needs

    def stands_in(self, text: str) -> bool:
        """Whether the pattern matches somewhere."""
        return any(literal in text for literal in self._needs) and self._pattern.search(text) is not None


class LineSign:
    """A pattern that begins a line; in it `$` is the end of a line. Without `needs` it is tried at every line."""

    def __init__(self, pattern: str, *needs: str) -> None:
        """`needs` as for `Sign`."""
        self._first: Final = re.compile(pattern, re.MULTILINE)
        self._later: Final = re.compile("\n" + pattern, re.MULTILINE)
        self._needs: Final = needs

    def stands_in(self, text: str) -> bool:
        """Whether some line begins with a match."""
        if self._needs and not any(literal in text for literal in self._needs):
            return False
        return self._first.match(text) is not None or self._later.search(text) is not None
