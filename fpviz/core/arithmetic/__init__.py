"""Exact arithmetic, and the rounding of what it comes to, by IEEE 754-2019."""
