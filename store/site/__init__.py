"""The Datasette site over the public database: its settings, pages, templates and one plugin."""
