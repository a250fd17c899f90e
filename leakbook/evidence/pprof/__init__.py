"""Profiles in protobuf, read in columns."""
