"""Storage: jobs in SQL and evidence on disk. Framework-free."""
