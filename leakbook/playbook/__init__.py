"""Playbooks: the language of the YAML files, its loader, its checks."""
