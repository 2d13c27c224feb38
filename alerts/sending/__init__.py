"""Rounds of sending: hosts, answers, patience, and what came of it."""
