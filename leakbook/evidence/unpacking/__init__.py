"""Posted bytes unpacked within limits: gzip, zstd, zip and tar, and bytes made text."""
