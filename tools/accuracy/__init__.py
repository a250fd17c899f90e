"""Measures Leakbook on labelled captures: `python -m tools.accuracy --help`."""
