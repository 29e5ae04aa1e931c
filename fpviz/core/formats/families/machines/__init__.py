"""Formats of mainframes, signal processors and instruments: one class, and a table of members."""
