"""Evidence: bytes in, captures out. Readers, cleaning of pasted text, names of functions."""
