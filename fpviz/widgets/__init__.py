"""Drawing and input: bit grid, value table, number line, run plot. Imports core; knows no Document."""
