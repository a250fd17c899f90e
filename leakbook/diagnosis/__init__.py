"""Diagnosis: playbooks against rows. Matching, scoring, culprit, ranking, explanation."""
