"""Heap sites: which function's memory is kept, how much, by what, and whether it grows."""
