"""The HTTP API: evidence in, what the workers found out. Run beside `leakbook`, not installed with it."""
