"""Rows: a series of captures becomes typed features that playbooks may name."""
