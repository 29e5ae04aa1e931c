"""Pictures for documents: figures set up off the screen, written as PNG, SVG or PDF.

``size`` says how large a picture is, ``origin`` what it is made from, and ``embedding`` puts that
into its file, so that the picture is a scene as well. None of them imports Qt.
"""

SUFFIXES = (".png", ".svg", ".pdf")
"""The endings of the files that a picture can be written to."""
