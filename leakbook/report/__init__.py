"""Report: a diagnosis as JSON values and as Markdown."""
