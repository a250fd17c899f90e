"""The HTTP API: takes evidence in, answers with what the workers found. Run beside `leakbook`, not installed with it."""
