"""What is true of all elements of a tensor: exact counts that add, in any order, to the same.

``keys`` numbers the values of a format, ``counts`` counts elements by these numbers, ``fates`` says
what becomes of them in another format at every scale, ``quality`` how far off they are then.
"""
