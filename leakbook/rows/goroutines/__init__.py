"""Goroutine groups: one stack, followed through all captures."""
