"""The functions that the growing program walks through: Go packages written out, since a real program has hundreds.

Every function has four lines that call on, so a stack of thirty frames can take very many forms.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

PACKAGES: Final = ("orders", "ledger", "stock", "shipping", "billing", "search", "mailing", "session")
FUNCTIONS: Final = 50
"""In each package."""

_FUNCTION: Final = """
//go:noinline
func (s *Service) {verb}{number}(w *walk.Walk) {{
	next := w.Next()
	switch w.Line() {{
	case 0:
		next(w)
	case 1:
		next(w)
	case 2:
		next(w)
	default:
		next(w)
	}}
	s.Calls++
}}
"""
_VERBS: Final = ("Handle", "fetch", "Apply", "merge", "Notify")


def write_packages(folder: Path) -> None:
    """The packages below `folder`, and `imports.go` that takes them into the program."""
    for package in PACKAGES:
        names = [f"{_VERBS[number % len(_VERBS)]}{number}" for number in range(FUNCTIONS)]
        functions = "".join(
            _FUNCTION.format(verb=_VERBS[number % len(_VERBS)], number=number) for number in range(FUNCTIONS)
        )
        source = (
            f'// Package {package} is walked through.\npackage {package}\n\nimport "bench.example/shop/walk"\n\n'
            "// Service owns the functions.\ntype Service struct{ Calls int }\n\nvar service Service\n\n"
            f"func init() {{ walk.Add({', '.join(f'service.{name}' for name in names)}) }}\n{functions}"
        )
        (folder / package).mkdir(exist_ok=True)
        (folder / package / f"{package}.go").write_text(source)
    imports = "".join(f'\t_ "bench.example/shop/{package}"\n' for package in sorted(PACKAGES))
    (folder / "imports.go").write_text(f"package main\n\nimport (\n{imports})\n")
