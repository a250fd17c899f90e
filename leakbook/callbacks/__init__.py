"""Telling a client's receiver that a job has ended: where may be called, what is said, how it is signed and sent."""
