"""Coverage-guided fuzzing of everything that takes a client's bytes. `python -m tools.fuzz --help`."""
