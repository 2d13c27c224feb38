"""Figures of the record, counted when a run ends, so that a page shows them without counting."""
