"""The laid out number line onto a painter."""
