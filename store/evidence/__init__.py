"""The evidence: every response that led to a version, archived so that others can verify it."""
