"""What tools and people print of a profile: `go tool pprof`'s text, tables and sums in a report."""
