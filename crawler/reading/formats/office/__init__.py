"""Documents of word processors and slides: their words, tables, and what they do not show."""
