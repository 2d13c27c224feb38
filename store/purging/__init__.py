"""Taking a disclosure down, so that no byte of it is left."""
