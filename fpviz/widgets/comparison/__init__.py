"""Two values, or two rows of them, beside each other."""
