"""What floating point is: formats, exact numbers, rounding, and what a view needs to draw them.

Python integers, ``Fraction`` and (in ``arrays``) numpy. Nothing here knows Qt, a file or a screen,
and nothing imports another layer of fpviz.
"""
