"""What is seen from outside: log lines, metrics, traces. For service and workers; no core module imports it."""
