"""Doorbells: how the API wakes workers. The one place that knows the message library; no core module imports it."""
