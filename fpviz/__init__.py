"""fpviz makes floating-point numbers visible.

The folders are layers; imports run one way:
``app -> panels -> (widgets | model) -> experiments -> core``.
"""

__version__ = "0.1.0"
