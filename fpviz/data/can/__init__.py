"""Frames of a CAN bus as ``candump`` writes them, and the signals that are packed into them."""
