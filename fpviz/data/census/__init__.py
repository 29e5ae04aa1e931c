"""What is true of all elements of a tensor: exact counts that add, in any order, to the same.

``keys`` numbers the values of a format, ``counts`` counts elements by these numbers, ``fates`` says
what becomes of them in another format at every scale, ``quality`` how far off they are then.
"""

USUAL_FORMATS = ("fp16", "bf16", "fp8_e4m3fn", "fp8_e5m2")
"""The names of those that a census tells of unless others are named."""
