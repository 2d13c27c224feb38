"""Which topics a disclosure is about, and the words that say so: rules and weights that a person can read."""
