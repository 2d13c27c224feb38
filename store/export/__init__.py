"""Taking the record elsewhere: JSON lines, CSV, Parquet, and a data package that describes itself."""
