"""Celery workers: claim a job, call the core, store the answer. Run beside `leakbook`, not installed with it."""
