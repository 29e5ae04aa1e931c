"""Vectors that were checked, as a table."""
