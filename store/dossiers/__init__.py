"""Dossiers: the same question across forces."""
