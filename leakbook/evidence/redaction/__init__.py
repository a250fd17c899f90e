"""Evidence without what looks like a secret."""
