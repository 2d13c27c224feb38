"""The sources: one file each, saying what it is called, where it is and on which platform."""
