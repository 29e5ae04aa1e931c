"""Figures: panels and windows set up out of sight, to be drawn into a picture."""
