"""Trials: the tests inside playbooks, run through the real readers and against every playbook."""
