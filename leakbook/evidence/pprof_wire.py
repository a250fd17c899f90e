"""Decode."""
from .pprof_walk import walk_functions as decode_functions, walk_locations as decode_locations, walk_samples as decode_samples
__all__ = ["decode_functions", "decode_locations", "decode_samples"]
