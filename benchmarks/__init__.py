"""How fast Leakbook reads and judges, measured beside Go's own tools on inputs that Go programs made."""
