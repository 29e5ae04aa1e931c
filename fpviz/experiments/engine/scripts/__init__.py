"""A run as a script that does it again, with numpy, PyTorch or MindSpore.

Where the library has a format, a class or a cast that rounds as the run does, the script computes
in it; elsewhere it carries a small exact arithmetic of its own, and imports no library. It prints
the name and the final code of each curve, and what else the run counts.
"""
