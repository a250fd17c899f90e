"""Runtime numbers in their notations, under one vocabulary."""
