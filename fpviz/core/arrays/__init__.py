"""Whole arrays of numbers and codes, by the rules of the scalar functions. Imports numpy."""
