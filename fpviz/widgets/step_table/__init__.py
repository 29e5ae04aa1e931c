"""The steps of a run as a table of up to 10^15 rows, and the line that finds one."""
