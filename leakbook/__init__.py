"""Tell why a Go process keeps growing and what to change: evidence in, ranked diagnoses out."""
