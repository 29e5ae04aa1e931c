"""Stochastic rounding: many random courses at once, and what they come to on the average."""
