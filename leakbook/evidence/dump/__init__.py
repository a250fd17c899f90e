"""Goroutine dumps: `?debug=2`, SIGQUIT, panics, and what tools write of them."""
