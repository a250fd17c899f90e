"""The fault harness: real servers and processes on loopback, killed and cut under load, every answer checked."""
