"""Tensors in files: read lazily, bounds-checked, and without executing anything."""
