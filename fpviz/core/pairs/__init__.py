"""Two values beside each other: where their codes differ, by how much, and why that might be."""
