"""Undoing what people and log shippers do to text before they post it."""
