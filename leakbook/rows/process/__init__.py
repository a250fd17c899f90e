"""The process as a whole: its memory, descriptors and figures over time."""
