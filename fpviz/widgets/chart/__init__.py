"""The chart of the elements of a dump against their places.

``data`` is what it shows (no Qt), ``plot`` joins it to pyqtgraph, which takes a second to import:
import that late.
"""
