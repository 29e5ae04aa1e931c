"""What a number line is made of: axes, ticks, spacing, zones, and the view of a part of it."""
