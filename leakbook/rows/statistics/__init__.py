"""Robust statistics on figures over time, and what sampling does to them."""
