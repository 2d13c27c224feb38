"""Who answered whom, when, and under which reference."""
