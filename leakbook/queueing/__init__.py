"""Doorbells: how the API wakes workers. The only place that knows the message library; nothing in the core imports it."""
