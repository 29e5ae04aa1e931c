"""Drawing and input: bit grid, decoded values, number line, run plot. Knows core, no Document."""
