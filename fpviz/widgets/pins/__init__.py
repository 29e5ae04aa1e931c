"""Values that are kept, row by row."""
