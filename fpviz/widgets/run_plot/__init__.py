"""The plot of a run: exact curves over steps, sampled anew for each window.

``sampling`` decides which points are drawn (no Qt), ``labels`` names the curves where they end,
and ``plot`` joins both to pyqtgraph, which takes a second to import: import it late.
"""
